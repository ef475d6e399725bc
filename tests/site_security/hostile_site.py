"""A whole content folder of hostile text: in YAML, in Markdown, in CSV, in file names, and in the names that become addresses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.loading.records import plans_of
from generator.model.department import DepartmentFile
from generator.model.disclosure import Text
from generator.model.format import Column, StatementForm
from generator.model.glossary import Glossary
from generator.model.performance import Project
from generator.model.region import Region
from generator.model.site import Site
from tests.site_security.hostile import LINES, MARKDOWN, as_yaml

if TYPE_CHECKING:
    from tests.site_security.hostile import Filler

REGION = "somewhere"
FILE_NAME = "01\"><img src=x onerror=alert(1)> ' onclick='alert(1)'"
ATTACHMENT = f"{FILE_NAME}.pdf"
STATEMENT = "表\"><img src=x onerror=alert(1)> ' onclick='alert(1)'"
SHOW = "照常发布并列出"
NO_SECTIONS = ("年度", "标题", "部门名称", "金额单位", "状态", "日期", "审查", "资料来源", "可比性", "豁免", "发现错误时")
SECTIONS = [label for label in plans_of(Text) if label not in NO_SECTIONS]
# In a Markdown file a heading is structure, not text.
BODY = MARKDOWN.replace("# 标题", "").replace("标题\n====", "")
WRITTEN = ("公开依据", "部门职责", "预算编制说明", "收入", "支出", "机关运行经费", "三公经费", "其他说明")


def hostile_files(filler: Filler) -> dict[str, str]:
    """Return the files of the content folder, by their paths below it."""
    year = "departments/demo/2026"
    return {
        "site.yml": as_yaml(filler.record(Site, on_error=SHOW)),
        "reference/regions.yml": as_yaml({"地区": {REGION: filler.record(Region, parent=None, format="national")}}),
        "reference/glossary.yml": as_yaml(filler.record(Glossary)),
        "reference/formats/national.yml": as_yaml({"名称": "示例", "文种": {kind: form(filler) for kind in ("部门预算", "部门决算")}}),
        "departments/demo/department.yml": as_yaml(filler.record(DepartmentFile, region=REGION, former=["old-demo"])),
        f"{year}/budget.yml": as_yaml(
            filler.record(Text, on_error=SHOW, statements={STATEMENT: rows(filler)}, attachments=attached(filler))
        ),
        f"{year}/budget-attachments/{ATTACHMENT}": "%PDF-1.7\n<script>alert(1)</script>\n",
        f"{year}/accounts.md": markdown(filler),
        f"{year}/accounts-statements/{STATEMENT}.csv": csv(filler),
        f"{year}/accounts-projects/{FILE_NAME}.yml": as_yaml(filler.record(Project)),
        f"{year}/accounts-projects/{FILE_NAME}.md": f"---\n预算数: 3\n---\n\n# {filler.line('Markdown.project')}\n\n## 用途\n\n文\n{BODY}",
        "departments/demo/2025/budget.yml": as_yaml(filler.record(Text, on_error=SHOW, year="2025", projects=[], attachments=[])),
        "departments/demo/2025/performance.yml": as_yaml(
            filler.record(Text, on_error=SHOW, year="2025", department_name=None, statements={}, attachments=[])
        ),
    }


def attached(filler: Filler) -> list[dict[str, object]]:
    """Return the attachments of a text, as they stand in YAML."""
    return [{"标题": filler.line("Attachment.title"), "文件": ATTACHMENT}]


def form(filler: Filler) -> dict[str, object]:
    """Return a form that names every section, each under a hostile heading, and one statement with hostile columns."""
    columns = [filler.record(Column, kind=kind, name=name) for kind, name in (("文字", "列一" + LINES[1]), ("金额", "列二" + LINES[2]))]
    own: dict[str, object] = {"sides": [], "classification": "支出功能分类", "depth": "项", "columns": columns}
    return {
        "依据": f"文\n\n{MARKDOWN}",
        "章节": [{"名称": label, "标题": filler.line("SectionForm.heading")} for label in SECTIONS],
        "公开表": {STATEMENT: filler.record(StatementForm, 0, **own), "缺" + STATEMENT: {"代号": "lacking"}},
    }


def rows(filler: Filler) -> dict[str, object]:
    """Return the rows of the statement, as they stand in YAML."""
    columns = ("科目编码", "科目名称", "列一" + LINES[1])
    return {"行": [{name: filler.line("Line.cell") for name in columns} for _ in range(2)], "说明": f"说\n\n{MARKDOWN}"}


def csv(filler: Filler) -> str:
    """Return the same statement as a CSV file."""
    head = ["科目编码", "科目名称", "列一" + LINES[1]]
    body = [[filler.line("CSV.cell") for _ in head] for _ in range(2)]
    return "".join(",".join('"' + cell.replace('"', '""') + '"' for cell in row) + "\n" for row in (head, *body))


def markdown(filler: Filler) -> str:
    """Return a disclosure in Markdown whose headings and sections are hostile."""
    sections = "".join(f"## {label}\n\n文\n\n{BODY}\n" for label in WRITTEN)
    terms = "".join(f"### {filler.line('Markdown.term')}\n\n文\n\n{BODY}\n" for _ in range(2))
    return f"---\n年度: 2026\n金额单位: 万元\n---\n\n# {filler.line('Markdown.title')}\n\n{sections}\n## 名词解释\n\n{terms}"
