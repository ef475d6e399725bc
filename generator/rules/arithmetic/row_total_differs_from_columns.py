"""ARI-004."""

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
    # ARI-006 looks at 财政拨款收支总表, ARI-007 at those by economic classification.
    sheets = [sheet for title, sheet in disclosure.sheets.items() if title != "财政拨款收支总表"]
    return [sheet.row_sums for sheet in sheets if sheet.form.classification is not Classification.ECONOMY]


@rule("ARI-004", Severity.ERROR, Basis("预算法实施条例", "第六条第三款"), Basis("表内勾稽关系"))
def row_total_differs_from_columns(disclosure: Disclosure) -> Iterator[Said]:
    """公开表每一行的合计应当等于这一行各栏之和，如合计等于基本支出加项目支出，或者等于各项资金来源之和。

    为什么：每一笔支出不是基本支出就是项目支出，每一笔收入都有来源；一行里对不上，这一行就有一个数字是错的。
    怎么改：核对这一行的各栏，改正抄错的数字；没有数额的栏填 0。
    """
    yield from verdict(_sums(disclosure), "请核对这一行的各栏，改正写错的数字。")
