"""X-001."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.entry import Sums
from generator.model.sheet import add_cells
from generator.model.side import source_key
from generator.rules.remarks import verdict
from generator.rules.rule import Basis, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure
    from generator.model.sheet import Sheet
    from generator.model.side import Side
    from generator.rules.rule import Said

_CARRIED = source_key("上年结转结余")


def _sums(disclosure: Disclosure) -> list[Sums]:
    totals = disclosure.sheets.get("收支总表")
    income = totals.sides.get("收入") if totals else None
    sums = Sums()
    if totals and income and totals.used:
        table, fiscal = disclosure.sheets.get("收入总表"), disclosure.sheets.get("财政拨款收支总表")
        if table and table.total:
            _add_total(sums, totals, income, table)
            for column in table.used:
                line = income.by_source.get(source_key(column)) if column != "合计" else None
                if line is not None:
                    add_cells(sums, (table, table.total, column), (totals, line, totals.used[0]))
        other = fiscal.sides.get("收入") if fiscal else None
        if fiscal and other and fiscal.used:
            for key, line in other.by_source.items():
                if key != _CARRIED and key in income.by_source:
                    add_cells(sums, (fiscal, line, fiscal.used[0]), (totals, income.by_source[key], totals.used[0]))
    return [sums]


@rule("X-001", Severity.ERROR, Basis("表间勾稽关系"))
def income_table_differs_from_totals(disclosure: Disclosure) -> Iterator[Said]:
    """收支总表的收入应当与收入总表的合计一致，各项来源与收入总表、财政拨款收支总表里的同一来源一致。

    为什么：这几张表说的是同一笔收入，数字不一样，读者无从知道哪张表可信。
    怎么改：找出写错的那张表，改成同一个数；只改了一张表的，把其他表一起更新。
    """
    yield from verdict(_sums(disclosure), "请核对两张表，改成同一个数。")


def _add_total(sums: Sums, totals: Sheet, income: Side, table: Sheet) -> None:
    """Add the grand totals; an income statement that leaves out what is carried over agrees with this year's total."""
    whole = table.amount(table.total, "合计")
    lines = [line for line in (income.grand, income.year) if line]
    entries = [entry for line in lines if (entry := totals.amount(line, totals.used[0]))]
    matching = [entry for entry in entries if whole and whole.money.same_as(entry.money)]
    if entries:
        sums.add("", whole, (matching or entries)[:1])
