"""What the pages of findings and of rules are made of: what was found, how the rules came out, samples."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from generator.views.blocks import Fact, Link


@dataclass(frozen=True, slots=True)
class Found:
    """One finding as readers see it: its number on the page, the rule, what is wrong, the details, the cure, its place."""

    number: int
    severity: str
    rule: Link
    message: str
    details: tuple[Fact, ...]
    cure: str
    place: str
    follows: int = 0
    """The number of the finding that this one follows from; 0 where it stands for itself."""
    feedback: str = ""
    """Where readers can answer this finding; empty where the site names no place for it."""


@dataclass(frozen=True, slots=True)
class FoundList:
    """All findings of a disclosure, in the order of the text."""

    component: ClassVar[str] = "found_list"

    findings: tuple[Found, ...]


@dataclass(frozen=True, slots=True)
class OutcomeRow:
    """One outcome with the rules that came out so."""

    outcome: str
    rules: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Outcomes:
    """How every rule came out, by outcome."""

    component: ClassVar[str] = "rule_outcomes"

    summary: str
    rows: tuple[OutcomeRow, ...]


@dataclass(frozen=True, slots=True)
class CodeSample:
    """Source text as a clerk writes it; ``label`` says whose it is."""

    component: ClassVar[str] = "code_sample"

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Example:
    """A component as the gallery shows it: its view as text, and the HTML that it makes of it.

    ``html`` is the theme's own, proved by its tests, and the only HTML that a view may hold; nothing of the content is in it.
    """

    component: ClassVar[str] = "example"

    source: str
    html: str
