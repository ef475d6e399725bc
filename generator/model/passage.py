"""Every piece of text that a disclosure makes public, with its place and the project and section that it belongs to."""

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


# Where the text comes from, what was once printed and what may stay wrong are no part of what is disclosed.
_NOT_DISCLOSED = {"资料来源", "更正", "豁免"}


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


class Row(NamedTuple):
    """A record whose fields are plain texts, of which there are hundreds: its passages are made only when something is found there."""

    record: Record
    section: str
    label: str
    project: Project | None

    def passage(self, number: int) -> Passage:
        """Return the passage of the field that holds the row's text with this number."""
        plan = _plan(type(self.record))
        fields = zip(plan.fields, plan.read(self.record), strict=False)
        held = [(name, label, value) for (name, label), value in fields if value is not None]
        name, label, value = held[number]
        text = value.text if isinstance(value, Target) else str(value)
        return Passage(text, self.section, label or self.label, self.record, name, self.project)


class _Plan(NamedTuple):
    """How to walk one kind of record: the names and labels of the fields that may hold text, and what gets them all at once."""

    fields: tuple[tuple[str, str | None], ...]
    read: Callable[[Record], tuple[object, ...]]
    flat: bool
    """Whether every field is a plain text or a target."""


_PLANS: dict[type, _Plan] = {}
_FLAT = {"str | None", "Target | None"}


@dataclasses.dataclass(slots=True)
class Passages:
    """Every text of a disclosure in the order of the form; beside each its origin, and the running texts among them once more."""

    texts: list[str] = dataclasses.field(default_factory=list)
    origins: list[Passage | Row] = dataclasses.field(default_factory=list)
    narratives: list[Passage] = dataclasses.field(default_factory=list)
    made: dict[int, Passage] = dataclasses.field(default_factory=dict)

    def __getitem__(self, number: int) -> Passage:
        """Return the passage of the text with this number, the same one however often it is asked for."""
        origin = self.origins[number]
        if isinstance(origin, Passage):
            return origin
        if number not in self.made:
            self.made[number] = self._of(origin, number)
        return self.made[number]

    def _of(self, origin: Row, number: int) -> Passage:
        first = number
        while first and self.origins[first - 1] is origin:
            first -= 1
        return origin.passage(number - first)

    def add(self, passage: Passage) -> None:
        """Take a passage."""
        self.texts.append(passage.text)
        self.origins.append(passage)
        if passage.narrative is not None:
            self.narratives.append(passage)


def passages(text: Text) -> Passages:
    """Return every text that is disclosed: running text, names, descriptions, targets; of statements the notes."""
    found = Passages()
    for attribute, label in _plan(type(text)).fields:
        if attribute == "statements":
            for statement in text.statements:
                if statement.note:
                    found.add(Passage(statement.note.text, label or "", label or "", statement, "note", None, statement.note))
        elif label is not None and label not in _NOT_DISCLOSED:
            _collect(found, getattr(text, attribute), text, attribute, label, label, None)
    return found


def _plan(record: type[Record]) -> _Plan:
    """Return the plan for a kind of record; asking the class anew for each record costs more than all the rest."""
    if record not in _PLANS:
        fields = [field for field in dataclasses.fields(record) if re.split(r"\W", str(field.type))[0] not in _NO_TEXT]
        names = [field.name for field in fields]
        # A getter of several fields returns a tuple, one of a single field the value alone.
        read = attrgetter(*names, "places") if names else lambda _: ()
        flat = all(str(field.type) in _FLAT for field in fields)
        _PLANS[record] = _Plan(tuple((field.name, field.metadata.get("label")) for field in fields), read, flat and bool(names))
    return _PLANS[record]


def _collect(  # noqa: PLR0913, PLR0917 - hundreds of calls a disclosure; to pack and unpack would double their cost
    found: Passages, value: object, record: Record, attribute: str, label: str, section: str, project: Project | None
) -> None:
    if isinstance(value, str):
        found.add(Passage(value, section, label, record, attribute, project))
    elif isinstance(value, tuple):
        if value and isinstance(value[0], Record):
            _walk(found, value, label, section, project)
        else:
            for position, each in enumerate(value):
                _collect(found, each, record, f"{attribute}.{position}", label, section, project)
    elif isinstance(value, Record):
        _walk(found, (value,), label, section, project)
    elif isinstance(value, Target):
        found.add(Passage(value.text, section, label, record, attribute, project))
    elif isinstance(value, Narrative):
        found.add(Passage(value.text, section, label, record, attribute, project, value))


def _walk(found: Passages, records: tuple[Record, ...], label: str, section: str, project: Project | None) -> None:
    fields, read, flat = _plan(type(records[0]))
    for record in records:
        if flat:
            held = [value if type(value) is str else value.text for value in read(record)[:-1] if value is not None]  # type: ignore[attr-defined] # a target
            found.texts += held
            found.origins += [Row(record, section, label, project)] * len(held)
            continue
        inside = record if isinstance(record, Project) else project
        for (name, inner), value in zip(fields, read(record), strict=False):
            if value is not None and value != ():
                _collect(found, value, record, name, inner or label, section, inside)
