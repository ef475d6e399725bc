"""Volumes of documents in, the folder that the browser asks out."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import threading
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from generator.search.document import Part
from generator.search.error import SearchError
from generator.search.letters import letters
from generator.search.names import Names
from generator.search.proof import Proof, prove
from generator.search.volume import Volume, folder_of, packed
from generator.views.language import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from generator.search.document import SearchDocument
    from generator.search.guide import Guide

    Source = Callable[[], Iterable[SearchDocument]]

FOLDER = PurePosixPath("search/index")
LARGEST = 300
"""So many documents a volume holds at most, each of which costs Pagefind two megabytes of memory: a year with more has several."""
_QUOTED = 10
_WORTH_A_PROCESS = 200
"""Fewer documents than this are indexed sooner than a second process starts."""


@dataclass(frozen=True, slots=True)
class IndexReport:
    """What was written: documents and places indexed, files and their size in bytes, and how the proof came out."""

    documents: int
    places: int
    files: int
    size: int
    proof: Proof


@dataclass(frozen=True, slots=True)
class _Made:
    """One volume as it was written."""

    folder: str
    documents: int
    places: int
    files: int
    size: int
    proof: Proof
    names: Names


def write_index(volumes: Mapping[str, Source], guide: Guide, site: Path, documents: int = 0) -> IndexReport:
    """Write the index to ``site/search/index``, a volume for each year, and prove it; an older one there is replaced.

    ``documents`` says about how many there are, which decides whether several processes share them. Raises SearchError
    where a piece of a page does not find its page again, and for addresses that are none.
    """
    target = site / FOLDER
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    make = partial(_make, volumes, target)
    tried = _in_processes(make, list(volumes)) if _shared(documents, len(volumes)) else map(make, volumes)
    made = [each for each in tried if each is not None]
    names = Names()
    for each in made:
        names.update(each.names)
    proof = sum((each.proof for each in made), Proof())
    if proof.missed:
        said = f"搜索自检没有通过：抽查 {proof.asked} 处，有 {len(proof.missed)} 处搜不到自己所在的页面。"
        raise SearchError("\n".join((said, *proof.missed[:_QUOTED])))
    manifest = {"volumes": [each.folder for each in made], "parts": tuple(map(say, Part.ALL)), **guide.for_the_browser()}
    files = {"manifest.json": packed(manifest), "names": packed(names.most_common(guide.names())), "letters": packed(letters())}
    for name, content in files.items():
        (target / name).write_bytes(content)
    return IndexReport(
        sum(each.documents for each in made),
        sum(each.places for each in made),
        len(files) + sum(each.files for each in made),
        sum(map(len, files.values())) + sum(each.size for each in made),
        proof,
    )


def _shared(documents: int, volumes: int) -> bool:
    # Only a process of one thread may be doubled: another thread's locks would never open in the copy.
    alone = threading.active_count() == 1 and "fork" in multiprocessing.get_all_start_methods()
    return alone and documents >= _WORTH_A_PROCESS and volumes > 1 and (os.cpu_count() or 1) > 1


def _in_processes(make: Callable[[str], _Made | None], names: list[str]) -> Iterator[_Made | None]:
    # Children inherit the corpus as it stands in memory; nothing of it has to be written down for them.
    global _inherited  # noqa: PLW0603 - what a child is to do cannot be sent to it: views are made by closures
    _inherited = make
    context = multiprocessing.get_context("fork")
    try:
        with ProcessPoolExecutor(max_workers=min(len(names), os.cpu_count() or 1), mp_context=context) as pool:
            yield from pool.map(_make_inherited, names)
    finally:
        _inherited = None


_inherited: Callable[[str], _Made | None] | None = None


def _make_inherited(name: str) -> _Made | None:
    assert _inherited is not None  # noqa: S101 - set before the process was doubled
    return _inherited(name)


def _make(volumes: Mapping[str, Source], target: Path, name: str) -> _Made | None:
    volume = Volume()
    names = Names()
    # In the order of their addresses: places are numbered as they come, and the numbers are in every file.
    for document in _in_order(volumes[name]()):
        volume.add(document)
        names.take(document)
    if not volume.documents:
        return None
    files = volume.finish()
    folder = folder_of(name, files)
    (target / folder).mkdir()
    for path, content in files.items():
        file = target / folder / path
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(content)
    size = sum(map(len, files.values()))
    return _Made(folder, len(volume.documents), len(volume.parts), len(files), size, prove(files), names)


def _in_order(documents: Iterable[SearchDocument]) -> Iterator[SearchDocument]:
    before = ""
    for document in documents:
        path = PurePosixPath(document.address)
        if path.is_absolute() or ".." in path.parts or not document.address.endswith("/"):
            message = f"搜索索引的页面地址“{document.address}”不正确：应当是站内的相对地址，并以“/”结尾。"
            raise SearchError(message)
        if document.address <= before:
            message = f"页面“{document.address}”排在“{before}”之后，顺序不对或者重复，无法建立搜索索引。"
            raise SearchError(message)
        before = document.address
        yield document
