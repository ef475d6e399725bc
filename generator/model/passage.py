"""Every piece of text of a disclosure, with its place and the project and section that it belongs to."""

from __future__ import annotations

import dataclasses
import re
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from generator.model.figures import Target
from generator.model.narrative import Narrative
from generator.model.performance import Project
from generator.model.record import Record
from generator.source.place import Place

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.model.disclosure import Text

_NO_TEXT = frozenset(("Figure", "Share", "Quantity", "date", "Year", "MoneyUnit", "Direction", "Status", "ProjectClass", "Places", "dict"))
"""The types of fields that hold no text, and so are not even asked."""


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


class _Plan(NamedTuple):
    """How to walk one kind of record: the names and labels of the fields that may hold text, and what gets them all at once."""

    fields: tuple[tuple[str, str | None], ...]
    read: Callable[[Record], tuple[object, ...]]


_PLANS: dict[type, _Plan] = {}
_new = tuple.__new__
"""Makes a passage without the detour over keyword defaults, which is half of its cost."""


def passages(text: Text) -> list[Passage]:
    """Return every text of a disclosure in the order of the form: running text, names, descriptions, targets; of statements the notes."""
    found: list[Passage] = []
    for attribute, label in _plan(type(text)).fields:
        if attribute == "statements":
            noted = [(statement, statement.note) for statement in text.statements if statement.note]
            found += [Passage(note.text, label or "", label or "", statement, "note", None, note) for statement, note in noted]
        elif label is not None:
            _collect(found, getattr(text, attribute), text, attribute, label, label, None)
    return found


def _plan(record: type[Record]) -> _Plan:
    """Return the plan for a kind of record; asking the class anew for each record costs more than all the rest."""
    if record not in _PLANS:
        fields = [field for field in dataclasses.fields(record) if re.split(r"\W", str(field.type))[0] not in _NO_TEXT]
        names = [field.name for field in fields]
        # A getter of several fields returns a tuple, one of a single field the value alone.
        read = attrgetter(*names, "places") if names else lambda _: ()
        _PLANS[record] = _Plan(tuple((field.name, field.metadata.get("label")) for field in fields), read)
    return _PLANS[record]


def _collect(  # noqa: PLR0913, PLR0917 - hundreds of calls a disclosure; to pack and unpack would double their cost
    found: list[Passage], value: object, record: Record, attribute: str, label: str, section: str, project: Project | None
) -> None:
    if isinstance(value, str):
        found.append(Passage(value, section, label, record, attribute, project))
    elif isinstance(value, tuple):
        for position, each in enumerate(value):
            if isinstance(each, Record):
                _walk(found, each, label, section, project)
            else:
                _collect(found, each, record, f"{attribute}.{position}", label, section, project)
    elif isinstance(value, Record):
        _walk(found, value, label, section, project)
    elif isinstance(value, Target):
        found.append(Passage(value.text, section, label, record, attribute, project))
    elif isinstance(value, Narrative):
        found.append(Passage(value.text, section, label, record, attribute, project, value))


def _walk(found: list[Passage], record: Record, label: str, section: str, project: Project | None) -> None:
    if isinstance(record, Project):
        project = record
    fields, read = _plan(type(record))
    for (name, inner), held in zip(fields, read(record), strict=False):
        if type(held) is str:
            found.append(_new(Passage, (held, section, inner or label, record, name, project, None)))
        elif type(held) is Target:
            found.append(_new(Passage, (held.text, section, inner or label, record, name, project, None)))
        elif held is not None and held != ():
            _collect(found, held, record, name, inner or label, section, project)
