"""Frictionless Data Packages (version 1): what a CSV holds, said so that programs can read and check it."""

from __future__ import annotations

import hashlib
import json
import re
from functools import cache
from typing import TYPE_CHECKING, Any

from generator.views.columns import FACT_TABLE, LIST_TABLE, SEQUENCE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.exports.described import Described
    from generator.model.site import Site
    from generator.views.columns import Column

Json = dict[str, Any]
NAME = "datapackage.json"
_IDENTIFIER = re.compile(r"[-a-zA-Z0-9._]+")
_UNSTATED = "网站没有载明数据许可"


class Tally:
    """The size and the hash of a file, taken while it is written."""

    def __init__(self, content: bytes = b"") -> None:
        """Begin with what the file begins with."""
        self.size = 0
        self.digest = hashlib.sha256()
        self.add(content)

    def add(self, content: bytes) -> None:
        """Take what is written next."""
        self.size += len(content)
        self.digest.update(content)

    def described(self) -> Json:
        """Return both as a resource states them."""
        return {"bytes": self.size, "hash": f"sha256:{self.digest.hexdigest()}"}


def fact_resource(name: str, path: str, tally: Tally) -> Json:
    """Return the resource of a table of facts."""
    return _resource(name, path, "逐条数据：一个数一行", tally, FACT_TABLE, (FACT_TABLE[0].header, SEQUENCE.header))


def list_resource(name: str, path: str, tally: Tally) -> Json:
    """Return the resource of a list of disclosures."""
    return _resource(name, path, "公开文本：一份一行", tally, LIST_TABLE, (LIST_TABLE[0].header,))


def _resource(name: str, path: str, title: str, tally: Tally, columns: tuple[Column, ...], key: Sequence[str]) -> Json:  # noqa: PLR0913, PLR0917 - all of them are said of a resource
    return {
        "name": name,
        "path": path,
        "profile": "tabular-data-resource",
        "title": title,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        **tally.described(),
        "schema": {"fields": _fields(columns), "missingValues": [""], "primaryKey": list(key)},
    }


@cache
def _fields(columns: tuple[Column, ...]) -> list[Json]:
    return [_field(column) for column in columns]


def _field(column: Column) -> Json:
    constraints: Json = {"required": True} if not column.lacking else {}
    constraints |= {"enum": list(column.values)} if column.values else {}
    described = {"name": column.header, "title": column.key, "type": column.type, "description": column.meaning}
    return described | ({"constraints": constraints} if constraints else {})


def package(name: str, title: str, site: Site, resources: Sequence[Json], sources: Sequence[Json], version: str) -> bytes:  # noqa: PLR0913, PLR0917 - likewise
    """Return the descriptor of a package. A site that names no licence is described as having named none."""
    whole: Json = {
        "name": name,
        "title": title,
        "description": "金额等数字照公开文本原样，没有换算。空白、零和不公开是三回事，见“状态”一栏。",
        "profile": "tabular-data-package",
        "version": version,
        **_licence(site),
        "contributors": [{"title": site.publisher or site.name, "role": "publisher"}],
        "sources": list(sources),
        "resources": list(resources),
    }
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def _licence(site: Site) -> Json:
    if not site.licence:
        return {"licence_note": _UNSTATED}
    identifier = re.sub(r"\s+", "-", site.licence.strip())
    licence = {"name": identifier} if _IDENTIFIER.fullmatch(identifier) else {}
    licence |= {"path": site.licence_address} if site.licence_address else {}
    # The standard wants a name of its own list or an address; words alone are said beside it.
    return {"licenses": [{**licence, "title": site.licence}]} if licence else {"licence_note": site.licence}


def sources_of(of: Described) -> list[Json]:
    """Return the sources of a disclosure: what its text says of them, and its files."""
    provenance = of.disclosure.text.provenance
    said = [{"title": " ".join(provenance.text.split())}] if provenance else []
    return said + [{"title": source.path, "hash": f"sha256:{source.sha256}"} for source in of.disclosure.sources]


def version_of(revisions: Iterable[str]) -> str:
    """Return the version of several disclosures together: the first twelve digits of a hash of theirs."""
    return hashlib.sha256("\n".join(revisions).encode()).hexdigest()[:12]
