"""Every amount that a disclosure prints, in the order of the form, with what it is called."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from generator.model.entry import Entry
from generator.model.money import Money
from generator.model.record import Record
from generator.model.statement import Statement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Text

_WITHOUT = {"performance", "glossary", "waivers", "corrections", "units", "dates"}
_FIELDS: dict[type, tuple[tuple[str, str], ...]] = {}


def printed_amounts(text: Text) -> Iterator[Entry]:
    """Yield the amounts of the sections, the projects and the statements."""
    for field in dataclasses.fields(text):
        value = getattr(text, field.name) if field.name not in _WITHOUT else None
        if value is not None:
            yield from _of(value, field.metadata.get("label", ""))


def _of(value: object, name: str) -> Iterator[Entry]:
    if type(value) is tuple:
        for each in value:
            yield from _of(each, name)
    elif isinstance(value, Statement):
        yield from _of_statement(value)
    elif isinstance(value, Record):
        name = getattr(value, "name", None) or name
        for attribute, label in _fields(type(value)):
            inner = getattr(value, attribute)
            if type(inner) is Money:
                yield Entry(f"{name}/{label}", inner, value.at(attribute))
            elif type(inner) is tuple or isinstance(inner, Record):
                yield from _of(inner, label)


def _of_statement(statement: Statement) -> Iterator[Entry]:
    for line in statement.lines:
        for column, cell in line.cells.items():
            if type(cell) is Money:
                yield Entry(f"{line.name}/{column}", cell, line.at(column))


def _fields(record: type[Record]) -> tuple[tuple[str, str], ...]:
    if record not in _FIELDS:
        named = [(field.name, field.metadata.get("label", "")) for field in dataclasses.fields(record) if "label" in field.metadata]
        _FIELDS[record] = tuple(pair for pair in named if pair[0] not in ("indicators", "schedule", "goals"))
    return _FIELDS[record]
