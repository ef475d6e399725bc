"""The three shapes that a file can hold: text, a list, named values. Every scalar stays text.

They are named tuples because a thousand disclosures make three million of them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable


class Scalar(NamedTuple):
    """Text as written; ``block`` says that each line stands at ``column`` of its own line (a literal block or a section).

    ``folded`` says that it is written otherwise than it reads: over several lines that YAML joins, or with escapes.
    """

    text: str
    line: int
    column: int
    block: bool = False
    quoted: bool = False
    folded: bool = False


def plain_scalar(text: str, line: int, column: int) -> Scalar:
    """Return an unquoted scalar of one line, in half the time that its class takes: nearly all scalars are such."""
    return _new_tuple(Scalar, (text, line, column, False, False, False))


_new_tuple: Callable[[type[Scalar], tuple[str, int, int, bool, bool, bool]], Scalar] = tuple.__new__


class Sequence(NamedTuple):
    """Values in the order of the file."""

    items: list[Value]
    line: int
    column: int


class Mapping(NamedTuple):
    """Values by key; ``keys`` holds the same keys with the places where they are written."""

    entries: dict[str, Value]
    keys: dict[str, Scalar]
    line: int
    column: int

    @classmethod
    def empty(cls) -> Mapping:
        """Return a mapping without entries at the start of a file."""
        return cls({}, {}, 1, 1)


Value = Scalar | Sequence | Mapping


@dataclass(frozen=True, slots=True)
class Section:
    """One heading of a Markdown file with the text that stands under it, up to the next heading."""

    level: int
    heading: Scalar
    body: Scalar


@dataclass(frozen=True, slots=True)
class MarkdownFile:
    """The front matter and the sections of a Markdown file."""

    front_matter: Mapping
    sections: list[Section] = field(default_factory=list)
