"""Rows of tables become HTML. A page has a thousand cells, many alike, so each distinct one is made once.

This is the only markup outside ``theme/components``: as a template it took a third of a page's whole time.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.views.blocks import Cell, HeadCell, Row


_TOTAL = ' class="total"'


def render_rows(rows: Iterable[Row]) -> Markup:
    """Return rows of a table as HTML, one a line, every text in them escaped."""
    lines = [f"<tr{_TOTAL if row.total else ''}>{''.join(map(_cell, row.cells))}</tr>" for row in rows]
    return Markup("\n".join(lines))  # noqa: S704 - _cell has escaped it


@lru_cache(maxsize=256)
def render_head(rows: tuple[tuple[HeadCell, ...], ...]) -> Markup:
    """Return the header rows of a table as HTML; most tables of a site share a few of them."""
    return Markup("\n".join(f"<tr>{''.join(map(_head_cell, row))}</tr>" for row in rows))  # noqa: S704 - _head_cell has escaped it


def _head_cell(cell: HeadCell) -> str:
    attributes = f' scope="{escape(cell.scope)}"'
    if cell.look != "text":
        attributes += f' class="{escape(cell.look)}"'
    if cell.colspan > 1:
        attributes += f' colspan="{int(cell.colspan)}"'
    if cell.rowspan > 1:
        attributes += f' rowspan="{int(cell.rowspan)}"'
    return f"<th{attributes}>{escape(cell.text)}</th>"


@lru_cache(maxsize=1 << 16)
def _cell(cell: Cell) -> str:
    attributes = ""
    if cell.scope:
        attributes = f' scope="{escape(cell.scope)}"'
    if cell.look != "text":
        attributes += f' class="{escape(cell.look)}"'
    if cell.rowspan > 1:
        attributes += f' rowspan="{int(cell.rowspan)}"'
    if cell.level:
        attributes += f' data-level="{escape(cell.level)}"'
    tag = "th" if cell.scope else "td"
    mark = f' <a class="finding-mark" href="#finding-{int(cell.mark)}">检查结果{int(cell.mark)}</a>' if cell.mark else ""
    if cell.corrected:
        mark += ' <a class="correction-mark" href="#corrections">已更正</a>'
    return f"<{tag}{attributes}>{escape(cell.text)}{mark}</{tag}>"
