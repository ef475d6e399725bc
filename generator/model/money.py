"""Exact amounts in the unit in which they were printed, and the two other things that an amount's cell may hold."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from generator.quick import quick


class MoneyUnit(Enum):
    """The units in which disclosures print amounts."""

    __hash__ = object.__hash__  # An enumeration hashes its members' names anew each time, and slowly.

    YUAN = "元"
    WAN = "万元"
    YI = "亿元"

    @property
    def in_yuan(self) -> Decimal:
        """Return how many 元 one of this unit is."""
        return _IN_YUAN[self._value_]


_HUNDREDTH = Decimal("0.01")
# By the word, whose hash is at hand; a member of an enumeration hashes slowly.
_IN_YUAN = {"元": Decimal(1), "万元": Decimal(10_000), "亿元": Decimal(100_000_000)}


@quick
@dataclass(frozen=True, slots=True)
class Money:
    """An exact amount as printed: ``amount`` in ``unit``, with as many decimals as the disclosure shows."""

    amount: Decimal
    unit: MoneyUnit

    @property
    def yuan(self) -> Decimal:
        """Return the same amount in 元, exactly."""
        return self.amount * _IN_YUAN[self.unit._value_]

    @property
    def decimals(self) -> int:
        """Return how many decimals are printed; rounding can explain half of the last one."""
        return decimals(self.amount)


def decimals(number: Decimal) -> int:
    """Return how many decimals a number is written with."""
    if number.same_quantum(_HUNDREDTH):  # As nearly all amounts are.
        return 2
    exponent = number.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


class NoMoney(Enum):
    """A cell without an amount. Blank is not zero, and withheld is not blank."""

    BLANK = "空白"
    WITHHELD = "不公开"


Figure = Money | NoMoney
