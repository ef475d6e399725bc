"""The three shapes that a file can hold: text, a list, named values. Every scalar stays text.

Scalars are tuples because a thousand disclosures make a million of them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

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


class Mapping:
    """Values by key; ``keys`` holds the same keys with the places where they are written."""

    __slots__ = ("column", "entries", "keys", "line")

    entries: dict[str, Value]
    keys: dict[str, Scalar]

    def __init__(self, entries: dict[str, Value], keys: dict[str, Scalar], line: int, column: int) -> None:
        """Take the values, their keys, and where the first of them stands."""
        self.entries = entries
        self.keys = keys
        self.line = line
        self.column = column

    @classmethod
    def empty(cls) -> Mapping:
        """Return a mapping without entries at the start of a file."""
        return Mapping({}, {}, 1, 1)

    def __eq__(self, other: object) -> bool:
        """Return whether both hold the same at the same places, however they were made."""
        if not isinstance(other, Mapping):
            return NotImplemented
        return (self.line, self.column, self.keys, self.entries) == (other.line, other.column, other.keys, other.entries)

    __hash__ = None  # type: ignore[assignment] # what can change has no hash


LONGEST_ROW = 255
"""Characters that a row may have, so that how wide each of its texts is can be kept in a byte."""


class Labels:
    """The keys of all rows that have the same ones in the same order; ``ahead`` tells where their texts stand.

    A text begins ``ahead`` characters behind the row's own beginning, the texts before it not counted.
    """

    __slots__ = ("ahead", "names")

    def __init__(self, names: tuple[str, ...]) -> None:
        """Take the keys in the order of the row."""
        self.names = names
        self.ahead = tuple([1 + sum(len(name) + 2 for name in names[: at + 1]) + 2 * at for at in range(len(names))])


class Row(Mapping):
    """A group that is written on one line as ``{key: text, key: text}``, as nearly all rows of tables are.

    Whoever knows how to read rows of its labels needs the texts alone; entries and keys are made when they are asked for.
    """

    __slots__ = ("labels", "texts")

    def __init__(self, labels: Labels, texts: tuple[str, ...], line: int, column: int) -> None:
        """Take the keys, the text of each, and where the row begins."""
        self.labels = labels
        self.texts = texts
        self.line = line
        self.column = column

    def __getattr__(self, name: str) -> Any:
        """Return ``entries`` or ``keys``, which Python does not find in a row until they are made here."""
        if name not in ("entries", "keys"):
            raise AttributeError(name)
        self.entries, self.keys = {}, {}
        before = self.column
        for label, ahead, text in zip(self.labels.names, self.labels.ahead, self.texts, strict=True):
            self.keys[label] = plain_scalar(label, self.line, before + ahead - 2 - len(label))
            self.entries[label] = plain_scalar(text, self.line, before + ahead)
            before += len(text)
        return getattr(self, name)


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
