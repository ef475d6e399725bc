"""A build that does not succeed leaves what was published as it was, and nothing beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.mkdocs_plugin import RefusedError
from generator.mkdocs_plugin.commands import BuildFailedError
from generator.rendering.shell import ShellError
from tests.projects import build, digests, own_project

if TYPE_CHECKING:
    from pathlib import Path

YEAR = "departments/archive/2026"
HEAD = """\
年度: 2026
金额单位: 万元
状态: 正式公开
日期: {财政批复: 2026-01-30, 公开: 2026-02-10}
审查: {保密审查人: 甲, 日期: 2026-02-06, 审签人: 乙}
"""
CONTENT = {
    "site.yml": (
        "网站名称: 示例市预算公开\n主办单位: 示例市财政局\n联系方式: 000-0000000\n"
        '网站标识码: "0000000000"\n备案号: 示ICP备00000000号\n发现错误时: 停止发布\n'
    ),
    "reference/regions.yml": "地区:\n  shili: {名称: 示例市, 级次: 市级}\n",
    "reference/glossary.yml": "名词:\n",
    "reference/formats/national.yml": "名称: 示例\n文种:\n  部门预算:\n    章节:\n      - {名称: 支出}\n",
    "departments/archive/department.yml": "名称:\n  - {自: 2020, 全称: 示例市档案馆}\n地区: shili\n",
    f"{YEAR}/budget.yml": HEAD + "支出:\n  合计: 8.00\n  构成:\n    - {名称: 修缮, 金额: 8.00}\n",
}
UNREADABLE = CONTENT[f"{YEAR}/budget.yml"] + "其他说明: [\n"
WRONG_SUM = CONTENT[f"{YEAR}/budget.yml"].replace("合计: 8.00", "合计: 9.00")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return own_project(tmp_path / "project", CONTENT)


def refused(project: Path) -> list[str]:
    with pytest.raises(RefusedError) as error:
        build(project)
    return [finding.code for finding in error.value.publication.report.findings]


@pytest.mark.parametrize(("text", "codes"), [(UNREADABLE, ["SRC-003"]), (WRONG_SUM, ["ARI-010"])], ids=["unreadable", "wrong-sum"])
def test_errors_leave_the_published_site_untouched(project: Path, text: str, codes: list[str]) -> None:
    site = build(project)
    beside, published = sorted(project.iterdir()), digests(site)
    (project / "content" / YEAR / "budget.yml").write_text(text, encoding="utf-8")
    assert refused(project) == codes
    assert digests(site) == published
    assert sorted(project.iterdir()) == beside


def test_a_first_build_with_errors_publishes_nothing(project: Path) -> None:
    (project / "content" / YEAR / "budget.yml").write_text(UNREADABLE, encoding="utf-8")
    beside = sorted(project.iterdir())
    refused(project)
    assert sorted(project.iterdir()) == beside


def test_a_failure_halfway_leaves_the_published_site_untouched(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = build(project)
    beside, published = sorted(project.iterdir()), digests(site)
    (project / "content" / YEAR / "budget.yml").write_text(CONTENT[f"{YEAR}/budget.yml"].replace("修缮", "采购"), encoding="utf-8")

    def no_change_applies(_: str) -> str:
        message = "Material 的模板变了"
        raise ShellError(message)

    monkeypatch.setattr("generator.rendering.shell.with_shell", no_change_applies)
    with pytest.raises(BuildFailedError, match="Material 的模板变了"):
        build(project)
    assert digests(site) == published
    assert sorted(project.iterdir()) == beside


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ("view.title", "view.headline", "'headline'"),
        ("{%- macro", "{% include 'gone.html' %}{%- macro", "gone.html"),
        ("{%- macro", "{% if %}{%- macro", "page.html"),
    ],
)
def test_templates_of_another_version_are_said_to_be_so(project: Path, before: str, after: str, words: str) -> None:
    template = project / "theme/components/page/page.html"
    text = template.read_text(encoding="utf-8")
    assert before in text
    template.write_text(text.replace(before, after, 1), encoding="utf-8")
    with pytest.raises(BuildFailedError, match="网页模板与这个版本的明账不配") as error:
        build(project)
    assert words in str(error.value)


def test_a_sound_build_replaces_the_whole_site(project: Path) -> None:
    site = build(project)
    (site / "left-over.html").write_text("", encoding="utf-8")
    beside = sorted(project.iterdir())
    published = digests(build(project))
    assert "left-over.html" not in published
    assert sorted(project.iterdir()) == beside


@pytest.mark.parametrize("shown", [False, True], ids=["stop", "show"])
def test_errors_of_the_site_stop_it_unless_it_says_that_it_shows_errors(project: Path, *, shown: bool) -> None:
    site = project / "content" / "site.yml"
    text = CONTENT["site.yml"].replace("主办单位: 示例市财政局\n", "")
    site.write_text(text.replace("停止发布", "照常发布并列出") if shown else text, encoding="utf-8")
    if not shown:
        assert refused(project) == ["WEB-003"]
        return
    page = (build(project) / "completeness" / "index.html").read_text(encoding="utf-8")
    assert "网站自己的信息有1处不合要求：页脚没有主办单位（WEB-003）。" in page
