"""Everything that a disclosure says, one value at a time, each under its path of labels: “支出/合计”, “项目/选举经费/预算数”.

A path does not change when a text is split into files or written as Markdown, so that a correction can name what it corrects.
"""

from __future__ import annotations

import dataclasses
import hashlib
import re
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from generator.model.attachment import Attachment
from generator.model.figures import Quantity, Share, Target
from generator.model.money import Money
from generator.model.narrative import Narrative
from generator.model.record import Record
from generator.model.statement import Line, Statement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Text
    from generator.model.money import MoneyUnit
    from generator.source.place import Place

_BESIDES = frozenset(("corrections", "waivers"))
"""What is said about the text is no part of it."""
NOT_THERE = "没有"
"""What a correction writes as the old value of something added, and as the new value of something taken out."""
_NAMED_BY = ("name", "third", "title", "code")
_LONGEST = 60


class Leaf(NamedTuple):
    """One value as printed, and where; amounts in the text's own unit go without it."""

    text: str
    place: Place


def leaves(text: Text) -> dict[str, Leaf]:
    """Return every value of a text by its path, in the order of the form. Long running text is its beginning and its hash."""
    found: dict[str, Leaf] = {}
    for path, leaf in _of_record(text, "", text.unit):
        number, unique = 2, path
        while unique in found:
            unique, number = f"{path}（{number}）", number + 1
        found[unique] = leaf
    return found


def plain_path(path: str) -> str:
    """Return a path as it compares with others: without blanks, with half-width strokes."""
    return re.sub(r"\s+", "", path).replace("／", "/").strip("/")


def plain_value(value: str | None, unit: MoneyUnit) -> str:
    """Return a value as it compares with others: without blanks, thousands separators and the text's own unit."""
    plain = re.sub(r"[\s,，]+", "", value or "")
    bare = plain.removesuffix(unit.value)
    return bare if bare != plain and re.fullmatch(r"[-−+]?[0-9.]+", bare) else plain


def _of_record(record: Record, path: str, unit: MoneyUnit) -> Iterator[tuple[str, Leaf]]:
    if isinstance(record, Statement):
        yield from _of_statement(record, path, unit)
        return
    if isinstance(record, Attachment):
        # The same name may come to hold another file.
        yield f"{path}/内容指纹", Leaf(record.sha256, record.at("file"))
    for field in dataclasses.fields(record):
        name = field.metadata.get("label")
        value = getattr(record, field.name)
        if name is not None and value is not None and not (path == "" and field.name in _BESIDES):
            yield from _of_value(value, f"{path}/{name}" if path else name, record.at(field.name), unit)


def _of_value(value: object, path: str, place: Place, unit: MoneyUnit) -> Iterator[tuple[str, Leaf]]:
    if isinstance(value, Record):
        yield from _of_record(value, path, unit)
    elif isinstance(value, tuple):
        for position, each in enumerate(value, 1):
            inner = f"{path}/{_name_of(each) or position}"
            yield from _of_value(each, inner, place, unit)
    else:
        yield path, Leaf(_printed(value, unit), place)


def _of_statement(statement: Statement, path: str, unit: MoneyUnit) -> Iterator[tuple[str, Leaf]]:
    if statement.note is not None:
        yield f"{path}/说明", Leaf(_printed(statement.note, unit), statement.at("note"))
    for position, line in enumerate(statement.lines, 1):
        own = "/".join(part for part in (path, line.side, _name_of(line) or str(position)) if part)
        if line.code and line.name:
            yield f"{own}/名称", Leaf(line.name, line.at("name"))
        for column, value in line.cells.items():
            yield f"{own}/{column}", Leaf(_printed(value, unit), line.at(column))


def _name_of(value: object) -> str:
    """Return what tells an entry of a list from the others: its code in a statement, else its name."""
    names = ("code", "name") if isinstance(value, Line) else _NAMED_BY
    given = (getattr(value, name, None) for name in names) if isinstance(value, Record) else ()
    return next((re.sub(r"\s+", "", each).replace("/", "／") for each in given if isinstance(each, str) and each.strip()), "")


def _printed(value: object, unit: MoneyUnit) -> str:
    match value:
        case Money():
            return f"{value.amount}{'' if value.unit is unit else value.unit.value}"
        case Enum():
            return str(value.value)
        case Share() | Quantity() | Target():
            return value.text
        case date():
            return value.isoformat()
        case Narrative():
            return _shortened(value.text)
        case _:
            return _shortened(str(value))


def _shortened(text: str) -> str:
    if len(text) <= _LONGEST:
        return text
    return f"{' '.join(text[:20].split())}……（全文指纹 {hashlib.sha256(text.encode()).hexdigest()[:16]}）"
