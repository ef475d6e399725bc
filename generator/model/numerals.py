"""Whole numbers as Chinese texts write them: 3, 三, 十二, ③."""

from __future__ import annotations

NUMERAL = "[0-9]{1,3}|[一二两三四五六七八九十]{1,3}"
"""What :func:`read_numeral` reads, as a part of regular expressions."""

_DIGITS = {word: value for value, word in enumerate("零一二三四五六七八九")} | {"两": 2}
_CIRCLED = {chr(ord("①") + step): step + 1 for step in range(20)}


def read_numeral(text: str) -> int | None:
    """Return the number up to 999 that a text is, or None where it is none."""
    if text.isascii() and text.isdigit():
        return int(text)
    if text in _CIRCLED:
        return _CIRCLED[text]
    tens, ten, ones = text.rpartition("十")
    if not ten:
        return _DIGITS.get(text)
    if any(part and part not in _DIGITS for part in (tens, ones)):
        return None
    return (_DIGITS[tens] if tens else 1) * 10 + (_DIGITS[ones] if ones else 0)
