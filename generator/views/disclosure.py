"""Everything of one disclosure on one page."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from generator.model.format import Demand
from generator.model.money import Money
from generator.views import sections as shown_as
from generator.views.blocks import Block, Entry, Fact, Facts, KeyFigure, KeyFigures, Link, Notice, PageView, Section
from generator.views.feedback import NOWHERE, Feedback
from generator.views.judged import judged_section
from generator.views.marks import Marks
from generator.views.outline import outline
from generator.views.performance import overall, overview, project_sections
from generator.views.sections import Shown
from generator.views.tables import statement_table
from generator.views.wording import amount, comparison, day, quoted, stated_change, title_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.check import Judgement
    from generator.model.disclosure import Disclosure
    from generator.model.format import Form
    from generator.model.money import Figure
    from generator.model.sections import Change, Review
    from generator.views.outline import Heading
    from generator.views.terms import TermFinder

# Label of the form → what shows it. 部门整体绩效, 项目, 公开表 and 名词解释 have parts and are shown by _content.
_BUILDERS: dict[str, shown_as.Builder] = {
    "公开依据": shown_as.plain("legal_basis"),
    "部门职责": shown_as.plain("duties"),
    "机构设置": shown_as.units,
    "预算编制说明": shown_as.plain("general"),
    "收入": shown_as.income,
    "支出": shown_as.expenditure,
    "比上年增减": shown_as.changes,
    "机关运行经费": shown_as.operating,
    "三公经费": shown_as.public_expenses,
    "专项资金说明": shown_as.plain("special_funds_note"),
    "政府采购": shown_as.procurement,
    "国有资产": shown_as.assets,
    "其他说明": shown_as.plain("other"),
    "更正": shown_as.corrections,
}


def disclosure_view(
    disclosure: Disclosure,
    finder: TermFinder,
    judgement: Judgement,
    neighbours: tuple[Disclosure | None, Disclosure | None] = (None, None),
    feedback: Feedback = NOWHERE,
) -> PageView:
    """Return the page; ``neighbours`` are the department's disclosures of the same kind in the nearest years before and after."""
    marks = Marks(judgement.findings)
    parts = [section for heading in outline(disclosure) if (section := _section(Shown(disclosure, finder, marks), heading))]
    title = title_of(disclosure)
    department = disclosure.department
    dates = disclosure.text.dates
    return PageView(
        title=title,
        description=f"{title}：收支、“三公”经费、绩效目标和项目，逐项列表公开。",
        breadcrumbs=(
            Link("首页", ""),
            Link(f"{disclosure.year}年", f"{disclosure.year}/"),
            Link(department.short_name, department.address),
        ),
        blocks=(*_key_figures(disclosure), _facts(disclosure)),
        sections=(
            *parts,
            judged_section(judgement, disclosure.text.waivers, partial(feedback.about, title, disclosure.address)),
            _source_section(disclosure),
        ),
        pager=tuple(
            Entry(Link(title_of(other), other.address), word)
            for word, other in zip(("上一年度", "下一年度"), neighbours, strict=True)
            if other
        ),
        contents=True,
        published=dates.published.isoformat() if dates and dates.published else "",
        origin=disclosure.department_name,
    )


def _section(shown: Shown, heading: Heading) -> Section | None:
    blocks, parts = _content(shown, heading.label)
    if blocks or parts:
        return Section(heading.anchor, heading.words, tuple(blocks), tuple(parts))
    if heading.demand is Demand.OPTIONAL:
        return None
    return Section(heading.anchor, heading.words, (_lacking(f"本公开文本没有{quoted(heading.words)}这一部分。", shown.disclosure.form),))


def _content(shown: Shown, label: str) -> tuple[list[Block], Sequence[Section]]:
    """Return the blocks and the parts of the section with this label."""
    if label in _BUILDERS:
        return _BUILDERS[label](shown), ()
    if label == "部门整体绩效":
        return overall(shown)
    if label == "项目":
        return overview(shown, shown.text.projects), project_sections(shown, shown.text.projects)
    if label == "名词解释":
        return [], shown_as.glossary(shown)
    return _statements(shown)


def _statements(shown: Shown) -> tuple[list[Block], list[Section]]:
    disclosure = shown.disclosure
    written = {statement.title: statement for statement in disclosure.text.statements}
    parts, lacking = [], []
    for form in disclosure.form.statements:
        title = form.full_title or form.title
        statement = written.get(form.title)
        if statement is None:
            if form.demand is Demand.REQUIRED:
                lacking.append(f"《{title}》")
            continue
        blocks: list[Block] = []
        if statement.lines:
            blocks.append(statement_table(statement, form, shown.caption(title), shown.marks))
        elif statement.note:
            blocks.append(Notice("note", statement.note.text))
        else:
            blocks.append(_lacking(f"《{title}》是空表，也没有说明。", disclosure.form))
        parts.append(Section(form.slug, title, tuple(blocks)))
    notices: list[Block] = []
    if lacking:
        notices.append(_lacking(f"本公开文本没有以下{len(lacking)}张公开表：{'、'.join(lacking)}。", disclosure.form))
    return notices, parts


def _lacking(text: str, form: Form) -> Notice:
    basis = form.basis.text if form.basis else ""
    return Notice("lacking", text, f"依据：{basis}" if basis else "")


def _facts(disclosure: Disclosure) -> Facts:
    dates = disclosure.text.dates
    department = disclosure.department
    rows = [
        Fact("部门", disclosure.department_name),
        Fact("地区和级次", f"{department.region.name}（{department.level.value}）"),
        Fact("文种和阶段", f"{disclosure.kind.value}（{disclosure.kind.phase}）"),
        Fact("金额单位", disclosure.text.unit.value),
        Fact("公开日期", day(dates.published if dates else None)),
        Fact("财政批复日期", day(dates.finance if dates else None)),
    ]
    if dates and dates.congress:
        rows.append(Fact("人大批准日期", day(dates.congress)))
    if reviewed := _reviewed(disclosure.text.review):
        rows.append(Fact("保密审查", reviewed))
    if disclosure.text.title:
        rows.insert(0, Fact("原标题", disclosure.text.title))
    if disclosure.text.status:
        rows.append(Fact("状态", disclosure.text.status.value))
    if disclosure.text.provenance:
        rows.append(Fact("资料来源", disclosure.text.provenance.text))
    return Facts(tuple(rows))


def _reviewed(review: Review | None) -> str:
    """Return who reviewed the text, when, and who signed, or the empty string where nothing was filled in."""
    if review is None:
        return ""
    parts = (("保密审查人", review.reviewer), ("日期", day(review.day) if review.day else ""), ("审签人", review.approver))
    return "，".join(f"{name}：{value}" for name, value in parts if value)


def _key_figures(disclosure: Disclosure) -> list[KeyFigures]:
    text = disclosure.text
    stated = {change.name: change for change in text.changes.rows} if text.changes else {}
    candidates: list[tuple[str, Figure | None, str]] = []
    if text.income:
        candidates.append(("收入合计", text.income.total, _stated(stated, "收入", "收支总额")))
    if text.expenditure:
        candidates.append(("支出合计", text.expenditure.total, _stated(stated, "支出", "收支总额")))
        candidates += [(part.name, part.amount, _stated(stated, part.name)) for part in text.expenditure.parts]
    if text.operating:
        candidates.append(("机关运行经费", text.operating.amount, ""))
    if text.public_expenses and text.public_expenses.total:
        total = text.public_expenses.total
        candidates.append(("“三公”经费", total.amount, comparison(total)))
    figures = [
        KeyFigure(name, amount(figure), figure.unit.value, remark) for name, figure, remark in candidates if isinstance(figure, Money)
    ]
    budgets = [project.budget for project in text.projects if isinstance(project.budget, Money)]
    if not figures and budgets:
        total_budget = Money(sum((budget.yuan for budget in budgets), start=budgets[0].yuan * 0) / text.unit.in_yuan, text.unit)
        figures = [
            KeyFigure("项目预算数合计", amount(total_budget), text.unit.value, f"由{len(budgets)}个项目的预算数相加"),
            KeyFigure("项目", str(len(text.projects)), "个"),
        ]
    return [KeyFigures(tuple(figures))] if figures else []


def _stated(stated: dict[str, Change], *names: str) -> str:
    change = next((stated[name] for name in names if name in stated), None)
    return stated_change(change) if change is not None else ""


def _source_section(disclosure: Disclosure) -> Section:
    rows = tuple(Fact(source.path, f"SHA-256 {source.sha256[:16]}…") for source in disclosure.sources)
    text = "本页由下列源文件生成。内容指纹随文件的每一处改动而变，可以用 sha256sum 核对。"
    return Section("source", "源文件和版本", (Notice("note", text), Facts(rows)))
