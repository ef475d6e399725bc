"""What a project's indicators promise, each with the place of its value, and what every one of them may be asked."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from generator.model.money import Money
from generator.model.readings import read_sheet, value_of
from generator.quick import quick

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from generator.model.figures import Target
    from generator.model.performance import Indicator, Project
    from generator.model.readings import Reading, SheetReading
    from generator.source.place import Place

Answer = TypeVar("Answer")
_NOTHING = Decimal(0)


class Price(NamedTuple):
    """An amount of money that an indicator names, as a lump or for each of something: 430元/人/天 is 430元 per 人 and 天."""

    money: Money
    per: tuple[str, ...]


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


@quick
@dataclass(frozen=True, slots=True, eq=False)
class ProjectPromises:
    """The sheet of one project and what its indicators say; a promise is made of one when somebody asks for it."""

    project: Project
    reading: SheetReading

    def promise(self, number: int) -> Promise:
        """Return what the indicator with this number promises, counted from 0."""
        indicator = self.project.indicators[number]
        return Promise(self.project, indicator, value_of(indicator)[1], self.reading.indicators[number])

    @property
    def promises(self) -> tuple[Promise, ...]:
        """Return what every indicator promises, in the order of the form."""
        return tuple(map(self.promise, range(len(self.reading.indicators))))


@dataclass(frozen=True, slots=True)
class Promises:
    """What the projects promise, in the order of the form; a project without indicators has no sheet."""

    sheets: tuple[ProjectPromises, ...]
    readings: tuple[SheetReading, ...]
    """Those of the sheets."""

    @property
    def numbered(self) -> bool:
        """Return whether any value is a number."""
        return _is_number.any(self)


class Question(Generic[Answer]):
    """What every indicator is asked. The same sheets return year after year, and what was asked once is not asked again.

    ``of`` is the answer of one reading, ``at`` those of a sheet, each after the number of its indicator.
    """

    def __init__(self, ask: Callable[[Reading], Answer | None]) -> None:
        """Take what answers for one reading; an answer that is not true is none."""
        self.of = lru_cache(maxsize=16384)(ask)
        self.at = lru_cache(maxsize=4096)(self._at)

    def _at(self, sheet: SheetReading) -> tuple[tuple[int, Answer], ...]:
        return tuple([(number, answer) for number, reading in enumerate(sheet.indicators) if (answer := self.of(reading))])

    def any(self, promises: Promises) -> bool:
        """Return whether any of the promises has an answer."""
        return any(map(self.at, promises.readings))

    def among(self, promises: Promises) -> list[tuple[Promise, Answer]]:
        """Return the promises that have an answer, each with it."""
        if not self.any(promises):  # As mostly.
            return []
        return [(sheet.promise(number), answer) for sheet in promises.sheets for number, answer in self.at(sheet.reading)]


def asked(ask: Callable[[Reading], Answer | None]) -> Question[Answer]:
    """Return the question that a function answers from what an indicator says, and from nothing else."""
    return Question(ask)


@asked
def _is_number(reading: Reading) -> bool:
    return reading.size is not None


def promises(projects: Sequence[Project]) -> Promises:
    """Return what every indicator of every project promises."""
    sheets = tuple([ProjectPromises(project, read_sheet(project.indicators)) for project in projects if project.indicators])
    return Promises(sheets, tuple([sheet.reading for sheet in sheets]))
