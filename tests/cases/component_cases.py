"""Reads the examples of a component: a heading, its view as YAML, and the HTML that it becomes.

The YAML holds the fields of the view in ``generator/views/blocks.py``. A block is written under its component's name
(``- notice: {kind: note, text: …}``); text alone stands for a part of which only the first field is given (a ``Cell``, a ``Link``'s words).
"""

from __future__ import annotations

import dataclasses
import re
import types
import typing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from generator.rendering.environment import Components
from generator.views import blocks, machine_blocks
from generator.views.blocks import Block, PageView, Section

ROOT = Path(__file__).parents[2]
THEME = ROOT / "theme"
BASE = "../"
"""Where the root lies from the page that the examples stand on."""

_SHOWS_A_PAGE = ("page", "breadcrumb", "pager")
VIEWS: dict[str, type] = {kind.component: kind for kind in typing.get_args(Block)} | {
    "section": Section,
    **dict.fromkeys(_SHOWS_A_PAGE, PageView),
}
"""The view of each component."""

_CASE = re.compile(
    r"^## (?P<name>[^\n]+)\n\n(?P<prose>(?:(?!#|```)[^\n]+\n\n?)*)```yaml view\n(?P<view>.*?)^```\n\n```html\n(?P<html>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Case:
    """One example of a component: its heading, its view as YAML, and the HTML."""

    component: str
    name: str
    view: str
    html: str


def cases_of(path: Path) -> list[Case]:
    """Return the cases of a component's file; one that is not wholly understood is refused."""
    text = path.read_text(encoding="utf-8")
    cases = [Case(path.stem, match["name"], match["view"], match["html"]) for match in _CASE.finditer(text)]
    if not text.startswith("# ") or len(cases) != len(re.findall(r"^## ", _without_examples(text), re.MULTILINE)) or not cases:
        message = f"{path.name}: needs a title, then cases of a “## ” heading, a ```yaml view``` and a ```html``` block"
        raise ValueError(message)
    return cases


def _without_examples(text: str) -> str:
    return re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL)


def rendered(case: Case, theme: Path = THEME) -> str:
    """Return the HTML that the component makes of the view of a case."""
    components = Components(theme)
    # With the base loader every scalar stays the text that was typed, as in the content.
    view = build(VIEWS[case.component], yaml.load(case.view, yaml.BaseLoader))  # noqa: S506
    if isinstance(view, Section):
        return components.html("section", view, BASE, 2, components)
    if case.component == "page":
        return components.page(view, BASE)
    return components.html(case.component, view, BASE)


def normalised(html: str) -> str:
    """Return HTML with one line for each tag that begins a line, however the lines between tags are broken and indented."""
    return re.sub(r">\s*\n\s*<", ">\n<", html.strip())


def build(annotation: Any, written: Any) -> Any:  # noqa: ANN401 - An annotation is whatever a field declares.
    """Return the value of a field, or of a whole view, from what a case writes for it."""
    if isinstance(written, dict) and annotation == Block:
        ((component, fields),) = written.items()
        return build(VIEWS[component], fields)
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is tuple:
        if arguments[-1] is Ellipsis:
            return tuple(build(arguments[0], each) for each in _list(written))
        return tuple(build(kind, each) for kind, each in zip(arguments, _list(written), strict=True))
    if origin is types.UnionType:
        (kept,) = (argument for argument in arguments if argument is not type(None))
        return build(kept, written)
    if dataclasses.is_dataclass(annotation) or hasattr(annotation, "_fields"):
        return _view(annotation, written)
    return _scalar(annotation, written)


def _scalar(kind: Any, written: object) -> object:  # noqa: ANN401 - One of str, int and bool.
    if kind is bool and written in ("true", "false"):
        return written == "true"
    if kind not in (str, int) or not isinstance(written, str):
        message = f"{written!r} is no {kind}"
        raise TypeError(message)
    return str(written) if kind is str else int(written)


def _view(kind: Any, written: Any) -> Any:  # noqa: ANN401 - The views have no common base.
    names = [field.name for field in dataclasses.fields(kind)] if dataclasses.is_dataclass(kind) else kind._fields
    fields = {names[0]: written} if isinstance(written, str) else written
    hints = typing.get_type_hints(kind, localns=vars(machine_blocks) | vars(blocks))
    if not isinstance(fields, dict) or not fields.keys() <= set(names):
        message = f"{kind.__name__} has the fields {', '.join(names)}, not {written!r}"
        raise TypeError(message)
    return kind(**{name: build(hints[name], value) for name, value in fields.items()})


def _list(written: object) -> list[Any]:
    if not isinstance(written, list):
        message = f"{written!r} is no list"
        raise TypeError(message)
    return written
