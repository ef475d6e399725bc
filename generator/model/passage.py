"""Every piece of text that a disclosure makes public, with its place and the project and section that it belongs to."""

from __future__ import annotations

import dataclasses
import re
from itertools import chain
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from generator.model.figures import Target
from generator.model.narrative import Narrative
from generator.model.performance import Project
from generator.model.record import Record, getter
from generator.source.place import Place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from generator.model.disclosure import Text
    from generator.model.promises import ProjectPromises, Promises

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


Said = tuple[str | None, ...]
"""What the fields of one row say."""


class Rows(NamedTuple):
    """Records whose fields are plain texts, of which there are hundreds: their passages are made only where something is found."""

    unlike: set[str]
    """Whatever any of them says."""
    records: tuple[Record, ...]
    section: str
    label: str
    project: Project | None

    @property
    def said(self) -> list[Said]:
        """Return what each of the rows says."""
        read = _plan(type(self.records[0])).rows
        return read(self.records) if read else []

    def passages(self) -> Iterator[Passage]:
        """Yield the passages of all rows."""
        fields = _plan(type(self.records[0])).fields
        for said, record in zip(self.said, self.records, strict=True):
            for (name, label), text in zip(fields, said, strict=True):
                if text is not None:
                    yield Passage(text, self.section, label or self.label, record, name, self.project)


class _Plan(NamedTuple):
    """How to walk one kind of record: the names and labels of the fields that may hold text, and what gets them all at once."""

    fields: tuple[tuple[str, str | None], ...]
    read: Callable[[Record], tuple[object, ...]]
    rows: Callable[[Sequence[Record]], list[Said]] | None
    """What reads many records, where every field is a plain text or a target."""


_new = tuple.__new__
"""Makes a passage without the detour over keyword defaults, which is half of its cost."""

_PLANS: dict[type, _Plan] = {}
_PLAIN = {"str", "str | None", "Target | None"}


@dataclasses.dataclass(slots=True)
class Passages:
    """Every text of a disclosure in the order of the form, and where it comes from."""

    origins: list[Passage | Rows] = dataclasses.field(default_factory=list)
    running: list[Passage] = dataclasses.field(default_factory=list)
    """The running texts among them."""
    sheets: dict[int, ProjectPromises] = dataclasses.field(default_factory=dict)
    """What has been read of rows of indicators, by the identity of their tuple."""

    def texts(self, without: str = "") -> Iterator[str]:
        """Yield the texts, all of them or those that do not stand in a section."""
        origins = [each for each in self.origins if each.section != without]
        return filter(
            None, chain.from_iterable([chain.from_iterable(each.said) if isinstance(each, Rows) else (each.text,) for each in origins])
        )

    def __iter__(self) -> Iterator[Passage]:
        """Yield every passage."""
        for each in self.origins:
            if isinstance(each, Rows):
                yield from each.passages()
            else:
                yield each

    def saying(self, sought: AbstractSet[str]) -> list[Passage]:
        """Return the passages whose text is one of those that are sought."""
        found: list[Passage] = []
        for each in self.origins if sought else ():
            if isinstance(each, Passage):
                if each.text in sought:
                    found.append(each)
            elif not sought.isdisjoint(each.unlike):
                found += [passage for passage in each.passages() if passage.text in sought]
        return found

    def add(self, passage: Passage) -> None:
        """Take a passage."""
        self.origins.append(passage)
        if passage.narrative is not None:
            self.running.append(passage)


def passages(text: Text, promises: Promises) -> Passages:
    """Return every text that is disclosed: running text, names, descriptions, targets; of statements the notes.

    ``promises`` are those of its projects; what has been read of their indicators is not read again.
    """
    found = Passages(sheets={id(sheet.project.indicators): sheet for sheet in promises.sheets})
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
        targets = [field.name for field in fields if str(field.type) == "Target | None"]
        plain = len(fields) > 1 and all(str(field.type) in _PLAIN for field in fields)
        _PLANS[record] = _Plan(
            tuple((field.name, field.metadata.get("label")) for field in fields), getter(names), _rows(names, targets) if plain else None
        )
    return _PLANS[record]


def _rows(names: Sequence[str], targets: Sequence[str]) -> Callable[[Sequence[Record]], list[Said]]:
    """Return what reads the texts of many records that consist of plain texts and targets."""
    at_once = attrgetter(*[f"{name}.text" if name in targets else name for name in names])

    def one(record: Record, name: str) -> str | None:
        value = getattr(record, name)
        return value.text if isinstance(value, Target) else value

    def read(records: Sequence[Record]) -> list[Said]:
        try:
            return list(map(at_once, records))
        except AttributeError:  # A target is not printed.
            return [tuple([one(record, name) for name in names]) for record in records]

    return read


def _collect(  # noqa: PLR0913, PLR0917 - a hundred calls a disclosure; to pack and unpack would double their cost
    found: Passages, value: object, record: Record, attribute: str, label: str, section: str, project: Project | None
) -> None:
    if type(value) is str:
        found.origins.append(_new(Passage, (value, section, label, record, attribute, project, None)))
    elif type(value) is Narrative:
        found.add(_new(Passage, (value.text, section, label, record, attribute, project, value)))
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


def _walk(found: Passages, records: tuple[Record, ...], label: str, section: str, project: Project | None) -> None:
    fields, read, rows = _plan(type(records[0]))
    if rows:
        sheet = found.sheets.get(id(records))
        unlike = _said_in(sheet) if sheet else None
        found.origins.append(Rows(unlike or set(filter(None, chain.from_iterable(rows(records)))), records, section, label, project))
        return
    origins, running = found.origins, found.running
    for record in records:
        inside = record if isinstance(record, Project) else project
        for (name, inner), value in zip(fields, read(record), strict=True):
            if type(value) is str:
                origins.append(_new(Passage, (value, section, inner or label, record, name, inside, None)))
            elif type(value) is Narrative:
                passage = _new(Passage, (value.text, section, inner or label, record, name, inside, value))
                origins.append(passage)
                running.append(passage)
            elif value:
                _collect(found, value, record, name, inner or label, section, inside)


def _said_in(sheet: ProjectPromises) -> set[str] | None:
    """Return whatever the indicators of a project say, or None where what has been read of them does not tell."""
    if sheet.reading.texts is None:
        return None
    said = {row.target.text for row in sheet.project.indicators if row.target} | sheet.reading.texts
    said.discard("")
    return said
