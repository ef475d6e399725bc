"""A chart as finished geometry: the template only writes it down.

Lengths across are per cent of the chart's width, lengths down are in ``em``: it grows with the reader's type and fits any screen.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from generator.quick import quick


class Shape(NamedTuple):
    """A rectangle; ``look`` sets one apart by its pattern, never by its colour alone (``before``: last year, in outline)."""

    x: str
    y: str
    width: str
    height: str
    look: str = ""


class Words(NamedTuple):
    """Words written into a chart; ``look`` says what they are (``name``, ``middle``) or is empty for an amount."""

    x: str
    y: str
    text: str
    look: str = ""


@quick
@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing of a table: what it shows, how to read it, what the table says in one sentence, and the geometry."""

    component: ClassVar[str] = "chart"

    anchor: str
    title: str
    description: str
    sentence: str
    height: str
    shapes: tuple[Shape, ...]
    words: tuple[Words, ...]
    axis: str = ""
    """Where the line of zero stands, if amounts lie on both sides of it."""
    beside: bool = False
    """Whether its table is so narrow that both stand side by side on a wide screen; else the chart stands above the table."""
