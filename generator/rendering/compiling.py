"""How the templates of components become Python: macros that write a page piece by piece into one list.

Jinja asks at each step whether it is something more, which in a template of ours it never is; and its macros return their HTML,
which is then copied into that of the macro around them, and of the one around that, up to the page. A page takes ten thousand steps.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeGuard

from jinja2 import Environment, nodes
from jinja2.compiler import CodeGenerator, MacroRef, find_undeclared
from jinja2.idtracking import VAR_LOAD_PARAMETER

from generator.rendering.escaping import as_markup, escaped, escaped_text
from generator.views.language import remembered, say

if TYPE_CHECKING:
    from jinja2.compiler import Frame
    from markupsafe import Markup


Macro = Callable[..., None]
"""Writes the HTML of a view, piece by piece, into the list that it gets first."""

_HTML = "said"
_MOST_KEPT = 1000


@remembered(maxsize=1 << 10)
def said(text: str) -> str:
    """Return the interface's words for a Chinese text as HTML."""
    return escaped_text(say(text))


def written(macro: Macro, *arguments: object) -> Markup:
    """Return as markup what a macro writes."""
    pieces: list[str] = []
    macro(pieces, *arguments)
    return as_markup("".join(pieces))


def once(macro: Macro) -> Macro:
    """Return a macro that keeps what it has written of the very same view for the same base."""
    kept: dict[tuple[int, str], tuple[object, str]] = {}

    def write(pieces: list[str], view: object, base: str) -> None:
        known = kept.get((id(view), base))
        if known is None:
            if len(kept) >= _MOST_KEPT:
                kept.clear()
            # The view is kept beside its HTML, so that no other view can take its id.
            known = kept[id(view), base] = (view, written(macro, view, base))
        pieces.append(known[1])

    return write


class PlainGenerator(CodeGenerator):
    """Compiles templates into plain Python: an attribute is an attribute, a call is a call, and a macro is a function.

    A macro writes into the list that it gets first. Macros are those that a template defines or imports by name, and the items of
    what it calls by name (``components["section"](…)``). Attributes, parameters and loop variables are text to it, since views know
    no markup; of everything else that is output markup stays as it is.
    """

    environment: PlainEnvironment

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802 - Jinja names it
        """Find out which names are macros, and ask once for each name of the environment that the template uses."""
        self.macros = {macro.name for macro in node.find_all(nodes.Macro)}
        for found in node.find_all(nodes.FromImport):
            self.macros.update(name if isinstance(name, str) else name[1] for name in found.names)
        for output in node.find_all(nodes.Output):
            output.nodes = [_as_html(child) for child in output.nodes]
        names = {name.name for name in node.find_all(nodes.Name)} & self.environment.globals.keys()
        node.body[:0] = [nodes.ExprStmt(nodes.Name(name, "load", lineno=1), lineno=1) for name in sorted(names)]
        super().visit_Template(node, frame)

    def write_commons(self) -> None:
        """Have the ways of escaping at hand in every template."""
        super().write_commons()
        for name in ("escaped", "escaped_text", "written", "once"):
            self.writeline(f"{name} = environment.{name}")

    def macro_body(self, node: nodes.Macro | nodes.CallBlock, frame: Frame) -> tuple[Frame, MacroRef]:
        """Make a macro a function that writes into a list."""
        if node.defaults or isinstance(node, nodes.CallBlock) or find_undeclared(node.body, ("caller", "kwargs", "varargs")):
            self.fail("a macro takes the parameters that it names, and no others", node.lineno)
        frame = frame.inner()
        frame.symbols.analyze_node(node)
        frame.require_output_check = False
        frame.buffer = self.temporary_identifier()
        parameters = [frame.symbols.ref(parameter.name) for parameter in node.args]
        self.writeline(f"def macro({', '.join([frame.buffer, *parameters])}):", node)
        self.indent()
        self.enter_frame(frame)
        self.blockvisit(node.body, frame)
        self.leave_frame(frame, with_python_scope=True)
        self.outdent()
        return frame, MacroRef(node)

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:  # noqa: ARG002 - Jinja gives it
        """Let a macro be the function that it was compiled to, or one that keeps what that writes."""
        node = macro_ref.node
        kept = isinstance(node, nodes.Macro) and node.name in self.environment.kept_macros
        self.write("once(macro)" if kept else "macro")

    def visit_For(self, node: nodes.For, frame: Frame) -> None:  # noqa: N802 - Jinja names it
        """Go through a loop that asks nothing about itself as Python does."""
        asks = node.recursive or node.test or node.else_ or find_undeclared(node.body, ("loop",))
        if asks or frame.buffer is None:
            super().visit_For(node, frame)
            return
        inner = frame.inner()
        inner.symbols.analyze_node(node, for_branch="body")
        self.writeline("for ", node)
        self.visit(node.target, inner)
        self.write(" in ")
        self.visit(node.iter, frame)
        self.write(":")
        self.indent()
        self.enter_frame(inner)
        self.blockvisit(node.body, inner)
        self.outdent()
        self.leave_frame(inner)

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
        """Call what is called; a macro within an expression gives markup."""
        if forward_caller or node.dyn_args or node.dyn_kwargs:
            super().visit_Call(node, frame, forward_caller)
        elif self._is_macro(node):
            self.write("written(")
            self.visit(node.node, frame)
            self.write(", ")
            self._arguments(node, frame)
            self.write(")")
        else:
            self.visit(node.node, frame)
            self.write("(")
            self._arguments(node, frame)
            self.write(")")

    def visit_Output(self, node: nodes.Output, frame: Frame) -> None:  # noqa: N802 - Jinja names it
        """Write constants and values in one go, and let each macro between them write itself."""
        run: list[nodes.Expr] = []
        for child in node.nodes:
            if frame.buffer is None or not self._is_macro(child):
                run.append(child)
                continue
            self._write_run(run, node, frame)
            run = []
            self.newline(child)
            self.visit(child.node, frame)
            self.write(f"({frame.buffer}, ")
            self._arguments(child, frame)
            self.write(")")
        self._write_run(run, node, frame)

    def _write_run(self, run: list[nodes.Expr], node: nodes.Output, frame: Frame) -> None:
        if run:
            super().visit_Output(nodes.Output(run, lineno=node.lineno), frame)

    def _arguments(self, node: nodes.Call, frame: Frame) -> None:
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")

    def _is_macro(self, node: nodes.Expr) -> TypeGuard[nodes.Call]:
        called = node.node if isinstance(node, nodes.Call) else None
        return isinstance(called, nodes.Getitem) or (isinstance(called, nodes.Name) and called.name in self.macros)

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:  # noqa: ARG002 - as Jinja has it
        self.write(self._ways(node, frame)[0])

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:  # noqa: ARG002 - likewise
        self.write(self._ways(node, frame)[1])

    def _ways(self, node: nodes.Expr, frame: Frame) -> tuple[str, str]:
        """Return what stands before and behind an output expression, so that it becomes HTML."""
        if isinstance(node, nodes.Filter) and node.name in self.environment.html_filters:
            return "(", ")"
        if isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name) and node.node.name == _HTML:
            return "(", ")"
        if _is_attribute(node) or (isinstance(node, nodes.Name) and _is_parameter(node, frame)):
            return 'escaped_text(f"{', '!s}")'  # To the string that it nearly always is this does nothing at all.
        return "escaped(", ")"


def _as_html(child: nodes.Expr) -> nodes.Expr:
    """Return what is output; where the interface says a text in which nothing is put, HTML that is made once."""
    match child:
        case nodes.Call(node=nodes.Name(name="say"), args=[_], kwargs=[], dyn_args=None, dyn_kwargs=None):
            return nodes.Call(nodes.Name(_HTML, "load", lineno=child.lineno), child.args, [], None, None, lineno=child.lineno)
    return child


def _is_attribute(node: nodes.Expr) -> bool:
    """Return whether an expression is an attribute of a name, or of an attribute of it: it has no quotes then."""
    while isinstance(node, nodes.Getattr):
        node = node.node
        if isinstance(node, nodes.Name):
            return True
    return False


def _is_parameter(node: nodes.Name, frame: Frame) -> bool:
    load: Any = frame.symbols.find_load(frame.symbols.ref(node.name))
    return load is not None and load[0] == VAR_LOAD_PARAMETER


class PlainEnvironment(Environment):
    """Jinja whose templates are plain Python."""

    code_generator_class = PlainGenerator
    escaped = staticmethod(escaped)
    escaped_text = staticmethod(escaped_text)
    written = staticmethod(written)
    once = staticmethod(once)
    html_filters: frozenset[str] = frozenset()
    """The names of the filters that return HTML, in which every text has been escaped."""
    kept_macros: frozenset[str] = frozenset()
    """The names of the macros that many pages give the very same view."""
