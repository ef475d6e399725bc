"""Volumes of documents in, the folder that the browser asks out."""

from __future__ import annotations

import shutil
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from generator.search.error import SearchError
from generator.search.letters import letters
from generator.search.names import Names
from generator.search.proof import Proof, prove
from generator.search.volume import Volume, folder_of, packed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from concurrent.futures import Future
    from pathlib import Path

    from generator.search.document import SearchDocument
    from generator.search.guide import Guide

FOLDER = PurePosixPath("search/index")
_QUOTED = 10


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
    """One volume as it was written, and what its documents call things."""

    folder: str
    documents: int
    places: int
    files: int
    size: int
    proof: Proof
    names: Names


class IndexWriter:
    """Makes volumes in the background: while Pagefind works on one, the words of the next are prepared, or those of the last are proved."""

    def __init__(self, folder: Path) -> None:
        """Write to ``folder``, which is there and empty."""
        self._target = folder
        self._background = ThreadPoolExecutor(max_workers=2, thread_name_prefix="search")
        self._letters = self._background.submit(letters)
        self._made: list[Future[_Made]] = []

    def add(self, name: str, documents: Iterable[SearchDocument]) -> None:
        """Take the documents of a volume, in the order of their addresses; raises SearchError for what is no address."""
        # In the order of their addresses: places are numbered as they come, and the numbers are in every file.
        if ordered := list(_in_order(documents)):
            self._made.append(self._background.submit(_written, self._target, name, ordered))

    def finish(self, guide: Guide) -> IndexReport:
        """Return what was written, when all of it is, and proved.

        Raises SearchError where Pagefind cannot be run or a piece of a page does not find its page again.
        """
        try:
            made = [each.result() for each in self._made]
        finally:
            self.abandon()
        proof = sum((each.proof for each in made), Proof())
        if proof.missed:
            said = f"搜索自检没有通过：抽查 {proof.asked} 处，有 {len(proof.missed)} 处搜不到自己所在的页面。"
            raise SearchError("\n".join((said, *proof.missed[:_QUOTED])))
        names = Names()
        for each in made:
            names.update(each.names)
        # In the order of their names, however they were made.
        folders = sorted(each.folder for each in made)
        values = {
            "manifest.json": {"volumes": folders, **guide.for_the_browser()},
            "names": names.most_common(guide.names()),
            "letters": self._letters.result(),
        }
        files = {name: packed(value) for name, value in values.items()}
        for name, content in files.items():
            (self._target / name).write_bytes(content)
        return IndexReport(
            sum(each.documents for each in made),
            sum(each.places for each in made),
            len(files) + sum(each.files for each in made),
            sum(map(len, files.values())) + sum(each.size for each in made),
            proof,
        )

    def abandon(self) -> None:
        """Begin no further volume, and return when none is being made."""
        self._background.shutdown(wait=True, cancel_futures=True)


def empty_folder(site: Path) -> Path:
    """Return the folder of the index in ``site``, begun anew."""
    folder = site / FOLDER
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def write_index(volumes: Mapping[str, Iterable[SearchDocument]], guide: Guide, site: Path) -> IndexReport:
    """Write the index of these volumes to ``site/search/index``; see :class:`IndexWriter`."""
    writer = IndexWriter(empty_folder(site))
    for name, documents in volumes.items():
        writer.add(name, documents)
    return writer.finish(guide)


def _written(target: Path, name: str, documents: Sequence[SearchDocument]) -> _Made:
    volume, names = Volume(), Names()
    for document in documents:
        volume.add(document)
        names.take(document)
    files = volume.finish()
    folder = folder_of(name, files)
    (target / folder).mkdir()
    for path, content in files.items():
        file = target / folder / path
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(content)
    size = sum(map(len, files.values()))
    return _Made(folder, len(documents), len(volume.parts), len(files), size, prove(files), names)


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
