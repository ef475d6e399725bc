"""The one way by which text becomes part of HTML, in templates and beside them.

Markupsafe wraps each escaped text in an object of its own, which costs ten times as much as the escaping; ours are plain strings.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from markupsafe import (  # type: ignore[attr-defined]  # their module names it without exporting it
    Markup,
    _escape_inner,  # what `escape` calls before it wraps; a text without marks comes back as it is
    escape,
)

if TYPE_CHECKING:
    from collections.abc import Callable

as_markup: Callable[[str], Markup] = partial(str.__new__, Markup)
"""Takes HTML that has been escaped already; ``Markup`` itself asks each text first whether it is something else."""

escaped_text: Callable[[str], str] = _escape_inner
"""Returns text as HTML. It is for what can't be markup: were it given some, it would escape it once more."""


def escaped(value: object) -> str:
    """Return a value as HTML: markup as it is, everything else as text with all that could be markup escaped."""
    if type(value) is str:
        return escaped_text(value)
    return value if type(value) is Markup else str(escape(value))
