"""The terms of a text as the search knows them: overlapping pairs of Han characters, amounts, and codes in pieces.

Neither the index nor a reader's query is ever cut into Chinese words: two dictionaries never agree, and where they
disagree the search misses without a sound. ``theme/assets/search/text.js`` is the same rule for the browser, and
``tests/cases/search_tokens.yml`` holds both to it.
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from functools import lru_cache

GRAM = 4
"""Codes are found by any piece of so many characters or more: each holds all its grams of this length."""

YUAN = "¥"
"""Begins the term of an amount whose unit is known; what follows is the amount in yuan."""

BREAK = "\x01"
"""Keeps two words of letters and digits apart where quotes, brackets or blanks stood between them."""

BLOCK_END = "|"
"""Stands between two texts, so that no pair reaches from one into the other."""

# The ranges are written out because the two languages know different versions of Unicode by name.
_HAN = "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
_LETTER = "0-9A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0370-\u03ff\u0400-\u04ff"
_GLUE = "\"'“”‘’「」『』《》〈〉【】〔〕()（）\\[\\]、·・\\s"
_JOINER = "\\-./_－．／＿"

_WIDE = re.compile("[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\u2160-\u217f]+")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_BETWEEN_WORDS = re.compile(f"(?<=[{_LETTER}])[{_GLUE}]+(?=[{_LETTER}])")
_DROPPED = re.compile(f"[{_GLUE}]+")
_RUN = re.compile(f"[{_HAN}]+")
# A comma is inside an amount only before three digits, or 「2021,2022」 would become one number.
_BLOCK = f"(?:[0-9]+(?:[,，][0-9]{{3}}(?![0-9]))+|[{_LETTER}]+)"
_WORD = re.compile(f"{_BLOCK}(?:[{_JOINER}]{_BLOCK})*")
_PIECE = re.compile(f"[{_HAN}]+|{_WORD.pattern}")
_AMOUNT = re.compile(r"(?:[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)(?:\.[0-9]+)?")
_SEPARATOR = re.compile(r"[-./_,]+")
_LIKE = re.compile(r"[0-9]+|[^0-9]+")
_SUM = re.compile(r"([0-9][0-9,]*(?:\.[0-9]+)?)(亿|千万|百万|万|千)?元")
_SCALES = {"": 1, "千": 1000, "万": 10_000, "百万": 1_000_000, "千万": 10_000_000, "亿": 100_000_000}
# A long code whose tail was torn off by a line break of the printed form, as in 「13028124P0009421000 1M」.
_TORN = re.compile(f"([0-9a-z]{{12,}}){BREAK}([0-9a-z]{{1,4}})(?![0-9a-z.,%-])")


def plain(text: str) -> str:
    """Return ``text`` in small letters and plain digits, without the quotes, brackets and blanks that words are found across."""
    composed = _INVISIBLE.sub("", unicodedata.normalize("NFC", text))
    simple = _WIDE.sub(lambda found: unicodedata.normalize("NFKC", found[0]), composed).lower()
    return _DROPPED.sub("", _BETWEEN_WORDS.sub(BREAK, simple))


def terms(text: str) -> list[str]:
    """Return the terms of a text that is :func:`plain` already, in its order, one for each time that it stands there."""
    return [*(term for piece in pieces(text) for term in piece_terms(piece)), *amounts_and_torn_codes(text)]


def pieces(text: str) -> list[str]:
    """Return the runs of Han and the words of letters and digits of a plain text."""
    return _PIECE.findall(text)


def piece_terms(piece: str) -> tuple[str, ...]:
    """Return the terms of one piece."""
    # The last character of a run begins no pair; it parts this run from the next, so that no phrase reaches across.
    return (*map(str.__add__, piece, piece[1:]), piece[-1]) if is_han(piece) else word_terms(piece)


def amounts_and_torn_codes(text: str) -> list[str]:
    """Return the terms that stand for more than one piece of a plain text: amounts by their unit, and codes that a line break tore."""
    found = [term for amount, scale in _SUM.findall(text) if (term := yuan(amount, f"{scale}元"))] if "元" in text else []
    for head, tail in _TORN.findall(text) if BREAK in text else ():
        if _is_code(head):
            found += _code_terms([head + tail])
    return found


def is_han(text: str) -> bool:
    """Return whether a text begins with Han."""
    return _RUN.match(text) is not None


# Most figures and codes of a site stand in it many times.
@lru_cache(maxsize=1 << 16)
def word_terms(word: str) -> tuple[str, ...]:
    """Return the terms of an amount, a code or a word of letters, as it stands in a plain text."""
    word = unicodedata.normalize("NFKC", word)
    if _AMOUNT.fullmatch(word):
        return (plain_amount(word),)
    blocks = _SEPARATOR.split(word)
    return _code_terms(blocks) if _is_code(word) else tuple(dict.fromkeys(("".join(blocks), *blocks)))


def _code_terms(blocks: list[str]) -> tuple[str, ...]:
    whole = "".join(blocks)
    parts = (part for block in blocks for part in (block, *_LIKE.findall(block)) if len(part) > 1)
    # Every piece in its turn, also what stands twice: one after the other they are any longer piece.
    grams = (f"#{whole[start : start + GRAM]}" for start in range(len(whole) - GRAM + 1))
    return (*dict.fromkeys((whole, *parts)), *grams)


def _is_code(word: str) -> bool:
    return any(character.isdecimal() for character in word)


def plain_amount(word: str) -> str:
    """Return an amount without thousands separators and idle zeros: ``2220.4`` for ``2,220.40``."""
    digits = word.replace(",", "").lstrip("0") or "0"
    digits = digits.rstrip("0").rstrip(".") if "." in digits else digits
    return f"0{digits}" if digits.startswith(".") else digits or "0"


@lru_cache(maxsize=1 << 16)
def yuan(amount: str, unit: str) -> str:
    """Return the term of an amount in a unit (``元``, ``万元`` …), or the empty string where it is no amount of money."""
    digits = amount.replace(",", "").strip("−-+ ")
    scale = _SCALES.get(unit.removesuffix("元"))
    if scale is None or not _AMOUNT.fullmatch(digits):
        return ""
    return YUAN + plain_amount(f"{Decimal(digits) * scale:f}")


def runs_within(text: str) -> list[str]:
    """Return the runs of Han of a plain text, from which a reader may type any piece of two characters or more."""
    return [run for run in _RUN.findall(text) if len(run) > 1]


def words_within(text: str) -> list[str]:
    """Return the amounts, codes and words of letters of a plain text."""
    return _WORD.findall(text)
