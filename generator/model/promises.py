"""What a project's indicators promise, old form and new form alike, each with its class and the place of its value."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from generator.model.figures import Target, read_target
from generator.model.money import Money, MoneyUnit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model.performance import Indicator, Project
    from generator.source.place import Place


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


@dataclass(frozen=True, slots=True)
class Price:
    """An amount of money that an indicator names, as a lump or for each of something: 430元/人/天 is 430元 per 人 and 天."""

    money: Money
    per: tuple[str, ...]


@lru_cache(maxsize=512)
def aspect_of(first: str, second: str) -> Aspect | None:
    """Return what the classes of an indicator say that it measures; 产出指标 alone says nothing."""
    for level in (second, first):
        for word, aspect in _BY_WORD.items():
            if word in level:
                return aspect
    return None


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


class Promise(NamedTuple):
    """One indicator, read: ``text`` is its value as printed, ``unit`` the value's own or the one in brackets after the name.

    ``attribute`` is the field in which the value stands: 指标值, or in older forms 值 or 单位（文字描述）.
    """

    project: Project
    indicator: Indicator
    aspect: Aspect | None
    name: str
    text: str
    target: Target
    attribute: str
    unit: str
    words: str
    """What names and describes the indicator, to look for words in."""

    @property
    def place(self) -> Place:
        """Return where the value stands."""
        return self.indicator.at(self.attribute)

    @property
    def percent(self) -> bool:
        """Return whether the value is a percentage."""
        return self.unit in PERCENT

    @property
    def price(self) -> Price | None:
        """Return the amount of money that the value names, or None where it names none; 8万 is read as 8万元."""
        number = self.target.number
        read = _price_unit(self.unit) if number is not None else None
        return Price(Money(number, read[0]), read[1]) if read and number is not None else None


def promises(projects: Sequence[Project]) -> tuple[Promise, ...]:
    """Return what every indicator of every project promises, in the order of the form."""
    found = []
    for project in projects:
        for indicator in project.indicators:
            description, target, attribute = indicator.description or "", indicator.target, "target"
            name = indicator.third or description
            if target is None:
                attribute, target = _value(indicator)
            unit = target.unit or _unit_named(name)
            aspect = aspect_of(indicator.first or "", indicator.second or "")
            found.append(Promise(project, indicator, aspect, name, target.text, target, attribute, unit, f"{name} {description}"))
    return tuple(found)


def _value(indicator: Indicator) -> tuple[str, Target]:
    """Return the value that the older forms print in three columns, and the field in which it stands."""
    sign, value, scale = indicator.sign or "", indicator.value or "", indicator.scale or ""
    if value:
        return "value", read_target(f"{sign}{value}{scale}")
    written = indicator.places.names
    if sign == _IN_WORDS or not sign:
        return ("scale" if scale or "scale" in written else "target"), Target(scale)
    return ("value" if "value" in written else "sign"), Target(f"{sign}{scale}")
