"""Figures that running text mentions: amounts, percentages, years, each with the offset where it stands."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from generator.model.money import Money, MoneyUnit

if TYPE_CHECKING:
    from collections.abc import Iterator

# It begins with a digit, and looks back from there: that is how a pattern is found fast.
_AMOUNT = re.compile(r"([0-9](?<![0-9.,].)(?:[0-9]{0,2}(?:,[0-9]{3})+|[0-9]*))(\.[0-9]+)?\s*(亿元|万元|元)(?!/)")
_PERCENT = re.compile(r"(?<![0-9.])([0-9]+(?:\.[0-9]+)?)\s*[%％]")
_YEAR = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})\s*年(?!以[上下])")

_UNITS = {unit.value: unit for unit in MoneyUnit}
_new = tuple.__new__
"""Makes a mention without the detour over keyword defaults, which is half of its cost."""


class AmountMention(NamedTuple):
    """An amount with its unit, from ``start`` to ``end`` of a text."""

    start: int
    end: int
    text: str
    money: Money


class NumberMention(NamedTuple):
    """A percentage or a year, from ``start`` to ``end`` of a text."""

    start: int
    end: int
    text: str
    value: Decimal


@lru_cache(maxsize=1024)
def amounts(text: str) -> tuple[AmountMention, ...]:
    """Return the amounts of a text: 2220.42万元, 2,220.42万元, 3889元. Rates such as 430元/人 are no amounts."""
    return tuple([_new(AmountMention, (*match.span(), match[0], _money(*match.groups("")))) for match in _AMOUNT.finditer(text)])


def _money(whole: str, decimals: str, unit: str) -> Money:
    return Money(Decimal(whole.replace(",", "") + decimals), _UNITS[unit])


def percentages(text: str) -> Iterator[NumberMention]:
    """Yield the percentages of a text."""
    for match in _PERCENT.finditer(text):
        yield NumberMention(match.start(), match.end(), match[0], Decimal(match[1]))


def years(text: str) -> Iterator[NumberMention]:
    """Yield the years of a text, as 2026年."""
    for match in _YEAR.finditer(text):
        yield NumberMention(match.start(), match.end(), match[0], Decimal(match[1]))
