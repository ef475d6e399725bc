"""CSV, as Excel saves it, becomes rows with places."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

from generator.source.flaw import Flaw
from generator.source.place import Place
from generator.source.values import Mapping, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterator

_SAVE_AS_CSV = "在 Excel 里另存为“CSV UTF-8（逗号分隔）”。"
_CELL = re.compile(r'"(?:[^"]|"")*"|[^,\n]*')
_DOUBLE_THE_QUOTES = "格子里的引号请用“”；用半角引号的，要写两遍，并给整格加上引号。"


def read_csv(path: str, text: str) -> tuple[Sequence | None, list[Flaw]]:
    """Return one mapping a row, keyed by the header; wholly empty rows are left out. None without a usable header."""
    records, flaws = _records(path, text)
    records = [cells for cells in records if any(cell.text for cell in cells)]
    if not records:
        return None, flaws or [Flaw("SRC-001", Place(path, 1, 1), "表里没有内容", "请至少保留表头一行。")]
    # Excel keeps the line breaks of a heading that is wrapped in its cell.
    header = [Scalar(cell.text.replace("\n", ""), cell.line, cell.column) for cell in records[0]]
    body = records[1:]
    while not header[-1].text:
        header.pop()
    header_flaws = _header_flaws(path, header, body)
    if header_flaws:
        return None, flaws + header_flaws
    keys = {key.text: key for key in header}
    rows: list[Mapping] = []
    for cells in body:
        surplus = next((cell for cell in cells[len(header) :] if cell.text), None)
        if surplus is not None:
            place = Place(path, surplus.line, surplus.column)
            cure = "请检查这一行是否多了逗号；带千分位逗号的数字要去掉逗号，或者给整格加上半角引号。"
            flaws.append(Flaw("SRC-015", place, f"这一行比表头多出“{surplus.text[:20]}”", cure))
        entries = {key.text: cell for key, cell in zip(header, cells, strict=False)}
        rows.append(Mapping(dict(entries), {name: keys[name] for name in entries}, cells[0].line, 1))
    return Sequence(list(rows), header[0].line, 1), flaws


def _records(path: str, text: str) -> tuple[list[list[Scalar]], list[Flaw]]:
    """Return the rows up to the first that cannot be split into cells, and why that one cannot."""
    lines = text.split("\n")
    reader = csv.reader(io.StringIO(text), strict=True)
    records: list[list[Scalar]] = []
    first = 1
    try:
        for row in reader:
            places = _starts("\n".join(lines[first - 1 : reader.line_num]), first)
            records.append([_cell(cell, *place) for cell, place in zip(row, places, strict=False)])
            first = reader.line_num + 1
    except csv.Error:
        return records, [_broken_row(path, "\n".join(lines[first - 1 :]), first)]
    return records, []


def _cell(text: str, line: int, column: int) -> Scalar:
    """Return a cell without the blanks around it, where its first character stands."""
    blank = text[: len(text) - len(text.lstrip())]
    if "\n" in blank:
        line, column = line + blank.count("\n"), 1 + len(blank) - (blank.rfind("\n") + 1)
    else:
        column += len(blank)
    return Scalar(text.strip(), line, column)


def _starts(record: str, first: int) -> Iterator[tuple[int, int]]:
    """Yield (line, column) of the text of each cell of a record that begins on line ``first``, inside its quotes."""
    position, line, line_start = 0, first, 0
    while position <= len(record):
        cell = _CELL.match(record, position)
        end = cell.end() if cell else position
        yield line, position - line_start + (2 if record.startswith('"', position) else 1)
        breaks = record.count("\n", position, end)
        if breaks:
            line, line_start = line + breaks, record.rindex("\n", position, end) + 1
        position = end + 1


def _broken_row(path: str, rest: str, first: int) -> Flaw:
    """Return what is wrong with the row that ``rest`` begins with."""
    position = 0
    for line, column in _starts(rest, first):
        cell = _CELL.match(rest, position)
        end = cell.end() if cell else position
        place = Place(path, line, column - 1 if rest.startswith('"', position) else column)
        if rest.startswith('"', position) and not (cell and cell[0].endswith('"') and len(cell[0]) > 1):
            return Flaw("SRC-003", place, "引号没有闭合，文件可能被截断", f"请补上另一半引号，或者{_SAVE_AS_CSV}")
        if rest[end : end + 1] not in ("", ",", "\n"):
            return Flaw("SRC-013", place, "这一格的引号后面还有文字", _DOUBLE_THE_QUOTES)
        position = end + 1
    return Flaw("SRC-013", Place(path, first, 1), "这一行太长，读不出来", _SAVE_AS_CSV)


def _header_flaws(path: str, header: list[Scalar], body: list[list[Scalar]]) -> list[Flaw]:
    flaws: list[Flaw] = []
    if len(header) == 1:
        place = Place(path, header[0].line, header[0].column)
        if any(mark in header[0].text for mark in "\t;；，"):
            return [Flaw("SRC-015", place, "表头不是用半角逗号分隔的", _SAVE_AS_CSV)]
        if any(cell.text for cells in body for cell in cells[1:]):
            cure = "请删去表头上面的标题、金额单位等各行，让表头成为第一行。"
            return [Flaw("SRC-015", place, f"第一行应当是表头，这里只有“{header[0].text[:20]}”", cure)]
    seen: dict[str, Scalar] = {}
    for cell in header:
        place = Place(path, cell.line, cell.column)
        if not cell.text:
            flaws.append(Flaw("SRC-015", place, "表头有空的一格", "请写上这一列的名称，或者删去这一列。"))
        elif cell.text in seen:
            flaws.append(Flaw("SRC-007", place, f"表头“{cell.text}”重复了", "每一列的名称只能出现一次。"))
        seen.setdefault(cell.text, cell)
    return flaws
