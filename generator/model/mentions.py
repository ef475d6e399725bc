"""Amounts and years that running text mentions, each with the offset where it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from generator.model.money import Money, MoneyUnit
from generator.model.shapes import shape_of
from generator.quick import quick

# It begins with a digit, and looks back from there: that is how a pattern is found fast.
_AMOUNT = re.compile(r"([0-9](?<![0-9.,].)(?:[0-9]{0,2}(?:,[0-9]{3})+|[0-9]*)(?:\.[0-9]+)?)\s*(亿元|万元|元)(?!/)")
_YEAR = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})\s*年(?!以[上下])")
_UNITS = {unit.value: unit for unit in MoneyUnit}


@quick
@dataclass(frozen=True, slots=True)
class AmountMention:
    """An amount with its unit, and the offset of its first digit."""

    start: int
    money: Money


@quick
@dataclass(frozen=True, slots=True)
class YearMention:
    """A year, as printed with its 年, and the offset of its first digit."""

    start: int
    text: str
    year: int


@lru_cache(maxsize=1024)
def amounts(text: str) -> tuple[AmountMention, ...]:
    """Return the amounts of a text: 2220.42万元, 2,220.42万元, 3889元. Rates such as 430元/人 are no amounts."""
    return tuple(
        [AmountMention(start, Money(Decimal(text[start:end].replace(",", "")), unit)) for start, end, unit in _amounts_in(shape_of(text))]
    )


@lru_cache(maxsize=4096)
def _amounts_in(shape: str) -> tuple[tuple[int, int, MoneyUnit], ...]:
    """Return where the numbers of amounts begin and end in every text of a shape, and their units."""
    return tuple([(*match.span(1), _UNITS[match[2]]) for match in _AMOUNT.finditer(shape)])


def years(text: str) -> list[YearMention]:
    """Return the years of a text, as 2026年."""
    return [YearMention(match.start(), match[0], int(match[1])) for match in _YEAR.finditer(text)]
