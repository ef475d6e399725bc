"""The further words under which a code or an amount can be found: parts of codes, amounts without idle zeros."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.search.tokens import normalised, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SHORTEST_SUFFIX = 4
LONGEST_SUFFIX = 12
LONG_CODE = 10
"""From here on nobody types a code whole; its tail must be enough."""

_AMOUNT = re.compile(r"(?:0|[1-9][0-9]{0,2}(?:,[0-9]{3})+|[1-9][0-9]*)(?:\.[0-9]+)?")
_SEPARATOR = re.compile(r"[-./_,]+")
# A long code whose tail was torn off by a line break of the printed form, as in 「13028124P0009421000 1M」.
_TORN_CODE = re.compile(r"(?<![0-9A-Za-z])([0-9A-Za-z]{12,})[ \u3000]+([0-9A-Za-z]{1,4})(?![0-9A-Za-z.,%-])")


def further_words(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the words that the index needs besides those that stand in ``texts``: sorted, each once."""
    found: set[str] = set()
    for text in texts:
        for word in words(text):
            found.update(_of_word(word))
        for head, tail in _TORN_CODE.findall(normalised(text)):
            if _mixes_letters_and_digits(head):
                found.update((head + tail, *_suffixes(head + tail)))
    return tuple(sorted(found))


def _of_word(word: str) -> Iterator[str]:
    if _AMOUNT.fullmatch(word):
        yield from _amount_without_idle_zeros(word)
        return
    blocks = _SEPARATOR.split(word)
    squashed = "".join(blocks)
    if len(blocks) > 1 and _is_code(squashed):
        yield from (block for block in blocks if len(block) > 1)
        yield from ("".join(blocks[start:]) for start in range(1, len(blocks)))
    if len(squashed) >= LONG_CODE and _is_code(squashed):
        yield from _suffixes(squashed)


def _amount_without_idle_zeros(word: str) -> Iterator[str]:
    plain = word.replace(",", "")
    shortest = plain.rstrip("0").rstrip(".") if "." in plain else plain
    if shortest != plain:
        yield shortest


def _suffixes(code: str) -> Iterator[str]:
    longest = min(LONGEST_SUFFIX, len(code) - 1)
    yield from (code[-length:] for length in range(SHORTEST_SUFFIX, longest + 1))


def _is_code(squashed: str) -> bool:
    return any(character.isdecimal() for character in squashed)


def _mixes_letters_and_digits(text: str) -> bool:
    return any(character.isalpha() for character in text) and _is_code(text)
