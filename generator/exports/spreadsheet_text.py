"""Text that a spreadsheet program would take for a formula is made plain text."""

from __future__ import annotations

import re
from functools import lru_cache

# A sign at the beginning starts a formula, full-width ones in some programs too; a tab or a return can hide one.
_FORMULA = re.compile(r"[=+\-@＝＋－＠\t\r\n]")
_NUMBER = re.compile(r"[+-]?[0-9][0-9,]*(?:\.[0-9]+)?\s*[%％]?")


@lru_cache(maxsize=1 << 15)
def harmless(text: str) -> str:
    """Return a text cell that no spreadsheet computes: behind an apostrophe where it begins like a formula and is no number."""
    return f"'{text}" if _FORMULA.match(text) and not _NUMBER.fullmatch(text) else text
