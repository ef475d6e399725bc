"""What the search is given of one page: plain values, already worded for readers."""

from __future__ import annotations

from dataclasses import dataclass

from generator.views.language import noted


class Part:
    """Which part of a disclosure a place belongs to, by its reader's name."""

    SUMMARY = noted("概况")
    TEXT = noted("文字说明")
    STATEMENT = noted("公开表")
    GOALS = noted("绩效目标")
    PROJECT = noted("项目")
    TERM = noted("名词解释")
    ALL = (SUMMARY, TEXT, STATEMENT, GOALS, PROJECT, TERM)


@dataclass(frozen=True, slots=True)
class SearchPlace:
    """The texts under one heading, which is what a search finds.

    ``anchor`` is the id that the heading (or the project) carries on the page; without one these are the texts that
    stand first on the page, under its title. ``amount`` is a project's, worded with its unit. ``sums`` are the terms of
    amounts whose unit stands elsewhere, as the unit of a table does.
    """

    anchor: str
    heading: str
    texts: tuple[str, ...]
    part: str = Part.TEXT
    amount: str = ""
    sums: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SearchDocument:
    """One page: ``address`` is relative to the site, as ``2021/zjk-npc/budget/``.

    ``context`` is what it is known by besides its title; ``within`` are the names of the regions that its region belongs to.
    """

    address: str
    title: str
    places: tuple[SearchPlace, ...]
    kind: str
    department: str = ""
    region: str = ""
    context: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
