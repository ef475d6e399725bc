"""The one way by which text becomes part of HTML, in templates and beside them.

Markupsafe wraps each escaped text in an object of its own; a page has three thousand, and most of them stand on other pages too.
Ours are plain strings, each distinct text escaped once by markupsafe.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from jinja2.compiler import CodeGenerator
from markupsafe import Markup, escape

if TYPE_CHECKING:
    from jinja2 import nodes
    from jinja2.compiler import Frame

_LONGEST = 64
"""Longer texts are sentences; they seldom come back, and would fill the memory."""


def escaped(value: object) -> str:
    """Return a value as HTML: markup as it is, everything else as text with all that could be markup escaped."""
    kind = type(value)
    if kind is str:
        return _once(value) if len(value) <= _LONGEST else str(escape(value))  # type: ignore[arg-type]  # a plain string it is
    if kind is Markup:
        return value  # type: ignore[return-value]  # it is a string
    return str(escape(value))


# Asked for plain strings alone: markup equals the text that it looks like.
@lru_cache(maxsize=1 << 15)
def _once(text: str) -> str:
    return str(escape(text))


class EscapingGenerator(CodeGenerator):
    """Compiles templates that escape what they output through ``escaped``, which their environment offers."""

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src is not None:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("environment.escaped(")
