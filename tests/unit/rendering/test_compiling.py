"""Macros write into one list; what they are given is escaped once, whatever way it takes."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest
from jinja2 import TemplateSyntaxError

from generator.rendering.compiling import once
from generator.rendering.environment import Components

MACROS = """
{%- macro item(view, behind) %}<b>{{ view.text }}</b>{{ behind }}{% endmacro %}
{%- macro list(items, parts) %}{% for each in items %}{{ item(each, "&") }}{{ parts["item"](each, 1) }}{% endfor %}{% endmacro %}
"""


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("{{ list(items, parts) }}", "<b>&lt;甲&gt;</b>&amp;<b>&lt;甲&gt;</b>1"),
        ("{% set made = item(items[0], '<') %}{{ made }}{{ made | length }}", "<b>&lt;甲&gt;</b>&lt;20"),
        ("{% for each in items %}{{ loop.index }}{{ each.text }}{% endfor %}", "1&lt;甲&gt;"),
        ("{% set made %}{% for each in items %}{% set text = each.text %}{{ text }}{% endfor %}{% endset %}{{ made }}", "&lt;甲&gt;"),
        ("{{ say('<甲>') }}{{ say(items[0].text) }}{{ say('{x}', x=items[0].text) }}", "&lt;甲&gt;" * 3),
    ],
    ids=["within a macro", "within an expression", "in a loop", "in a block that is set", "said"],
)
def test_what_macros_write_is_escaped_once(source: str, html: str) -> None:
    environment = Components(Path("theme")).environment
    item = vars(environment.from_string(MACROS).module)["item"]
    page = environment.from_string(MACROS + source).render(items=[SimpleNamespace(text="<甲>")], parts={"item": item})
    assert page.strip() == html


@pytest.mark.parametrize("macro", ["{% macro a(b=1) %}{% endmacro %}", "{% macro a() %}{{ caller() }}{% endmacro %}"])
def test_a_macro_takes_what_it_names_and_nothing_else(macro: str) -> None:
    with pytest.raises(TemplateSyntaxError, match="takes the parameters that it names"):
        Components(Path("theme")).environment.from_string(macro)


def test_a_kept_macro_writes_anew_for_another_view_and_for_another_way_to_the_root() -> None:
    made: list[str] = []

    def macro(pieces: list[str], view: SimpleNamespace, base: str) -> None:
        made.append(base + view.text)
        pieces.append(base + view.text)

    write, pieces = once(macro), list[str]()
    one, another = SimpleNamespace(text="甲"), SimpleNamespace(text="甲")
    for view, base in [(one, "../"), (one, "../"), (another, "../"), (one, "./")]:
        write(pieces, view, base)
    assert pieces == ["../甲", "../甲", "../甲", "./甲"]
    assert made == ["../甲", "../甲", "./甲"]


def test_the_explanations_of_terms_are_kept() -> None:
    components, view = Components(Path("theme")), SimpleNamespace(names="甲", notes=())
    before = components.html("term_notes", view, "./")
    view.names = "乙"
    assert components.html("term_notes", view, "./") == before
