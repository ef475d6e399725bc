"""X-003."""

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

_COLUMN = "一般公共预算"


def _sums(disclosure: Disclosure) -> list[Sums]:
    fiscal, table = disclosure.sheets.get("财政拨款收支总表"), disclosure.sheets.get("一般公共预算支出表")
    side = fiscal.sides.get("支出") if fiscal else None
    sums = Sums()
    if fiscal and side and table and _COLUMN in fiscal.used:
        if table.total and side.spent(_COLUMN):
            add_cells(sums, (table, table.total, "合计"), (fiscal, side.spent(_COLUMN), _COLUMN))
        classes = [line for code, line in table.by_code.items() if len(code) == len("201")]
        rows = [(line, same) for line in classes if (same := side.by_name.get(plain_name(line.name)))]
        add_rows(sums, (table, "合计"), (fiscal, _COLUMN), rows)
    return [sums]


@rule("X-003", Severity.ERROR, Basis("表间勾稽关系"))
def general_budget_differs_from_fiscal_totals(disclosure: Disclosure) -> Iterator[Said]:
    """财政拨款收支总表里一般公共预算一栏的支出，应当等于一般公共预算支出表的合计，各类支出也一样。

    为什么：一般公共预算支出表是财政拨款收支总表这一栏的明细，明细与总数不一样，就有一张表没有更新。
    怎么改：找出写错的那张表，改成同一个数；只改了一张表的，把另一张一起更新。
    """
    yield from verdict(_sums(disclosure), "请核对两张表，改成同一个数。")
