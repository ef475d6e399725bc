"""What an indicator says but for its number, old form and new form alike, and what a whole sheet of them says."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.model.figures import Likeness, Target, read_target
from generator.model.money import MoneyUnit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model.figures import Comparison, Size
    from generator.model.performance import Indicator


class Aspect(Enum):
    """What an indicator measures, told from its second-level class or, where that says nothing, from its first."""

    __hash__ = object.__hash__  # An enumeration hashes its members' names anew each time, and slowly.

    QUANTITY = "数量指标"
    QUALITY = "质量指标"
    TIME = "时效指标"
    COST = "成本指标"
    EFFECT = "效益指标"
    SATISFACTION = "满意度指标"


OUTPUTS = (Aspect.QUANTITY, Aspect.QUALITY, Aspect.TIME)

_BY_WORD = {
    "满意": Aspect.SATISFACTION, "数量": Aspect.QUANTITY, "质量": Aspect.QUALITY, "时效": Aspect.TIME, "成本": Aspect.COST,
    "效益": Aspect.EFFECT, "效果": Aspect.EFFECT, "影响": Aspect.EFFECT,
}  # fmt: skip
_UNIT_IN_BRACKETS = re.compile(r"[（(]\s*([^（）()\s]{1,6})\s*[)）]$")
_IN_WORDS = "文字描述"
"""The older forms print this under 符号 where the target is told in the column 单位（文字描述）."""

PERCENT = frozenset({"%", "％", "百分比", "百分数", "百分率"})
_PRICE = re.compile(r"(亿元|万元|元|万)(?:[/每·](.+))?")


@lru_cache(maxsize=512)
def aspect_of(first: str, second: str) -> Aspect | None:
    """Return what the classes of an indicator say that it measures; 产出指标 alone says nothing."""
    for level in (second, first):
        for word, aspect in _BY_WORD.items():
            if word in level:
                return aspect
    return None


@lru_cache(maxsize=1024)
def aspects_of(classes: frozenset[tuple[str, str]]) -> frozenset[Aspect | None]:
    """Return what pairs of first and second classes say that is measured."""
    return frozenset([aspect_of(*pair) for pair in classes])


@lru_cache(maxsize=2048)
def _unit_named(name: str) -> str:
    match = _UNIT_IN_BRACKETS.search(name)
    return match[1] if match else ""


@lru_cache(maxsize=512)
def _price_unit(unit: str) -> tuple[MoneyUnit, tuple[str, ...]] | None:
    match = _PRICE.fullmatch(unit)
    if match is None:
        return None
    return MoneyUnit.WAN if match[1] == "万" else MoneyUnit(match[1]), tuple(re.split(r"[/·]", match[2])) if match[2] else ()


@dataclass(slots=True, eq=False)
class Reading:
    """What an indicator says but for its number; those that say the same, in whichever project and year, share one reading.

    ``unit`` is that of the value or the one in brackets after the name. ``attribute`` is the field in which the value stands:
    指标值, or in older forms 值 or 单位（文字描述）.
    """

    first: str
    second: str
    third: str
    description: str
    basis: str
    likeness: Likeness | None
    """None where the value is no number; only then is there a ``text``."""
    text: str
    attribute: str
    name: str
    unit: str
    aspect: Aspect | None

    @property
    def words(self) -> str:
        """Return what names and describes the indicator, to look for words in."""
        return f"{self.name} {self.description}"

    @property
    def comparison(self) -> Comparison | None:
        """Return how the value is to be met."""
        return self.likeness.comparison if self.likeness else None

    @property
    def size(self) -> Size | None:
        """Return how large the number is; None where the value is no number."""
        return self.likeness.size if self.likeness else None

    @property
    def printed(self) -> str:
        """Return the value's own unit."""
        return self.likeness.unit if self.likeness else ""

    @property
    def percent(self) -> bool:
        """Return whether the value is a percentage."""
        return self.unit in PERCENT

    @property
    def priced_in(self) -> tuple[MoneyUnit, tuple[str, ...]] | None:
        """Return the unit of the amount of money that the value names and what it is paid for, or None where it names none."""
        return _price_unit(self.unit) if self.size is not None else None


@dataclass(slots=True, eq=False)
class SheetReading:
    """What the indicators of a project say but for their numbers; a project that goes on has the same sheet every year.

    ``classes`` are the pairs of first and second class in which they stand, ``aspects`` what these measure. ``texts`` is whatever
    is written in the rows but for values that are numbers; of an older form, which prints those in three columns, it is None.
    """

    indicators: tuple[Reading, ...]
    classes: frozenset[tuple[str, str]]
    aspects: frozenset[Aspect | None]
    texts: frozenset[str] | None


_Said = tuple[Likeness | str | None, ...]
"""What a row says: classes, name, description, basis, the three columns of an older form, and of its value how the number is meant, or
the words."""


def read_sheet(indicators: Sequence[Indicator]) -> SheetReading:
    """Return what these indicators say; sheets that say the same share one reading."""
    try:
        said = _said(indicators)
    except AttributeError:  # An older form, which has no 指标值.
        values = [value_of(row) for row in indicators]
        # The value is read from its three columns, and they tell nothing else.
        rows = zip(indicators, values, strict=True)
        said = _said([replace(row, target=target, sign=None, value=None, scale=None) for row, (_, target) in rows])
        return _sheet(said, tuple([attribute for attribute, _ in values]))
    return _sheet(said)


def _said(indicators: Sequence[Indicator]) -> tuple[_Said, ...]:
    return tuple([
        (
            row.first, row.second, row.third, row.description, row.basis, row.sign, row.value, row.scale,
            row.target.likeness or row.target.text,  # type: ignore[union-attr] # is asked for forgiveness
        )
        for row in indicators
    ])  # fmt: skip


@lru_cache(maxsize=4096)
def _sheet(said: tuple[_Said, ...], attributes: tuple[str, ...] = ()) -> SheetReading:
    found = tuple(map(_read, said, attributes or ("target",) * len(said)))
    classes = frozenset([(each.first, each.second) for each in found])
    texts = None if attributes else frozenset([each for row in said for each in row if isinstance(each, str) and each])
    return SheetReading(found, classes, aspects_of(classes), texts)


@lru_cache(maxsize=16384)
def _read(said: _Said, attribute: str) -> Reading:
    first, second, third, description, basis = [each if isinstance(each, str) else "" for each in said[:5]]
    value = said[-1]
    likeness, text = (value, "") if isinstance(value, Likeness) else (None, value or "")
    name = third or description
    unit = (likeness.unit if likeness else "") or _unit_named(name)
    return Reading(first, second, third, description, basis, likeness, text, attribute, name, unit, aspect_of(first, second))


def value_of(indicator: Indicator) -> tuple[str, Target]:
    """Return the value, which the older forms print in three columns, and the field in which it stands."""
    if indicator.target is not None:
        return "target", indicator.target
    sign, value, scale = indicator.sign or "", indicator.value or "", indicator.scale or ""
    if value:
        return "value", read_target(f"{sign}{value}{scale}")
    written = indicator.places.names
    if sign == _IN_WORDS or not sign:
        return ("scale" if scale or "scale" in written else "target"), Target(scale)
    return ("value" if "value" in written else "sign"), Target(f"{sign}{scale}")
