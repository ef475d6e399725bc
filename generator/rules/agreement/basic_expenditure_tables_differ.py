"""X-004."""

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


def _sums(disclosure: Disclosure) -> list[Sums]:
    function, economy = disclosure.sheets.get("一般公共预算支出表"), disclosure.sheets.get("基本支出表")
    sums = Sums()
    if function and economy and function.total and economy.total:
        add_cells(sums, (economy, economy.total, "合计"), (function, function.total, "基本支出"))
    return [sums]


@rule("X-004", Severity.ERROR, Basis("预算法实施条例", "第六条第三款"), Basis("表间勾稽关系"))
def basic_expenditure_tables_differ(disclosure: Disclosure) -> Iterator[Said]:
    """一般公共预算支出表的基本支出合计应当等于基本支出表的合计。

    为什么：同一笔基本支出，前一张表按功能分类列，后一张表按经济分类列，总数必须一样。
    怎么改：核对两张表的合计和明细，看哪张表漏列了科目或者没有更新。
    """
    yield from verdict(_sums(disclosure), "请核对两张表，改成同一个数。")
