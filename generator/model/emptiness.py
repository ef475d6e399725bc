"""What counts as nothing: a part of the form that was left blank, a statement without data."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from generator.model.figures import Quantity, Share, Target
from generator.model.money import Money, NoMoney
from generator.model.narrative import Narrative
from generator.model.record import Record, getter
from generator.model.statement import Statement

if TYPE_CHECKING:
    from collections.abc import Callable


_BLANK, _OF_TEXT = NoMoney.BLANK, (Narrative, Share, Quantity, Target)


def is_blank(value: object) -> bool:
    """Return whether nothing was filled in, however deep; 0 and 不公开 are something."""
    if value is None or value is _BLANK:
        return True
    # That a value is not of a class takes long to find out; its type tells at once.
    if type(value) is Money or (type(value) is Statement and value.lines):
        return False
    if type(value) is str:
        return not value.strip()
    if type(value) is tuple:
        return all(map(is_blank, value))
    if isinstance(value, Record):
        return is_blank(value.note) if type(value) is Statement else all(map(is_blank, _contents(type(value))(value)))
    return isinstance(value, _OF_TEXT) and not value.text.strip()


def _contents(record: type[Record]) -> Callable[[Record], tuple[object, ...]]:
    """Return what reads everything that may be filled in."""
    if record not in _CONTENTS:
        _CONTENTS[record] = getter([field.name for field in dataclasses.fields(record) if field.name != "places"])
    return _CONTENTS[record]


_CONTENTS: dict[type[Record], Callable[[Record], tuple[object, ...]]] = {}


def has_data(statement: Statement) -> bool:
    """Return whether a statement tells anything: an amount other than zero, 不公开, or a text in a column of texts."""
    return any(
        cell.amount != 0 if isinstance(cell, Money) else cell is not NoMoney.BLANK and bool(cell)
        for line in statement.lines
        for cell in line.cells.values()
    )
