"""Every piece of text of a disclosure, with its place and the project and section that it belongs to."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, NamedTuple

from generator.model.figures import Target
from generator.model.narrative import Narrative
from generator.model.performance import Project
from generator.model.record import Record
from generator.source.place import Place

if TYPE_CHECKING:
    from generator.model.disclosure import Text


_FIELDS: dict[type, tuple[tuple[str, str | None], ...]] = {}


class Passage(NamedTuple):
    """One text: ``section`` is the top-level label that it stands under, ``label`` the label that it fills itself."""

    text: str
    section: str
    label: str
    record: Record
    attribute: str
    project: Project | None = None
    narrative: Narrative | None = None

    def at(self, offset: int = 0) -> Place:
        """Return the place of the character at ``offset``."""
        if self.narrative is not None:
            return self.narrative.at(offset)
        place = self.record.at(self.attribute)
        return Place(place.path, place.line, place.column + offset)


def passages(text: Text) -> list[Passage]:
    """Return every text of a disclosure in the order of the form: running text, names, descriptions, targets, cells."""
    found: list[Passage] = []
    for attribute, label in _fields(type(text)):
        if label is not None:
            _collect(found, getattr(text, attribute), text, attribute, label, label, None)
    return found


def _fields(record: type[Record]) -> tuple[tuple[str, str | None], ...]:
    """Return the fields of a record with their labels; asking the class anew for each record costs more than all the rest."""
    if record not in _FIELDS:
        fields = [field for field in dataclasses.fields(record) if field.name not in ("places", "cells")]
        _FIELDS[record] = tuple((field.name, field.metadata.get("label")) for field in fields)
    return _FIELDS[record]


def _collect(  # noqa: PLR0913, PLR0917 - a thousand calls a disclosure; to pack and unpack would double their cost
    found: list[Passage], value: object, record: Record, attribute: str, label: str, section: str, project: Project | None
) -> None:
    if isinstance(value, str):
        found.append(Passage(value, section, label, record, attribute, project))
    elif isinstance(value, tuple):
        for position, each in enumerate(value):
            _collect(found, each, record, f"{attribute}.{position}", label, section, project)
    elif isinstance(value, Record):
        project = value if isinstance(value, Project) else project
        for name, inner in _fields(type(value)):
            held = getattr(value, name)
            if type(held) is str:
                found.append(Passage(held, section, inner or label, value, name, project))
            elif held is not None:
                _collect(found, held, value, name, inner or label, section, project)
    elif isinstance(value, Target):
        found.append(Passage(value.text, section, label, record, attribute, project))
    elif isinstance(value, Narrative):
        found.append(Passage(value.text, section, label, record, attribute, project, value))
