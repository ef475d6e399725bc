"""Named amounts with their places, and how a whole differs from what should make it up."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from generator.model.causes import likely_cause
from generator.model.money import Money
from generator.model.sums import difference, explained_by_rounding
from generator.quick import quick
from generator.source.place import Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.model.outline import Under
    from generator.model.passage import Passage
    from generator.model.record import Record

_MOST_NAMES = 6
_NO_CELL = Place
_new = tuple.__new__
"""Makes an identity without the detour over keyword defaults, which is half of its cost."""


@quick
@dataclass(frozen=True, slots=True)
class Entry:
    """One printed amount: what it is called there, and where it stands."""

    name: str
    money: Money
    spot: Place | tuple[Record, str] | tuple[Passage, int]
    """Its place, or who knows it, a record by the field or a text by the offset: most amounts agree, and nobody asks for it."""

    @property
    def place(self) -> Place:
        """Return where the amount stands."""
        if not isinstance(self.spot, tuple):
            return self.spot
        return self.spot[0].at(self.spot[1])  # type: ignore[arg-type] # each is asked by its own

    @property
    def written(self) -> tuple[Record, str]:
        """Return the record and the field of a figure that was filled in."""
        return self.spot  # type: ignore[return-value] # only asked of those

    @property
    def passage(self) -> Passage:
        """Return the text that states an amount."""
        return self.spot[0]  # type: ignore[index,return-value] # only asked of those

    def __str__(self) -> str:
        """Return the amount as a reader writes it, with its unit."""
        return words(self.money)


@dataclass(frozen=True, slots=True)
class Mismatch:
    """A whole that its parts do not make up. ``where`` says in words which statement or section it stands in."""

    where: str
    whole: Entry
    parts: tuple[Entry, ...]
    rounding: bool
    """Whether the rounding of the printed figures alone can explain it."""
    previous: Money | None = None
    """Last year's figure for the whole, which may have been left standing."""

    @property
    def gap(self) -> Money:
        """Return whole − Σ parts, in the whole's unit."""
        return Money(difference(self.whole.money, [part.money for part in self.parts]), self.whole.money.unit)

    @property
    def expected(self) -> Money:
        """Return what the parts make together."""
        return Money(self.whole.money.amount - self.gap.amount, self.whole.money.unit)

    @property
    def formula(self) -> str:
        """Return what should hold, as 合计 = 基本支出 + 项目支出."""
        return f"{self.whole.name} = {' + '.join(_few([part.name for part in self.parts]))}"

    @property
    def names(self) -> str:
        """Return the names of the parts, as 基本支出、项目支出."""
        return "、".join(_few([part.name for part in self.parts]))

    @property
    def cause(self) -> str:
        """Return the likely cause, or the empty string."""
        rows = {part.name: part.money for part in self.parts} if len(self.parts) > 1 else None
        return likely_cause(self.expected, self.whole.money, rows, self.previous)


class Identity(NamedTuple):
    """A whole that was compared with its parts, as pages show it: the cells, not the amounts in them."""

    record: Record
    field: str
    parts: tuple[tuple[Record, str], ...]
    mismatch: Mismatch | None = None
    """How they differ; None where they agree exactly."""


class Down(NamedTuple):
    """A row that is the sum of other rows, exactly, in each of these columns."""

    record: Record
    records: Sequence[Record]
    fields: Sequence[str]


class Across(NamedTuple):
    """A column that is the sum of other columns, exactly, in each of these rows."""

    field: str
    fields: Sequence[str]
    records: Sequence[Record]


class Told(NamedTuple):
    """An amount or a share that stands in no cell: what a text or an indicator tells, and which one does."""

    said: str | Entry
    where: Passage | Record

    @property
    def words(self) -> str:
        """Return the words in which it is told; most are never asked for."""
        return self.said if isinstance(self.said, str) else f"{self.said.name}{self.said}"


class Related(NamedTuple):
    """A figure that was compared with others otherwise than as the sum of its parts: a bound, a difference, a series that rises."""

    record: Record
    field: str
    relation: str
    """What must hold between the figure and the others: ``=``, ``≥``, or ``≈`` where a printed share is rounded."""
    parts: tuple[tuple[Record, str], ...]
    sign: str = "+"
    """What stands between the others."""
    wrong: Place | None = None
    """Where the rule's remark stands; None where what must hold does hold."""
    told: tuple[Told, ...] = ()
    """The others that stand in no cell, after those that do."""


class Repeated(NamedTuple):
    """A figure of last year as this year's text repeats it, compared with the cell that last year's text has it in."""

    record: Record
    field: str
    published: tuple[Record, str]
    mismatch: Mismatch | None = None


Compared = Identity | Down | Across | Related | Repeated
"""One comparison, or those of all rows in a column."""


@dataclass(slots=True)
class Nested:
    """Rows of a table that are the sums of those under them, exactly, in each of these groups of columns."""

    rows: Sequence[Record]
    under: Under
    groups: Sequence[Sequence[str]]

    def __iter__(self) -> Iterator[Down]:
        """Yield what was compared, row by row."""
        for columns in self.groups:
            for whole, parts in self.under:
                yield Down(self.rows[whole], [self.rows[each] for each in parts], columns)


@dataclass(slots=True)
class Paired:
    """Rows of two tables that print the same, exactly, in a column of each."""

    field: str
    same: str
    rows: Sequence[tuple[Record, Record]]

    def __iter__(self) -> Iterator[Identity]:
        """Yield what was compared, row by row."""
        for record, other in self.rows:
            yield Identity(record, self.field, ((other, self.same),))


@dataclass(slots=True)
class Sums:
    """What came of adding up: how many sums could be made, those that do not come out, and how many lack a figure."""

    made: int = 0
    missing: int = 0
    mismatches: list[Mismatch] = field(default_factory=list)
    compared: list[Compared | Nested | Paired] = field(default_factory=list)
    """What was compared and stands in cells; a sum that could not be made is not among them.

    Those of a whole table stay together, as few ask for them one by one: only a page that shows how its figures come about.
    """

    @property
    def each_compared(self) -> Iterator[Compared]:
        """Yield the comparisons one by one."""
        for each in self.compared:
            if isinstance(each, (Nested, Paired)):
                yield from each
            else:
                yield each

    @property
    def wrong(self) -> list[Mismatch]:
        """Return the mismatches that rounding cannot explain."""
        return [each for each in self.mismatches if not each.rounding]

    @property
    def rounded(self) -> list[Mismatch]:
        """Return the differences that come from rounding alone."""
        return [each for each in self.mismatches if each.rounding]

    def add(self, where: str, whole: Entry | None, parts: Sequence[Entry | None]) -> None:
        """Compare a whole with its parts; None is a figure that is blank, withheld or not printed."""
        known = [part for part in parts if part is not None]
        if whole is None:
            self.missing += bool(known)
            return
        mismatch = None if adds_up(whole.money, [part.money for part in known]) else compare(where, whole, known)
        if mismatch is not None and len(known) < len(parts):
            self.missing += 1
            return
        self.made += bool(parts)
        if parts:
            self._keep(whole, known, mismatch)
        if mismatch is not None and parts:
            self.mismatches.append(mismatch)

    def agree(self, whole: tuple[Record, str], *parts: tuple[Record, str]) -> None:
        """Keep that a cell is exactly what others make it, which needs no words."""
        self.made += 1
        self.compared.append(_new(Identity, (*whole, parts, None)))

    def hold(self, record: Record, field: str, parts: tuple[tuple[Record, str], ...], told: tuple[Told, ...] = (), sign: str = "+") -> None:
        """Keep that a figure is no less than others in cells and in words, or than those before it in a series."""
        self.compared.append(_new(Related, (record, field, "≥", parts, sign, None, told)))

    def bound(self, whole: Entry, parts: Sequence[Entry], wrong: Place | None = None) -> None:
        """Keep that the parts together must not exceed the whole; ``wrong`` is where a remark says that they do."""
        self.compared.append(Related(*whole.written, "≥", tuple([part.written for part in parts]), wrong=wrong))

    def _keep(self, whole: Entry, parts: Sequence[Entry], mismatch: Mismatch | None) -> None:
        cells = tuple([part.spot for part in parts])
        if type(whole.spot) is tuple and _NO_CELL not in map(type, cells):
            self.compared.append(_new(Identity, (*whole.spot, cells, mismatch)))


def compare(where: str, whole: Entry, parts: Iterable[Entry], previous: Money | None = None) -> Mismatch | None:
    """Return how a whole differs from its parts, or None where they agree exactly."""
    parts = tuple(parts)
    amounts = [part.money for part in parts]
    if adds_up(whole.money, amounts):
        return None
    return Mismatch(where, whole, parts, explained_by_rounding(whole.money, amounts), previous)


def adds_up(whole: Money, parts: Iterable[Money]) -> bool:
    """Return whether parts make up the whole exactly, whatever their units."""
    return not difference(whole, parts)


def words(money: Money) -> str:
    """Return an amount with its unit, as 1,284.30万元."""
    return f"{money.amount:,}{money.unit.value}"


def _few(names: list[str]) -> list[str]:
    return names if len(names) <= _MOST_NAMES else [*names[: _MOST_NAMES - 1], f"……等{len(names)}项"]
