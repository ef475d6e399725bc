"""A public statement as an auditor reads it: which columns it uses, which row is the total, which rows stand under which."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.model.entry import Entry, Paired, Sums
from generator.model.money import Money
from generator.model.sheet_sums import roll_ups, row_sums, side_sums
from generator.model.side import Side
from generator.quick import kept, quick

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model.format import StatementForm
    from generator.model.layout import Layout
    from generator.model.money import Figure
    from generator.model.statement import Line, Statement

_TOTALS = ("合计", "总计")


@quick
@dataclass(frozen=True)
class Sheet:
    """One statement with its form."""

    statement: Statement
    form: StatementForm

    @kept
    def by_code(self) -> dict[str, Line]:
        """Return the rows by code; of a code that stands twice, the first."""
        lines = self.statement.lines
        rows = {line.code: line for line in lines}
        if len(rows) < len(lines):
            for line in reversed(lines):
                rows[line.code] = line
        rows.pop("", None)
        return rows

    @kept
    def codes(self) -> tuple[str, ...]:
        """Return the codes, each once: the same ones return in every year, so what they alone decide is remembered by them."""
        return tuple(self.by_code)

    @kept
    def layout(self) -> Layout:
        """Return what the columns tell that at least one row has."""
        columns: dict[str, Figure | str] = {}
        for line in self.statement.lines:
            columns |= line.cells
        return self.form.layout(tuple(columns))

    @kept
    def title(self) -> str:
        """Return the statement's name in quotation marks for titles."""
        return f"《{self.statement.title}》"

    @property
    def used(self) -> tuple[str, ...]:
        """Return the columns of amounts that at least one row has, in the order of the form."""
        return self.layout.used

    @kept
    def total(self) -> Line | None:
        """Return the row 合计 of a statement without sides."""
        for line in self.statement.lines:
            if not line.code and compact(line.name) in _TOTALS:
                return line
        return None

    @kept
    def by_name(self) -> dict[str, Line]:
        """Return the rows by name; of a name that stands twice, the first."""
        rows: dict[str, Line] = {}
        for line in self.statement.lines:
            rows.setdefault(compact(line.name), line)
        return rows

    @kept
    def sides(self) -> dict[str, Side]:
        """Return the sides of a statement that has two."""
        return {side: Side.of(tuple([line for line in self.statement.lines if line.side == side])) for side in self.form.sides}

    def entry(self, line: Line | None, column: str, name: str = "") -> Entry | None:
        """Return the amount in a cell, or None where it is blank, withheld or not printed."""
        figure = line.cells.get(column) if line else None
        if line is None or type(figure) is not Money:
            return None
        return Entry(name or line.label, figure, (line, column))

    def amount(self, line: Line | None, column: str) -> Entry | None:
        """Return a cell's amount named by its statement and row, for setting it beside another statement's."""
        if line is None or type(line.cells.get(column)) is not Money:
            return None
        return self.entry(line, column, f"{self.title}“{line.label}”的“{column}”")

    @kept
    def row_sums(self) -> Sums:
        """Return every row's total against the columns that make it up."""
        return row_sums(self)

    @kept
    def roll_ups(self) -> Sums:
        """Return every row that has rows under it against them, column by column."""
        return roll_ups(self)

    @kept
    def side_sums(self) -> dict[str, Sums]:
        """Return the sums of each side: this year's total and the grand total."""
        return {name: side_sums(self, side) for name, side in self.sides.items()}


Cell = tuple[Sheet, "Line | None", str]
"""A cell of a statement: the statement, the row and the column."""


def add_cells(sums: Sums, one: Cell, other: Cell) -> None:
    """Compare two cells that must print the same amount."""
    (_, line, column), (_, same, beside) = one, other
    here, there = line.cells.get(column) if line else None, same.cells.get(beside) if same else None
    if line is None or same is None:
        return
    if type(here) is Money and type(there) is Money and here.same_as(there):
        sums.agree((line, column), (same, beside))
    else:
        sums.add("", one[0].amount(line, column), [other[0].amount(same, beside)])


def add_rows(sums: Sums, one: tuple[Sheet, str], other: tuple[Sheet, str], rows: Sequence[tuple[Line, Line]]) -> None:
    """Compare rows of two statements that must print the same amount in a column of each."""
    (_, column), (_, beside) = one, other
    # Mostly both print the same text, which was read as the same amount.
    same = [type(cell := line.cells.get(column)) is Money and cell is row.cells.get(beside) for line, row in rows]
    if all(same):
        sums.made += len(rows)
        sums.compared.append(Paired(column, beside, rows))
        return
    for line, row in rows:
        add_cells(sums, (one[0], line, column), (other[0], row, beside))


@lru_cache(maxsize=1024)
def compact(name: str) -> str:
    """Return a name without blanks."""
    return "".join(name.split())
