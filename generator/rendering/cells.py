"""Rows of tables become HTML. A page has a thousand cells, many alike, so each distinct one is made once.

This is the only markup outside ``theme/components``: as a template it took a third of a page's whole time.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

if TYPE_CHECKING:
    from generator.views.blocks import Cell, Row


def render_row(row: Row) -> Markup:
    """Return a table's row as HTML, every text in it escaped."""
    cells = "".join(map(_cell, row.cells))
    return Markup(f'<tr class="total">{cells}</tr>' if row.total else f"<tr>{cells}</tr>")  # noqa: S704 - _cell has escaped it


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
    return f"<{tag}{attributes}>{escape(cell.text)}</{tag}>"
