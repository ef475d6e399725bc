"""One side of a two-sided statement: its sources or uses, what is carried over, this year's total and the grand total."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from generator.model.money import Money
from generator.quick import kept, quick

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


@quick
@dataclass(frozen=True)
class Side:
    """The rows of one side, told apart by their names and their place."""

    lines: tuple[Line, ...]
    shape: _Shape
    year: Line | None
    """This year's total: 本年收入合计 or 本年支出合计."""
    grand: Line | None
    """收入总计 or 支出总计."""

    @classmethod
    def of(cls, lines: tuple[Line, ...]) -> Side:
        """Return the side that these rows are."""
        shape = _shape(tuple([line.name for line in lines]))
        year, grand = shape.year, shape.grand
        return cls(lines, shape, None if year is None else lines[year], None if grand is None else lines[grand])

    @property
    def totals(self) -> _Totals:
        """Return each total with the ways in which the rows above it may be read as its parts, the likeliest first, by numbers."""
        return self.shape.totals

    @property
    def sources(self) -> list[Line]:
        """Return the rows that are sources or uses."""
        return [self.lines[each] for each in self.shape.sources]

    @kept
    def by_name(self) -> dict[str, Line]:
        """Return the rows by their plain names."""
        return {name: self.lines[number] for name, number in self.shape.by_name}

    @kept
    def by_source(self) -> dict[str, Line]:
        """Return the sources and what is carried over, by :func:`source_key`."""
        return {key: self.lines[number] for key, number in self.shape.by_source}

    def spent(self, column: str) -> Line | None:
        """Return the row that says what is spent (or comes in) this year: its own total, or the grand one if nothing is carried over."""
        if self.year is not None:
            return self.year
        carried = [self.lines[each].cells.get(column) for each in self.shape.carried]
        return None if any(isinstance(cell, Money) and cell.amount for cell in carried) else self.grand


_Totals = tuple[tuple[int, tuple[tuple[int, ...], ...]], ...]


class _Shape(NamedTuple):
    """What the names of the rows tell, by the numbers of the rows: sources, what is carried over, this year's and the grand total."""

    sources: tuple[int, ...]
    carried: tuple[int, ...]
    year: int | None
    grand: int | None
    totals: _Totals
    by_name: tuple[tuple[str, int], ...]
    by_source: tuple[tuple[str, int], ...]


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
    totals = tuple(_totals(names, outermost, tuple(carried), year, grand))
    named = (*outermost, *carried, *(each for each in (year, grand) if each is not None))
    by_name = {plain[each]: each for each in reversed(named)}
    by_source = {source_key(names[each]): each for each in reversed((*outermost, *carried[:1]))}
    return _Shape(outermost, tuple(carried), year, grand, totals, tuple(by_name.items()), tuple(by_source.items()))


def _totals(
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
