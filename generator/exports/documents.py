"""JSON: one document a disclosure, and the lists that lead to it; each form is declared once, for the document and its schema."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from generator.exports.facts import FactKind, State
from generator.model.kinds import Kind
from generator.model.money import MoneyUnit
from generator.views.columns import OF_FACT

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from generator.exports.described import Described
    from generator.exports.facts import Fact

Json = dict[str, Any]
DIALECT = "https://json-schema.org/draft/2020-12/schema"
VERSION = 1

_TEXT: Json = {"type": "string"}
_MAYBE: Json = {"type": ["string", "null"]}
_COUNT: Json = {"type": "integer", "minimum": 0}
_DAY: Json = {"type": ["string", "null"], "format": "date"}
_ORDINAL: Json = {"type": "integer", "minimum": 1}


def _words(words: Sequence[str]) -> Json:
    return {"enum": list(words)}


def _record(properties: dict[str, Json]) -> Json:
    return {"type": "object", "required": list(properties), "additionalProperties": False, "properties": properties}


def _list(items: Json, description: str) -> Json:
    return {"type": "array", "items": items, "description": description}


@dataclass(frozen=True, slots=True)
class Key:
    """One key of a document: its name, the form of its value, what it means, and how it is read from a description."""

    name: str
    form: Json
    meaning: str
    value: Callable[[Described], Any]


def _region(of: Described) -> Json:
    region = of.disclosure.department.region
    return {"slug": region.slug, "name": region.name, "level": region.level.value}


def _department(of: Described) -> Json:
    return {"slug": of.disclosure.department.slug, "name": of.disclosure.department_name}


def _provenance(of: Described) -> str | None:
    provenance = of.disclosure.text.provenance
    return provenance.text if provenance else None


ABOUT: tuple[Key, ...] = (
    Key("id", _TEXT, "代号：年度、部门代号、文种", lambda of: of.id),
    Key("title", _TEXT, "标题", lambda of: of.title),
    Key("address", _TEXT, "页面的网址；网站没有设定网址的，从网站根目录算起", lambda of: of.address),
    Key("region", _record({"slug": _TEXT, "name": _TEXT, "level": _TEXT}), "地区：代号、名称、级次", _region),
    Key("department", _record({"slug": _TEXT, "name": _TEXT}), "部门：代号，在这份文本里的名称", _department),
    Key("year", {"type": "integer"}, "预算年度", lambda of: of.disclosure.year),
    Key("kind", _words([kind.value for kind in Kind]), "文种", lambda of: of.disclosure.kind.value),
    Key("phase", _words(sorted({kind.phase for kind in Kind})), "阶段", lambda of: of.disclosure.kind.phase),
    Key(
        "unit",
        _words([unit.value for unit in MoneyUnit]),
        "文本的金额单位；每条数据另有自己的单位",
        lambda of: of.disclosure.text.unit.value,
    ),
    Key("status", _MAYBE, "正式公开或草案，没有载明的是 null", lambda of: of.disclosure.text.status and of.disclosure.text.status.value),
    Key("published", _DAY, "公开日期，没有载明的是 null", lambda of: of.published or None),
    Key("corrected", _DAY, "最近一次更正的日期，没有更正的是 null", lambda of: of.corrected or None),
    Key("revision", _TEXT, "版本：源文件内容指纹的前 12 位", lambda of: of.revision),
    Key("licence", _MAYBE, "数据许可，没有载明的是 null", lambda of: of.licence or None),
    Key("findings", _COUNT, "检查结果有几处；细节在页面上", lambda of: of.findings),
    Key("complete", {"type": "boolean"}, "适用的检查规则都得出了结论；只有这时 findings 为 0 才等于没有发现问题", lambda of: of.complete),
    Key("provenance", _MAYBE, "文本写明的资料来源", _provenance),
)
"""What every document says of a disclosure."""

SOURCES = _list(_record({"path": _TEXT, "sha256": _TEXT}), "源文件和内容指纹")
CORRECTIONS = _list(
    _record(
        {
            "day": {"type": "string", "format": "date"},
            "figure": _TEXT,
            **dict.fromkeys(("before", "after", "reason", "approved_by"), _MAYBE),
        }
    ),
    "公开以后的更正：日期、位置、原值、新值、原因、批准人",
)
STATEMENTS = _list(
    _record({"title": _TEXT, "unit": _words([unit.value for unit in MoneyUnit]), "rows": _COUNT, "note": _MAYBE}),
    "各张公开表：表名、金额单位、行数、说明",
)
_NUMBER: Json = {"type": ["string", "null"], "pattern": "^-?[0-9]+(\\.[0-9]+)?$"}


def _form_of_facts() -> Json:
    special = {
        "group": {"type": "array", "items": _TEXT},
        "number": _NUMBER,
        "type": _words([kind.value for kind in FactKind]),
        "state": _words([state.value for state in State]),
    }
    meanings = {"group": "上层的名称，从外到里", "number": "印出来的数，是文字，位数照原文；不是数的是 null"}
    properties = {
        column.key: {
            **special.get(column.key, _MAYBE if column.lacking else _TEXT),
            "description": meanings.get(column.key, column.meaning),
        }
        for column in OF_FACT
    }
    place = {
        "source": {**_TEXT, "description": "源文件"},
        "line": {**_ORDINAL, "description": "行"},
        "position": {**_ORDINAL, "description": "列"},
    }
    anchor = {"type": "string", "description": "在页面上的位置"}
    return _list(_record({**properties, **place, "anchor": anchor}), "全部数据，次序照页面")


def about(of: Described) -> Json:
    """Return what every document says of a disclosure."""
    return {key.name: key.value(of) for key in ABOUT}


def disclosure_document(of: Described, facts: Sequence[Fact]) -> bytes:
    """Return the document of one disclosure with all its facts."""
    text = of.disclosure.text
    whole = {
        "version": VERSION,
        **about(of),
        "sources": [{"path": source.path, "sha256": source.sha256} for source in of.disclosure.sources],
        "corrections": [
            {
                "day": correction.day.isoformat(),
                "figure": correction.figure,
                "before": correction.before,
                "after": correction.after,
                "reason": correction.reason,
                "approved_by": correction.approved_by,
            }
            for correction in text.corrections
        ],
        "statements": [
            {
                "title": statement.title,
                "unit": statement.unit.value,
                "rows": len(statement.lines),
                "note": statement.note.text if statement.note else None,
            }
            for statement in text.statements
        ],
    }
    head = json.dumps(whole, ensure_ascii=False, separators=(",", ":"))
    listed = ",\n".join(map(_fact, facts))
    return f'{head[:-1]},"facts":[\n{listed}\n]}}\n'.encode()


@lru_cache(maxsize=1 << 14)
def _json(value: str) -> str:
    """Return a text, or null for an empty one, as JSON."""
    return json.dumps(value, ensure_ascii=False) if value else "null"


# A line of a statement has a fact a column, and the same lines stand in many disclosures.
@lru_cache(maxsize=1 << 14)
def _fact_head(part: str, group: tuple[str, ...], code: str, name: str) -> str:
    names = ",".join(map(_json, group))
    return f'{{"part":{_json(part)},"group":[{names}],"code":{_json(code)},"name":{_json(name)}'


def _fact(fact: Fact) -> str:
    """Return a fact as JSON, its keys in the order of the columns; written out, since a site has a million of them."""
    number = f'"{fact.number}"' if fact.number else "null"
    return (
        f'{_fact_head(fact.part, fact.group, fact.code, fact.name)},"column":{_json(fact.column)},"number":{number},'
        f'"words":{_json(fact.words)},"type":"{fact.kind}","unit":{_json(fact.unit)},"state":"{fact.state}",'
        f'"source":{_json(fact.path)},"line":{fact.line},"position":{fact.position},"anchor":"{fact.anchor}"}}'
    )


def disclosure_schema() -> Json:
    """Return the JSON Schema of the document of one disclosure."""
    return schema("公开文本的数据", _form_of_disclosure())


def facts_schema(title: str, said: dict[str, Json]) -> Json:
    """Return the JSON Schema of a document that holds many disclosures with all their facts, behind the forms of what else is ``said``."""
    return schema(title, _record({"version": {"const": VERSION}, **said, "disclosures": _list(_form_of_disclosure(), "全部公开文本")}))


def _form_of_disclosure() -> Json:
    return _record(
        {
            "version": {"const": VERSION},
            **about_forms(),
            "sources": SOURCES,
            "corrections": CORRECTIONS,
            "statements": STATEMENTS,
            "facts": _form_of_facts(),
        }
    )


def schema(title: str, form: Json) -> Json:
    """Return a form as a JSON Schema of its own; what may change without a new version is said in it."""
    promise = f"版本 {VERSION}。以后可能增加新的键；改变含义或者删去键时，version 加一。"
    return {"$schema": DIALECT, "title": title, "description": promise, **form}


def about_forms() -> dict[str, Json]:
    """Return the forms of the keys that describe a disclosure, each with its meaning."""
    return {key.name: {**key.form, "description": key.meaning} for key in ABOUT}


def written(document: Json) -> bytes:
    """Return a document as the bytes of its file."""
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
