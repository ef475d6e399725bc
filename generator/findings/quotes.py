"""Quotation marks inside quotation marks, as Chinese typography wants them: “没有‘三公’经费的解释”."""

from __future__ import annotations

import re

_MARK = re.compile("[“”‘’]")
_DEEPEST = 2


def nested(text: str) -> str:
    """Return a text whose inner double quotation marks are single ones; one whose marks do not pair is left alone."""
    marks = _MARK.findall(text)
    depth = 0
    for mark in marks:
        depth += 1 if mark in "“‘" else -1
        if not 0 <= depth <= _DEEPEST:
            return text
    if depth or marks == ["“", "”"]:
        return text

    def turned(match: re.Match[str]) -> str:
        nonlocal depth
        opening = match[0] in "“‘"
        depth += opening
        mark = ("“”" if depth == 1 else "‘’")[not opening]
        depth -= not opening
        return mark

    return _MARK.sub(turned, text)
