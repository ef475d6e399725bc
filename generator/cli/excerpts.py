"""The line that a finding stands on, with the figure underlined."""

from __future__ import annotations

import os
import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import TYPE_CHECKING

from generator.source.place import Place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from generator.findings.finding import Finding

_FIGURE = re.compile(r"[-−+]?[0-9][0-9,]*(?:\.[0-9]+)?(?:\s*(?:亿元|万元|元|%))?")
_NOT_DIGITS = re.compile(r"[^0-9.]")
_WIDEST = 66
_BEFORE = 30
_CUT = "..."
_MOST_COMPARED = 8
_GUTTER = 5


@dataclass(frozen=True, slots=True)
class Span:
    """Characters of one line of one file: the 1-based column at which they begin, and how many they are."""

    place: Place
    length: int


class Excerpts:
    """Reads the files that findings stand in, each once."""

    def __init__(self, folder: Path) -> None:
        """Take the folder that the paths of places are below."""
        self.folder = folder
        self._lines: dict[str, list[str]] = {}

    def line(self, place: Place) -> str:
        """Return the line of a place as a terminal may show it, one character for one; empty where it cannot be read."""
        if place.path not in self._lines:
            try:
                text = (self.folder / place.path).read_text(encoding="utf-8-sig")
            except (OSError, UnicodeDecodeError):
                text = ""
            self._lines[place.path] = text.split("\n")
        within = self._lines[place.path]
        return visible(within[place.line - 1].rstrip()) if place.line <= len(within) else ""

    def span(self, place: Place, known: Iterable[str]) -> Span:
        """Return what to underline at a place: the whole figure where it is one of the known ones, else one character."""
        rest = self.line(place)[place.column - 1 :]
        figure = _FIGURE.match(rest)
        lengths = [1]
        for text in filter(None, known):
            lengths += [len(text)] if rest.startswith(text) else []
            lengths += [len(figure[0])] if figure and _same_figure(figure[0], text) else []
        return Span(place, max(lengths))

    def compared(self, place: Place, finding: Finding) -> Span:
        """Return what to underline at a place that a finding compares with: the whole figure, if the finding is about figures."""
        rest = self.line(place)[place.column - 1 :]
        figure = _FIGURE.match(rest) if finding.expected or finding.actual or finding.difference else None
        return Span(place, len(figure[0])) if figure else self.span(place, (finding.expected, finding.actual))

    def show(self, spans: list[Span], mark: Callable[[str], str]) -> Iterator[str]:
        """Yield the line that the spans share and, below it, the underlines; a long line is cut to what is around them."""
        text = self.line(spans[0].place)
        if not text:
            return
        text, spans = _window(text, spans)
        number = spans[0].place.line
        yield f"{number:>{_GUTTER}} | {text}"
        below, column = "", 0
        for span in sorted(spans, key=lambda each: each.place.column):
            start = width(text[: span.place.column - 1])
            if start >= column:
                stroke = "^" + "~" * (width(text[span.place.column - 1 :][: span.length]) - 1) if span.length > 1 else "^"
                below += " " * (start - column) + mark(stroke)
                column = start + len(stroke)
        yield f"{'':>{_GUTTER}} | {below}"


def places_by_line(places: Iterable[Place]) -> tuple[list[list[Place]], int]:
    """Return the places line by line, and how many of them are too many to be shown."""
    lines: dict[tuple[str, int], list[Place]] = {}
    listed = list(dict.fromkeys(places))
    for place in listed[:_MOST_COMPARED]:
        lines.setdefault((place.path, place.line), []).append(place)
    return list(lines.values()), max(0, len(listed) - _MOST_COMPARED)


def _same_figure(written: str, known: str) -> bool:
    try:
        return Decimal(_NOT_DIGITS.sub("", written)) == Decimal(_NOT_DIGITS.sub("", known))
    except InvalidOperation:
        return False


def _window(text: str, spans: list[Span]) -> tuple[str, list[Span]]:
    """Return a long line cut to what is around its first span, with the spans that are left of it."""
    if width(text) <= _WIDEST:
        return text, spans
    first = min(span.place.column for span in spans) - 1
    start = first
    while start > 0 and width(text[start - 1 : first]) <= _BEFORE:
        start -= 1
    start = 0 if start <= len(_CUT) else start
    end = start
    while end < len(text) and width(text[start : end + 1]) <= _WIDEST:
        end += 1
    head, tail = _CUT if start else "", _CUT if end < len(text) else ""
    shift = start - len(head)
    kept = (span for span in spans if start < span.place.column <= end)
    moved = [
        Span(Place(span.place.path, span.place.line, span.place.column - shift), min(span.length, end + 1 - span.place.column))
        for span in kept
    ]
    return f"{head}{text[start:end]}{tail}", moved


def width(text: str) -> int:
    """Return how many columns a text takes on a terminal, where a Chinese character takes two and an accent none."""
    if text.isascii():
        return len(text)
    return sum(0 if unicodedata.combining(each) else 2 if unicodedata.east_asian_width(each) in "WF" else 1 for each in text)


def visible(text: str) -> str:
    """Return a text on one line, with a blank for each tab and a sign for each character that would steer the terminal."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(" " if each in "\t\n" else "�" if unicodedata.category(each) in ("Cc", "Cf", "Cs") else each for each in text)


def from_here(folder: Path, path: str) -> str:
    """Return a path below ``folder`` as it is written in the current directory, so that it can be clicked."""
    try:
        return Path(os.path.relpath(folder / path)).as_posix()
    except ValueError:  # Another drive.
        return (folder / path).as_posix()
