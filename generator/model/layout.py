"""What the columns of a statement tell by their names and groups: which of them are used, and which are the sums of which others."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

_NO_PART = re.compile(r"上年(?!结转|结余)|增减|比例|幅度|单价|数量|预算执行|年初|年末|年终")
_NO_SUM = re.compile(r"比例|幅度|单价|数量|[%％]")
_TOTAL = "合计"
_BASIC, _OF_BASIC = "基本支出", ("人员经费", "公用经费", "日常公用经费")


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns of amounts that rows have, in the order of the form."""

    used: tuple[str, ...]
    only_amounts: bool
    """Whether rows have no other columns."""
    summable: tuple[str, ...]
    """Those whose amounts may be added up, row over row."""
    additions: tuple[tuple[str, tuple[str, ...]], ...]
    """Which of them is the sum of which others in every row."""


def layouts(groups: Mapping[str, str | None]) -> Callable[[tuple[str, ...]], Layout]:
    """Return what tells the layout of a statement from the columns that its rows have, remembered; ``groups`` are those of the form.

    The form says of each column of amounts under which group it stands, or None.
    """

    @lru_cache(maxsize=64)
    def layout(columns: tuple[str, ...]) -> Layout:
        used = tuple([name for name in groups if name in columns])
        summable = tuple([name for name in used if not _NO_SUM.search(name)])
        return Layout(used, len(used) == len(columns), summable, tuple(_additions({name: groups[name] for name in used})))

    return layout


def _additions(groups: Mapping[str, str | None]) -> Iterator[tuple[str, tuple[str, ...]]]:
    if _BASIC in groups and (parts := tuple([name for name in groups if name in _OF_BASIC])):
        yield _BASIC, parts
    if _TOTAL in groups:
        beside = tuple([
            name
            for name, group in groups.items()
            if name != _TOTAL and not _NO_PART.search(name)
            if groups[_TOTAL] is None or group == groups[_TOTAL]
            if not (_BASIC in groups and name in _OF_BASIC)
        ])  # fmt: skip
        if beside:
            yield _TOTAL, beside
