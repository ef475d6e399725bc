"""Every amount that a disclosure prints, in the order of the form, with the record that holds it."""

from __future__ import annotations

import dataclasses
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.model.money import Money
from generator.model.statement import Line, Statement

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.model.disclosure import Text
    from generator.model.record import Record
    from generator.source.place import Place

_HOLDERS = {
    "Flow",
    "Part",
    "Changes",
    "Change",
    "Operating",
    "PublicExpenses",
    "PublicExpense",
    "Procurement",
    "Assets",
    "Asset",
    "Project",
    "Statement",
}
"""The records that hold amounts, by their names."""

_CLASS = re.compile(r"[A-Z]\w+")
_Fields = tuple[tuple[tuple[str, str], ...], tuple[tuple[str, str], ...]]
_FIELDS: dict[type, _Fields] = {}


@dataclass(slots=True)
class Printed:
    """One amount: the record that holds it, its attribute or column, and what it stands under."""

    money: Money
    record: Record
    attribute: str
    label: str

    @property
    def place(self) -> Place:
        """Return where the amount was written."""
        return self.record.at(self.attribute)

    @property
    def in_statement(self) -> bool:
        """Return whether it is a cell of a statement."""
        return isinstance(self.record, Line)

    @property
    def name(self) -> str:
        """Return what it is called, as 支出/构成/基本支出/金额 or 支出总表/行政运行/合计."""
        own = getattr(self.record, "name", "")
        above, _, last = self.label.rpartition("/")
        return "/".join(part for part in (above, own, self.attribute if self.in_statement else last) if part)


def amounts_where(text: Text, odd: Callable[[Money], bool]) -> tuple[int, list[Printed]]:
    """Return how many amounts a text prints, and those that are ``odd``."""
    found: list[Printed] = []
    return sum(_count(text, "", odd, found)), found


def _count(record: Record, label: str, odd: Callable[[Money], bool], found: list[Printed]) -> Iterator[int]:
    amounts, holders = _fields(type(record))
    for attribute, name in amounts:
        figure = getattr(record, attribute)
        if type(figure) is Money:
            yield 1
            if odd(figure):
                found.append(Printed(figure, record, attribute, f"{label}/{name}"))
    for attribute, name in holders:
        value = getattr(record, attribute)
        for each in value if type(value) is tuple else (value,):
            if type(each) is Statement:
                yield _count_cells(each, odd, found)
            elif each is not None:
                yield from _count(each, f"{label}/{name}" if label else name, odd, found)


def _count_cells(statement: Statement, odd: Callable[[Money], bool], found: list[Printed]) -> int:
    count = 0
    for line in statement.lines:
        for column, cell in line.cells.items():
            if type(cell) is Money:
                count += 1
                if odd(cell):
                    found.append(Printed(cell, line, column, f"{statement.title}/"))
    return count


def _fields(record: type[Record]) -> _Fields:
    """Return the labelled fields of a record that are amounts, and those that are records which hold some."""
    if record not in _FIELDS:
        labelled = [
            (field.name, field.metadata["label"], str(field.type)) for field in dataclasses.fields(record) if "label" in field.metadata
        ]
        amounts = tuple((name, label) for name, label, kind in labelled if kind.startswith("Figure"))
        inner = tuple((name, label) for name, label, kind in labelled if _HOLDERS.intersection(_CLASS.findall(kind)))
        _FIELDS[record] = (amounts, inner)
    return _FIELDS[record]
