"""ARI-002."""

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
    return [sheet.side_sums["收入"] for sheet in disclosure.sheets.values() if "收入" in sheet.side_sums]


@rule("ARI-002", Severity.ERROR, Basis("预算法实施条例", "第四十条第一款"), Basis("表内勾稽关系"))
def income_total_differs_from_sources(disclosure: Disclosure) -> Iterator[Said]:
    """收支表收入一侧的本年收入合计应当等于各项来源之和，收入总计应当等于本年收入合计加上年结转结余。

    为什么：部门的收入由预算拨款收入、结转和其他收入组成，合计与各项来源对不上，读者无从知道钱从哪里来。
    怎么改：核对各项来源，补上漏列的一行；合计写错的改合计。动用非财政拨款结余的，单列一行。
    """
    yield from verdict(_sums(disclosure), "请核对收入各行，补上漏列的，或者更正合计。")
