"""What a project's indicators promise, old form and new form alike, each with its class and the place of its value."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from generator.model.figures import Comparison, Target, read_target
from generator.model.money import Money, MoneyUnit
from generator.quick import quick

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from generator.model.performance import Indicator, Project
    from generator.source.place import Place

Answer = TypeVar("Answer")


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


class Price(NamedTuple):
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


class Size(Enum):
    """How large a value is, as far as it matters which of many numbers it is: a share ends at a hundred."""

    __hash__ = object.__hash__

    ZERO = "0"
    BELOW = "<100"
    HUNDRED = "100"
    ABOVE = ">100"


@dataclass(slots=True, eq=False)
class Reading:
    """What an indicator says but for its number; those that say the same, in whichever project and year, share one reading.

    ``printed`` is the value's own unit, ``unit`` also the one in brackets after the name. ``attribute`` is the field in
    which the value stands: 指标值, or in older forms 值 or 单位（文字描述）.
    """

    first: str
    second: str
    third: str
    description: str
    basis: str
    printed: str
    comparison: Comparison | None
    size: Size | None
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
    def percent(self) -> bool:
        """Return whether the value is a percentage."""
        return self.unit in PERCENT

    @property
    def priced_in(self) -> tuple[MoneyUnit, tuple[str, ...]] | None:
        """Return the unit of the amount of money that the value names and what it is paid for, or None where it names none."""
        return _price_unit(self.unit) if self.size is not None else None


@quick
@dataclass(frozen=True, slots=True, eq=False)
class Promise:
    """One indicator of one project, read."""

    project: Project
    indicator: Indicator
    target: Target
    reading: Reading

    @property
    def place(self) -> Place:
        """Return where the value stands."""
        return self.indicator.at(self.reading.attribute)

    @property
    def name(self) -> str:
        """Return what the indicator is called."""
        return self.reading.name

    @property
    def text(self) -> str:
        """Return its value as printed."""
        return self.target.text

    @property
    def number(self) -> Decimal:
        """Return its value, where it is a number; words are 0."""
        return self.target.number or _NOTHING

    @property
    def price(self) -> Price | None:
        """Return the amount of money that the value names, or None where it names none; 8万 is read as 8万元."""
        priced = self.reading.priced_in
        return Price(Money(self.number, priced[0]), priced[1]) if priced else None


class ProjectPromises(NamedTuple):
    """The promises of one project, the pairs of first and second class that they stand in, and what they measure."""

    project: Project
    promises: tuple[Promise, ...]
    classes: frozenset[tuple[str, str]]
    aspects: frozenset[Aspect | None]


@dataclass(frozen=True, slots=True)
class Promises:
    """What every indicator of every project promises, in the order of the form; a project without indicators has no sheet."""

    all: tuple[Promise, ...]
    sheets: tuple[ProjectPromises, ...]
    readings: frozenset[Reading]

    @property
    def numbered(self) -> bool:
        """Return whether any of them is a number."""
        return any(reading.size is not None for reading in self.readings)


class Question(Generic[Answer]):
    """What every indicator is asked. The same indicators return year after year, and what was asked once is not asked again."""

    def __init__(self, ask: Callable[[Reading], Answer | None]) -> None:
        """Take what answers for one reading; an answer that is not true is none."""
        self._ask = ask
        self._told: dict[Reading, Answer] = {}
        self._silent: set[Reading] = set()
        _QUESTIONS.append(self)

    def among(self, promises: Promises) -> list[tuple[Promise, Answer]]:
        """Return the promises that have an answer, each with it."""
        telling = {reading: answer for reading in promises.readings - self._silent if (answer := self.of(reading))}
        return [(each, telling[each.reading]) for each in promises.all if each.reading in telling] if telling else []

    def of(self, reading: Reading) -> Answer | None:
        """Return the answer of one reading."""
        if reading in self._silent:  # As most are.
            return None
        answer = self._told.get(reading) or self._ask(reading)
        if answer:
            self._told[reading] = answer
        else:
            self._silent.add(reading)
        return answer or None

    def forget(self) -> None:
        """Drop the answers."""
        self._told.clear()
        self._silent.clear()


def asked(ask: Callable[[Reading], Answer | None]) -> Question[Answer]:
    """Return the question that a function answers from what an indicator says, and from nothing else."""
    return Question(ask)


_QUESTIONS: list[Question[Any]] = []
_READ: dict[tuple[object, ...], Reading] = {}
_Kind = tuple[str, Comparison | None, Size | None, str]
_KINDS: dict[str, _Kind] = {}
"""What a number says but for which of many it is: unit, comparison, size; a value in words says its text."""
_MOST_READ = 100_000
_HUNDRED, _NOTHING = Decimal(100), Decimal(0)
_said = attrgetter("first", "second", "third", "description", "basis")


def promises(projects: Sequence[Project]) -> Promises:
    """Return what every indicator of every project promises."""
    if len(_READ) > _MOST_READ:
        _READ.clear()
        _KINDS.clear()
        for question in _QUESTIONS:
            question.forget()
    sheets = tuple([_sheet(project) for project in projects if project.indicators])
    every = tuple([promise for sheet in sheets for promise in sheet.promises])
    return Promises(every, sheets, frozenset([promise.reading for promise in every]))


def _sheet(project: Project) -> ProjectPromises:
    found = tuple([_read(project, indicator) for indicator in project.indicators])
    classes = frozenset([(each.reading.first, each.reading.second) for each in found])
    return ProjectPromises(project, found, classes, aspects_of(classes))


def _read(project: Project, indicator: Indicator) -> Promise:
    attribute, target = ("target", indicator.target) if indicator.target is not None else _value(indicator)
    kind = ("", None, None, target.text) if target.number is None else _KINDS.get(target.text) or _kind(target, target.number)
    key = _said(indicator), kind, attribute
    reading = _READ.get(key)
    if reading is None:
        first, second, third, description, basis = (each or "" for each in key[0])
        size, text = kind[2:]
        name = third or description
        reading = Reading(
            first, second, third, description, basis, target.unit, target.comparison, size, text, attribute, name,
            target.unit or _unit_named(name), aspect_of(first, second),
        )  # fmt: skip
        _READ[key] = reading
    return Promise(project, indicator, target, reading)


def _kind(target: Target, number: Decimal) -> _Kind:
    """Return what a value says but for which of many numbers it is, remembered by what is printed."""
    below, above = Size.BELOW if number else Size.ZERO, Size.ABOVE if number > _HUNDRED else Size.HUNDRED
    size = below if number < _HUNDRED else above
    _KINDS[target.text] = kind = target.unit, target.comparison, size, ""
    return kind


def _value(indicator: Indicator) -> tuple[str, Target]:
    """Return the value that the older forms print in three columns, and the field in which it stands."""
    sign, value, scale = indicator.sign or "", indicator.value or "", indicator.scale or ""
    if value:
        return "value", read_target(f"{sign}{value}{scale}")
    written = indicator.places.names
    if sign == _IN_WORDS or not sign:
        return ("scale" if scale or "scale" in written else "target"), Target(scale)
    return ("value" if "value" in written else "sign"), Target(f"{sign}{scale}")
