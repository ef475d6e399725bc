"""The figures that the written sections and the statements both print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.entry import Entry, adds_up
from generator.model.expenses import ITEMS, Expenses
from generator.model.money import Money
from generator.model.side import source_key

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.model.disclosure import Disclosure
    from generator.model.sections import Flow, Part

_Pair = tuple[Entry, "Sequence[Entry | None]"]
_KINDS = {"人员经费": "人员经费", "公用经费": "公用经费", "日常公用经费": "公用经费"}


def section_figures(disclosure: Disclosure) -> Iterator[_Pair]:
    """Yield each figure of a section with the cell of a statement that prints the same."""
    if not disclosure.sheets:
        return
    text = disclosure.text
    if text.income is not None:
        yield from _of_totals(disclosure, text.income, "收入")
    if text.expenditure is not None:
        yield from _of_totals(disclosure, text.expenditure, "支出")
        yield from _of_expenditure(disclosure, text.expenditure)
    yield from _of_expenses(disclosure.expenses)
    table = disclosure.sheets.get("政府采购表")
    if text.procurement is not None and table and table.total and isinstance(text.procurement.total, Money):
        entry = Entry("“政府采购”一节的合计", text.procurement.total, (text.procurement, "total"))
        yield entry, [table.amount(table.total, "总价")]


def _of_totals(disclosure: Disclosure, flow: Flow, name: str) -> Iterator[_Pair]:
    """Compare a total with the grand total or this year's, whichever the text means, and the parts with the rows of their names."""
    sheet = disclosure.sheets.get("收支总表")
    side = sheet.sides.get(name) if sheet else None
    if sheet is None or side is None or not sheet.used:
        return
    column = sheet.used[0]
    totals = [entry for line in (side.grand, side.year) if line and (entry := sheet.amount(line, column))]
    if isinstance(flow.total, Money) and totals:
        total = flow.total
        yield (
            Entry(f"“{name}”一节的合计", total, (flow, "total")),
            [*[each for each in totals if adds_up(total, [each.money])], *totals][:1],
        )
    rows = side.by_source
    for part in flow.parts:
        if isinstance(part.amount, Money) and source_key(part.name) in rows:
            entry = Entry(f"“{name}”一节的{part.name}", part.amount, (part, "amount"))
            yield entry, [sheet.amount(rows[source_key(part.name)], column)]


def _of_expenditure(disclosure: Disclosure, flow: Flow) -> Iterator[_Pair]:
    """Compare 基本支出 and 项目支出, and what 基本支出 consists of where the whole of it is in the basic expenditure statement."""
    table, basic = disclosure.sheets.get("支出总表"), disclosure.sheets.get("基本支出表")
    for part in flow.parts:
        if table and table.total and part.name in table.used:
            yield from _beside(part, table.amount(table.total, part.name))
        whole = basic.entry(basic.total, "合计") if basic else None
        same = part.name == "基本支出" and whole and isinstance(part.amount, Money) and adds_up(part.amount, [whole.money])
        for inner in part.parts if same else ():
            column = _KINDS.get(inner.name)
            if basic and column in basic.used:
                yield from _beside(inner, basic.amount(basic.total, column))


def _beside(part: Part, cell: Entry | None) -> Iterator[_Pair]:
    if isinstance(part.amount, Money) and cell is not None:
        yield Entry(f"“支出”一节的{part.name}", part.amount, (part, "amount")), [cell]


def _of_expenses(sets: tuple[Expenses, ...]) -> Iterator[_Pair]:
    """Compare the “三公” items of the text with their statement: this year's with this year's, last year's with last year's."""
    for year, columns in (("本年", ("本年预算数", "决算数")), ("上年", ("上年预算数", "上年决算数"))):
        text = next((each for each in sets if each.column == year), None)
        table = next((each for each in sets if each.column in columns), None)
        for key in ITEMS if text and table else ():
            entry, cell = (text.entries.get(key), table.entries.get(key)) if text and table else (None, None)
            if entry and cell:
                named = Entry(f"“三公”经费一节{entry.name}的{year}数", entry.money, entry.spot)
                yield named, [Entry(f"《三公经费表》“{ITEMS[key][0]}”的“{table.column}”" if table else "", cell.money, cell.spot)]
