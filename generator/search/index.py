"""Documents in, the bundle that the browser queries out."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from generator.search.canonical import canonical
from generator.search.error import SearchError
from generator.search.page import index_page
from generator.search.service import build_bundle

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from generator.search.document import SearchDocument

BUNDLE = "pagefind"

_CLIENT_LOADS = frozenset({"pagefind.js", "pagefind-worker.js", "pagefind-entry.json", "wasm.unknown.pagefind"})
_CLIENT_LOADS_ENDINGS = (".pf_meta", ".pf_index", ".pf_filter", ".pf_fragment")


@dataclass(frozen=True, slots=True)
class IndexReport:
    """What was written: documents indexed, files of the bundle and their size in bytes."""

    documents: int
    files: int
    size: int


def write_index(documents: Iterable[SearchDocument], site: Path) -> IndexReport:
    """Write the index of ``documents`` to ``site/pagefind``; an older one there is replaced once the new one is complete."""
    pages = _pages(documents)
    bundle = _what_the_client_loads(canonical(build_bundle(pages))) if pages else {}
    target = site / BUNDLE
    shutil.rmtree(target, ignore_errors=True)
    for path, content in bundle.items():
        file = target / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    return IndexReport(len(pages), len(bundle), sum(map(len, bundle.values())))


def _pages(documents: Iterable[SearchDocument]) -> dict[str, str]:
    # In the order of their addresses: Pagefind numbers pages as they come, and the numbers are in every file.
    pages: dict[str, str] = {}
    for document in sorted(documents, key=lambda document: document.address):
        path = PurePosixPath(document.address)
        if path.is_absolute() or ".." in path.parts or not document.address.endswith("/"):
            message = f"搜索索引的页面地址“{document.address}”不正确：应当是站内的相对地址，并以“/”结尾。"
            raise SearchError(message)
        if document.address in pages:
            message = f"两个页面使用同一个地址“{document.address}”，无法建立搜索索引。"
            raise SearchError(message)
        pages[document.address] = index_page(document)
    return pages


def _what_the_client_loads(bundle: dict[str, bytes]) -> dict[str, bytes]:
    """Return the bundle without the half megabyte of Pagefind's own user interfaces."""
    return {path: content for path, content in bundle.items() if path in _CLIENT_LOADS or path.endswith(_CLIENT_LOADS_ENDINGS)}
