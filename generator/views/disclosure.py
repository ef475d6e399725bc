"""Everything of one disclosure on one page."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from generator.model.corpus import NO_FAMILY
from generator.model.format import Demand
from generator.views import sections as shown_as
from generator.views.addresses import Addresses
from generator.views.blocks import Block, Entry, Fact, Facts, Link, Notice, PageView, Section, UnitChoice
from generator.views.corrections import corrected_places
from generator.views.downloads import NO_FILES, downloads_section, identity
from generator.views.feedback import NOWHERE, Feedback
from generator.views.figures import with_origins
from generator.views.glance import YearSwitch
from generator.views.headlines import broken, key_figures, planned_for
from generator.views.judged import judged_section
from generator.views.language import noted, say, say_as
from generator.views.lists import home
from generator.views.machines import article
from generator.views.marks import Marks
from generator.views.origins import origins
from generator.views.outline import anchors_of, outline
from generator.views.performance import overall, overview, project_sections
from generator.views.sections import Shown
from generator.views.summary import project_overview, summary
from generator.views.tables import statement_table
from generator.views.wording import day, quoted, title_of, with_level, year_and_kind, year_name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.check import Judgement
    from generator.model.corpus import Family
    from generator.model.disclosure import Disclosure
    from generator.model.format import Form
    from generator.model.sections import Review
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
    "附件": shown_as.attachments,
    "更正": shown_as.corrections,
}
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Setting:
    """What a page shows beside the disclosure itself."""

    family: Family = NO_FAMILY
    """The department's other disclosures, to which it leads."""
    explained: bool = False
    """Whether the account of its figures stands below each table; the search does without."""
    files: Mapping[str, int] = field(default_factory=lambda: NO_FILES)
    """The written files of open data by address, with their sizes in bytes."""
    feedback: Feedback = NOWHERE


ALONE = Setting()


def disclosure_view(disclosure: Disclosure, finder: TermFinder, judgement: Judgement, setting: Setting = ALONE) -> PageView:
    """Return the page of a disclosure in its setting."""
    family, files, title = setting.family, setting.files, title_of(disclosure)
    marks = Marks(judgement.findings, corrected_places(disclosure.text))
    addresses = Addresses(disclosure)
    shown = Shown(disclosure, finder, marks, addresses)
    near = [(other, anchors_of(other)) for other in (family.before, family.after) if other]
    parts = [section for heading in outline(disclosure) if (section := _section(shown.afresh(), heading, _elsewhere(heading, near)))]
    if setting.explained:
        answer = setting.feedback.at(title, disclosure.address)
        parts = list(with_origins(parts, origins(disclosure, addresses, judgement, answer), addresses))
    figures = disclosure.headlines
    projects = disclosure.text.projects
    department = disclosure.department
    return PageView(
        title=title,
        description=say("{title}：收支、“三公”经费、绩效目标和项目，逐项列表公开。", title=title),
        breadcrumbs=(
            home(),
            Link(year_name(disclosure.year), f"{disclosure.year}/"),
            Link(department.short_name, department.address),
        ),
        blocks=(
            *_year_switch(disclosure, family),
            *summary(disclosure, figures, marks, judgement),
            *key_figures(disclosure, figures, marks, planned_for(disclosure, family.all)),
            UnitChoice(disclosure.text.unit.value),
            *project_overview(projects, addresses.projects),
            _facts(disclosure),
        ),
        sections=(
            *parts,
            judged_section(judgement, disclosure.text.waivers, partial(setting.feedback.about, title, disclosure.address)),
            *downloads_section(f"{disclosure.address}{identity(disclosure)}", files),
            _source_section(disclosure),
        ),
        pager=tuple(
            Entry(Link(title_of(other), other.address), say(word))
            for word, other in ((noted("上一年度"), family.before), (noted("下一年度"), family.after))
            if other
        ),
        contents=True,
        machines=article(disclosure, title, files),
    )


def _year_switch(disclosure: Disclosure, family: Family) -> tuple[YearSwitch, ...]:
    """Return the ways to the department's other years and kinds, newest first; nothing where there are none."""
    if len(family.all) < _FEWEST:
        return ()
    pages = (
        (year_and_kind(other.year, other.kind), "" if other.address == disclosure.address else other.address)
        for other in reversed(family.all)
    )
    return (YearSwitch(say("同一部门的各年公开文本"), tuple(pages)),)


def _elsewhere(heading: Heading, near: Sequence[tuple[Disclosure, frozenset[str]]]) -> tuple[Link, ...]:
    """Return the ways to the same section in the years next to this one, where they have it."""
    anchor = heading.anchor
    return tuple([Link(year_and_kind(other.year, other.kind), f"{other.address}#{anchor}") for other, known in near if anchor in known])


def _section(shown: Shown, heading: Heading, years: tuple[Link, ...]) -> Section | None:
    blocks, parts = _content(shown, heading.label)
    if blocks or parts:
        return Section(heading.anchor, heading.said, tuple(blocks), tuple(parts), years)
    if heading.demand is Demand.OPTIONAL:
        return None
    said = say("本公开文本没有{section}这一部分。", section=quoted(heading.said))
    return Section(heading.anchor, heading.said, (_lacking(said, shown.disclosure.form),), (), years)


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
                lacking.append(say("《{table}》", table=title))
            continue
        blocks: list[Block] = []
        if statement.lines:
            blocks.append(statement_table(statement, form, shown.caption(title), shown.marks, shown.addresses))
        elif statement.note:
            blocks.append(Notice("note", statement.note.text))
        else:
            blocks.append(_lacking(say("《{table}》是空表，也没有说明。", table=title), disclosure.form))
        parts.append(Section(form.slug, title, tuple(blocks)))
    notices: list[Block] = []
    if lacking:
        said = say("本公开文本没有以下{count}张公开表：{tables}。", count=len(lacking), tables=say("、").join(lacking))
        notices.append(_lacking(said, disclosure.form))
    return notices, parts


def _lacking(text: str, form: Form) -> Notice:
    basis = form.basis.text if form.basis else ""
    return Notice("lacking", text, say("依据：{basis}", basis=basis) if basis else "")


def _facts(disclosure: Disclosure) -> Facts:
    department = disclosure.department
    dates = disclosure.text.dates
    rows = [
        Fact(say_as("one", "部门"), disclosure.department_name),
        Fact(say("地区和级次"), with_level(department.region, department.level)),
        Fact(say("文种和阶段"), say("{kind}（{phase}）", kind=say(disclosure.kind.value), phase=say(disclosure.kind.phase))),
        Fact(say("金额单位"), say(disclosure.text.unit.value)),
        Fact(say("公开日期"), day(dates.published if dates else None)),
        Fact(say("财政批复日期"), day(dates.finance if dates else None)),
    ]
    if dates and dates.congress:
        rows.append(Fact(say("人大批准日期"), day(dates.congress)))
    if reviewed := _reviewed(disclosure.text.review):
        rows.append(Fact(say("保密审查"), reviewed))
    if disclosure.text.title:
        rows.insert(0, Fact(say("原标题"), disclosure.text.title))
    if disclosure.text.status:
        rows.append(Fact(say("状态"), say(disclosure.text.status.value)))
    rows += [Fact(say("与上年不可比"), broken(gap)) for gap in disclosure.text.breaks]
    if disclosure.text.provenance:
        rows.append(Fact(say("资料来源"), disclosure.text.provenance.text))
    return Facts(tuple(rows))


def _reviewed(review: Review | None) -> str:
    """Return who reviewed the text, when, and who signed, or the empty string where nothing was filled in."""
    if review is None:
        return ""
    parts = (
        (noted("保密审查人：{value}"), review.reviewer),
        (noted("日期：{value}"), day(review.day) if review.day else ""),
        (noted("审签人：{value}"), review.approver),
    )
    return say("，").join(say(words, value=value) for words, value in parts if value)


def _source_section(disclosure: Disclosure) -> Section:
    rows = tuple(Fact(source.path, f"SHA-256 {source.sha256[:16]}…") for source in disclosure.sources)
    text = say("本页由下列源文件生成。内容指纹随文件的每一处改动而变，可以用 sha256sum 核对。")
    return Section("source", say("源文件和版本"), (Notice("note", text), Facts(rows)))
