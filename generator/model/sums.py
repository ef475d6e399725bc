"""When a sum is wrong: only when the rounding of the printed figures cannot explain the difference."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.model.money import decimals

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.model.money import Money, MoneyUnit

_HALF = Decimal("0.5")
_CENT = Decimal("0.01")


def difference(total: Money, parts: Iterable[Money]) -> Decimal:
    """Return total − Σ parts, in the total's unit, exactly."""
    rest, unit = total.amount, total.unit
    for part in parts:
        rest -= part.amount if part.unit is unit else part.yuan / unit.in_yuan
    return rest


def explained_by_rounding(total: Money, parts: Sequence[Money]) -> bool:
    """Return whether a difference may come from rounding alone.

    A figure printed with d decimals stands for anything within ½·10⁻ᵈ of it, so the sum of n figures and its total
    may differ by as much as all their halves together. Figures printed to the 分 are exact.
    """
    slack = sum([half_digit(each) for each in (total, *parts)], start=Decimal(0))
    return abs(difference(total, parts)) * total.unit.in_yuan <= slack


def half_digit(money: Money) -> Decimal:
    """Return half of the last printed digit in 元, the most that rounding can have changed; nothing is rounded below the 分."""
    return _half(decimals(money.amount), money.unit)


@lru_cache(maxsize=64)
def _half(decimals: int, unit: MoneyUnit) -> Decimal:
    digit = Decimal(1).scaleb(-decimals) * unit.in_yuan
    return digit * _HALF if digit > _CENT else Decimal(0)
