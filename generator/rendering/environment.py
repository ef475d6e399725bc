"""Our own Jinja: strict about what a template may ask for, and escaping whatever it is given."""

from __future__ import annotations

from traceback import walk_tb
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template, TemplateError
from markupsafe import Markup

from generator.rendering.cells import render_head, render_rows
from generator.rendering.escaping import PlainGenerator, as_markup, escaped, escaped_text
from generator.rendering.formulas import render_formulas, render_origins
from generator.rendering.markdown import render_markdown
from generator.rendering.scripts import whole_script
from generator.views.language import say

if TYPE_CHECKING:
    from pathlib import Path
    from types import FrameType

    from generator.views.blocks import PageView


# Blocks of which one serves many pages; made anew for each, they would cost more than the figures beside them.
_SHARED = {"rule_outcomes"}


def _made_once(macro: Any) -> Any:  # noqa: ANN401 - Jinja's macros have no type
    """Return a macro that remembers what it made of the very same view for the same base."""
    made: dict[tuple[int, str], tuple[object, Markup]] = {}

    def once(view: object, base: str) -> Markup:
        key = (id(view), base)
        # The view is kept beside its HTML, so that no other view can take its id.
        if key not in made or made[key][0] is not view:
            made[key] = (view, macro(view, base))
        return made[key][1]

    return once


class _PlainEnvironment(Environment):
    """Jinja whose templates are plain Python."""

    code_generator_class = PlainGenerator
    escaped = staticmethod(escaped)
    escaped_text = staticmethod(escaped_text)
    as_markup = staticmethod(as_markup)


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


class Components:
    """The macros of ``theme/components``, by name; a component is read once, when it is first asked for."""

    def __init__(self, theme: Path) -> None:
        """Take the theme folder."""
        self.folder = theme / "components"
        self.environment = _PlainEnvironment(
            loader=FileSystemLoader(self.folder),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=False,
            auto_reload=False,
        )
        self.environment.filters["markdown"] = render_markdown
        self.environment.filters["rows"] = render_rows
        self.environment.filters["head"] = render_head
        self.environment.filters["formulas"] = render_formulas
        self.environment.filters["origins"] = render_origins
        self.environment.globals["say"] = say
        self.environment.filters["own_markup"] = Markup  # The theme's own HTML, as the gallery shows it; never content's.
        self.macros: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Any:  # noqa: ANN401 - see below
        """Return the macro of the component called ``name``; Jinja's macros have no type."""
        if name not in self.macros:
            macro = getattr(self.environment.get_template(f"{name}/{name}.html").module, name)
            self.macros[name] = _made_once(macro) if name in _SHARED else macro
        return self.macros[name]

    def page(self, view: PageView, base: str) -> str:
        """Return a page's finished HTML; ``base`` leads from the page to the site's root (``./`` or ``../../``).

        Raises TemplateMismatchError for templates that were written for another generator, such as those of an old archive.
        """
        try:
            return str(self["page"](view, base, self))
        except (TemplateError, AttributeError, TypeError) as error:
            raise TemplateMismatchError(_mismatch(error, self.folder)) from error

    def stylesheet(self) -> str:
        """Return the style sheets of the base and of all components, one after the other, in the order of their names."""
        sheets = [self.folder.parent / "assets" / "base.css", *sorted(self.folder.glob("*/*.css"))]
        return "\n".join(sheet.read_text(encoding="utf-8").strip() for sheet in sheets) + "\n"

    def script(self) -> str:
        """Return the script of every page."""
        return whole_script(self.folder.parent / "assets")
