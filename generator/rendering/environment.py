"""Our own Jinja: strict about what a template may ask for, and escaping whatever it is given."""

from __future__ import annotations

from itertools import chain, repeat
from traceback import walk_tb
from typing import TYPE_CHECKING

from jinja2 import FileSystemLoader, StrictUndefined, Template, TemplateError
from markupsafe import Markup

from generator.rendering.cells import render_head, render_rows
from generator.rendering.compiling import Macro, PlainEnvironment, said
from generator.rendering.formulas import render_formulas, render_origins
from generator.rendering.markdown import render_markdown
from generator.rendering.scripts import whole_script
from generator.views.language import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path
    from types import FrameType

    from generator.views.blocks import PageView


_HTML: dict[str, Callable[..., str]] = {
    "markdown": render_markdown,
    "rows": render_rows,
    "head": render_head,
    "formulas": render_formulas,
    "origins": render_origins,
}
"""The filters that return HTML, in which every text has been escaped."""

# Blocks of which one serves many pages; made anew for each, they would cost more than the figures beside them.
_SHARED = frozenset(("rule_outcomes", "term_notes"))


def _separated(things: Iterable[object], separator: str) -> Iterable[tuple[str, object]]:
    """Return each thing with what stands before it: the separator, but nothing before the first."""
    return zip(chain(("",), repeat(separator)), things, strict=False)


class TemplateMismatchError(Exception):
    """A template asks for what there is not, as one of another version of the generator does; the message is Chinese."""


def fault_of_template(error: BaseException) -> str:
    """Return what is wrong with a template of the shell, in Chinese, or nothing where the error is none of a template."""
    return _mismatch(error, None) if isinstance(error, TemplateError) else ""


def _mismatch(error: BaseException, folder: Path | None) -> str:
    steps = [step for step in map(_step, walk_tb(error.__traceback__)) if step[0].endswith(".html")]
    where = f"{steps[-1][0]} 第{steps[-1][1]}行" if steps else str(folder or "theme")
    return f"网页模板与这个版本的明账不配：{where}（{error}）。请用同一版本的程序和模板。"


def _step(at: tuple[FrameType, int]) -> tuple[str, int]:
    """Return the file and the line of a step; a component's own functions know only the line of the Python that it became."""
    frame, line = at
    template = frame.f_globals.get("__jinja_template__")
    return frame.f_code.co_filename, template.get_corresponding_lineno(line) if isinstance(template, Template) else line


class Components(dict[str, Macro]):
    """The macros of ``theme/components``, by name; a component is read once, when it is first asked for."""

    def __init__(self, theme: Path) -> None:
        """Take the theme folder."""
        super().__init__()
        self.folder = theme / "components"
        self.environment = PlainEnvironment(
            loader=FileSystemLoader(self.folder),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=False,
            auto_reload=False,
        )
        self.environment.filters |= _HTML
        self.environment.html_filters = frozenset(_HTML)
        self.environment.kept_macros = _SHARED
        self.environment.globals["say"] = say
        self.environment.globals["said"] = said  # What templates that say a text become.
        self.environment.filters["separated"] = _separated
        self.environment.filters["own_markup"] = Markup  # The theme's own HTML, as the gallery shows it; never content's.

    def __missing__(self, name: str) -> Macro:
        """Return the macro of the component called ``name``."""
        macro: Macro = getattr(self.environment.get_template(f"{name}/{name}.html").module, name)
        self[name] = macro
        return macro

    def html(self, name: str, *arguments: object) -> str:
        """Return the HTML that a component makes of a view and of what else it takes."""
        pieces: list[str] = []
        self[name](pieces, *arguments)
        return "".join(pieces)

    def page(self, view: PageView, base: str) -> str:
        """Return a page's finished HTML; ``base`` leads from the page to the site's root (``./`` or ``../../``).

        Raises TemplateMismatchError for templates that were written for another generator, such as those of an old archive.
        """
        try:
            return self.html("page", view, base, self)
        except (TemplateError, AttributeError, TypeError, ValueError) as error:
            raise TemplateMismatchError(_mismatch(error, self.folder)) from error

    def stylesheet(self) -> str:
        """Return the style sheets of the base and of all components, one after the other, in the order of their names."""
        sheets = [self.folder.parent / "assets" / "base.css", *sorted(self.folder.glob("*/*.css"))]
        return "\n".join(sheet.read_text(encoding="utf-8").strip() for sheet in sheets) + "\n"

    def script(self) -> str:
        """Return the script of every page."""
        return whole_script(self.folder.parent / "assets")
