"""ARI-013."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.kinds import Direction
from generator.model.money import Money, MoneyUnit
from generator.model.sums import difference, explained_by_rounding
from generator.rules.rule import Basis, Outcome, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure
    from generator.model.sections import Change

_TOTALS = ("收支总额", "支出", "支出合计", "支出总额")
_PARTS = ("基本支出", "项目支出")
# 持平 is exact; a zero in 元 lends the sum next to no slack.
_ZERO = Money(Decimal(0), MoneyUnit.YUAN)


@rule("ARI-013", Severity.ERROR, Basis("预算法实施条例", "第五条"))
def total_change_differs_from_parts(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """总额的增减应当等于基本支出与项目支出增减之和。

    为什么：支出包括基本支出和项目支出，总额增加多少，只能来自这两项。对不上，就有一个数字没有更新或者抄错了。
    怎么改：用今年和上年的三个数各算一遍增减，改正算错的那一个。
    """
    rows = {change.name: change for change in disclosure.text.changes.rows} if disclosure.text.changes else {}
    total = next((rows[name] for name in _TOTALS if name in rows), None)
    parts = [rows[name] for name in _PARTS if name in rows]
    if total is None or len(parts) < len(_PARTS):
        yield Outcome.NOT_APPLICABLE
        return
    stated, amounts = _signed(total), [_signed(part) for part in parts]
    known = [amount for amount in amounts if amount is not None]
    if stated is None or len(known) < len(parts):
        yield Outcome.NO_DATA
        return
    if not explained_by_rounding(stated, known):
        gap = difference(stated, known)
        message = f"{total.name}的增减是{stated.amount:,}{stated.unit.value}，各项增减之和是{stated.amount - gap:,}，相差{gap:,}"
        yield Remark(total.at("amount"), message, "请用两年的数字重算总额、基本支出、项目支出的增减。", tuple(part.at() for part in parts))


def _signed(change: Change) -> Money | None:
    """Return a change with its sign; one stated as 持平 is zero, one without an amount is unknown."""
    if isinstance(change.amount, Money):
        down = change.direction is Direction.DOWN
        return Money(-change.amount.amount if down else change.amount.amount, change.amount.unit)
    if change.direction is Direction.SAME:
        return _ZERO
    return None
