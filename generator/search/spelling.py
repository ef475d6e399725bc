"""How terms are written as the words of a record: in letters and digits of ASCII, of which Pagefind takes none apart.

Pagefind takes a word that it does not know for one that begins it; so none of ours is the beginning of another. It also
takes off whatever is above or below a letter, and it is quick with ASCII alone. ``written`` in
``theme/assets/search/text.js`` is the same rule.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.search.tokens import YUAN, amounts_and_torn_codes, han_within, is_han, piece_terms, pieces

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_BASE = len(_DIGITS)
_SHORT = _BASE**3
"""Characters before it are written with three digits, of which the first is at most 「v」 for Han."""

_BEYOND = "w"
_LONE = "z"
_OTHER = "x"
_AMOUNT = re.compile(r"[0-9]+\.[0-9]+")
_SIMPLE = re.compile(r"[0-9a-z]*")
_MANY = 1 << 16


def written(terms: Iterable[str]) -> str:
    """Return terms as words with blanks between them."""
    return " ".join(map(word, terms))


@lru_cache(maxsize=_MANY)
def word(term: str) -> str:
    """Return a term as a word: a pair of Han by its two characters; one alone, and whatever else there is, by its kind first."""
    if is_han(term):
        characters = "".join(map(_character, term))
        return characters if len(term) > 1 else _LONE + characters
    kind, body = _kind(term)
    return f"{_OTHER}{kind}{_number(len(body), 2)}{body}"


def place_words(heading: str, text: str, sums: Sequence[str]) -> tuple[int, int, str]:
    """Return how many words the heading of a place has, how many the place has, and all of them with blanks between them.

    They are those of its heading and its text, which are plain; then ``sums``, terms of amounts; and at last each of its
    Han that ends no run, so that a lone character is found wherever it stands.
    """
    ends: set[str] = set()
    headed, words = _words(heading, ends)
    held, more = _words(text, ends)
    words += more
    words += map(word, sums)
    last = [_LONE + _character(each) for each in han_within(heading + text) if each not in ends]
    return headed, headed + held + len(sums) + len(last), " ".join((*words, *last))


def _words(text: str, ends: set[str]) -> tuple[int, list[str]]:
    """Return the words of a text, several in one, and how many there are; put what ends its pieces among ``ends``."""
    count, found = 0, []
    for piece in pieces(text):
        own, words = _piece_words(piece)
        count += own
        found.append(words)
        ends.add(piece[-1])
    rare = amounts_and_torn_codes(text)
    return count + len(rare), [*found, *map(word, rare)]


# The names, the labels and most figures of a site stand in it many times.
@lru_cache(maxsize=_MANY)
def _piece_words(piece: str) -> tuple[int, str]:
    own = piece_terms(piece)
    return len(own), written(own)


def _kind(term: str) -> tuple[str, str]:
    """Return what sort of term it is, and what is left to say of it; no two terms have both in common."""
    if term.startswith(YUAN):
        return "m", term.removeprefix(YUAN).replace(".", "p")
    if _AMOUNT.fullmatch(term):
        return "d", term.replace(".", "p")
    gram, body = term.startswith("#"), term.removeprefix("#")
    if _SIMPLE.fullmatch(body):
        return "g" if gram else "w", body
    return "h" if gram else "v", "".join(map(_character, body))


@lru_cache(maxsize=_MANY)
def _character(character: str) -> str:
    code = ord(character)
    return _number(code, 3) if code < _SHORT else _BEYOND + _number(code, 4)


def _number(value: int, digits: int) -> str:
    spelled = ""
    for _ in range(digits):
        value, last = divmod(value, _BASE)
        spelled = _DIGITS[last] + spelled
    return spelled
