"""The same documents, the same bytes: puts what Pagefind writes in hash order into one order.

Pagefind 1.5.2 keeps filters in hash maps, so the values of a filter (``.pf_filter``) and the filters themselves
(``.pf_meta``) come out differently in every run, and with them every name that contains a hash of such a content. The
word index and the fragments are the same in every run and are left as they are.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from typing import TYPE_CHECKING, Any

import cbor2

from generator.search.error import SearchError

if TYPE_CHECKING:
    from collections.abc import Mapping

_MAGIC = b"pagefind_dcd"
_FORMAT = "1.5.2"
_ENTRY = "pagefind-entry.json"
_NAME_LENGTH = 16


def canonical(bundle: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the bundle with filters, metadata and entry in sorted order and named by their content."""
    files = dict(bundle)
    entry = json.loads(files[_ENTRY])
    if entry["version"] != _FORMAT:
        message = f"搜索索引的格式是 Pagefind {entry['version']}，本程序只认识 {_FORMAT}。请安装 pagefind-bin=={_FORMAT}。"
        raise SearchError(message)
    for name, language in entry["languages"].items():
        language["hash"] = _sort_meta(files, name, language["hash"])
    entry["include_characters"].sort()
    files[_ENTRY] = json.dumps(entry, ensure_ascii=False, sort_keys=True).encode()
    return dict(sorted(files.items()))


def _sort_meta(files: dict[str, bytes], language: str, name: str) -> str:
    # [version, pages, chunks of the word index, filters, sorts, metadata fields]; the word index names a field by its
    # place in the last list, so that list, which Pagefind sorts itself, is not ours to touch.
    meta = _decoded(files.pop(f"pagefind.{name}.pf_meta"))
    meta[3] = sorted([label, _sort_filter(files, language, chunk)] for label, chunk in meta[3])
    content = _encoded(meta)
    renamed = f"{language}_{_name(content)}"
    files[f"pagefind.{renamed}.pf_meta"] = _compressed(content)
    return renamed


def _sort_filter(files: dict[str, bytes], language: str, name: str) -> str:
    label, values = _decoded(files.pop(f"filter/{name}.pf_filter"))
    content = _encoded([label, sorted([value, sorted(pages)] for value, pages in values)])
    renamed = f"{language}_{_name(content)}"
    files[f"filter/{renamed}.pf_filter"] = _compressed(content)
    return renamed


def _decoded(packed: bytes) -> list[Any]:
    content = gzip.decompress(packed)
    if not content.startswith(_MAGIC):
        message = f"搜索索引不是 Pagefind {_FORMAT} 的格式。请安装 pagefind-bin=={_FORMAT}。"
        raise SearchError(message)
    value: list[Any] = cbor2.loads(content[len(_MAGIC) :])
    return value


def _encoded(value: object) -> bytes:
    return _MAGIC + cbor2.dumps(value)


def _compressed(content: bytes) -> bytes:
    return gzip.compress(content, mtime=0)


def _name(content: bytes) -> str:
    # Of the content before compression: another zlib may pack it differently, and its name must not change with that.
    return hashlib.sha256(content).hexdigest()[:_NAME_LENGTH]
