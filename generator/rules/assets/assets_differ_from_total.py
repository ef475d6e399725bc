"""AST-001."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.asset_table import asset_table
from generator.model.entry import Entry, Sums, compare
from generator.model.money import Money
from generator.rules.remarks import excess, verdict
from generator.rules.rule import Basis, Outcome, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure
    from generator.model.sections import Asset
    from generator.rules.rule import Said

_NOT_FIXED = ("无形", "流动", "在建", "投资", "货币")
_MEND = "请核对各行，补上漏列的一类，或者更正总额。"


def _sums(disclosure: Disclosure) -> list[Sums]:
    sums = Sums()
    assets = disclosure.text.assets
    if assets is None or not assets.rows:
        return [sums]
    table = asset_table(assets.rows)
    total = _entry(table.total) if table.total else None
    if table.kinds:
        sums.add("", total, [_entry(kind) for kind in table.kinds])
    if total is not None and isinstance(assets.total, Money):
        # Fixed assets may be less than all assets, never more.
        partly = any(word in row.name for row in assets.rows for word in _NOT_FIXED) and assets.total.yuan < total.money.yuan
        if not partly:
            sums.add("", Entry("正文写的固定资产金额", assets.total, (assets, "total")), [total])
    return [sums]


@rule("AST-001", Severity.ERROR, Basis("表内勾稽关系"))
def assets_differ_from_total(disclosure: Disclosure) -> Iterator[Said]:
    """资产总额应当等于各类资产之和，“其中”不超过它所属的一类，正文写的总额与表里的一致。

    为什么：资产表是读者了解部门家底的唯一来源；合计对不上，多半是漏了一类或者没有更新。
    怎么改：照资产管理系统的年末数核对各行，改正错的一个。
    """
    assets = disclosure.text.assets
    if assets is None or not assets.rows:
        yield Outcome.NOT_APPLICABLE
        return
    for kind, details in asset_table(assets.rows).details:
        for detail in details:
            yield from _greater(kind, detail)
    yield from verdict(_sums(disclosure), _MEND)


def _entry(row: Asset) -> Entry | None:
    return Entry(row.name, row.value, (row, "value")) if isinstance(row.value, Money) else None


def _greater(kind: Asset, detail: Asset) -> Iterator[Remark]:
    whole, part = _entry(kind), _entry(detail)
    if whole and part and part.money.yuan > whole.money.yuan:
        mismatch = compare("", whole, [part])
        if mismatch and not mismatch.rounding:
            yield excess(mismatch, "“其中”是它的一部分，请核对这两行。")
    count, inner = kind.quantity, detail.quantity
    if count and inner and count.value is not None and inner.value is not None and inner.value > count.value:
        message = f"“{detail.name}”的数量{inner.value:,}，比“{kind.name}”的{count.value:,}还大"
        yield Remark(detail.at("quantity"), message, "“其中”是它的一部分，请核对这两行。", (kind.at("quantity"),))
