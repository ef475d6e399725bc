"""What the search is given of one page: plain values, already worded for readers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class SearchSection:
    """The texts under one heading; ``anchor`` is the id that the heading (or the project) carries on the page.

    Without an anchor these are the texts that stand first on the page, under its title.
    """

    anchor: str
    heading: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SearchDocument:
    """One page: ``address`` is relative to the site, as ``2021/zjk-npc/budget/``; ``facets`` as ``{"年度": "2021"}``."""

    address: str
    title: str
    facets: Mapping[str, str]
    sections: tuple[SearchSection, ...]
