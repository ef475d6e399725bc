"""X-005."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.entry import Sums
from generator.model.sheet import add_cells
from generator.rules.remarks import verdict
from generator.rules.rule import Basis, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure
    from generator.rules.rule import Said

_TABLES = (("政府性基金表", "政府性基金预算"), ("国有资本经营表", "国有资本经营预算"))


def _sums(disclosure: Disclosure) -> list[Sums]:
    fiscal = disclosure.sheets.get("财政拨款收支总表")
    side = fiscal.sides.get("支出") if fiscal else None
    sums = Sums()
    for title, column in _TABLES:
        table = disclosure.sheets.get(title)
        if fiscal and side and table and table.total and column in fiscal.used and side.spent(column):
            add_cells(sums, (table, table.total, "合计"), (fiscal, side.spent(column), column))
    return [sums]


@rule("X-005", Severity.ERROR, Basis("表间勾稽关系"))
def fund_table_differs_from_fiscal_totals(disclosure: Disclosure) -> Iterator[Said]:
    """政府性基金表、国有资本经营表的合计，应当等于财政拨款收支总表里同一预算的支出。

    为什么：这两张表是财政拨款收支总表相应一栏的明细，明细与总数不一样，就有一张表没有更新。
    怎么改：找出写错的那张表，改成同一个数；只改了一张表的，把另一张一起更新。
    """
    yield from verdict(_sums(disclosure), "请核对两张表，改成同一个数。")
