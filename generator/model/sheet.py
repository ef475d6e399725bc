"""A public statement as an auditor reads it: which columns it uses, which row is the total, which rows stand under which."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.model.entry import Across, Down, Entry, Sums, adds_up
from generator.model.format import CellKind
from generator.model.money import Money, NoMoney
from generator.model.outline import CODE_LENGTHS, Under, grouped_outline
from generator.model.side import Side
from generator.quick import kept

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.model.format import StatementForm
    from generator.model.statement import Line, Statement

_TOTALS = ("合计", "总计")
_ZERO = Decimal(0)
_NO_PART = re.compile(r"上年(?!结转|结余)|增减|比例|幅度|单价|数量|预算执行|年初|年末|年终")
_NO_SUM = re.compile(r"比例|幅度|单价|数量|[%％]")
_TOTAL = "合计"
_BASIC, _OF_BASIC = "基本支出", ("人员经费", "公用经费", "日常公用经费")


@dataclass(frozen=True)
class Sheet:
    """One statement with its form."""

    statement: Statement
    form: StatementForm

    @kept
    def title(self) -> str:
        """Return the statement's name in quotation marks for titles."""
        return f"《{self.statement.title}》"

    @kept
    def used(self) -> tuple[str, ...]:
        """Return the columns of amounts that at least one row has; the others are not used."""
        names: set[str] = set().union(*[line.cells for line in self.statement.lines])
        return tuple(column.name for column in self.form.columns if column.kind is CellKind.AMOUNT and column.name in names)

    @kept
    def total(self) -> Line | None:
        """Return the row 合计 of a statement without sides."""
        return next((line for line in self.statement.lines if not line.code and "".join(line.name.split()) in _TOTALS), None)

    @kept
    def by_code(self) -> dict[str, Line]:
        """Return the rows by code; of a code that stands twice, the first."""
        rows: dict[str, Line] = {}
        for line in self.statement.lines:
            if line.code and line.code not in rows:
                rows[line.code] = line
        return rows

    @kept
    def codes(self) -> tuple[str, ...]:
        """Return the codes, each once: the same ones return in every year, so what they alone decide is remembered by them."""
        return tuple(self.by_code)

    @kept
    def by_name(self) -> dict[str, Line]:
        """Return the rows by name; of a name that stands twice, the first."""
        rows: dict[str, Line] = {}
        for line in self.statement.lines:
            rows.setdefault("".join(line.name.split()), line)
        return rows

    @kept
    def sides(self) -> dict[str, Side]:
        """Return the sides of a statement that has two."""
        return {side: Side.of(side, [line for line in self.statement.lines if line.side == side]) for side in self.form.sides}

    @kept
    def additions(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Return which column is the sum of which others in every row."""
        return _additions(tuple([(column.name, column.group) for column in self.form.columns if column.name in self.used]))

    def entry(self, line: Line | None, column: str, name: str = "") -> Entry | None:
        """Return the amount in a cell, or None where it is blank, withheld or not printed."""
        figure = line.cells.get(column) if line else None
        if line is None or type(figure) is not Money:
            return None
        return Entry(name or label(line), figure, (line, column))

    def amount(self, line: Line | None, column: str) -> Entry | None:
        """Return a cell's amount named by its statement and row, for setting it beside another statement's."""
        if line is None or type(line.cells.get(column)) is not Money:
            return None
        return self.entry(line, column, f"{self.title}“{label(line)}”的“{column}”")

    @kept
    def numbers(self) -> list[dict[str, Decimal]]:
        """Return row by row the amounts that are printed, by column, all in the statement's unit."""
        unit, money = self.statement.unit, Money
        return [
            {
                column: cell.amount if cell.unit is unit else cell.yuan / unit.in_yuan
                for column, cell in line.cells.items()
                if type(cell) is money
            }
            for line in self.statement.lines
        ]

    @kept
    def row_sums(self) -> Sums:
        """Return every row's total against the columns that make it up."""
        sums = Sums()
        for whole, parts in self.additions:
            agreeing: list[Line] = []
            for line, row in zip(self.statement.lines, self.numbers, strict=True):
                known = [row[part] for part in parts if part in row]
                if known and whole in row and row[whole] == sum(known, start=_ZERO):
                    agreeing.append(line)
                elif known:
                    self._add_row(sums, line, whole, parts)
            sums.made += len(agreeing)
            sums.compared.append(Across(whole, parts, agreeing))
        return sums

    def _add_row(self, sums: Sums, line: Line, whole: str, parts: tuple[str, ...]) -> None:
        """Add a row that does not come out at first sight."""
        total = self.entry(line, whole, whole)
        entries = [self.entry(line, part, part) for part in parts]
        if self._zero_elsewhere(line, parts):
            entries = [entry for entry in entries if entry]
        sums.add(f"{self.title}“{label(line)}”的", total, entries)

    def _zero_elsewhere(self, line: Line, parts: tuple[str, ...]) -> bool:
        """Return whether the cells that a row does not have must be zero, because their columns come out without them."""
        lacking = [part for part in parts if type(line.cells.get(part)) is not Money]
        return self.settled.issuperset(lacking) and NoMoney.WITHHELD not in [line.cells.get(part) for part in lacking]

    @kept
    def settled(self) -> frozenset[str]:
        """Return the columns whose printed amounts make up their totals, so that what is not printed in them is nothing."""
        if not self.tree or self.statement.lines[self.tree[0][0]] is not self.total:
            return frozenset()
        wrong = [self._doubtful(parent, children) for parent, children in self.tree]
        return frozenset(self.used).difference(*wrong)

    @kept
    def roll_ups(self) -> Sums:
        """Return every row that has rows under it against them, column by column."""
        sums = Sums(missing=self.tree is None)
        columns = _summable(self.used)
        lines = self.statement.lines
        for number, numbers in self.tree or ():
            doubtful = self._doubtful(number, numbers)
            parent, children = lines[number], [lines[each] for each in numbers]
            for column in columns if doubtful else ():
                if column in doubtful:
                    entries = [self.entry(child, column) for child in children]
                    sums.add(f"{self.title}“{column}”一栏，", self.entry(parent, column), entries)
            agreeing = [column for column in columns if column not in doubtful] if doubtful else columns
            sums.made += len(agreeing)
            sums.compared.append(Down(parent, children, agreeing))
        return sums

    def _doubtful(self, parent: int, children: Sequence[int]) -> list[str]:
        """Return the columns in which a row is not what the rows under it make; all are gone through at once, since most are."""
        numbers = self.numbers
        if len(children) == 1 and numbers[parent] == numbers[children[0]]:
            return []
        rests = numbers[parent].copy()
        unlike: list[str] = []
        for child in children:
            for column, amount in numbers[child].items():
                if column in rests:
                    rests[column] -= amount
                else:
                    unlike.append(column)
        if any(rests.values()):
            unlike += [column for column, rest in rests.items() if rest]
        return unlike

    @kept
    def tree(self) -> Under | None:
        """Return the number of each row with the rows right under it: codes by their beginnings, the total over the highest codes.

        Rows without a code (units, for instance) begin a new group, whose codes are their own. None says that a code is
        no code, so that nobody can tell what stands under what.
        """
        lines = self.statement.lines
        codes = tuple([line.code for line in lines])
        total = next((number for number, line in enumerate(lines) if line is self.total), None)
        between = [number for number, code in enumerate(codes) if not code and number != total and self.numbers[number]]
        return grouped_outline(codes, total, tuple(between), CODE_LENGTHS.get(self.form.classification, ()))

    @kept
    def side_sums(self) -> dict[str, Sums]:
        """Return the sums of each side: this year's total and the grand total."""
        return {name: self._side_sums(side) for name, side in self.sides.items()}

    def _side_sums(self, side: Side) -> Sums:
        sums, totals = Sums(), side.sums
        for column in self.used:
            for whole, readings in totals:
                self._add_reading(sums, whole, readings, column)
        return sums

    def _add_reading(self, sums: Sums, whole: Line, readings: list[list[Line]], column: str) -> None:
        """Add one sum; where rows can be read in more than one way, any reading that comes out is taken."""
        total = whole.cells.get(column)
        if type(total) is not Money:
            sums.missing += any(_amounts(lines, column) for lines in readings)
        elif (reading := next((lines for lines in readings if adds_up(total, _amounts(lines, column))), None)) is not None:
            sums.made += 1
            sums.compared.append(Down(whole, reading, (column,)))
        elif any(_amounts(lines, column) for lines in readings):
            where = f"{self.title}{whole.side}一侧“{column}”栏，" if len(self.used) > 1 else f"{self.title}{whole.side}一侧，"
            sums.add(where, self.entry(whole, column), [self.entry(line, column) for line in readings[0]])


Cell = tuple[Sheet, "Line | None", str]
"""A cell of a statement: the statement, the row and the column."""


def add_cells(sums: Sums, one: Cell, other: Cell) -> None:
    """Compare two cells that must print the same amount."""
    (_, line, column), (_, same, beside) = one, other
    here, there = line.cells.get(column) if line else None, same.cells.get(beside) if same else None
    if line is None or same is None:
        return
    if type(here) is Money and type(there) is Money and adds_up(here, [there]):
        sums.agree((line, column), (same, beside))
    else:
        sums.add("", one[0].amount(line, column), [other[0].amount(same, beside)])


def label(line: Line | None) -> str:
    """Return what a row is called: its code and name."""
    return f"{line.code} {line.name}".strip() if line else ""


def _amounts(lines: Iterable[Line], column: str) -> list[Money]:
    return [cell for line in lines if type(cell := line.cells.get(column)) is Money]


@lru_cache(maxsize=256)
def _summable(columns: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(column for column in columns if not _NO_SUM.search(column))


@lru_cache(maxsize=256)
def _additions(columns: tuple[tuple[str, str | None], ...]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the sums among the columns, which are given by their names and groups."""
    groups = dict(columns)
    found = []
    if _BASIC in groups and (parts := tuple(name for name in groups if name in _OF_BASIC)):
        found.append((_BASIC, parts))
    if _TOTAL in groups:
        beside = tuple(
            name
            for name, group in columns
            if name != _TOTAL and not _NO_PART.search(name)
            if groups[_TOTAL] is None or group == groups[_TOTAL]
            if not (_BASIC in groups and name in _OF_BASIC)
        )
        found += [(_TOTAL, beside)] if beside else []
    return tuple(found)
