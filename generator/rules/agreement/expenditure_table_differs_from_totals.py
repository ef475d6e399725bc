"""X-002."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.entry import Sums
from generator.model.sheet import add_cells, add_rows
from generator.model.side import plain_name
from generator.rules.remarks import verdict
from generator.rules.rule import Basis, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure
    from generator.rules.rule import Said


def _sums(disclosure: Disclosure) -> list[Sums]:
    totals, table = disclosure.sheets.get("收支总表"), disclosure.sheets.get("支出总表")
    side = totals.sides.get("支出") if totals else None
    sums = Sums()
    if totals and side and table and totals.used:
        column = totals.used[0]
        if table.total and side.spent(column):
            add_cells(sums, (table, table.total, "合计"), (totals, side.spent(column), column))
        classes = [line for code, line in table.by_code.items() if len(code) == len("201")]
        rows = [(line, same) for line in classes if (same := side.by_name.get(plain_name(line.name)))]
        add_rows(sums, (table, "合计"), (totals, column), rows)
    return [sums]


@rule("X-002", Severity.ERROR, Basis("表间勾稽关系"))
def expenditure_table_differs_from_totals(disclosure: Disclosure) -> Iterator[Said]:
    """收支总表的本年支出合计应当等于支出总表的合计，各类支出也应当等于支出总表里的同一类。

    为什么：两张表说的是同一笔支出，数字不一样，读者无从知道哪张表可信。
    怎么改：找出写错的那张表，改成同一个数；只改了一张表的，把另一张一起更新。
    """
    yield from verdict(_sums(disclosure), "请核对两张表，改成同一个数。")
