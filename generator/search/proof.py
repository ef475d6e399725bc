"""The index is tried before it is published: pieces of every page, drawn by lot, must find the place that they stand in.

What is asked is what was written, read back from the finished files by the rules of the browser. The lot is drawn by the
page's own address, so that the same content is always tried alike.
"""

from __future__ import annotations

import gzip
import json
import random
import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.search.tokens import BLOCK_END, GRAM, plain, runs_within, terms, word_terms, words_within
from generator.search.volume import places_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_PLACES = 3
_PIECES = 2
_SHORTEST, _LONGEST = 2, 6
_LONG_CODE = 8


@dataclass(frozen=True, slots=True)
class Proof:
    """How many pieces were asked for, and which of them did not find their place."""

    asked: int = 0
    missed: tuple[str, ...] = ()

    def __add__(self, other: Proof) -> Proof:
        """Return both together."""
        return Proof(self.asked + other.asked, self.missed + other.missed)

    @property
    def recall(self) -> float:
        """Return the share of pieces that were found, 1 where nothing was asked."""
        return 1 - len(self.missed) / self.asked if self.asked else 1.0


class _Reader:
    """Reads a finished volume as the browser does."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self.files = files
        head = json.loads(gzip.decompress(files["head"]))
        self.addresses: list[str] = [document[0] for document in head["documents"]]
        self.starts: list[int] = [document[-1] for document in head["documents"]]
        self.packs = len(head["packs"])
        self.chunks: list[bytes] = [first.encode("utf-16-be") for first in head["chunks"]]
        self.size = len(head["parts"])
        self.opened: dict[int, dict[str, str]] = {}
        self.found: dict[str, frozenset[int]] = {}

    def texts(self) -> Iterator[list[str]]:
        """Yield what is kept of each place: its anchor, heading and amount, and then its texts."""
        for number in range(self.packs):
            yield from json.loads(gzip.decompress(self.files[f"p{number}"]))

    def places(self, term: str) -> frozenset[int]:
        """Return the places of a term."""
        if term not in self.found:
            chunk = bisect_right(self.chunks, term.encode("utf-16-be")) - 1
            self.found[term] = frozenset(places_in(self._chunk(chunk).get(term, "")))
        return self.found[term]

    def _chunk(self, number: int) -> dict[str, str]:
        if number < 0:
            return {}
        if number not in self.opened:
            lines = gzip.decompress(self.files[f"t{number}"]).decode().split("\n")
            self.opened[number] = dict(line.split("\t") for line in lines)
        return self.opened[number]


def prove(files: Mapping[str, bytes]) -> Proof:
    """Return how a sample of every page's own pieces fares in the finished files of a volume."""
    reader = _Reader(files)
    asked, missed = 0, []
    texts = reader.texts()
    for address, start, end in zip(reader.addresses, reader.starts, (*reader.starts[1:], reader.size), strict=True):
        lot = random.Random(address)  # noqa: S311 - a lot that anybody may foresee
        own = [next(texts) for _ in range(start, end)]
        for at in lot.choices(range(len(own)), k=_PLACES):
            for piece, wanted in _drawn(lot, plain(BLOCK_END.join((own[at][1], *own[at][3:])))):
                asked += 1
                if not all(start + at in reader.places(term) for term in wanted):
                    missed.append(f"{address}：“{piece}”")
    return Proof(asked, tuple(missed))


def _drawn(lot: random.Random, text: str) -> Iterator[tuple[str, Iterable[str]]]:
    """Yield pieces of a plain text with their terms: running text, and an amount, a number or a piece of a code."""
    runs = runs_within(text)
    for _ in range(_PIECES if runs else 0):
        run = lot.choice(runs)
        length = min(len(run), lot.randint(_SHORTEST, _LONGEST))
        start = lot.randint(0, len(run) - length)
        piece = run[start : start + length]
        yield piece, [term for term in terms(piece) if len(term) > 1]
    if words := words_within(text):
        word = lot.choice(words)
        code = re.sub(r"[-./_,]", "", word)
        if len(code) >= _LONG_CODE and not code.isdecimal() and not code.isalpha():
            start = lot.randint(0, len(code) - GRAM)
            end = lot.randint(start + GRAM, len(code))
            yield code[start:end], [f"#{code[at : at + GRAM]}" for at in range(start, end - GRAM + 1)]
        else:
            yield word, word_terms(word)
