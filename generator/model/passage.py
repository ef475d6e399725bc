"""Every piece of text that a disclosure makes public, with its place and the project and section that it belongs to."""

from __future__ import annotations

import dataclasses
import re
from bisect import bisect_right
from itertools import chain, islice
from typing import TYPE_CHECKING, NamedTuple

from generator.model.figures import Target
from generator.model.narrative import Narrative
from generator.model.performance import Project
from generator.model.record import Record, getter
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


class Rows(NamedTuple):
    """Records whose fields are plain texts, of which there are hundreds: their passages are made only where something is found."""

    records: tuple[Record, ...]
    section: str
    label: str
    project: Project | None

    def texts(self) -> list[str]:
        """Return the texts of all rows, one after the other."""
        held = chain.from_iterable(map(_plan(type(self.records[0])).read, self.records))
        return [value if type(value) is str else value.text for value in held if value is not None]  # type: ignore[attr-defined] # a target

    def passage(self, number: int, text: str) -> Passage:
        """Return the passage of the text with this number."""
        plan = _plan(type(self.records[0]))
        rows = ((record, zip(plan.fields, plan.read(record), strict=True)) for record in self.records)
        held = ((record, *field) for record, fields in rows for field, value in fields if value is not None)
        record, name, label = next(islice(held, number, None))
        return Passage(text, self.section, label or self.label, record, name, self.project)


class _Plan(NamedTuple):
    """How to walk one kind of record: the names and labels of the fields that may hold text, and what gets them all at once."""

    fields: tuple[tuple[str, str | None], ...]
    read: Callable[[Record], tuple[object, ...]]
    flat: bool
    """Whether every field is a plain text or a target."""


_new = tuple.__new__
"""Makes a passage without the detour over keyword defaults, which is half of its cost."""

_PLANS: dict[type, _Plan] = {}
_FLAT = {"str | None", "Target | None"}


@dataclasses.dataclass(slots=True)
class Passages:
    """Every text of a disclosure in the order of the form, and where it comes from."""

    texts: list[str] = dataclasses.field(default_factory=list)
    firsts: list[int] = dataclasses.field(default_factory=list)
    """The number of the first text that comes from each of the ``origins``."""
    origins: list[Passage | Rows] = dataclasses.field(default_factory=list)
    running: dict[int, Passage] = dataclasses.field(default_factory=dict)
    """The running texts among them, by their numbers."""
    made: dict[int, Passage] = dataclasses.field(default_factory=dict)

    def __getitem__(self, number: int) -> Passage:
        """Return the passage of the text with this number, the same one however often it is asked for."""
        which = bisect_right(self.firsts, number) - 1
        origin = self.origins[which]
        if isinstance(origin, Passage):
            return origin
        if number not in self.made:
            self.made[number] = origin.passage(number - self.firsts[which], self.texts[number])
        return self.made[number]

    def outside(self, section: str) -> list[str]:
        """Return the texts that do not stand in a section."""
        ends = [*self.firsts[1:], len(self.texts)]
        ranges = [(first, end) for first, end, origin in zip(self.firsts, ends, self.origins, strict=True) if origin.section != section]
        return [text for first, end in ranges for text in self.texts[first:end]]

    def add(self, passage: Passage) -> None:
        """Take a passage."""
        number = len(self.texts)
        self.firsts.append(number)
        self.texts.append(passage.text)
        self.origins.append(passage)
        if passage.narrative is not None:
            self.running[number] = passage

    def add_rows(self, rows: Rows) -> None:
        """Take rows of plain texts."""
        self.firsts.append(len(self.texts))
        self.texts += rows.texts()
        self.origins.append(rows)


def passages(text: Text) -> Passages:
    """Return every text that is disclosed: running text, names, descriptions, targets; of statements the notes."""
    found = Passages()
    for attribute, label in _plan(type(text)).fields:
        if attribute == "statements":
            for statement in text.statements:
                if statement.note:
                    found.add(Passage(statement.note.text, label or "", label or "", statement, "note", None, statement.note))
        elif label is not None and label not in _NOT_DISCLOSED and (value := getattr(text, attribute)) is not None:
            _collect(found, value, text, attribute, label, label, None)
    return found


def _plan(record: type[Record]) -> _Plan:
    """Return the plan for a kind of record; asking the class anew for each record costs more than all the rest."""
    if record not in _PLANS:
        fields = [field for field in dataclasses.fields(record) if re.split(r"\W", str(field.type))[0] not in _NO_TEXT]
        names = [field.name for field in fields]
        flat = all(str(field.type) in _FLAT for field in fields)
        _PLANS[record] = _Plan(tuple((field.name, field.metadata.get("label")) for field in fields), getter(names), flat and bool(names))
    return _PLANS[record]


def _collect(  # noqa: PLR0913, PLR0917 - hundreds of calls a disclosure; to pack and unpack would double their cost
    found: Passages, value: object, record: Record, attribute: str, label: str, section: str, project: Project | None
) -> None:
    if type(value) is str:
        found.add(_new(Passage, (value, section, label, record, attribute, project, None)))
    elif type(value) is tuple:
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
    if flat:
        found.add_rows(Rows(records, section, label, project))
        return
    texts, firsts, origins = found.texts, found.firsts, found.origins
    for record in records:
        inside = record if isinstance(record, Project) else project
        for (name, inner), value in zip(fields, read(record), strict=True):
            if value is None or value == ():
                continue
            if type(value) is str:
                firsts.append(len(texts))
                texts.append(value)
                origins.append(_new(Passage, (value, section, inner or label, record, name, inside, None)))
            elif type(value) is Narrative:
                found.add(_new(Passage, (value.text, section, inner or label, record, name, inside, value)))
            else:
                _collect(found, value, record, name, inner or label, section, inside)
