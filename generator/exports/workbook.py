"""An Excel workbook: sheets that grow in turn, and a first sheet that says what the others hold."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from generator.exports.worksheet import DECLARATION, MOST_DECIMALS, MOST_ROWS, NAMESPACE, NUMBERS, RELATIONS, Heading, Worksheet, words_cell
from generator.exports.zip_file import Member, whole_member, zip_file

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from generator.exports.worksheet import Content

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MAIN = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_FORBIDDEN = re.compile(r"[\[\]:*?/\\'<>]")
_LONGEST_NAME = 31
FIRST_SHEET = "说明"
_FIRST_CUSTOM_FORMAT = 164


@dataclass(slots=True)
class Table:
    """Rows for one sheet, with what the sheet says of itself; tables of one key go to one sheet."""

    key: Hashable
    name: str
    title: str
    notes: tuple[str, ...]
    columns: tuple[Heading, ...]
    rows: list[Sequence[Content]] = field(default_factory=list)
    unit: str = ""
    """The unit of its amounts where it has one of its own."""


class Workbook:
    """A workbook that is being written."""

    def __init__(self, title: str, author: str, created: str = "") -> None:
        """Take what the file says of itself; ``created`` is an ISO date or empty."""
        self.title = title
        self.author = author
        self.created = created
        self.sheets: list[Worksheet] = []
        self._open: dict[Hashable, Worksheet] = {}
        self._names: set[str] = {FIRST_SHEET}

    def add(self, table: Table) -> None:
        """Write a table's rows into the sheet of its key, which is made when its first rows come, and anew when it is full."""
        sheet = self._open.get(table.key)
        if sheet is None or sheet.last + len(table.rows) > MOST_ROWS:
            sheet = Worksheet(self._free(table.name), table.title, table.notes, table.columns, len(self.sheets) + 1)
            self._open[table.key] = sheet
            self.sheets.append(sheet)
        sheet.add(table.rows)

    def take(self, sheet: Worksheet, name: str) -> None:
        """Take over a sheet of a workbook that is closed, under another name."""
        self.sheets.append(sheet.again(self._free(name), len(self.sheets) + 1))

    def _free(self, name: str) -> str:
        """Return a name for a sheet that the program allows and no other sheet has."""
        plain = _FORBIDDEN.sub("", name)[:_LONGEST_NAME] or "表"
        free, number = plain, 1
        while free.casefold() in self._names:
            number += 1
            free = f"{plain[: _LONGEST_NAME - 5]}({number})"
        self._names.add(free.casefold())
        return free

    def close(self, facts: Sequence[tuple[str, str]]) -> bytes:
        """Return the finished file; ``facts`` are names with values for its first sheet, before the list of the others."""
        contents = [(f"工作表“{sheet.name}”", f"{sheet.title}，{sheet.rows}行") for sheet in self.sheets]
        first = Worksheet(FIRST_SHEET, self.title, (), (Heading("项目", 28), Heading("内容", 130)), len(self.sheets) + 1)
        first.add([(words_cell(name), words_cell(value)) for name, value in (*facts, *contents)])
        sheets = [first, *self.sheets]
        parts = [
            whole_member("[Content_Types].xml", self._types(len(sheets)).encode()),
            whole_member("_rels/.rels", _ROOT.encode()),
            Member("docProps/core.xml", self._properties().encode()).close(),
            whole_member("xl/workbook.xml", _book(sheets).encode()),
            whole_member("xl/_rels/workbook.xml.rels", _relations(sheets).encode()),
            whole_member("xl/styles.xml", _STYLES.encode()),
        ]
        for sheet in sheets:
            parts += sheet.close()
        return zip_file(parts)

    @staticmethod
    def _types(count: int) -> str:
        parts = "".join(
            f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{_MAIN}.worksheet+xml"/>'
            f'<Override PartName="/xl/tables/table{n}.xml" ContentType="{_MAIN}.table+xml"/>'
            for n in range(1, count + 1)
        )
        return (
            f'{DECLARATION}<Types xmlns="{_PACKAGE}/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{_MAIN}.sheet.main+xml"/>'
            f'<Override PartName="/xl/styles.xml" ContentType="{_MAIN}.styles+xml"/>'
            '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
            f"{parts}</Types>"
        )

    def _properties(self) -> str:
        created = f'<dcterms:created xsi:type="dcterms:W3CDTF">{self.created}T00:00:00Z</dcterms:created>' if self.created else ""
        return (
            f'{DECLARATION}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
            'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
            f"<dc:title>{escape(self.title)}</dc:title><dc:creator>{escape(self.author)}</dc:creator>"
            f"<dc:language>zh-CN</dc:language>{created}</cp:coreProperties>"
        )


def _book(sheets: Sequence[Worksheet]) -> str:
    listed = "".join(
        f'<sheet name={quoteattr(sheet.name)} sheetId="{position}" r:id="rId{position}"/>' for position, sheet in enumerate(sheets, 1)
    )
    return (
        f'{DECLARATION}<workbook xmlns="{NAMESPACE}" xmlns:r="{RELATIONS}"><bookViews><workbookView activeTab="0"/></bookViews>'
        f"<sheets>{listed}</sheets></workbook>"
    )


def _relations(sheets: Sequence[Worksheet]) -> str:
    listed = "".join(
        f'<Relationship Id="rId{position}" Type="{RELATIONS}/worksheet" Target="worksheets/sheet{sheet.number}.xml"/>'
        for position, sheet in enumerate(sheets, 1)
    )
    styles = f'<Relationship Id="rId{len(sheets) + 1}" Type="{RELATIONS}/styles" Target="styles.xml"/>'
    return f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{listed}{styles}</Relationships>'


_ROOT = (
    f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/>'
    f'<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>'
)
_FONT = '<name val="Microsoft YaHei"/><family val="2"/>'
_DECIMALS = ["#,##0", *(f"#,##0.{'0' * n}" for n in range(1, MOST_DECIMALS + 1))]
_STYLES = (
    f'{DECLARATION}<styleSheet xmlns="{NAMESPACE}"><numFmts count="{len(_DECIMALS)}">'
    + "".join(f'<numFmt numFmtId="{_FIRST_CUSTOM_FORMAT + n}" formatCode="{code}"/>' for n, code in enumerate(_DECIMALS))
    + f'</numFmts><fonts count="3"><font><sz val="11"/>{_FONT}</font><font><b/><sz val="14"/>{_FONT}</font>'
    f'<font><b/><sz val="11"/>{_FONT}</font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>'
    '<border><left/><right/><top/><bottom style="medium"><color auto="1"/></bottom><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    # In the order of the numbers in worksheet.py: plain, title, note, header, words, header of amounts, state, then numbers by decimals.
    f'<cellXfs count="{NUMBERS + len(_DECIMALS)}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    '<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>'
    '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
    '<xf numFmtId="49" fontId="2" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyBorder="1" applyAlignment="1">'
    '<alignment vertical="center" wrapText="1"/></xf>'
    '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1">'
    '<alignment vertical="top" wrapText="1"/></xf>'
    '<xf numFmtId="49" fontId="2" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyBorder="1" applyAlignment="1">'
    '<alignment horizontal="right" vertical="center" wrapText="1"/></xf>'
    '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1">'
    '<alignment horizontal="right" vertical="top"/></xf>'
    + "".join(
        f'<xf numFmtId="{_FIRST_CUSTOM_FORMAT + n}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1">'
        '<alignment vertical="top"/></xf>'
        for n in range(len(_DECIMALS))
    )
    + '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)
