"""Tables of a disclosure: which columns they have, what heads their rows, how merged cells read."""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from generator.views.addresses import split_targets
from generator.views.blocks import Cell, HeadCell, Look, Row, Table
from generator.views.language import kept_for_each, noted, remembered, say, say_as
from generator.views.row_address import column_address, columns_of
from generator.views.wording import figure_cell, share_cell, text_cell

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.model.format import StatementForm
    from generator.model.money import MoneyUnit
    from generator.model.performance import Indicator, Schedule
    from generator.model.sections import Flow, Part
    from generator.model.statement import Line, Statement
    from generator.views.addresses import Addresses
    from generator.views.drawing import Chart
    from generator.views.marks import Marks

_NUMBER = Look.NUMBER
_LEVEL_OF_CODE = {3: "类", 5: "款", 7: "项"}
_TOTALS = ("合计", "总计")
SCHEDULE = ((noted("3月底"), "march"), (noted("6月底"), "june"), (noted("10月底"), "october"), (noted("12月底"), "december"))
"""The dates of a payment schedule with the fields that hold their shares."""
_SHARES = tuple(field for _, field in SCHEDULE)
_first, _second = attrgetter("first"), attrgetter("second")
_LABELS = (noted("一级指标"), noted("二级指标"), noted("三级指标"), noted("绩效指标描述"))


def table(  # noqa: PLR0913, PLR0917 - what stands where, and what belongs to it
    anchor: str,
    caption: str,
    head: Sequence[HeadCell],
    rows: Iterable[Row],
    unit: MoneyUnit | None = None,
    columns: tuple[str, ...] = (),
    charts: tuple[Chart, ...] = (),
    notes: tuple[str, ...] = (),
) -> Table:
    """Return a table with one header row and one group of rows.

    Its last columns have addresses under the names in ``columns``; an empty one stands for a column without figures.
    """
    lead = len(head) - len(columns)
    named = [HeadCell(*cell[:-1], column_address(anchor, key) if key else "") for cell, key in zip(head[lead:], columns, strict=True)]
    return Table(anchor, caption, unit.value if unit else "", ((*head[:lead], *named),), (tuple(rows),), notes, columns, charts)


def row_header(text: str | None, level: str = "") -> Cell:
    """Return the cell that names its row."""
    return text_cell(text, "row", level=level)


def parts_table(  # noqa: PLR0913, PLR0917 - where it stands, what it shows, and what its cells are marked with
    anchor: str, caption: str, flow: Flow, unit: MoneyUnit, marks: Marks, addresses: Addresses, charts: tuple[Chart, ...]
) -> Table:
    """Return named amounts with what they consist of, the total last."""
    rows = list(_part_rows(flow.parts, unit, marks, addresses, depth=1))
    if flow.total is not None:
        cells = (row_header(say("合计")), marks.on(figure_cell(flow.total, unit), flow, "total"))
        rows.append(Row(cells, total=True, key=addresses.key(flow)))
    head = (HeadCell(say_as("item", "项目")), HeadCell(say("金额"), look=_NUMBER))
    return table(anchor, caption, head, rows, unit, ("amount",), charts)


def _part_rows(parts: tuple[Part, ...], unit: MoneyUnit, marks: Marks, addresses: Addresses, depth: int) -> Iterable[Row]:
    for part in parts:
        name = marks.on(row_header(part.name, level=str(depth)), part, "name")
        yield Row((name, marks.on(figure_cell(part.amount, unit), part, "amount")), key=addresses.key(part))
        yield from _part_rows(part.parts, unit, marks, addresses, depth + 1)


def schedule_table(  # noqa: PLR0913, PLR0917 - likewise
    anchor: str, name: str, schedule: Schedule, marks: Marks, addresses: Addresses, charts: tuple[Chart, ...]
) -> Table:
    """Return the cumulative payment schedule as a table of one row."""
    shares = [marks.on(share_cell(getattr(schedule, field)), schedule, field) for field in _SHARES]
    row = Row((row_header(say("累计支出进度")), *shares), key=addresses.key(schedule))
    # Its heads have no addresses: so all schedules share them, and what leads to a figure leads to its cell.
    caption = say("{project}：资金支出计划（累计百分比）", project=name)
    return Table(anchor, caption, "", _schedule_head(), ((row,),), columns=_SHARES, charts=charts)


@remembered(maxsize=1)
def _schedule_head() -> tuple[tuple[HeadCell, ...], ...]:
    return ((HeadCell(say("时间")), *[HeadCell(say(label), look=_NUMBER) for label, _ in SCHEDULE]),)


def indicator_table(anchor: str, caption: str, indicators: tuple[Indicator, ...], marks: Marks, addresses: Addresses) -> Table:
    """Return the indicators, one group of rows for each run of a 一级指标; merged cells span their rows.

    Forms that print the value in three columns keep them, under one header.
    """
    split = split_targets(indicators)
    fields = ("third", "description", *(("sign", "value", "scale") if split else ("target",)), "basis")
    groups = []
    for first, run in groupby(indicators, _first):
        of_first = list(run)
        group: list[Row] = []
        for second, second_run in groupby(of_first, _second):
            of_second = list(second_run)
            heads = [] if group else [text_cell(first, "rowgroup", len(of_first))]
            heads.append(text_cell(second, "row", len(of_second)))
            for indicator in of_second:
                if split:
                    values = _cells_of(
                        indicator.third, indicator.description, indicator.sign, indicator.value, indicator.scale, indicator.basis
                    )
                else:
                    target = indicator.target
                    values = _cells_of(indicator.third, indicator.description, target.text if target else None, indicator.basis)
                group.append(Row(tuple(marks.along((*heads, *values), indicator, fields)), key=addresses.key(indicator)))
                heads = []
        groups.append(tuple(group))
    return Table(anchor, caption, "", _indicator_head(split), tuple(groups), (), ("value", "", "") if split else ("target", ""))


@remembered(maxsize=2)
def _indicator_head(split: bool) -> tuple[tuple[HeadCell, ...], ...]:  # noqa: FBT001 - it is kept by position
    labels = tuple(map(say, _LABELS))
    if not split:
        return (tuple(HeadCell(label) for label in (*labels, say("指标值"), say("指标值确定依据"))),)
    upper = (
        *(HeadCell(label, rowspan=2) for label in labels),
        HeadCell(say("指标值"), "colgroup", colspan=3),
        HeadCell(say("指标值确定依据"), rowspan=2),
    )
    return (upper, (HeadCell(say("符号")), HeadCell(say("值")), HeadCell(say("单位（文字描述）"))))


@remembered(maxsize=1 << 14)
def _cells_of(name: str | None, *values: str | None) -> tuple[Cell, ...]:
    """Return the cells of an indicator's own row: the same indicator stands in many sheets, and in every year of them."""
    return (row_header(name), *map(text_cell, values))


def statement_table(statement: Statement, form: StatementForm, caption: str, marks: Marks, addresses: Addresses) -> Table:
    """Return a public statement: codes and names head the rows, the form's columns follow; two-sided forms have two groups."""
    runs = [[line for line in statement.lines if line.side == side] for side in form.sides] if form.sides else [list(statement.lines)]
    groups = tuple(tuple(_line_rows(run, statement, form, marks, addresses)) for run in runs if run)
    notes = (statement.note.text,) if statement.note else ()
    keys = tuple([key for key, _ in columns_of(form).values()])
    return Table(f"t-{form.slug}", caption, statement.unit.value, _statement_head(form), groups, notes, keys)


@kept_for_each
def _statement_head(form: StatementForm) -> tuple[tuple[HeadCell, ...], ...]:
    """Return the header rows of a statement; thousands share those of their form."""
    columns = form.columns
    lead = [HeadCell(say("栏"))] if form.sides else []
    lead += [HeadCell(say("科目编码")), HeadCell(say("科目名称"))] if form.coded else [HeadCell(form.row_label)]
    keys = [column_address(f"t-{form.slug}", key) for key, _ in columns_of(form).values()]
    looks = [Look.TEXT if column.kind.value == "文字" else _NUMBER for column in columns]
    if any(column.group for column in columns):
        return _two_level_head(lead, form, looks, keys)
    named = zip(columns, looks, keys, strict=True)
    return ((*lead, *(HeadCell(column.name, look=look, key=key) for column, look, key in named)),)


def _line_rows(lines: list[Line], statement: Statement, form: StatementForm, marks: Marks, addresses: Addresses) -> Iterable[Row]:
    columns, unit = [column.name for column in form.columns], statement.unit
    fields = (*(("code", "name") if form.coded else ("name",)), *columns)
    for position, line in enumerate(lines):
        cells = [Cell(line.side, scope="rowgroup", rowspan=len(lines))] if form.sides and position == 0 else []
        cells += _line_header(line.name, line.code, form.coded)
        cells += [figure_cell(cell, unit) for cell in map(line.cells.get, columns)]
        yield Row(tuple(marks.along(cells, line, fields)), line.name.endswith(_TOTALS), addresses.key(line))


@remembered(maxsize=1 << 12)
def _line_header(name: str, code: str, coded: bool) -> tuple[Cell, ...]:  # noqa: FBT001 - the form says it, and it is kept by position
    """Return the cells that say which account a row is of, the name indented by the depth of its code."""
    header = row_header(name, level=_LEVEL_OF_CODE.get(len(code), ""))
    return (Cell(code or "—", Look.CODE), header) if coded else (header,)


def _two_level_head(lead: list[HeadCell], form: StatementForm, looks: list[str], keys: list[str]) -> tuple[tuple[HeadCell, ...], ...]:
    upper = [cell._replace(rowspan=2) for cell in lead]
    lower: list[HeadCell] = []
    columns = list(zip(form.columns, looks, keys, strict=True))
    for group, run in groupby(columns, key=lambda column: column[0].group):
        members = list(run)
        if group is None:
            upper += [HeadCell(column.name, look=look, rowspan=2, key=key) for column, look, key in members]
        else:
            upper.append(HeadCell(group, "colgroup", colspan=len(members)))
            lower += [HeadCell(column.name, look=look, key=key) for column, look, key in members]
    return tuple(upper), tuple(lower)
