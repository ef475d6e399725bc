"""The base of every record: it is frozen, and it knows where each of its fields was written."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field
from operator import attrgetter
from typing import TYPE_CHECKING, Any, ClassVar

from generator.quick import quick
from generator.source.place import Place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from generator.source.values import Row

_NAMES: dict[tuple[str, ...], tuple[str, ...]] = {}


class Places:
    """Where a record and its fields stand in one file; ``""`` is the record itself.

    A site holds millions of these places, so records of one shape share the names of their fields.
    """

    __slots__ = ("names", "path")

    def __init__(self, path: str, names: tuple[str, ...]) -> None:
        """Take the file and the names of the fields."""
        self.path = path
        self.names = names

    @property
    def marks(self) -> Sequence[int]:
        """Return the line and the column of each name in turn."""
        return ()

    @property
    def written(self) -> tuple[str, ...]:
        """Return the names of the fields that were written, in the order of the file."""
        return tuple(name for name in self.names if name)

    @property
    def by_field(self) -> dict[str, tuple[int, int]]:
        """Return the line and the column of each field that was written."""
        marks = self.marks
        return dict(zip(self.names, zip(marks[::2], marks[1::2], strict=True), strict=True))

    @property
    def extent(self) -> tuple[int, int]:
        """Return the first and the last of its lines."""
        lines = self.marks[::2]
        return (min(lines), max(lines)) if lines else (1, 1)

    def lines(self, names: Iterable[str]) -> list[int]:
        """Return the lines of those of the fields that were written; the one where the record begins where none was."""
        return [self.marks[2 * self.names.index(name)] for name in names if name in self.names] or [self.of("").line]

    def span(self, names: Iterable[str]) -> tuple[int, int]:
        """Return the first and the last of these lines."""
        lines = self.lines(names)
        return min(lines), max(lines)

    def of(self, name: str) -> Place:
        """Return the place of a field; a field that was not written stands where its record begins."""
        for sought in (name, ""):
            if sought in self.names:
                at = 2 * self.names.index(sought)
                return Place(self.path, self.marks[at], self.marks[at + 1])
        return Place(self.path, 1, 1)


class FieldPlaces(Places):
    """The places of fields that may stand anywhere: bare numbers, which take a fifth of the memory that pairs of them would."""

    __slots__ = ("_marks",)

    def __init__(self, path: str, names: list[str], marks: list[int]) -> None:
        """Take the file, the names of the fields, and the line and the column of each in turn."""
        shape = tuple(names)
        self.path = path
        self.names = _NAMES.setdefault(shape, shape)
        self._marks = array("I", marks)

    @property
    def marks(self) -> Sequence[int]:
        """Return the line and the column of each name in turn."""
        return self._marks


class RowPlaces(Places):
    """The places of fields that stand on one line, all of them texts: how wide they are tells where each begins."""

    __slots__ = ("_ahead", "_column", "_line", "_widths")

    def __init__(self, path: str, names: tuple[str, ...], row: Row) -> None:
        """Take the file, the names of the record and of its fields, and the row in which they are written."""
        self.path = path
        self.names = names
        self._line = row.line
        self._column = row.column
        self._ahead = row.labels.ahead
        self._widths = bytes([len(text) for text in row.texts])

    @property
    def marks(self) -> Sequence[int]:
        """Return the line and the column of each name in turn."""
        line, before = self._line, self._column
        marks = [line, before]
        for distance, width in zip(self._ahead, self._widths, strict=True):
            marks += (line, before + distance)
            before += width
        return marks

    @property
    def extent(self) -> tuple[int, int]:
        """Return its one line as the first and the last."""
        return (self._line, self._line)

    def lines(self, names: Iterable[str]) -> list[int]:
        """Return the one line for each of the fields that were written."""
        line = self._line
        return [line for name in names if name in self.names] or [line]

    def span(self, names: Iterable[str]) -> tuple[int, int]:  # noqa: ARG002 - all of them stand on it
        """Return its one line as the first and the last."""
        return (self._line, self._line)


NOWHERE = Places("", ())


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """Something that stands in a file. ``at("amount")`` is the place of the amount, to the column."""

    key_field: ClassVar[str | None] = None
    """The field that a mapping's key fills, for records written as ``key: value`` instead of a list."""

    text_field: ClassVar[str | None] = None
    """The field that plain text fills, for records that a clerk may shorten to their explanation."""

    places: Places = field(default=NOWHERE, compare=False, repr=False)

    def at(self, name: str = "") -> Place:
        """Return where the field ``name`` was written, or where the record begins."""
        return self.places.of(name)


def label(name: str, note: str = "", *, default: object = None, required: bool = False, example: str = "", address: bool = False) -> Any:  # noqa: ANN401, PLR0913 - see below
    """Declare a field by its label on the official form.

    ``note`` tells the clerk what belongs there (it goes into the JSON Schema); a required field has no default;
    an ``address`` is a permanent ASCII name that stands in addresses and anchors.
    Typed as ``Any`` because :func:`dataclasses.field` is, so that a record reads as plain declarations.
    """
    metadata = {"label": name, "note": note, "required": required, "example": example, "address": address}
    if required:
        return field(metadata=metadata)
    return field(default=default, metadata=metadata)


def getter(names: Sequence[str]) -> Callable[[Record], tuple[Any, ...]]:
    """Return what reads several fields of a record at once, as a tuple also where there are none or only one."""
    if len(names) == 1:
        only = attrgetter(names[0])
        return lambda record: (only(record),)
    return attrgetter(*names) if names else lambda _: ()
