"""Which figures and texts of a page have a finding, so that each can lead to it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.views.blocks import Fact

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.findings.finding import Finding
    from generator.model.narrative import Narrative
    from generator.model.record import Record
    from generator.source.place import Place
    from generator.views.blocks import Cell, Prose


class Marks:
    """The findings of one page by the place where they stand; they are numbered from 1 in the order of the page's list."""

    def __init__(self, findings: Sequence[Finding] = (), corrected: Iterable[Place] = ()) -> None:
        """Take the findings in the order in which the page lists them, and the places of corrected figures."""
        self.corrected = {(place.path, place.line, place.column) for place in corrected}
        self.by_place: dict[tuple[str, int, int], int] = {}
        self.opposite: dict[tuple[str, int, int], int] = {}
        self.by_line: dict[str, list[tuple[int, int]]] = {}
        for number, finding in enumerate(findings, 1):
            place = finding.place
            self.by_place.setdefault((place.path, place.line, place.column), number)
            self.by_line.setdefault(place.path, []).append((place.line, number))
            for other in finding.also:
                self.opposite.setdefault((other.path, other.line, other.column), number)
        self.silent = not self.by_place and not self.corrected
        """Whether nothing on the page has a mark: most pages, of a thousand cells each, need not ask for any."""

    def at(self, record: Record, name: str) -> int:
        """Return the number of the finding at a record's field, or 0; most pages have none and are not searched."""
        if not self.by_place:
            return 0
        place = record.at(name)
        return self.by_place.get((place.path, place.line, place.column), 0)

    def touching(self, record: Record, name: str) -> int:
        """Return the number of the finding at a record's field or at a figure that it clashes with, or 0."""
        if not self.by_place:
            return 0
        place = record.at(name)
        spot = (place.path, place.line, place.column)
        return self.by_place.get(spot, 0) or self.opposite.get(spot, 0)

    def changed(self, record: Record, name: str) -> bool:
        """Return whether a record's field was corrected after publication."""
        if not self.corrected:
            return False
        place = record.at(name)
        return (place.path, place.line, place.column) in self.corrected

    def on(self, cell: Cell, record: Record, name: str) -> Cell:
        """Return a cell with the marks of the finding and of the correction at its figure."""
        if self.silent:
            return cell
        number = self.at(record, name)
        cell = cell._replace(mark=number) if number else cell
        return cell._replace(corrected=True) if self.changed(record, name) else cell

    def along(self, cells: Sequence[Cell], record: Record, names: Sequence[str]) -> Sequence[Cell]:
        """Return the last cells of a row with the marks at the fields of these names; the cells before them show no field."""
        if self.silent:
            return cells
        lead = len(cells) - len(names)
        return (*cells[:lead], *(self.on(cell, record, name) for cell, name in zip(cells[lead:], names, strict=True)))

    def fact(self, name: str, value: str, record: Record, field: str, key: str = "") -> Fact:
        """Return a name with its value and the value's address, if it has one, and the marks of the finding and of the correction at it."""
        return Fact(name, value, None, self.at(record, field), key, self.changed(record, field))

    def within(self, narrative: Narrative, prose: Prose) -> Prose:
        """Return a text with the marks of the findings that stand on its lines."""
        near = self.by_line.get(narrative.path)
        if not near:
            return prose
        last = narrative.line + narrative.text.count("\n")
        numbers = tuple(number for line, number in near if narrative.line <= line <= last)
        return replace(prose, marks=numbers) if numbers else prose


NO_MARKS = Marks()
