"""ARI-008."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.money import Money
from generator.model.sums import difference, explained_by_rounding
from generator.rules.rule import Basis, Outcome, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure


@rule("ARI-008", Severity.ERROR, Basis("表内勾稽关系"))
def public_expenses_differ_from_items(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """“三公”经费合计应当等于因公出国（境）费、公务用车购置及运行维护费、公务接待费之和；公务用车一项等于购置费加运行维护费。

    为什么：“三公”经费是读者最先核对的数字，合计与分项不符，整段说明都不可信。
    怎么改：核对各分项；购置费没有的写 0，不要留空。
    """
    expenses = disclosure.text.public_expenses
    if expenses is None:
        yield Outcome.NOT_APPLICABLE
        return
    sums = (
        ("“三公”经费合计", expenses.total, (expenses.abroad, expenses.vehicles, expenses.reception)),
        ("公务用车购置及运行维护费", expenses.vehicles, (expenses.vehicle_purchase, expenses.vehicle_running)),
    )
    for name, total, items in sums:
        amounts = [item.amount for item in items if item and isinstance(item.amount, Money)]
        if total is None or not isinstance(total.amount, Money) or len(amounts) < len(items):
            continue
        if not explained_by_rounding(total.amount, amounts):
            gap = difference(total.amount, amounts)
            message = f"{name}{total.amount.amount:,}{total.amount.unit.value}，各分项之和是{total.amount.amount - gap:,}，相差{gap:,}"
            places = tuple(item.at("amount") for item in items if item)
            yield Remark(total.at("amount"), message, "请核对各分项和合计。", places)
