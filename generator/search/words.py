"""Reads the finished word index of a bundle as Pagefind's own program in the browser does: which words stand where."""

from __future__ import annotations

import gzip
from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, Any

import cbor2

from generator.search.error import SearchError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_FORMAT = "1.5.2"
_MAGIC = b"pagefind_dcd"


class WordIndex:
    """Where words stand, for the files of a bundle. Raises SearchError for the files of another version of Pagefind."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        """Read the list of chunks, each of which is read when a word of it is asked for."""
        self._files = files
        version, pages, chunks, *_ = _decoded(next(content for path, content in files.items() if path.endswith(".pf_meta")))
        if version != _FORMAT:
            message = f"搜索索引的格式是 Pagefind {version}，本程序只认识 {_FORMAT}。请安装 pagefind-bin=={_FORMAT}。"
            raise SearchError(message)
        self.names = [name for name, _ in pages]
        """How answers call the records, in the order in which the index counts them."""
        self._chunks = chunks
        self._firsts = [first for first, *_ in chunks]
        self._wanted: frozenset[str] | None = None
        self._opened: dict[str, dict[str, list[Any]]] = {}
        self._found: dict[str, dict[int, list[int]]] = {}

    def want(self, words: Iterable[str]) -> None:
        """Keep nothing but these words of what is read from now on: a large volume has millions of positions."""
        self._wanted = frozenset(words)

    def positions(self, word: str, number: int) -> frozenset[int]:
        """Return the positions of a word in a record; an unknown word has none."""
        if word not in self._found:
            found = self._chunk(word).get(word, ())
            # A record's number is written as the distance from the one before.
            numbers = accumulate(record for record, *_ in found)
            self._found[word] = {record: steps for record, (_, steps, *_) in zip(numbers, found, strict=True)}
        # So are positions; a negative number among them is a weight.
        return frozenset(accumulate(each for each in self._found[word].get(number, ()) if each >= 0))

    def _chunk(self, word: str) -> dict[str, list[Any]]:
        # The bounds are cut to what tells a chunk from its neighbours.
        at = bisect_right(self._firsts, word) - 1
        if at < 0 or word[: len(self._chunks[at][1])] > self._chunks[at][1]:
            return {}
        name = self._chunks[at][2]
        if name not in self._opened:
            content = self._files.get(f"index/{name}.pf_index")
            words = _decoded(content)[0] if content else ()
            self._opened[name] = {key: records for key, records, *_ in words if self._wanted is None or key in self._wanted}
        return self._opened[name]


def _decoded(content: bytes) -> list[Any]:
    value: list[Any] = cbor2.loads(gzip.decompress(content).removeprefix(_MAGIC))
    return value
