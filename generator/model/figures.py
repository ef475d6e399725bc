"""The other things that cells hold: shares, quantities and the targets of indicators."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum
from functools import lru_cache

from generator.quick import quick


@quick
@dataclass(frozen=True, slots=True)
class Share:
    """A percentage as printed; ``value`` is in per cent, or None where the cell is blank (blank is not zero)."""

    text: str
    value: Decimal | None


@quick
@dataclass(frozen=True, slots=True)
class Quantity:
    """A count or an area as printed; ``value`` is None where the cell holds a dash or is blank."""

    text: str
    value: Decimal | None


class Comparison(Enum):
    """How an indicator's value is to be met."""

    __hash__ = object.__hash__  # An enumeration hashes its members' names anew each time, and slowly.

    AT_LEAST = "≥"
    AT_MOST = "≤"
    MORE = ">"
    LESS = "<"
    EQUAL = "="


class Size(Enum):
    """How large a number is, as far as it matters which of many numbers it is: a share ends at a hundred."""

    __hash__ = object.__hash__

    ZERO = "0"
    BELOW = "<100"
    HUNDRED = "100"
    ABOVE = ">100"


@dataclass(frozen=True, slots=True, eq=False)
class Likeness:
    """What a target with a number says but for the number."""

    comparison: Comparison | None
    unit: str
    size: Size


@quick
@dataclass(frozen=True, slots=True)
class Target:
    """What an indicator promises: the printed text, and its reading as comparison, number and unit where it has one.

    A target in words (“切实保障”, “2024年12月31日前”) has no number. A bare number (“100%”) has no comparison.
    """

    text: str
    comparison: Comparison | None = None
    number: Decimal | None = None
    unit: str = ""
    likeness: Likeness | None = field(default=None, compare=False, repr=False)
    """What it shares with the targets that differ by their number alone; None where it has none."""


_HUNDRED = Decimal(100)
_SIGNS = {
    "≥": Comparison.AT_LEAST, ">=": Comparison.AT_LEAST, "≧": Comparison.AT_LEAST, "⩾": Comparison.AT_LEAST,
    "≤": Comparison.AT_MOST, "<=": Comparison.AT_MOST, "≦": Comparison.AT_MOST, "⩽": Comparison.AT_MOST,
    ">": Comparison.MORE, "＞": Comparison.MORE, "<": Comparison.LESS, "＜": Comparison.LESS,
    "=": Comparison.EQUAL, "＝": Comparison.EQUAL,
}  # fmt: skip
# A unit begins with neither digit nor dash: “1-3次” and “90%~95%” promise no single number.
_TARGET = re.compile(
    r"\s*(≥|>=|≧|⩾|≤|<=|≦|⩽|>|＞|<|＜|=|＝)?\s*([0-9]{1,3}(?:,[0-9]{3}){1,6}|[0-9]{1,18})(\.[0-9]{1,18})?\s*((?:[^\s0-9.,，~～〜—–－-][^\s~～〜—–-]*)?)\s*"
)
# “2024年12月31日前” begins with digits and is a date, not 2,024 of something.
_DATE_LIKE = re.compile(r"\s*[0-9]{1,4}\s*[年月日]")


@lru_cache(maxsize=4096)
def read_target(text: str) -> Target:
    """Return the reading of an indicator's value; any text is a target, at worst one in words."""
    match = None if _DATE_LIKE.match(text) else _TARGET.fullmatch(text)
    if match is None:
        return Target(text)
    sign, whole, decimals, unit = match.groups()
    number = Decimal(whole.replace(",", "") + (decimals or ""))
    below, above = Size.BELOW if number else Size.ZERO, Size.ABOVE if number > _HUNDRED else Size.HUNDRED
    comparison = _SIGNS.get(sign)
    return Target(text, comparison, number, unit, _likeness(comparison, unit, below if number < _HUNDRED else above))


_likeness = lru_cache(maxsize=4096)(Likeness)
