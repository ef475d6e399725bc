"""Which places hold a character of Han, for readers who ask for one alone.

The word index has pairs. To have every character, too, as a word of every place that it stands in, would be a quarter
of all words; as lists of places they are a few kilobytes, of which such a question loads one file.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.search.tokens import is_han

if TYPE_CHECKING:
    from collections.abc import Iterator

_FILE = 4000
"""So many places are listed in one file, or a character more."""


class Characters:
    """Takes the texts of places in the order of their numbers."""

    def __init__(self) -> None:
        """Begin with none."""
        self._places: defaultdict[str, list[int]] = defaultdict(list)

    def add(self, place: int, text: str) -> None:
        """Take the text of a place."""
        for character in set(text):
            self._places[character].append(place)

    def files(self) -> Iterator[list[tuple[str, list[int]]]]:
        """Yield the characters of each file in their order, each with its first place and the steps from one place to the next."""
        listed: list[tuple[str, list[int]]] = []
        size = 0
        for character in sorted(filter(is_han, self._places), key=_as_browsers_sort):
            places = self._places[character]
            listed.append((character, [places[0], *(second - first for first, second in pairwise(places))]))
            size += len(places)
            if size >= _FILE:
                yield listed
                listed, size = [], 0
        if listed:
            yield listed


def _as_browsers_sort(character: str) -> bytes:
    return character.encode("utf-16-be")
