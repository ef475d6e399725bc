"""Names in the order of their sound, as lists of Chinese names are looked through."""

from __future__ import annotations

import os
import re
from functools import cache, lru_cache

_BRACKETS = re.compile(r"[“”\"‘’（）()《》〈〉「」\s]")


@lru_cache(maxsize=4096)
def sounds(name: str) -> tuple[str, ...]:
    """Return the sounds of a name, character by character; letters and digits sound as they are written."""
    # Departments give their projects the same names year after year.
    return tuple(map(_sound, _BRACKETS.sub("", name)))


def initial(name: str) -> str:
    """Return the letter under which a name is listed, or the empty string where it begins with no letter."""
    first = (sounds(name) or ("",))[0][:1].upper()
    return first if first.isascii() and first.isalpha() else ""


@cache
def _sound(character: str) -> str:
    # The library takes a tenth of a second to start: nobody who only checks texts should wait for it. Nor should anybody wait
    # a fifth of a second more for its phrases: we ask for nothing but characters, here and for the search.
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "1")
    from pypinyin import Style, pinyin  # noqa: PLC0415

    return pinyin(character, style=Style.TONE3)[0][0].lower()
