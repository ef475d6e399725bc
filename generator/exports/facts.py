"""Every figure of a disclosure as one fact, whatever part of the form it stands in: the one source of all exports."""

from __future__ import annotations

import dataclasses
import re
from enum import Enum
from typing import TYPE_CHECKING, Any, NamedTuple

from generator.model.figures import Quantity, Share, Target
from generator.model.kinds import Direction
from generator.model.money import Money, NoMoney
from generator.model.performance import Criterion, Indicator
from generator.model.record import Record
from generator.views.addresses import project_anchors
from generator.views.outline import outline

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure
    from generator.model.money import MoneyUnit
    from generator.model.statement import Statement


class FactKind(Enum):
    """What a fact's value is."""

    MONEY = "金额"
    SHARE = "百分比"
    QUANTITY = "数量"
    TARGET = "指标值"
    DIRECTION = "方向"
    TEXT = "文字"


class State(Enum):
    """Whether there is a value. What was not printed at all is no fact."""

    NUMBER = "数值"
    WORDS = "文字"
    BLANK = "空白"
    WITHHELD = "不公开"


class Fact(NamedTuple):
    """One figure: what it belongs to, what it is called, its value, and where it was written and is shown.

    ``number`` is the exact decimal text as printed (without thousands separators), in ``unit``; ``words`` is what a cell
    without a number says. ``group`` are the names that it stands under, outermost first.
    """

    part: str
    group: tuple[str, ...]
    code: str
    name: str
    column: str
    number: str
    words: str
    kind: str
    unit: str
    state: str
    line: int
    position: int
    path: str
    anchor: str


# By their words: they are compared and written a million times a site.
_NUMBER, _WORDS, _BLANK, _WITHHELD = (state.value for state in State)
_MONEY, _SHARE, _QUANTITY, _TARGET, _DIRECTION, _TEXT = (kind.value for kind in FactKind)
_OF_TYPE = {"Figure": _MONEY, "Share": _SHARE, "Quantity": _QUANTITY, "Target": _TARGET, "Direction": _DIRECTION}
# Older forms print an indicator's value in three columns, which the model keeps as texts.
_PRINTED_TARGET = {Indicator: ("sign", "value", "scale"), Criterion: ("sign", "value", "scale")}
_TYPE_NAME = re.compile(r"[A-Z]\w+")


class Slot(NamedTuple):
    """One field of a record that holds a value: its attribute, its label on the form, and what the value is."""

    attribute: str
    label: str
    kind: str


_Plan = tuple[tuple[Slot, ...], tuple[tuple[str, str], ...]]
_PLANS: dict[type[Record], _Plan] = {}


def facts_of(disclosure: Disclosure) -> list[Fact]:
    """Return every figure that a disclosure prints, in the order of its page; blank and withheld ones with their state."""
    facts: list[Fact] = []
    for heading in outline(disclosure):
        value = getattr(disclosure.text, heading.attribute)
        if heading.attribute == "statements":
            for statement in value:
                facts += _of_statement(disclosure, statement)
        elif heading.attribute == "projects":
            for project, anchor in zip(value, project_anchors(value), strict=True):
                facts += _of_record(_Where(disclosure, heading.label, anchor, project.code or ""), project, heading.label, ())
        elif isinstance(value, Record):
            facts += _of_record(_Where(disclosure, heading.label, heading.anchor, ""), value, heading.label, ())
    return facts


@dataclasses.dataclass(frozen=True, slots=True)
class _Where:
    disclosure: Disclosure
    part: str
    anchor: str
    code: str


def _of_record(where: _Where, record: Record, label: str, group: tuple[str, ...]) -> Iterator[Fact]:
    slots, holders = _plan(type(record))
    name, above = _name_of(record, label, group)
    for slot in slots:
        value = getattr(record, slot.attribute)
        if value is not None:
            number, words, unit, state = read_value(value, where.disclosure.text.unit)
            place = record.at(slot.attribute)
            yield Fact(where.part, above, where.code, name, slot.label, number, words, slot.kind, unit, state,
                       place.line, place.column, place.path, where.anchor)  # fmt: skip
    inner = (*above, name) if name != where.part else above
    for attribute, inner_label in holders:
        value = getattr(record, attribute)
        for each in value if type(value) is tuple else (value,):
            if each is not None:
                yield from _of_record(where, each, inner_label, inner)


def _name_of(record: Record, label: str, group: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """Return a record's own name, or the label that it stands under, and the names above it."""
    if isinstance(record, Indicator | Criterion):
        return record.third or record.second or label, (*group, *(part for part in (record.first, record.second) if part))
    return getattr(record, "name", None) or label, group


def _of_statement(disclosure: Disclosure, statement: Statement) -> Iterator[Fact]:
    form = disclosure.form.statement(statement.title)
    anchor = form.slug if form else "statements"
    for line in statement.lines:
        places = line.places
        marks = places.by_field
        group = (line.side,) if line.side else ()
        for column, cell in line.cells.items():
            if type(cell) is str:
                number, words, unit, state = "", cell, "", _WORDS if cell else _BLANK
                kind = _TEXT
            else:
                number, words, unit, state = read_value(cell, statement.unit)
                kind = _MONEY
            at = marks.get(column) or marks.get("") or (1, 1)
            yield Fact(statement.title, group, line.code, line.name, column, number, words, kind, unit, state,
                       at[0], at[1], places.path, anchor)  # fmt: skip


def read_value(value: object, unit: MoneyUnit) -> tuple[str, str, str, str]:  # noqa: PLR0911 - one answer a kind of value
    """Return (number, words, unit, state) of any value that a figure's cell can hold; ``unit`` is the table's."""
    if isinstance(value, Money):
        return f"{value.amount:f}", "", value.unit._value_, _NUMBER
    if isinstance(value, NoMoney):
        return "", "", unit.value, _BLANK if value is NoMoney.BLANK else _WITHHELD
    if isinstance(value, Share):
        return ("", "", "%", _BLANK) if value.value is None else (f"{value.value:f}", "", "%", _NUMBER)
    if isinstance(value, Quantity) and value.value is not None:
        return f"{value.value:f}", "", "", _NUMBER
    if isinstance(value, Quantity | Target):
        return "", value.text, "", _WORDS if value.text else _BLANK
    if isinstance(value, Direction):
        return "", value.value, "", _WORDS
    if isinstance(value, str):
        return "", value, "", _WORDS if value else _BLANK
    message = f"no fact is made of {value!r}"
    raise TypeError(message)


def _plan(record: type[Record]) -> _Plan:
    """Return the fields of a record that hold values, and those that hold further records, each in the order of the form."""
    if record not in _PLANS:
        _PLANS[record] = _planned(record)
    return _PLANS[record]


def _planned(record: type[Record]) -> _Plan:
    slots, holders, holding = [], [], _holding()
    for field in dataclasses.fields(record):
        if "label" not in field.metadata:
            continue
        label = field.metadata["label"]
        names = _TYPE_NAME.findall(str(field.type))
        if field.name in _PRINTED_TARGET.get(record, ()):
            slots.append(Slot(field.name, label, _TARGET))
        elif names and names[0] in _OF_TYPE:
            slots.append(Slot(field.name, label, _OF_TYPE[names[0]]))
        elif names and names[0] in holding:
            holders.append((field.name, label))
    return tuple(slots), tuple(holders)


def _holding() -> set[str]:
    """Return the names of all records of the model that hold values, themselves or in records of theirs."""
    known: dict[str, Any] = {}
    waiting: list[type[Any]] = [Record]
    while waiting:
        for each in waiting.pop().__subclasses__():
            known[each.__name__] = each
            waiting.append(each)
    holding: set[str] = set()
    while True:
        more = {name for name, record in known.items() if name not in holding and _holds(record, holding)}
        if not more:
            return holding
        holding |= more


def _holds(record: type[Record], holding: set[str]) -> bool:
    sought = holding | set(_OF_TYPE)
    return record in _PRINTED_TARGET or any(
        sought.intersection(_TYPE_NAME.findall(str(field.type))) for field in dataclasses.fields(record) if "label" in field.metadata
    )
