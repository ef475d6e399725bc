"""The base of every record: it is frozen, and it knows where each of its fields was written."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, ClassVar

from generator.source.place import Place


@dataclass(frozen=True, slots=True)
class Places:
    """Where a record and its fields stand: one file, and (line, column) by field name; ``""`` is the record itself."""

    path: str
    by_field: dict[str, tuple[int, int]]

    def of(self, name: str) -> Place:
        """Return the place of a field; a field that was not written stands where its record begins."""
        line, column = self.by_field.get(name) or self.by_field.get("", (1, 1))
        return Place(self.path, line, column)


NOWHERE = Places("", {})


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


def label(name: str, note: str = "", *, default: object = None, required: bool = False, example: str = "") -> Any:  # noqa: ANN401 - see below
    """Declare a field by its label on the official form.

    ``note`` tells the clerk what belongs there (it goes into the JSON Schema); a required field has no default.
    Typed as ``Any`` because :func:`dataclasses.field` is, so that a record reads as plain declarations.
    """
    metadata = {"label": name, "note": note, "required": required, "example": example}
    if required:
        return field(metadata=metadata)
    return field(default=default, metadata=metadata)
