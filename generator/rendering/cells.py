"""Rows of tables become HTML. A page has a thousand cells, many alike, so each distinct one is made once.

With ``formulas`` this is the only markup outside ``theme/components``: as a template it took a third of a page's whole time.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from generator.rendering.escaping import as_markup, escaped_text
from generator.views.language import remembered, say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from markupsafe import Markup

    from generator.views.blocks import Cell, HeadCell, Row


_TOTAL = ' class="total"'


def render_rows(rows: Iterable[Row], columns: tuple[str, ...] = ()) -> Markup:
    """Return rows of a table as HTML, one a line, every text in them escaped.

    ``columns`` are the names of the last columns in the addresses of rows that have one.
    """
    places = _places(columns)
    return as_markup("\n".join([_row(row, places) for row in rows]))


@lru_cache(maxsize=256)
def _places(columns: tuple[str, ...]) -> list[tuple[int, str]]:
    """Return where the cells of figures stand, counted from the last, each with what its address adds to the row's."""
    return [(-place, f"-{escaped_text(column)}") for place, column in enumerate(reversed(columns), 1) if column]


def _row(row: Row, places: list[tuple[int, str]]) -> str:
    cells = list(map(_cell, row.cells))
    total = _TOTAL if row.total else ""
    if not row.key:
        return f"<tr{total}>{''.join(cells)}</tr>"
    key = escaped_text(row.key)
    for place, end in places:
        cells[place] = f'<td id="{key}{end}"{cells[place][3:]}'
    return f'<tr id="{key}"{total}>{"".join(cells)}</tr>'


@lru_cache(maxsize=256)
def render_head(rows: tuple[tuple[HeadCell, ...], ...]) -> Markup:
    """Return the header rows of a table as HTML; most tables of a site share a few of them."""
    return as_markup("\n".join([f"<tr>{''.join(map(_head_cell, row))}</tr>" for row in rows]))


def _head_cell(cell: HeadCell) -> str:
    attributes = f' scope="{escaped_text(cell.scope)}"'
    if cell.look != "text":
        attributes += f' class="{escaped_text(cell.look)}"'
    if cell.colspan > 1:
        attributes += f' colspan="{int(cell.colspan)}"'
    if cell.rowspan > 1:
        attributes += f' rowspan="{int(cell.rowspan)}"'
    if cell.key:
        attributes = f' id="{escaped_text(cell.key)}"{attributes}'
    return f"<th{attributes}>{escaped_text(cell.text)}</th>"


@remembered(maxsize=1 << 16)
def _cell(cell: Cell) -> str:
    attributes = ""
    if cell.scope:
        attributes = f' scope="{escaped_text(cell.scope)}"'
    if cell.look != "text":
        attributes += f' class="{escaped_text(cell.look)}"'
    if cell.rowspan > 1:
        attributes += f' rowspan="{int(cell.rowspan)}"'
    if cell.level:
        attributes += f' data-level="{escaped_text(cell.level)}"'
    pad = f' data-pad="{escaped_text(cell.pad)}"' if cell.pad else ""
    tag = "th" if cell.scope else "td"
    text, mark = escaped_text(cell.text), ""
    if cell.mark:
        number = int(cell.mark)
        words = say("检查结果{number}", number=number)
        mark = f' <a class="finding-mark" href="#finding-{number}">{escaped_text(words)}</a>'
    if cell.corrected:
        mark += f' <a class="correction-mark" href="#corrections">{escaped_text(say("已更正"))}</a>'
    if mark and cell.look == "amount":
        # What ends a figure's decimals belongs to the figure, and not behind the mark, which stands on a line of its own.
        text, pad = f"<span{pad}>{text}</span>", ""
    return f"<{tag}{attributes}{pad}>{text}{mark}</{tag}>"
