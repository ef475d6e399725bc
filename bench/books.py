"""The exact figures of one invented department in one year, from which every printed table and sentence is made.

Amounts are whole 分. A printed figure is always the exact one, rounded; so every identity of the form holds to within
rounding, and a figure is printed alike wherever it stands.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from bench.invention import FUND_ITEM, FUND_WORK, PENSION_ITEM, STATE_ITEM, STATE_WORK, WORKS, Office, Work

if TYPE_CHECKING:
    from collections.abc import Iterable

GENERAL, FUND, STATE, OWN = "一般公共预算", "政府性基金预算", "国有资本经营预算", "单位资金"
"""Where money comes from, named as the columns of the income statement are."""

CENT = 10_000
"""What one hundredth of a 万元 is in 分: amounts in whole multiples of it are printed without rounding."""

WAN = 100 * CENT
PROJECTS = 9

_STEADY, _LIVELY = (30, 5), (220, 10)
"""Swing and scatter from year to year, in thousandths. Projects swing so far that no total ever stands still."""

_PERSONNEL = {"30101": 260, "30102": 150, "30103": 60, "30108": 72, "30302": 24}
_OFFICE = {"30201": 18, "30207": 6, "30211": 23, "30228": 11, "30239": 26}
_FREE_OF_FUND, _FREE_OF_STATE = {0, 1}, {1, 2}
"""Of twelve departments, those without a fund budget and those without a state capital budget."""


@dataclass(frozen=True, slots=True)
class Draw:
    """Numbers that look random and depend on nothing but the root and what they are drawn for."""

    root: str

    def number(self, least: int, most: int, *what: object) -> int:
        """Return a number from ``least`` to ``most``, always the same one for the same thing."""
        digest = hashlib.blake2b(f"{self.root}/{what}".encode(), digest_size=8).digest()
        return least + int.from_bytes(digest, "big") % (most - least + 1)


@dataclass(frozen=True, slots=True)
class Entry:
    """Money under one 项, from one source, basic or for projects."""

    code: str
    source: str
    basic: int
    project: int

    @property
    def total(self) -> int:
        """Return both together."""
        return self.basic + self.project


@dataclass(frozen=True, slots=True)
class Funded:
    """A project with its money: from the treasury under ``source``, and the unit's own."""

    work: Work
    code: str
    source: str
    fiscal: int
    own: int

    @property
    def budget(self) -> int:
        """Return what the project costs."""
        return self.fiscal + self.own


@dataclass(frozen=True)
class Books:
    """All figures of one department in one year."""

    draw: Draw
    office: Office
    year: int
    count: int = PROJECTS
    """How many projects it has, three at least: one from each source of funds."""

    @cached_property
    def fine(self) -> bool:
        """Return whether amounts run to the 分, so that printed sums are rounded; every third department's do."""
        return self.draw.number(1, 3, "grain") == 1

    @cached_property
    def vehicles(self) -> int:
        """Return how many cars the department runs."""
        return self.draw.number(2, 4, "vehicles")

    @cached_property
    def running(self) -> int:
        """Return what the cars cost."""
        return self._allowance(self.vehicles * self.draw.number(200, 320, "running"), "running")

    @cached_property
    def reception(self) -> int:
        """Return what official receptions cost."""
        return self._allowance(self.draw.number(60, 500, "reception"), "reception")

    @cached_property
    def economy(self) -> dict[str, int]:
        """Return the basic expenditure by 款 of the economic classification."""
        size = self.draw.number(80, 130, "size")
        amounts = {code: self._amount(wan * size * CENT, _STEADY, code) for code, wan in _PERSONNEL.items()}
        amounts |= {code: self._amount(wan * size * CENT, _STEADY, code) for code, wan in _OFFICE.items()}
        return amounts | {"30217": self.reception, "30231": self.running}

    @cached_property
    def projects(self) -> tuple[Funded, ...]:
        """Return the projects, the general ones first."""
        twelfth = self.draw.number(0, 11, "funds")
        special = [] if twelfth in _FREE_OF_FUND else [(FUND_WORK, FUND_ITEM, FUND)]
        special += [] if twelfth in _FREE_OF_STATE else [(STATE_WORK, STATE_ITEM, STATE)]
        first = self.draw.number(0, len(WORKS) - 1, "works")
        works = [WORKS[(first + step) % len(WORKS)] for step in range(self.count - len(special))]
        half = len(works) // 2
        general = [(work, self.office.items[1 if place < half else 2], GENERAL) for place, work in enumerate(works)]
        return tuple(self._funded(*each) for each in general + special)

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """Return the expenditure by 项 and source."""
        pension = self.economy["30108"]
        basic = sum(self.economy.values())
        entries = [Entry(self.office.items[0], GENERAL, basic - pension, 0), Entry(PENSION_ITEM, GENERAL, pension, 0)]
        entries += [Entry(project.code, project.source, 0, project.fiscal) for project in self.projects]
        return (*entries, *(Entry(project.code, OWN, 0, project.own) for project in self.projects if project.own))

    @property
    def personnel(self) -> int:
        """Return 人员经费."""
        return sum(amount for code, amount in self.economy.items() if not code.startswith("302"))

    @property
    def running_costs(self) -> int:
        """Return 公用经费, which is 机关运行经费 too: all units are administrative."""
        return sum(amount for code, amount in self.economy.items() if code.startswith("302"))

    @property
    def basic(self) -> int:
        """Return 基本支出."""
        return sum(entry.basic for entry in self.entries)

    @property
    def project(self) -> int:
        """Return 项目支出."""
        return sum(entry.project for entry in self.entries)

    @property
    def total(self) -> int:
        """Return the whole budget."""
        return self.basic + self.project

    def of(self, *sources: str) -> list[Entry]:
        """Return the expenditure paid from ``sources``."""
        return [entry for entry in self.entries if entry.source in sources]

    def from_source(self, source: str) -> int:
        """Return the income from one source."""
        return sum(entry.total for entry in self.of(source))

    def _funded(self, work: Work, code: str, source: str) -> Funded:
        base = self.draw.number(40 * WAN, 110 * WAN, work.noun, "budget")
        shared = source == GENERAL and self.draw.number(1, 24, work.noun, "own") == 1
        own = self.draw.number(300, 900, work.noun, "own", self.year) * CENT if shared else 0
        return Funded(work, code, source, self._amount(base, _LIVELY, work.noun), own)

    def _amount(self, base: int, swing: tuple[int, int], what: str) -> int:
        """Return a figure of this year: ``base``, scattered, and higher in every second year."""
        wide, scatter = swing
        base += self.draw.number(-base // 10, base // 10, what, "base")
        # People and projects rise and fall apart from each other, each in its own years.
        high = (self.year + self.draw.number(0, 1, "phase", wide)) % 2
        grain = 1 if self.fine else CENT
        return base * (1000 + high * wide + self.draw.number(-scatter, scatter, what, self.year)) // 1000 // grain * grain

    def _allowance(self, hundredths: int, what: str) -> int:
        """Return one of the “三公” items, which often stays what it was."""
        percent = (100, 100, 97, 103)[self.draw.number(0, 3, what, self.year)]
        return hundredths * percent // 100 * CENT


def rolled_up(leaves: Iterable[tuple[str, dict[str, int]]]) -> dict[str, dict[str, int]]:
    """Return the columns of every code and of the codes above it, in the order of the codes; ``""`` is the total."""
    sums: dict[str, dict[str, int]] = {}
    for code, columns in leaves:
        for end in (0, 3, 5, 7)[: len(code) // 2 + 1]:
            row = sums.setdefault(code[:end], dict.fromkeys(columns, 0))
            for column, amount in columns.items():
                row[column] += amount
    return dict(sorted(sums.items()))


def printed(amount: int) -> str:
    """Return an amount in 万元 with two decimals, half up."""
    hundredths = (amount + CENT // 2) // CENT
    return f"{hundredths // 100}.{hundredths % 100:02d}"
