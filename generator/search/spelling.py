"""How terms are written as the words of a record: in letters and digits of ASCII, of which Pagefind takes none apart.

Pagefind takes a word that it does not know for one that begins it; so none of ours is the beginning of another. It also
takes off whatever is above or below a letter, and it is quick with ASCII alone. ``written`` in
``theme/assets/search/text.js`` is the same rule.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.search.tokens import YUAN, amounts_and_torn_codes, is_han, piece_terms, pieces

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

    They are those of its heading and its text, which are plain, and then ``sums``, terms of amounts.
    """
    headed = _words(heading)
    words = " ".join((*headed, *_words(text), *map(word, sums)))
    return _count(" ".join(headed)), _count(words), words


def _count(words: str) -> int:
    return words.count(" ") + 1 if words else 0


def _words(text: str) -> list[str]:
    """Return the words of a text, several in one."""
    return [*map(_WRITTEN.__getitem__, pieces(text)), *map(word, amounts_and_torn_codes(text))]


class _Written(dict[str, str]):
    """The words of pieces; the names, the labels and most figures of a site stand in it many times."""

    def __missing__(self, piece: str) -> str:
        """Work them out, and remember them within bounds."""
        if len(self) >= _MANY:
            self.clear()
        words = self[piece] = written(piece_terms(piece))
        return words


_WRITTEN = _Written()


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
