"""Exact amounts in the unit in which they were printed, and the two other things that an amount's cell may hold."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum
from math import nan

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
    fen: float = field(default=nan, compare=False, repr=False)
    """How many 分 it is, where it was read from a file with two decimals at most, as nearly all are: whole numbers are added up fast.

    Otherwise no number: no sum that it is part of comes out, and who adds up takes a closer look.
    """

    @classmethod
    def counted(cls, amount: Decimal, unit: MoneyUnit) -> Money:
        """Return an amount that was read from a file, which is worth knowing in 分: it is added up many times."""
        return cls(amount, unit, int(amount * unit.in_yuan * 100) if decimals(amount) <= 2 else nan)  # noqa: PLR2004 - see above

    @property
    def yuan(self) -> Decimal:
        """Return the same amount in 元, exactly."""
        return self.amount * _IN_YUAN[self.unit._value_]

    def same_as(self, other: Money) -> bool:
        """Return whether both are the same amount, whatever their units."""
        return self is other or (self.amount == other.amount if self.unit is other.unit else self.yuan == other.yuan)

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

    @property
    def fen(self) -> float:
        """Return no number."""
        return nan


Figure = Money | NoMoney
