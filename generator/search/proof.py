"""The index is tried before it is published: pieces of every page, drawn by lot, must find the place that they stand in.

What is asked is what was written, read back from the finished files as the browser reads them. The lot is drawn by the
page's own address, so that the same content is always tried alike.
"""

from __future__ import annotations

import gzip
import json
import random
import re
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from generator.search.spelling import word
from generator.search.tokens import BLOCK_END, GRAM, plain, runs_within, terms, word_terms, words_within
from generator.search.words import WordIndex

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

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
        self.packs = len(head["packs"])
        self.addresses = {name: address for name, address, *_ in head["documents"]}
        self.starts = [first for *_, first in head["documents"]] + [len(head["parts"])]
        self.words = head["words"][1::2]
        self.index = WordIndex(files)
        listed = (each for number in range(len(head["characters"])) for each in json.loads(gzip.decompress(files[f"c{number}"])))
        self.characters = {character: frozenset(accumulate(steps)) for character, steps in listed}

    def documents(self) -> Iterator[tuple[int, str, list[tuple[int, list[str], range]]]]:
        """Yield each document by number and address, with its places: by number, their texts and the positions that are theirs."""
        texts = (texts for number in range(self.packs) for texts in json.loads(gzip.decompress(self.files[f"p{number}"])))
        for number, name in enumerate(self.index.names):
            first = self.starts[number]
            ends = list(accumulate(self.words[first : self.starts[number + 1]], initial=0))
            places = [(place, next(texts), range(start, end)) for place, (start, end) in enumerate(pairwise(ends), start=first)]
            yield number, self.addresses[name], places

    def holds(self, number: int, place: range, phrase: list[str]) -> bool:
        """Return whether the terms stand one after the other in a place of a document."""
        each = [self.index.positions(word(term), number) for term in phrase]
        return any(start in place and all(start + at in found for at, found in enumerate(each)) for start in each[0])


def prove(files: Mapping[str, bytes]) -> Proof:
    """Return how a sample of every page's own pieces fares in the finished files of a volume."""
    reader = _Reader(files)
    found: list[tuple[str, bool]] = []
    asked: list[tuple[str, int, range, list[str]]] = []
    for number, address, places in reader.documents():
        lot = random.Random(address)  # noqa: S311 - a lot that anybody may foresee
        for place, texts, positions in lot.choices(places, k=_PLACES) if places else ():
            text = plain(BLOCK_END.join((texts[1], *texts[3:])))
            asked += [(f"{address}：“{piece}”", number, positions, phrase) for piece, phrase in _drawn(lot, text)]
            if runs := runs_within(text):
                character = lot.choice(lot.choice(runs))
                found.append((f"{address}：“{character}”", place in reader.characters.get(character, ())))
    reader.index.want(word(term) for *_, phrase in asked for term in phrase)
    found += [(said, reader.holds(number, positions, phrase)) for said, number, positions, phrase in asked]
    return Proof(len(found), tuple(said for said, right in found if not right))


def _drawn(lot: random.Random, text: str) -> Iterator[tuple[str, list[str]]]:
    """Yield pieces of a plain text with their terms: running text, and an amount, a number or a piece of a code."""
    runs = runs_within(text)
    for _ in range(_PIECES if runs else 0):
        run = lot.choice(runs)
        length = min(len(run), lot.randint(_SHORTEST, _LONGEST))
        start = lot.randint(0, len(run) - length)
        piece = run[start : start + length]
        yield piece, terms(piece)[:-1]
    if words := words_within(text):
        printed = lot.choice(words)
        code = re.sub(r"[-./_,]", "", printed)
        if len(code) >= _LONG_CODE and not code.isdecimal() and not code.isalpha():
            start = lot.randint(0, len(code) - GRAM)
            end = lot.randint(start + GRAM, len(code))
            yield code[start:end], [f"#{code[at : at + GRAM]}" for at in range(start, end - GRAM + 1)]
        else:
            yield printed, list(word_terms(printed)[:1])
