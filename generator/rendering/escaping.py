"""How templates become Python, and the one way by which text becomes part of HTML, in templates and beside them.

Markupsafe wraps each escaped text in an object of its own; a page has three thousand, and most of them stand on other pages too.
Ours are plain strings, each distinct short text escaped once by markupsafe.
"""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from jinja2 import nodes
from jinja2.compiler import CodeGenerator
from markupsafe import Markup, escape

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2.compiler import Frame, MacroRef

as_markup: Callable[[str], Markup] = partial(str.__new__, Markup)
"""Takes HTML that has been escaped already; ``Markup`` itself asks each text first whether it is something else."""

_LONGEST = 64
"""Longer texts are sentences; they seldom come back, and would fill the memory."""
_MOST = 1 << 15
_might_be_markup = re.compile("[&<>\"']").search
"""All that markupsafe escapes; most texts are Chinese and have none of it."""


class _Kept(dict[str, str]):
    """Short plain strings with what they are as HTML; to look one up takes no step of Python."""

    def __missing__(self, value: object) -> str:
        """Return a value as HTML: markup as it is, everything else as text with all that could be markup escaped."""
        # Plain strings alone are kept: markup equals the text that it looks like.
        if type(value) is not str:
            return value if type(value) is Markup else str(escape(value))
        html = str(escape(value)) if _might_be_markup(value) else value
        if len(value) <= _LONGEST:
            if len(self) >= _MOST:
                self.clear()
            self[value] = html
        return html


_kept = _Kept()
escaped_text: Callable[[str], str] = _kept.__getitem__
"""Returns plain text as HTML. It is for what can't be markup: were it given some, it might escape it once more, never less."""


def escaped(value: object) -> str:
    """Return a value as HTML: markup as it is, everything else as text with all that could be markup escaped."""
    return value if type(value) is Markup else escaped_text(value)  # type: ignore[arg-type]  # what is no text is missing there


class PlainGenerator(CodeGenerator):
    """Compiles templates into plain Python: an attribute is an attribute, a call is a call, and a macro is a function.

    Jinja asks at each step whether it is something more, which in a template of ours it never is; a page takes ten thousand steps.
    What a template outputs is escaped; an attribute is so as text, since views know no markup.
    """

    def write_commons(self) -> None:
        """Have the ways of escaping at hand in every template."""
        super().write_commons()
        self.writeline("escaped, escaped_text, as_markup = environment.escaped, environment.escaped_text, environment.as_markup")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 - Jinja names it
        """Ask a view for an attribute and for nothing else; looking for an item of that name would only hide that it lacks it."""
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Getitem(self, node: nodes.Getitem, frame: Frame) -> None:  # noqa: N802 - Jinja names it
        """Take an item, and no attribute of that name."""
        self.visit(node.node, frame)
        self.write("[")
        self.visit(node.arg, frame)
        self.write("]")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802, FBT001, FBT002 - as Jinja has it
        """Call what is called."""
        if forward_caller or node.dyn_args or node.dyn_kwargs:
            super().visit_Call(node, frame, forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write(")")

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:  # noqa: ARG002 - as Jinja has it
        """Let a macro be the function that it was compiled to."""
        self.write("macro")

    def return_buffer_contents(self, frame: Frame, force_unescaped: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002 - as Jinja has it
        """Return what a macro or a block has made as markup."""
        self.writeline(f"return as_markup(concat({frame.buffer}))")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src is not None:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("escaped_text(" if isinstance(node, nodes.Getattr) else "escaped(")
