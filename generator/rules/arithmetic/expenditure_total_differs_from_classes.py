"""ARI-003."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.rules.remarks import verdict
from generator.rules.rule import Basis, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure
    from generator.model.entry import Sums
    from generator.rules.rule import Said


def _sums(disclosure: Disclosure) -> list[Sums]:
    return [sheet.side_sums["支出"] for sheet in disclosure.sheets.values() if "支出" in sheet.side_sums]


@rule("ARI-003", Severity.ERROR, Basis("预算法", "第三十七条第一款"), Basis("表内勾稽关系"))
def expenditure_total_differs_from_classes(disclosure: Disclosure) -> Iterator[Said]:
    """收支表支出一侧的本年支出合计应当等于各类支出之和，支出总计应当等于本年支出合计加年终结转结余。

    为什么：支出按功能分类编列，各类加起来就是全部支出；对不上，说明漏列了一类，或者有一个数字抄错了。
    怎么改：核对各类支出，补上漏列的一行；合计写错的改合计。结余分配、年末结转和结余各单列一行。
    """
    yield from verdict(_sums(disclosure), "请核对支出各行，补上漏列的，或者更正合计。")
