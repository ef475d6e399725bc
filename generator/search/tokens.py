"""The words of a text as the search knows them: overlapping pairs of Han characters, whole codes and whole amounts.

Neither the index nor a reader's query is ever cut into Chinese words: two dictionaries never agree, and where they
disagree the search misses without a sound. ``theme/assets/search/tokens.js`` is the same rule for the browser, and
``tests/cases/search_tokens.yml`` holds both to it.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

SENTINEL = "z"
"""Follows the last character of a run, so that no token is a lone character that Pagefind takes for the head of a pair."""

# The ranges are written out because the two languages know different versions of Unicode by name.
_HAN = "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
_LETTER = "0-9A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0370-\u03ff\u0400-\u04ff"
_GLUE = "\"'“”‘’「」『』《》〈〉【】〔〕()（）\\[\\]、·・"
_JOINER = "\\-./_－．／＿"

_WIDE = re.compile("[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\u2160-\u217f]+")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_HAN_STEP = re.compile(f"([{_HAN}])([{_GLUE}\\s]*)(?=([{_HAN}]?))")
# A comma is inside an amount only before three digits, or 「2021,2022」 would become one number.
_BLOCK = f"(?:[0-9]+(?:[,，][0-9]{{3}}(?![0-9]))+|[{_LETTER}]+)"
_PIECE = re.compile(
    f"(?P<han>[{_HAN}](?:[{_GLUE}\\s]*[{_HAN}])*)|(?P<word>{_BLOCK}(?:[{_JOINER}]{_BLOCK})*)|(?P<mark>\\S)",
)


def index_text(text: str) -> str:
    """Return the tokens of ``text`` joined by blanks; nothing but blanks is lost, so that excerpts can be read back."""
    return " ".join(_tokens(normalised(text)))


def normalised(text: str) -> str:
    """Return ``text`` with letters and digits in their plain form; punctuation keeps its width, or 「（」 would split words."""
    composed = _INVISIBLE.sub("", unicodedata.normalize("NFC", text))
    return _WIDE.sub(lambda found: unicodedata.normalize("NFKC", found[0]), composed)


def words(text: str) -> list[str]:
    """Return the codes, amounts and Latin words of a text, in its order."""
    return [found["word"] for found in _PIECE.finditer(normalised(text)) if found["word"]]


def _tokens(text: str) -> Iterator[str]:
    for piece in _PIECE.finditer(text):
        if piece["han"]:
            yield from _pairs(piece["han"])
        elif piece["word"]:
            yield unicodedata.normalize("NFKC", piece["word"])
        else:
            yield piece["mark"]


def _pairs(run: str) -> Iterator[str]:
    for step in _HAN_STEP.finditer(run):
        character, glue, following = step.groups()
        # Quotes and brackets stay inside the pair that they interrupt: Pagefind strips them from the word that it
        # indexes, the positions of a phrase stay consecutive, and the excerpt still shows them.
        yield character + "".join(glue.split()) + (following or SENTINEL)
