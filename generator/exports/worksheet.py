"""One worksheet: a title, its notes, one table with a frozen header; rows are added as they come.

What is written is SpreadsheetML (ISO/IEC 29500) directly: amounts keep the very digits that are printed, the same content
gives the same bytes, and a workbook costs a tenth of what a library for it costs.
"""

from __future__ import annotations

import re
from copy import copy
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple
from xml.sax.saxutils import escape, quoteattr

from generator.exports.spreadsheet_text import harmless
from generator.exports.zip_file import Member, whole_member

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MOST_ROWS = 1_048_576
_MOST_CHARACTERS = 32_767
MOST_DECIMALS = 8
_LINE = 16.5
_END = (
    b'</sheetData><pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>'
    b'<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>'
    b'<tableParts count="1"><tablePart r:id="rId1"/></tableParts></worksheet>'
)
# The numbers of the cell formats that styles.xml declares, in their order.
PLAIN, TITLE, NOTE, HEADER, WORDS, AMOUNT_HEADER, STATE, NUMBERS = range(8)


Content = str | None
"""What a cell holds, as ``number_cell`` and ``words_cell`` write it; None is a cell that the original does not have."""


class Heading(NamedTuple):
    """One column: what its header says, and how wide it is, in characters."""

    words: str
    width: int = 16
    amounts: bool = False
    """Whether it holds amounts, which stand on the right, and so does its header."""


class Worksheet:
    """A sheet that is being written."""

    def __init__(self, name: str, title: str, notes: Sequence[str], columns: Sequence[Heading], number: int) -> None:
        """Take the name on the tab, the title in A1, the notes below it, and the columns; ``number`` names its files."""
        self.name = name
        self.title = title
        self.columns = columns
        self.number = number
        self.head = len(notes) + 2
        self.last = self.head
        self.letters = [letters(position) for position in range(len(columns))]
        self.closed = False
        self.member = Member(_part(number), self._beginning(notes).encode())

    def _beginning(self, notes: Sequence[str]) -> str:
        widths = "".join(f'<col min="{n}" max="{n}" width="{column.width}" customWidth="1"/>' for n, column in enumerate(self.columns, 1))
        top = self.head + 1
        lines = [(TITLE, self.title), *((NOTE, note) for note in notes)]
        above = "".join(f'<row r="{row}">{_text(f"A{row}", style, text)}</row>' for row, (style, text) in enumerate(lines, 1))
        header = "".join(
            _text(f"{at}{self.head}", AMOUNT_HEADER if column.amounts else HEADER, column.words)
            for at, column in zip(self.letters, self.columns, strict=True)
        )
        # A Chinese character is two wide; programs fit the height of other rows themselves, but not always of this one.
        lines_of_header = max(-(-2 * len(column.words) // column.width) for column in self.columns)
        return (
            f'{DECLARATION}<worksheet xmlns="{NAMESPACE}" xmlns:r="{RELATIONS}">'
            '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
            f'<sheetViews><sheetView workbookViewId="0">'
            f'<pane ySplit="{self.head}" topLeftCell="A{top}" activePane="bottomLeft" state="frozen"/>'
            f'<selection pane="bottomLeft" activeCell="A{top}" sqref="A{top}"/></sheetView></sheetViews>'
            f'<sheetFormatPr defaultRowHeight="{_LINE}"/><cols>{widths}</cols>'
            f'<sheetData>{above}<row r="{self.head}" ht="{_LINE * lines_of_header}" customHeight="1">{header}</row>'
        )

    @property
    def rows(self) -> int:
        """Return how many rows the table has below its header."""
        return self.last - self.head

    def add(self, rows: Iterable[Sequence[Content]]) -> None:
        """Write rows at the end of the table; each has a value a column."""
        lines = []
        at = self.last
        named = self.letters
        for row in rows:
            at += 1
            cells = "".join([f'<c r="{letter}{at}" {content}' for letter, content in zip(named, row, strict=True) if content is not None])
            lines.append(f'<row r="{at}">{cells}</row>')
        self.last = at
        self.member.write("".join(lines).encode())

    def again(self, name: str, number: int) -> Worksheet:
        """Return the closed sheet as one of another workbook: the same rows under another name and number."""
        same = copy(self)
        same.name, same.number = name, number
        same.member = self.member.under(_part(number))
        return same

    def close(self) -> list[Member]:
        """Return the parts of the finished sheet: itself, its table, and the relation of the two."""
        if not self.closed:
            self.member.close(_END)
            self.closed = True
        number = self.number
        relation = (
            f'{DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f'<Relationship Id="rId1" Type="{RELATIONS}/table" Target="../tables/table{number}.xml"/></Relationships>'
        )
        return [
            self.member,
            whole_member(f"xl/worksheets/_rels/sheet{number}.xml.rels", relation.encode()),
            whole_member(f"xl/tables/table{number}.xml", self._table().encode()),
        ]

    def _table(self) -> str:
        reference = f"A{self.head}:{self.letters[-1]}{max(self.last, self.head + 1)}"
        columns = "".join(
            f"<tableColumn id={quoteattr(str(position))} name={quoteattr(harmless(column.words))}/>"
            for position, column in enumerate(self.columns, 1)
        )
        name = f"表{self.number}"
        return (
            f'{DECLARATION}<table xmlns="{NAMESPACE}" id="{self.number}" '
            f'name="{name}" displayName="{name}" ref="{reference}" totalsRowShown="0">'
            f'<autoFilter ref="{reference}"/><tableColumns count="{len(self.columns)}">{columns}</tableColumns>'
            '<tableStyleInfo name="TableStyleLight1" '
            'showFirstColumn="0" showLastColumn="0" showRowStripes="1" showColumnStripes="0"/></table>'
        )


def _part(number: int) -> str:
    return f"xl/worksheets/sheet{number}.xml"


def letters(position: int) -> str:
    """Return the letters of a column, counted from nought: A, B … Z, AA …."""
    name = ""
    position += 1
    while position:
        position, rest = divmod(position - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


# The same amounts and words stand in many cells of a site, and each cell stands in two workbooks.
@lru_cache(maxsize=1 << 16)
def number_cell(digits: str) -> str:
    """Return a cell's content that is a number with exactly these digits, shown with as many decimals."""
    point = digits.find(".")
    decimals = len(digits) - point - 1 if point >= 0 else 0
    return f's="{NUMBERS + min(decimals, MOST_DECIMALS)}"><v>{digits}</v></c>'


@lru_cache(maxsize=1 << 16)
def words_cell(text: str) -> str:
    """Return a cell's content that is text."""
    return f's="{WORDS}" t="inlineStr"><is><t{_inner(text)}</t></is></c>'


@lru_cache
def state_cell(state: str) -> str:
    """Return a cell's content that says why there is no number, on the side where the number would stand."""
    return f's="{STATE}" t="inlineStr"><is><t{_inner(state)}</t></is></c>'


def _text(place: str, style: int, text: str) -> str:
    return f'<c r="{place}" s="{style}" t="inlineStr"><is><t{_inner(text)}</t></is></c>'


_UNSAFE = re.compile(r"^\s|\s$|[\n\r\t]| {2}")


def _inner(text: str) -> str:
    """Return what follows ``<t``: spaces are kept where there are any to lose; a formula is made text."""
    text = harmless(text)
    if len(text) > _MOST_CHARACTERS:
        text = f"{text[: _MOST_CHARACTERS - 20]}……（太长，没有写完）"
    keep = ' xml:space="preserve"' if _UNSAFE.search(text) else ""
    return f"{keep}>{escape(text)}"
