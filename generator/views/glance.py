"""The parts at the top of a disclosure, for a reader who has one minute: key figures, sentences, and every project on one line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """One amount that a reader looks for first.

    ``before`` is what it was the year before, ``change`` how it compares, ``reason`` why; each is empty where there is nothing
    to say. ``anchor`` is the section of this page that tells more, ``mark`` the number of the finding at the figure.
    """

    name: str
    amount: str
    unit: str = ""
    before: str = ""
    change: str = ""
    reason: str = ""
    anchor: str = ""
    mark: int = 0


@dataclass(frozen=True, slots=True)
class KeyFigures:
    """The amounts at the top of a page."""

    component: ClassVar[str] = "key_figures"

    figures: tuple[KeyFigure, ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence; ``marks`` are the numbers of the findings at the figures that it states."""

    text: str
    marks: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Summary:
    """What a page says, in a few plain sentences worked out from its figures."""

    component: ClassVar[str] = "summary"

    sentences: tuple[Sentence, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class ProjectLine:
    """One project: where it stands on the page, its amount and share in words, how long its bar is, what the money is for."""

    name: str
    anchor: str
    amount: str
    share: str = ""
    width: str = ""
    purpose: str = ""


@dataclass(frozen=True, slots=True)
class ProjectOverview:
    """All projects of a disclosure at a glance."""

    component: ClassVar[str] = "project_overview"

    lead: str
    projects: tuple[ProjectLine, ...]


@dataclass(frozen=True, slots=True)
class YearSwitch:
    """The ways from this page to the same department's pages of other years; the page itself has no address."""

    component: ClassVar[str] = "year_switch"

    label: str
    pages: tuple[tuple[str, str], ...]
