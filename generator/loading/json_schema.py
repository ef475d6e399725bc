"""JSON Schema of every kind of file, from the same declarations that reading goes by, so that editors check while typing."""

from __future__ import annotations

import json
import typing
from typing import TYPE_CHECKING

from generator.loading.records import plans_of
from generator.model.classification import CodeList
from generator.model.department import DepartmentFile
from generator.model.disclosure import Text
from generator.model.format import FormatFile
from generator.model.glossary import Glossary
from generator.model.performance import Project
from generator.model.record import Record
from generator.model.region import Regions
from generator.model.site import Site
from generator.model.statement import Statement
from generator.model.synonyms import Synonyms
from generator.model.usage import Usage

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from generator.loading.scalars import Schema

FILES: dict[str, tuple[str, type[Record]]] = {
    "budget": ("部门预算", Text),
    "accounts": ("部门决算", Text),
    "performance": ("绩效文本", Text),
    "project": ("项目绩效目标", Project),
    "department": ("部门", DepartmentFile),
    "format": ("公开格式", FormatFile),
    "classification": ("政府收支分类科目", CodeList),
    "glossary": ("名词解释", Glossary),
    "regions": ("地区", Regions),
    "site": ("网站", Site),
    "synonyms": ("同义词", Synonyms),
    "usage": ("用语", Usage),
}
"""The kinds of file, each with its title and the record that it holds."""


def schema_of(title: str, record: type[Record]) -> Schema:
    """Return the JSON Schema (draft 2020-12) of files that hold ``record``."""
    definitions: dict[str, Schema] = {}
    _define(record, definitions)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": title,
        "$ref": f"#/$defs/{record.__name__}",
        "$defs": dict(sorted(definitions.items())),
    }


def _define(record: type[Record], definitions: dict[str, Schema]) -> None:
    if record.__name__ in definitions:
        return
    properties: dict[str, Schema] = {}
    definitions[record.__name__] = {}
    required = []
    for name, plan in plans_of(record).items():
        if plan.attribute == record.key_field:
            # The key itself fills this field; inside the group it would be written twice.
            continue
        described = plan.shape.schema()
        if plan.note and "$ref" not in described:
            described = {**described, "description": plan.note}
        properties[name] = described
        required += [name] if plan.required else []
    types = ["object", "null"] + (["string", "number"] if record.text_field else [])
    definitions[record.__name__] = {
        "type": types,
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }
    for inner in _records_in(record):
        _define(inner, definitions)


def _records_in(record: type[Record]) -> Iterator[type[Record]]:
    """Yield the records that a record's fields hold, through lists and options."""
    waiting = list(typing.get_type_hints(record).values())
    while waiting:
        annotation = waiting.pop()
        if isinstance(annotation, type) and issubclass(annotation, Record) and annotation is not Statement:
            yield annotation
        waiting.extend(argument for argument in typing.get_args(annotation) if argument is not type(None) and argument is not Ellipsis)


def write_schemas(folder: Path) -> list[Path]:
    """Write one schema a kind of file into ``folder`` and return their paths; the same model gives the same bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, (title, record) in FILES.items():
        path = folder / f"{name}.json"
        path.write_text(text_of(title, record), encoding="utf-8", newline="\n")
        written.append(path)
    return written


def text_of(title: str, record: type[Record]) -> str:
    """Return a schema as the text of its file."""
    return json.dumps(schema_of(title, record), ensure_ascii=False, indent=2) + "\n"
