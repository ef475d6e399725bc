"""The one way by which text becomes part of HTML outside a template."""

from __future__ import annotations

from functools import lru_cache

from markupsafe import escape


# Typed, so that markup can never be taken for the equal text, which has to be escaped.
@lru_cache(maxsize=1 << 16, typed=True)
def escaped(text: str) -> str:
    """Return text with everything in it that could be markup escaped. Names and words stand on many pages: each is escaped once."""
    return str(escape(text))
