"""The static interface under ``api/v1/``: lists that lead from years and departments to the data of each disclosure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.exports.documents import VERSION, about, about_forms, disclosure_schema, facts_schema, schema, written
from generator.views.downloads import API, FACTS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.exports.described import Described
    from generator.model.corpus import Corpus
    from generator.model.department import Department
    from generator.model.kinds import Year

Json = dict[str, Any]

_TEXT: Json = {"type": "string"}
_MAYBE: Json = {"type": ["string", "null"]}
_COUNT: Json = {"type": "integer", "minimum": 0}
_FILES: Json = {"type": "object", "additionalProperties": _TEXT, "description": "数据文件的网址，按格式；facts 是带全部数据的 JSON"}
SCHEMAS = f"{API}schemas/"


def entry(of: Described, count: int, files: Sequence[str]) -> Json:
    """Return a disclosure as lists name it; ``files`` are the endings of the files beside its page."""
    return {**about(of), "facts": count, "files": {ending: f"{of.root}{of.stem}.{ending}" for ending in files}}


def year_document(year: Year, entries: Sequence[Json], files: Mapping[str, str]) -> bytes:
    """Return the list of a year's disclosures."""
    return written({"version": VERSION, "year": year, "files": dict(files), "disclosures": list(entries)})


def whole_document(entries: Sequence[Json], files: Mapping[str, str]) -> bytes:
    """Return the list of all disclosures."""
    return written({"version": VERSION, "files": dict(files), "disclosures": list(entries)})


def department_document(department: Department, entries: Sequence[Json], root: str) -> bytes:
    """Return one department with the list of its disclosures."""
    return written({"version": VERSION, "department": _department(department, root), "disclosures": list(entries)})


def index_document(corpus: Corpus, years: Mapping[Year, Mapping[str, str]], root: str, files: Mapping[str, str]) -> bytes:
    """Return the index: the site, its years and its departments, each with the address of its list; ``years`` with their files."""
    site = corpus.site
    return written(
        {
            "version": VERSION,
            "site": {
                "name": site.name,
                "publisher": site.publisher,
                "address": root or None,
                "licence": site.licence,
                "licence_address": site.licence_address,
            },
            "files": dict(files),
            "schemas": {name: f"{root}{SCHEMAS}{name}.json" for name in schemas()},
            "years": [
                {"year": year, "disclosures": len(corpus.of_year(year)), "list": year_list(year, root), "files": files}
                for year, files in years.items()
            ],
            "departments": [_department(department, root) for department in corpus.departments],
        }
    )


def year_list(year: Year, root: str) -> str:
    """Return the address of a year's list."""
    return f"{root}{API}years/{year}.json"


def department_list(slug: str, root: str) -> str:
    """Return the address of a department's list."""
    return f"{root}{API}departments/{slug}.json"


def _department(department: Department, root: str) -> Json:
    return {
        "slug": department.slug,
        "name": department.name,
        "region": department.region.name,
        "level": department.level.value,
        "code": department.file.code,
        "address": f"{root}{department.address}",
        "list": department_list(department.slug, root),
    }


def schemas() -> dict[str, Json]:
    """Return the JSON Schema of each kind of document, by name."""
    listed = {"type": "array", "items": _closed({**about_forms(), "facts": _COUNT, "files": _FILES})}
    department = _closed({**dict.fromkeys(("slug", "name", "region", "level"), _TEXT), "code": _MAYBE, "address": _TEXT, "list": _TEXT})
    version: Json = {"const": VERSION}
    site = _closed({"name": _TEXT, **dict.fromkeys(("publisher", "address", "licence", "licence_address"), _MAYBE)})
    number: Json = {"type": "integer"}
    year = _closed({"year": number, "disclosures": _COUNT, "list": _TEXT, "files": _FILES})
    index = {
        "version": version,
        "site": site,
        "files": _FILES,
        "schemas": {"type": "object", "additionalProperties": _TEXT},
        "years": {"type": "array", "items": year},
        "departments": {"type": "array", "items": department},
    }
    return {
        "index": schema("接口的目录", _closed(index)),
        "year": schema("一个年度的公开文本", _closed({"version": version, "year": number, "files": _FILES, "disclosures": listed})),
        "all-years": schema("全部公开文本", _closed({"version": version, "files": _FILES, "disclosures": listed})),
        "department": schema("一个部门的公开文本", _closed({"version": version, "department": department, "disclosures": listed})),
        "disclosure": disclosure_schema(),
        "year-facts": facts_schema("一个年度的数据", {"year": number}),
        "all-years-facts": facts_schema("全部年度的数据", {}),
    }


def _closed(properties: Json) -> Json:
    return {"type": "object", "required": list(properties), "additionalProperties": False, "properties": properties}


def files_at(stem: str, root: str, written: Mapping[str, int]) -> dict[str, str]:
    """Return the addresses of the ``written`` files that hold many disclosures together, by format, and of their list."""
    files = {name: f"{root}{stem}{ending}" for name, ending in _TOGETHER.items() if f"{stem}{ending}" in written}
    return files | {"json": f"{root}{stem}.json"}


_TOGETHER = {"xlsx": ".xlsx", "csv": f"{FACTS}.csv", "facts": f"{FACTS}.json", "zip": ".zip"}
