"""What counts as nothing: a part of the form that was left blank, a statement without data."""

from __future__ import annotations

import dataclasses

from generator.model.figures import Quantity, Share, Target
from generator.model.money import Money, NoMoney
from generator.model.narrative import Narrative
from generator.model.record import Record
from generator.model.statement import Statement


def is_blank(value: object) -> bool:
    """Return whether nothing was filled in, however deep; 0 and 不公开 are something."""
    if isinstance(value, Narrative | Share | Quantity | Target):
        value = value.text
    if isinstance(value, str):
        return not value.strip()
    if isinstance(value, Statement):
        return not value.lines and is_blank(value.note)
    if isinstance(value, Record):
        return all(is_blank(getattr(value, field.name)) for field in dataclasses.fields(value) if field.name != "places")
    if isinstance(value, tuple):
        return all(is_blank(each) for each in value)
    return value is None or value is NoMoney.BLANK


def has_data(statement: Statement) -> bool:
    """Return whether a statement tells anything: an amount other than zero, 不公开, or a text in a column of texts."""
    return any(
        cell.amount != 0 if isinstance(cell, Money) else cell is not NoMoney.BLANK and bool(cell)
        for line in statement.lines
        for cell in line.cells.values()
    )
