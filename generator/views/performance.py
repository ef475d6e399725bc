"""绩效: the overall goals, and each project as a part of its own that can be linked to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.views.blocks import Block, Cell, Fact, Facts, HeadCell, Items, Look, Row, Section
from generator.views.charted import projects_chart, schedule_chart
from generator.views.language import noted, say
from generator.views.tables import indicator_table, row_header, schedule_table, table
from generator.views.wording import BLANK, figure_cell, money, text_cell

if TYPE_CHECKING:
    from generator.model.performance import Project
    from generator.views.sections import Shown

_AMOUNTS = ("budget", "fiscal", "other")
_FACTS = (
    ("code", noted("项目编码")), ("project_class", noted("类别")), ("unit", noted("编制单位")), ("template", noted("项目绩效模板")),
    ("budget", noted("预算数")), ("fiscal", noted("其中：财政资金")), ("other", noted("其他资金")),
)  # fmt: skip
"""What heads the sheet of a project, by the field that it shows."""
_VALUE = noted("值")
_RUBRIC = (
    *(noted("一级指标"), noted("二级指标"), noted("三级指标"), noted("绩效指标描述")),
    *(noted("符号"), _VALUE, noted("单位（文字描述）"), noted("指标值确定依据")),
)


def overall(shown: Shown) -> tuple[list[Block], list[Section]]:
    """Return the blocks and the parts of 部门整体绩效."""
    part = shown.text.performance
    if part is None:
        return [], []
    sections = []
    if part.overall:
        sections.append(Section("overall-goal", say("总体绩效目标"), tuple(shown.text_of(part.overall))))
    if part.goals:
        goals = [
            Section(f"goal-{position}", _numbered(goal.number, goal.name), tuple(_goal_blocks(shown, position - 1)))
            for position, goal in enumerate(part.goals, 1)
        ]
        sections.append(Section("goals", say("分项绩效目标"), (), tuple(goals)))
    if part.measures:
        measures = []
        blocks: list[Block] = []
        for position, measure in enumerate(part.measures, 1):
            if measure.name:
                measures.append(Section(f"measure-{position}", _numbered(measure.number, measure.name), tuple(shown.text_of(measure.text))))
            else:
                blocks += shown.text_of(measure.text)
        sections.append(Section("measures", say("工作保障措施"), tuple(blocks), tuple(measures)))
    if part.rubric:
        sections.append(Section("rubric", say("部门整体绩效指标"), (_rubric_table(shown),)))
    return shown.text_of(part.note), sections


def _numbered(number: str | None, name: str) -> str:
    """Return a heading behind its number, if it has one: “1. 立法”, “一、立法”."""
    return f"{number}{'. ' if number.isascii() else '、'}{name}" if number else name


def _goal_blocks(shown: Shown, position: int) -> list[Block]:
    goal = shown.text.performance.goals[position] if shown.text.performance else None
    if goal is None:
        return []
    blocks = shown.text_of(goal.note)
    facts = [
        Fact(name, prose=shown.prose(narrative))
        for name, narrative in ((say("绩效目标"), goal.goal), (say("绩效指标"), goal.indicators))
        if narrative
    ]
    return [*blocks, *([Facts(tuple(facts))] if facts else [])]


def _rubric_table(shown: Shown) -> Block:
    rows = []
    for criterion in shown.text.performance.rubric if shown.text.performance else ():
        value = Cell(criterion.value, Look.NUMBER) if criterion.value else text_cell(criterion.value)
        cells = [("first", row_header(criterion.first)), ("second", text_cell(criterion.second)), ("third", row_header(criterion.third))]
        cells += [("description", text_cell(criterion.description)), ("sign", text_cell(criterion.sign)), ("value", value)]
        cells += [("scale", text_cell(criterion.scale)), ("basis", text_cell(criterion.basis))]
        rows.append(Row(tuple(shown.marks.on(cell, criterion, field) for field, cell in cells), key=shown.addresses.key(criterion)))
    head = [HeadCell(say(name), look=Look.NUMBER if name == _VALUE else Look.TEXT) for name in _RUBRIC]
    return table("t-rubric", shown.caption(say("部门整体支出绩效指标")), head, rows, columns=("value", "", ""))


def overview(shown: Shown, projects: tuple[Project, ...]) -> list[Block]:
    """Return a table of all projects that print an amount, in the order of the text."""
    if not any(project.budget is not None for project in projects):
        return []
    unit = shown.text.unit
    rows = [
        Row((row_header(project.name), figure_cell(project.budget, unit), figure_cell(project.fiscal, unit),
             figure_cell(project.other, unit), Cell(project.code, Look.CODE) if project.code else text_cell(None)),
            key=shown.addresses.key(project))
        for project in projects
    ]  # fmt: skip
    amounts = (HeadCell(name, look=Look.NUMBER) for name in (say("预算数"), say("其中：财政资金"), say("其他资金")))
    # The codes are long, and on a phone a reader comes for the amounts.
    head = [HeadCell(say("项目名称")), *amounts, HeadCell(say("项目编码"))]
    charts = projects_chart(shown.caption(say("项目")), projects)
    return [table("t-projects", shown.caption(say("项目一览")), head, rows, unit, ("budget", "fiscal", "other", ""), charts)]


def project_section(shown: Shown, project: Project, anchor: str) -> Section:
    """Return one project sheet."""
    unit_class = project.project_class
    values = (
        project.code, say(unit_class.value) if unit_class else None, project.unit, project.template,
        *[None if figure is None else money(figure) for figure in (project.budget, project.fiscal, project.other)],
    )  # fmt: skip
    marks = shown.marks
    facts = tuple(
        [
            marks.fact(say(name), value or say(BLANK), project, field, f"{anchor}-{field}" if field in _AMOUNTS else "")
            for (field, name), value in zip(_FACTS, values, strict=True)
            if value is not None
        ]
    )
    blocks: list[Block] = [Facts(facts)] if facts else []
    sections = []
    for slug, heading, narrative in (
        ("purpose", noted("资金用途"), project.purpose),
        ("background", noted("基本情况"), project.background),
        ("method", noted("目标和指标设置情况"), project.method),
    ):
        if narrative:
            sections.append(Section(f"{anchor}-{slug}", say(heading), tuple(shown.text_of(narrative))))
    if project.schedule:
        charts = schedule_chart(f"c-{anchor}-schedule", project.schedule)
        schedule = schedule_table(f"t-{anchor}-schedule", project.name, project.schedule, marks, shown.addresses, charts)
        sections.append(Section(f"{anchor}-schedule", say("资金支出计划"), (schedule,)))
    if project.goals:
        sections.append(Section(f"{anchor}-goals", say("绩效目标"), (Items(project.goals, numbered=True),)))
    if project.indicators:
        caption = say("{project}：绩效指标（{year}）", project=project.name, year=shown.year)
        indicators = indicator_table(f"t-{anchor}", caption, project.indicators, marks, shown.addresses)
        sections.append(Section(f"{anchor}-indicators", say("绩效指标"), (indicators,)))
    return Section(anchor, _numbered(project.number, project.name), tuple(blocks), tuple(sections))


def project_sections(shown: Shown, projects: tuple[Project, ...]) -> tuple[Section, ...]:
    """Return all project sheets; each links terms anew, since readers arrive at one of them from a search."""
    anchored = zip(projects, shown.addresses.projects, strict=True)
    return tuple(project_section(shown.afresh(), project, anchor) for project, anchor in anchored)
