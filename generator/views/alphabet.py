"""Names in the order of their sound, as lists of Chinese names are looked through."""

from __future__ import annotations

import re
from functools import cache

_BRACKETS = re.compile(r"[“”\"‘’（）()《》〈〉「」\s]")


def sounds(name: str) -> tuple[str, ...]:
    """Return the sounds of a name, character by character; letters and digits sound as they are written."""
    return tuple(_sound(character) for character in _BRACKETS.sub("", name))


def initial(name: str) -> str:
    """Return the letter under which a name is listed, or the empty string where it begins with no letter."""
    first = (sounds(name) or ("",))[0][:1].upper()
    return first if first.isascii() and first.isalpha() else ""


@cache
def _sound(character: str) -> str:
    # The library takes a fifth of a second to start: nobody who only checks texts should wait for it.
    from pypinyin import Style, pinyin  # noqa: PLC0415

    return pinyin(character, style=Style.TONE3)[0][0].lower()
