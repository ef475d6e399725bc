"""The asset table as an auditor reads it: the total, the kinds that make it up, and the details under each kind."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model.outline import Under
    from generator.model.sections import Asset

_TOTAL = re.compile(r"(?:国有|固定)?资产(?:总额|总计|合计|总值)|合计|总计|总额")
_STYLES = (re.compile(r"[一二三四五六七八九十]+[、.．]"), re.compile(r"[（(][一二三四五六七八九十]+[）)]"),
           re.compile(r"[0-9]+[、.．]"), re.compile(r"[（(][0-9]+[）)]"))  # fmt: skip
_DETAIL = re.compile(r"其中[:：]?")


@dataclass(frozen=True, slots=True)
class AssetTable:
    """``kinds`` is empty where the rows do not tell which of them are parts of which."""

    total: Asset | None
    kinds: tuple[Asset, ...]
    details: tuple[tuple[Asset, tuple[Asset, ...]], ...]


def asset_table(rows: Sequence[Asset]) -> AssetTable:
    """Return the reading of the rows; the style of the first number tells what the kinds look like."""
    total, kinds, details = _read(tuple([row.name for row in rows]))
    return AssetTable(
        None if total is None else rows[total],
        tuple([rows[each] for each in kinds]),
        tuple([(rows[kind], tuple([rows[each] for each in inner])) for kind, inner in details]),
    )


@lru_cache(maxsize=256)
def _read(printed: tuple[str, ...]) -> tuple[int | None, tuple[int, ...], Under]:
    """Return the same by the numbers of the rows; the names alone decide, and every year prints the same ones."""
    names = ["".join(name.split()) for name in printed]
    total = next((number for number, name in enumerate(names) if _TOTAL.fullmatch(name.partition("（")[0])), None)
    rest = [(number, name) for number, name in enumerate(names) if number != total]
    style = next((style for _, name in rest for style in _STYLES if style.match(name)), None)
    if style is None and any(_DETAIL.match(name) for _, name in rest):
        return total, (), ()
    kinds = tuple([number for number, name in rest if style is None or style.match(name)])
    details: list[tuple[int, tuple[int, ...]]] = []
    for number, name in rest:
        if number in kinds:
            details.append((number, ()))
        elif details and _DETAIL.match(name):
            details[-1] = (details[-1][0], (*details[-1][1], number))
    return total, kinds, tuple([pair for pair in details if pair[1]])
