"""One side of a two-sided statement: its sources or uses, what is carried over, this year's total and the grand total."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from generator.model.money import Money
from generator.quick import kept

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.model.statement import Line

_RANKS = (
    (9, re.compile(r"其中[：:]?")),
    (1, re.compile(r"[一二三四五六七八九十]+、")),
    (2, re.compile(r"[（(][一二三四五六七八九十]+[）)]")),
    (3, re.compile(r"[0-9]+[.、．]")),
    (4, re.compile(r"[（(][0-9]+[）)]")),
)
_DETAIL = 9
_YEAR = re.compile(r"(?:本年)?(?:收入|支出)?(?:合计|小计)|本年(?:收入|支出)")
_GRAND = re.compile(r"(?:收入|支出|收|支)?总计")
_CARRIED = re.compile(r"结转|结余|弥补")
_KEYLESS = re.compile(r"财政拨款收入|财政拨款|拨款|预算|收入|资金|结余|和")
_CONTAINERS = {
    "财政拨款": ("一般公共预算", "政府性基金", "国有资本经营"),
    "单位资金": ("事业", "经营", "上级补助", "附属单位", "其他收入"),
}


@dataclass(frozen=True)
class Side:
    """The rows of one side, told apart by their names and their place."""

    name: str
    lines: tuple[Line, ...]
    shape: _Shape
    sources: tuple[Line, ...]
    carried: tuple[Line, ...]
    year: Line | None
    """This year's total: 本年收入合计 or 本年支出合计."""
    grand: Line | None
    """收入总计 or 支出总计."""

    @classmethod
    def of(cls, name: str, lines: list[Line]) -> Side:
        """Return the side that these rows are."""
        shape = _shape(tuple([line.name for line in lines]))
        sources, carried = (tuple([lines[each] for each in numbers]) for numbers in (shape.sources, shape.carried))
        year, grand = (None if number is None else lines[number] for number in (shape.year, shape.grand))
        return cls(name, tuple(lines), shape, sources, carried, year, grand)

    @kept
    def by_name(self) -> dict[str, Line]:
        """Return the rows by their plain names."""
        lines = (*self.sources, *self.carried, *(line for line in (self.year, self.grand) if line))
        return {plain_name(line.name): line for line in reversed(lines)}

    @kept
    def by_source(self) -> dict[str, Line]:
        """Return the sources and what is carried over, by :func:`source_key`."""
        return {source_key(line.name): line for line in reversed((*self.sources, *self.carried[:1]))}

    def spent(self, column: str) -> Line | None:
        """Return the row that says what is spent (or comes in) this year: its own total, or the grand one if nothing is carried over."""
        if self.year is not None:
            return self.year
        carried = [line.cells.get(column) for line in self.carried]
        return None if any(isinstance(cell, Money) and cell.amount for cell in carried) else self.grand

    @property
    def sums(self) -> list[tuple[Line, list[list[Line]]]]:
        """Return each total with the ways in which the rows above it may be read as its parts, the likeliest first."""
        return [(self.lines[whole], [[self.lines[each] for each in parts] for parts in readings]) for whole, readings in self.shape.sums]


class _Shape(NamedTuple):
    """The numbers of the rows that are sources, carried over, this year's total and the grand total."""

    sources: tuple[int, ...]
    carried: tuple[int, ...]
    year: int | None
    grand: int | None
    sums: tuple[tuple[int, tuple[tuple[int, ...], ...]], ...]
    """Each total with the ways in which the rows above it may be read as its parts, the likeliest first."""


@lru_cache(maxsize=1024)
def _shape(names: tuple[str, ...]) -> _Shape:
    """Tell the rows of a side apart; the form prints the same names in every department and year."""
    plain = [plain_name(name) for name in names]
    year = next((number for number, name in enumerate(plain) if _YEAR.fullmatch(name)), None)
    grand = next((number for number, name in enumerate(plain) if _GRAND.fullmatch(name)), None)
    if grand is None and year is not None and plain[year] == "合计":
        year, grand = None, year
    sources: list[int] = []
    carried: list[int] = []
    after = False
    for number, name in enumerate(plain):
        if number in (year, grand):
            after = after or (number == year and bool(sources))
        elif _CARRIED.search(name):
            carried.append(number)
        elif not (carried and name in [plain[each] for each in sources]) and not after:
            # A source named again after what is carried over, or after this year's total, is a detail of that.
            sources.append(number)
    outermost = tuple([sources[each] for each in _outer([names[each] for each in sources])])
    return _Shape(outermost, tuple(carried), year, grand, tuple(_sums(names, outermost, tuple(carried), year, grand)))


def _sums(
    names: Sequence[str], sources: tuple[int, ...], carried: tuple[int, ...], year: int | None, grand: int | None
) -> Iterator[tuple[int, tuple[tuple[int, ...], ...]]]:
    inner = tuple([sources[each] for each in _without_members([plain_name(names[each]) for each in sources])])
    own = (inner, sources) if len(inner) < len(sources) else (inner,)
    over = tuple([carried[each] for each in _outer([names[each] for each in carried])]), carried, carried[:1]
    if year is not None and sources:
        yield year, own
    if grand is not None and year is not None:
        yield grand, tuple([(year, *each) for each in over])
    elif grand is not None and sources:
        yield grand, tuple([(*each, *beside) for each in own for beside in over])


@lru_cache(maxsize=4096)
def plain_name(name: str) -> str:
    """Return a row's name without blanks and without its number: “一、 事业收入” is 事业收入."""
    name = "".join(name.split())
    for _, pattern in _RANKS:
        match = pattern.match(name)
        if match and match.end() < len(name):
            return plain_name(name[match.end() :])
    return name


@lru_cache(maxsize=4096)
def source_key(name: str) -> str:
    """Return what a source of money is known by in every statement: 一般公共预算拨款收入 and 一般公共预算 are one."""
    return _KEYLESS.sub("", plain_name(name)) or plain_name(name)


@lru_cache(maxsize=4096)
def _rank(name: str) -> int:
    name = "".join(name.split())
    return next((rank for rank, pattern in _RANKS if pattern.match(name)), 0)


def _outer(names: Sequence[str]) -> list[int]:
    ranks = [_rank(name) for name in names]
    top = min((rank for rank in ranks if 0 < rank < _DETAIL), default=_DETAIL)
    return [number for number, rank in enumerate(ranks) if rank <= top and rank < _DETAIL]


def _without_members(names: Sequence[str]) -> list[int]:
    """Return the rows without those that belong under another one, where no number tells so: 单位资金 contains 事业收入."""
    members = tuple(
        member for container, inner in _CONTAINERS.items() if any(name.startswith(container) for name in names) for member in inner
    )
    return [number for number, name in enumerate(names) if not (members and name.startswith(members))]
