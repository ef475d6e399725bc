"""Every piece of text of a disclosure, with its place and the project and section that it belongs to."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.model.figures import Target
from generator.model.narrative import Narrative
from generator.model.performance import Project
from generator.model.record import Record
from generator.source.place import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Text


@dataclass(frozen=True, slots=True)
class Passage:
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


def passages(text: Text) -> Iterator[Passage]:
    """Yield every text of a disclosure in the order of the form: running text, names, descriptions, targets, cells."""
    for field in dataclasses.fields(text):
        name = field.metadata.get("label")
        if name is not None:
            yield from _of(getattr(text, field.name), text, field.name, name, name, None)


def _of(value: object, record: Record, attribute: str, label: str, section: str, project: Project | None) -> Iterator[Passage]:
    if isinstance(value, str):
        yield Passage(value, section, label, record, attribute, project)
    elif isinstance(value, Narrative):
        yield Passage(value.text, section, label, record, attribute, project, value)
    elif isinstance(value, Target):
        yield Passage(value.text, section, label, record, attribute, project)
    elif isinstance(value, tuple):
        for position, each in enumerate(value):
            yield from _of(each, record, f"{attribute}.{position}", label, section, project)
    elif isinstance(value, Record):
        project = value if isinstance(value, Project) else project
        for field in dataclasses.fields(value):
            inner = field.metadata.get("label", label)
            if field.name not in ("places", "cells"):
                yield from _of(getattr(value, field.name), value, field.name, inner, section, project)
