"""What tables of figures get once they are whole: decimals under decimals, a legend, and the account of their figures."""

from __future__ import annotations

import operator
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.model.money import MoneyUnit
from generator.views.blocks import Block, Facts, Look, Row, Section, Table
from generator.views.language import noted, say
from generator.views.wording import BLANK, UNSTATED, WITHHELD

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.views.addresses import Addresses
    from generator.views.blocks import Cell
    from generator.views.origin_blocks import Origins

_LEGEND = {
    BLANK: noted("“空白”是原文这一格留空"),
    UNSTATED: noted("“未载明”是原文没有写"),
    WITHHELD: noted("“不公开”是依法不公开"),
}
_ZERO = noted("“0”是数额为零")
_UNITS = "".join(unit.value for unit in MoneyUnit)
_AMOUNT = Look.AMOUNT
_NO_FIGURE = (Look.BLANK, Look.WITHHELD, Look.BLANK_FIGURE, Look.WITHHELD_FIGURE)


def with_origins(sections: Iterable[Section], said: Mapping[str, Origins], addresses: Addresses) -> tuple[Section, ...]:
    """Return the sections with every table of amounts finished and each account right behind the figures that it tells of."""
    anchors = {row.key: row.anchor for row in addresses.single.values()}
    return tuple(_finished(section, said, anchors) for section in sections)


def _finished(section: Section, said: Mapping[str, Origins], anchors: Mapping[str, str]) -> Section:
    """Return the section as it was where it has no amounts, as most parts of projects have not."""
    parts = tuple([_finished(part, said, anchors) for part in section.sections]) if section.sections else ()
    told = [(position, anchor) for position, block in enumerate(section.blocks) if (anchor := _anchor(block, anchors)) in said]
    if not told and all(map(operator.is_, parts, section.sections)):
        return section
    last = {anchor: position for position, anchor in told}
    blocks: list[Block] = []
    for position, block in enumerate(section.blocks):
        blocks.append(finished(block) if isinstance(block, Table) and block.unit else block)
        blocks += [said[anchor] for anchor, at in last.items() if at == position]
    return Section(section.anchor, section.heading, tuple(blocks), parts, section.years)


def _anchor(block: Block, anchors: Mapping[str, str]) -> str:
    """Return the anchor of a table, or of the table that figures beside their names are one of."""
    if isinstance(block, Table):
        return block.anchor
    if isinstance(block, Facts) and anchors:
        return next((anchors[fact.key] for fact in block.rows if fact.key in anchors), "")
    return ""


def finished(table: Table) -> Table:
    """Return a table of amounts whose figures end where their column's longest decimals end, with a legend of what is no figure."""
    longest: dict[int, int] = {}
    uneven, missing = False, dict[str, None]()
    for group in table.groups:
        for row in group:
            for column, cell in enumerate(reversed(row.cells)):
                look = cell.look
                if look == _AMOUNT:
                    own = _decimals(cell.text)
                    known = longest.setdefault(column, own)
                    if own != known:
                        uneven, longest[column] = True, max(own, known)
                elif look in _NO_FIGURE:
                    missing[cell.text] = None
    legend = [say(words) for text, words in _LEGEND.items() if say(text) in missing] if missing else []
    notes = (*table.notes, say("{legend}。", legend=say("；").join([*legend, say(_ZERO)]))) if legend else table.notes
    if not legend and not uneven:
        return table
    groups = tuple([tuple([_padded(row, longest) for row in group]) for group in table.groups]) if uneven else table.groups
    return replace(table, groups=groups, notes=notes)


@lru_cache(maxsize=1 << 14)
def _decimals(text: str) -> int:
    """Return how long the decimals are, the point included; a unit behind the digits does not count."""
    digits = text.rstrip(_UNITS)
    return len(digits) - digits.index(".") if "." in digits else 0


def _padded(row: Row, longest: Mapping[int, int]) -> Row:
    columns = range(len(row.cells) - 1, -1, -1)
    return row._replace(cells=tuple(_with_pad(cell, longest.get(column, 0)) for column, cell in zip(columns, row.cells, strict=True)))


def _with_pad(cell: Cell, longest: int) -> Cell:
    if cell.look != _AMOUNT or (own := _decimals(cell.text)) == longest:
        return cell
    return cell._replace(pad="0" * (longest - own) if own else f".{'0' * (longest - 1)}")
