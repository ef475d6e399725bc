"""Every amount that a disclosure prints, in the order of the form, with the record that holds it."""

from __future__ import annotations

import dataclasses
import re
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from generator.model.money import Money
from generator.model.record import getter
from generator.model.statement import Line, Statement

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

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


class _Fields(NamedTuple):
    """The fields of one kind of record that are amounts and those that hold some, by name and label, and what reads them at once."""

    amounts: tuple[tuple[str, str], ...]
    read_amounts: Callable[[Record], tuple[object, ...]]
    holders: tuple[tuple[str, str], ...]
    read_holders: Callable[[Record], tuple[object, ...]]


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


def every_fen(text: Text) -> list[float]:
    """Return all amounts that a text prints, in 分, to see at once whether any of them is worth a closer look."""
    found: list[float] = []
    waiting: list[Sequence[Record]] = [(text,)]
    for alike in waiting:  # Records of one kind; it grows on the way.
        kind = type(alike[0])
        if kind is Statement:
            found += [cell.fen for each in alike for line in each.lines for cell in line.cells.values() if type(cell) is Money]  # type: ignore[attr-defined] # they are statements
            continue
        fields = _fields(kind)
        found += [figure.fen for figure in chain.from_iterable(map(fields.read_amounts, alike)) if type(figure) is Money]
        if fields.holders:
            inner = chain.from_iterable(map(fields.read_holders, alike))
            waiting += [value if type(value) is tuple else (value,) for value in inner if value]
    return found


def amounts_where(text: Text, odd: Callable[[Money], bool]) -> list[Printed]:
    """Return the amounts that are ``odd``, each with where it stands and what it is called."""
    return list(_odd(text, "", odd))


def _odd(record: Record, label: str, odd: Callable[[Money], bool]) -> Iterator[Printed]:
    fields = _fields(type(record))
    for (attribute, name), figure in zip(fields.amounts, fields.read_amounts(record), strict=True):
        if type(figure) is Money and odd(figure):
            yield Printed(figure, record, attribute, f"{label}/{name}")
    for (_, name), value in zip(fields.holders, fields.read_holders(record), strict=True):
        for each in value if type(value) is tuple else (value,):
            if type(each) is Statement:
                yield from _odd_cells(each, odd)
            elif each is not None:
                yield from _odd(each, f"{label}/{name}" if label else name, odd)


def _odd_cells(statement: Statement, odd: Callable[[Money], bool]) -> Iterator[Printed]:
    for line in statement.lines:
        for column, cell in line.cells.items():
            if type(cell) is Money and odd(cell):
                yield Printed(cell, line, column, f"{statement.title}/")


def _fields(record: type[Record]) -> _Fields:
    """Return the labelled fields of a record that are amounts, and those that are records which hold some."""
    if record not in _FIELDS:
        labelled = [
            (field.name, field.metadata["label"], str(field.type)) for field in dataclasses.fields(record) if "label" in field.metadata
        ]
        amounts = tuple((name, label) for name, label, kind in labelled if kind.startswith("Figure"))
        inner = tuple((name, label) for name, label, kind in labelled if _HOLDERS.intersection(_CLASS.findall(kind)))
        _FIELDS[record] = _Fields(amounts, getter([name for name, _ in amounts]), inner, getter([name for name, _ in inner]))
    return _FIELDS[record]
