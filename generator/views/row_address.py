"""Tables and rows that have permanent addresses. Those of statements and sections are the same objects on all pages.

A site has a thousand pages with the same rows: what is said of a row, or of two of them, is made once and found by the rows
themselves, so they are equal to nothing but themselves.
"""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.quick import quick
from generator.views.language import kept_for_each, remembered, say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.model.format import StatementForm
    from generator.model.statement import Line

    Columns = Mapping[str, tuple[str, str]]

_CODE = re.compile(r"[0-9]+")
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_TOTALS = {"合计": "total", "总计": "total"}
_MOST_ROWS = 1 << 12


@quick
@dataclass(frozen=True, slots=True, eq=False)
class RowAddress:
    """One row of a table: the table's anchor and title, its columns by field as (key, name), the row's own address and name.

    A figure that stands alone beside its name is a row whose only column has no key.
    """

    anchor: str
    title: str
    columns: Columns
    key: str
    name: str
    short: str
    """What it is called within its table: a line by its name without its code."""

    def cell(self, field: str) -> str:
        """Return the address of the figure in a field of this row."""
        column = self.columns[field][0]
        return f"{self.key}-{column}" if column else self.key

    def again(self, count: int) -> RowAddress:
        """Return the address of another row of this name, the one with this number in its table."""
        return RowAddress(self.anchor, self.title, self.columns, f"{self.key}-{count}", self.name, self.short)


@quick
@dataclass(frozen=True, slots=True, eq=False)
class TableAddress:
    """A table that stands on many pages, with the rows that it has on any of them."""

    anchor: str
    title: str
    columns: Columns
    rows: dict[object, RowAddress] = field(default_factory=dict)

    def row(self, end: str, name: str) -> RowAddress:
        """Return the row of this name; ``end`` is what its address adds to the table's."""
        return self.rows.get((end, name)) or self._keep((end, name), end, name, name)

    def line(self, line: Line) -> RowAddress:
        """Return the row of a statement's line."""
        known = (line.code, line.name, line.side)
        return self.rows.get(known) or self._keep(known, *_line_address(*known), line.name)

    def _keep(self, known: object, end: str, name: str, short: str) -> RowAddress:
        if len(self.rows) >= _MOST_ROWS:
            self.rows.clear()
        row = self.rows[known] = RowAddress(self.anchor, self.title, self.columns, f"{self.anchor}-{end}", name, short)
        return row


@lru_cache(maxsize=1 << 14)
def digest(name: str) -> str:
    """Return five ASCII characters that stand for a Chinese name; blanks in it do not count."""
    number = zlib.crc32("".join(name.split()).encode())
    return "".join(_DIGITS[number // 36**place % 36] for place in range(5))


@kept_for_each
def columns_of(form: StatementForm) -> dict[str, tuple[str, str]]:
    """Return the columns of a statement by name, as (key, name): its 代号, or a digest of its name where the form gives none."""
    return {column.name: (column.slug or f"c{digest(column.name)}", column.name) for column in form.columns}


@kept_for_each
def table_of(form: StatementForm) -> TableAddress:
    """Return the table of a statement."""
    return TableAddress(f"t-{form.slug}", form.full_title or form.title, columns_of(form))


@remembered(maxsize=64)
def table_named(anchor: str, title: str, columns: tuple[tuple[str, str, str], ...]) -> TableAddress:
    """Return a table of a section; its title and the names of its columns, given as (field, key, name), are noted for the catalogues."""
    return TableAddress(anchor, say(title), {field: (key, say(name)) for field, key, name in columns})


def column_address(anchor: str, key: str) -> str:
    """Return the address of a column's header."""
    return f"{anchor}-column-{key}"


def _line_address(code: str, name: str, side: str) -> tuple[str, str]:
    """Return the end of a line's address, and what the line is called."""
    called = f"{code} {name}" if code else say("{side}侧{name}", side=side, name=name) if side else name
    if _CODE.fullmatch(code):
        return code, called
    bare = "".join(name.split())
    return _TOTALS.get(bare) or f"r{digest(side + code + bare)}", called
