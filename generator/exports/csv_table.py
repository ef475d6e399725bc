"""CSV that Excel opens as it is: UTF-8 with its mark, CRLF, one fact a row."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.exports.spreadsheet_text import harmless
from generator.views.columns import FACT_TABLE, LIST_TABLE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.exports.described import Described
    from generator.exports.facts import Fact
    from generator.views.columns import Column

_END = "\r\n"
_ENCODING = "utf-8-sig"  # Without its mark Excel takes UTF-8 for the code of its country.
_SPECIAL = re.compile(r'[",\r\n]')


def fact_table(rows: str) -> bytes:
    """Return the file that holds the given rows of facts."""
    return f"{_head(FACT_TABLE)}{rows}".encode(_ENCODING)


def list_table(rows: str) -> bytes:
    """Return the file that holds the given rows of disclosures."""
    return f"{_head(LIST_TABLE)}{rows}".encode(_ENCODING)


def fact_rows(of: Described, facts: Sequence[Fact]) -> str:
    """Return the rows of a disclosure's facts; they are the same in every file that holds them."""
    name, *columns = map(cell, of.columns())
    about = ",".join(columns)
    origin = ",".join(map(cell, (of.published, of.revision, of.licence)))
    page = of.address
    rows = [
        f"{name},{number},{about},{_row_head(fact.part, fact.group, fact.code, fact.name)},{cell(fact.column)},{fact.number},"
        f"{cell(fact.words)},{fact.kind},{fact.unit},{fact.state},{origin},{cell(fact.path)},{fact.line},{fact.position},"
        f"{page}#{fact.anchor}{_END}"
        for number, fact in enumerate(facts, 1)
    ]
    return "".join(rows)


# A line of a statement has a fact a column, and the same lines stand in many disclosures.
@lru_cache(maxsize=1 << 14)
def _row_head(part: str, group: tuple[str, ...], code: str, name: str) -> str:
    return ",".join(map(_cell, (part, " / ".join(group), code, name)))


def list_row(of: Described, count: int) -> str:
    """Return the row of one disclosure in the list of disclosures."""
    unit = of.disclosure.text.unit.value
    return _row((*of.columns(), unit, of.title, str(count), of.published, of.revision, of.licence, of.address))


def _head(columns: Iterable[Column]) -> str:
    return _row(column.header for column in columns)


def _row(texts: Iterable[str]) -> str:
    return f"{','.join(map(cell, texts))}{_END}"


def _cell(text: str) -> str:
    """Return one text cell, in quotation marks where it needs them, and never a formula."""
    text = harmless(text)
    if not _SPECIAL.search(text):
        return text
    doubled = text.replace('"', '""')
    return f'"{doubled}"'


# The same names and codes stand in many rows of a site.
cell = lru_cache(maxsize=1 << 15)(_cell)
