"""AST-001."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.asset_table import asset_table
from generator.model.causes import likely_cause
from generator.model.money import Money
from generator.model.sums import difference, explained_by_rounding
from generator.rules.rule import Basis, Outcome, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure
    from generator.model.sections import Asset, Assets


@rule("AST-001", Severity.ERROR, Basis("表内勾稽关系"))
def assets_differ_from_total(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """资产总额应当等于各类资产之和，“其中”不超过它所属的一类，正文写的总额与表里的一致。

    为什么：资产表是读者了解部门家底的唯一来源；合计对不上，多半是漏了一类或者没有更新。
    怎么改：照资产管理系统的年末数核对各行，改正错的一个。
    """
    assets = disclosure.text.assets
    if assets is None or not assets.rows:
        yield Outcome.NOT_APPLICABLE
        return
    table = asset_table(assets.rows)
    values = [(row, row.value) for row in table.kinds if isinstance(row.value, Money)]
    total = table.total.value if table.total else None
    if table.total is None or not isinstance(total, Money) or not values or len(values) < len(table.kinds):
        yield Outcome.NO_DATA
    elif not explained_by_rounding(total, [value for _, value in values]):
        gap = difference(total, [value for _, value in values])
        made = Money(total.amount - gap, total.unit)
        unit = total.unit.value
        message = f"{table.total.name}{total.amount:,}{unit}，各类资产之和是{made.amount:,}{unit}，相差{gap:,}"
        yield Remark(
            table.total.at("value"), message, "请核对各行，补上漏列的一类，或者更正总额。", tuple(row.at("value") for row, _ in values),
            expected=f"{made.amount:,}{unit}", actual=f"{total.amount:,}{unit}", difference=f"{gap:,}{unit}",
            formula=f"{table.total.name} = {' + '.join(row.name for row, _ in values)}",
            cause=likely_cause(made, total, {row.name: value for row, value in values}),
        )  # fmt: skip
    for kind, details in table.details:
        yield from _greater(kind, details)
    if table.total is not None and isinstance(total, Money):
        yield from _stated(assets, table.total, total)


def _greater(kind: Asset, details: tuple[Asset, ...]) -> Iterator[Remark]:
    for detail in details:
        if isinstance(kind.value, Money) and isinstance(detail.value, Money) and detail.value.yuan > kind.value.yuan:
            message = f"“{detail.name}”的价值{detail.value.amount:,}，比“{kind.name}”的{kind.value.amount:,}还大"
            yield Remark(detail.at("value"), message, "请核对这两行。", (kind.at("value"),))
        whole, part = (kind.quantity and kind.quantity.value), (detail.quantity and detail.quantity.value)
        if whole is not None and part is not None and part > whole:
            message = f"“{detail.name}”的数量{part:,}，比“{kind.name}”的{whole:,}还大"
            yield Remark(detail.at("quantity"), message, "请核对这两行。", (kind.at("quantity"),))


def _stated(assets: Assets, row: Asset, total: Money) -> Iterator[Remark]:
    """Compare the total that the text states; fixed assets may be less than all assets, never more."""
    stated = assets.total
    if not isinstance(stated, Money) or explained_by_rounding(total, [stated]):
        return
    others = any(word in each.name for each in assets.rows for word in ("无形", "流动", "在建", "投资", "货币"))
    if stated.yuan > total.yuan or not others:
        message = f"正文写的固定资产金额是{stated.amount:,}{stated.unit.value}，表里的“{row.name}”是{total.amount:,}{total.unit.value}"
        yield Remark(
            assets.at("total"), message, "请核对，改正其中一处。", (row.at("value"),), expected=f"{total.amount:,}{total.unit.value}",
            actual=f"{stated.amount:,}{stated.unit.value}", cause=likely_cause(total, stated),
        )  # fmt: skip
