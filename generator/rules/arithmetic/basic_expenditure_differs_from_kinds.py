"""ARI-007."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.format import Classification
from generator.rules.remarks import verdict
from generator.rules.rule import Basis, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure
    from generator.model.entry import Sums
    from generator.rules.rule import Said


def _sums(disclosure: Disclosure) -> list[Sums]:
    return [sheet.row_sums for sheet in disclosure.sheets.values() if sheet.form.classification is Classification.ECONOMY]


@rule("ARI-007", Severity.ERROR, Basis("预算法实施条例", "第五条第三款"), Basis("表内勾稽关系"))
def basic_expenditure_differs_from_kinds(disclosure: Disclosure) -> Iterator[Said]:
    """基本支出表每一行的合计应当等于人员经费加公用经费，合计行也一样。

    为什么：基本支出只包括人员经费和公用经费，两栏加不出合计，就有一个数字是错的，或者列错了栏。
    怎么改：核对这一行的两栏和合计，改正写错的数字；没有数额的栏填 0。
    """
    yield from verdict(_sums(disclosure), "请核对人员经费、公用经费和合计，改正写错的数字。")
