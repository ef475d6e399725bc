"""The figures that the written sections and the statements both print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.entry import Entry, Sums
from generator.model.expenses import ITEMS, Expenses
from generator.model.money import Money
from generator.model.side import source_key

if TYPE_CHECKING:
    from generator.model.disclosure import Disclosure
    from generator.model.record import Record
    from generator.model.sections import Flow
    from generator.model.sheet import Cell

_KINDS = {"人员经费": "人员经费", "公用经费": "公用经费", "日常公用经费": "公用经费"}


def section_figures(disclosure: Disclosure) -> Sums:
    """Return each figure of a section against the cell of a statement that prints the same."""
    sums = Sums()
    if not disclosure.sheets:
        return sums
    text = disclosure.text
    if text.income is not None:
        _add_totals(sums, disclosure, text.income, "收入")
    if text.expenditure is not None:
        _add_totals(sums, disclosure, text.expenditure, "支出")
        _add_expenditure(sums, disclosure, text.expenditure)
    _add_expenses(sums, disclosure.expenses)
    table = disclosure.sheets.get("政府采购表")
    if text.procurement is not None and table and table.total:
        _add(sums, ("政府采购", "合计"), (text.procurement, "total"), (table, table.total, "总价"))
    return sums


def _add(sums: Sums, name: tuple[str, str], spot: tuple[Record, str], cell: Cell) -> None:
    """Compare a figure with a cell; ``name`` is the section's and the figure's, in words only where they differ."""
    figure, (sheet, line, column) = getattr(*spot), cell
    printed = line.cells.get(column) if line else None
    if type(figure) is not Money:
        return
    if line is not None and type(printed) is Money and figure.same_as(printed):
        sums.agree(spot, (line, column))
    else:
        sums.add("", Entry(f"“{name[0]}”一节的{name[1]}", figure, spot), [sheet.amount(line, column)])


def _add_totals(sums: Sums, disclosure: Disclosure, flow: Flow, name: str) -> None:
    """Compare a total with the grand total or this year's, whichever the text means, and the parts with the rows of their names."""
    sheet = disclosure.sheets.get("收支总表")
    side = sheet.sides.get(name) if sheet else None
    if sheet is None or side is None or not sheet.used:
        return
    column = sheet.used[0]
    totals = [(line, cell) for line in (side.grand, side.year) if line and type(cell := line.cells.get(column)) is Money]
    if isinstance(flow.total, Money) and totals:
        meant = next((line for line, cell in totals if flow.total.same_as(cell)), totals[0][0])
        _add(sums, (name, "合计"), (flow, "total"), (sheet, meant, column))
    rows = side.by_source
    for part in flow.parts:
        key = source_key(part.name)
        if key in rows:
            _add(sums, (name, part.name), (part, "amount"), (sheet, rows[key], column))


def _add_expenditure(sums: Sums, disclosure: Disclosure, flow: Flow) -> None:
    """Compare 基本支出 and 项目支出, and what 基本支出 consists of where the whole of it is in the basic expenditure statement."""
    table, basic = disclosure.sheets.get("支出总表"), disclosure.sheets.get("基本支出表")
    for part in flow.parts:
        if table and table.total and part.name in table.used and type(table.total.cells.get(part.name)) is Money:
            _add(sums, ("支出", part.name), (part, "amount"), (table, table.total, part.name))
        if part.name != "基本支出" or basic is None or basic.total is None:
            continue
        whole = basic.total.cells.get("合计")
        same = type(whole) is Money and isinstance(part.amount, Money) and part.amount.same_as(whole)
        for inner in part.parts if same else ():
            column = _KINDS.get(inner.name)
            if column and column in basic.used and type(basic.total.cells.get(column)) is Money:
                _add(sums, ("支出", inner.name), (inner, "amount"), (basic, basic.total, column))


def _add_expenses(sums: Sums, sets: tuple[Expenses, ...]) -> None:
    """Compare the “三公” items of the text with their statement: this year's with this year's, last year's with last year's."""
    for year, columns in (("本年", ("本年预算数", "决算数")), ("上年", ("上年预算数", "上年决算数"))):
        text = next((each for each in sets if each.column == year), None)
        table = next((each for each in sets if each.column in columns), None)
        for key in ITEMS if text and table else ():
            entry, cell = (text.entries.get(key), table.entries.get(key)) if text and table else (None, None)
            if entry is None or cell is None or table is None:
                continue
            if entry.money.same_as(cell.money):
                sums.agree(entry.written, cell.written)
            else:
                named = Entry(f"“三公”经费一节{entry.name}的{year}数", entry.money, entry.spot)
                sums.add("", named, [Entry(f"《三公经费表》“{ITEMS[key][0]}”的“{table.column}”", cell.money, cell.spot)])
