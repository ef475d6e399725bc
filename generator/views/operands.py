"""来历: what a figure is called in a formula, as short as where it is seen from allows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.views.blocks import Operand
from generator.views.language import remembered, say
from generator.views.row_address import column_address
from generator.views.wording import quoted

if TYPE_CHECKING:
    from generator.views.row_address import RowAddress


def column_of(row: RowAddress, field: str) -> Operand:
    """Return a whole column of the row's table."""
    key, name = row.columns.get(field, ("", field))
    return Operand(name, column_address(row.anchor, key) if key else "")


def whole_of(row: RowAddress, field: str) -> tuple[Operand, ...]:
    """Return the column of the whole; a table of one column need not name it."""
    return (Operand(_named(row.columns[field][1]), row.cell(field)),) if len(row.columns) > 1 else ()


def operand_of(row: RowAddress, field: str, seen_from: RowAddress, column: str) -> Operand:
    """Return a figure as it is called beside another one: by its column in the same row, by its row in the same table."""
    name = row.columns[field][1]
    if row is seen_from:
        return Operand(_named(name), row.cell(field))
    if row.anchor == seen_from.anchor:
        called, several = row.short, len(row.columns) > 1
        return Operand(_within(called, name) if several and field != column else called, row.cell(field))
    return Operand(far(row, field), row.cell(field))


def far(row: RowAddress, field: str) -> str:
    """Return what a figure is called from another table: by its table, its row and, where there are several, its column."""
    return _far(row.title, row.name, row.columns[field][1] if len(row.columns) > 1 else "")


@remembered(maxsize=1 << 14)
def _far(table: str, row: str, column: str) -> str:
    if column:
        return say("《{table}》{row}的“{column}”", table=table, row=quoted(row), column=column)
    return say("《{table}》{row}", table=table, row=quoted(row))


@remembered(maxsize=1 << 12)
def _named(column: str) -> str:
    return say("“{column}”", column=column)


@remembered(maxsize=1 << 12)
def _within(row: str, column: str) -> str:
    return say("{row}“{column}”", row=row, column=column)
