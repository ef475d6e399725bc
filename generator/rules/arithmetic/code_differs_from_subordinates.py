"""ARI-005."""

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
    return [sheet.roll_ups for sheet in disclosure.sheets.values() if sheet.form.coded]


@rule("ARI-005", Severity.ERROR, Basis("预算法实施条例", "第六条第三款"), Basis("表内勾稽关系"))
def code_differs_from_subordinates(disclosure: Disclosure) -> Iterator[Said]:
    """有科目编码的公开表里，每一栏都应当逐级相加：各项之和等于款，各款之和等于类，各类之和等于合计。

    为什么：支出按功能分类公开到项，基本支出按经济分类公开到款，上级科目就是下级科目的汇总；对不上，说明漏列、重复列了一行，或者抄错了数字。
    怎么改：核对这个科目下面的各行，补上漏列的，删去重复的，或者更正汇总数。
    """
    yield from verdict(_sums(disclosure), "请核对下级科目各行，补上漏列的，删去重复的，或者更正汇总数。")
