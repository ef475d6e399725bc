"""Text is escaped whatever was made before it; markup is left as it is."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest
from jinja2 import TemplateSyntaxError, UndefinedError
from markupsafe import Markup

from generator.rendering.environment import Components
from generator.rendering.escaping import escaped, escaped_text

LONG = "<b>" * 40
LONG_HTML = "&lt;b&gt;" * 40


@pytest.mark.parametrize("text", ["<i>甲</i>", LONG, "\"'&"])
def test_text_that_looks_like_markup_made_before_it_is_escaped_all_the_same(text: str) -> None:
    markup = Markup(text)  # noqa: S704 - the very thing that text must not be taken for
    assert escaped(markup) == text
    assert escaped(text) == str(Markup.escape(text))
    assert escaped(markup) == text


def test_what_is_no_plain_text_is_escaped_by_its_words() -> None:
    class Words(str):
        __slots__ = ()

    assert [escaped(Words("<b>")), escaped(3), escaped(None)] == ["&lt;b&gt;", "3", "None"]


@pytest.mark.parametrize(
    ("text", "html"), [("<i>乙</i>", "&lt;i&gt;乙&lt;/i&gt;"), ("丁\"'&", "丁&#34;&#39;&amp;"), ("戊", "戊"), ("", ""), (LONG, LONG_HTML)]
)
def test_text_is_escaped_as_markupsafe_does_even_where_markup_looks_like_it(text: str, html: str) -> None:
    assert escaped_text(text) == str(Markup.escape(text)) == html
    # What is output as text is escaped once more were it markup: never less.
    assert escaped_text(Markup(text)) == html  # noqa: S704 - the very thing that text must not be taken for


def test_a_template_outputs_attributes_and_values_escaped_and_macros_as_they_are() -> None:
    environment = Components(Path("theme")).environment
    source = "{% macro item(view) %}<b>{{ view.text }}{{ 1 }}</b>{% endmacro %}{{ item(view) }}{{ view.text }}{{ '<' }}{{ names['<'] }}"
    page = environment.from_string(source).render(view=SimpleNamespace(text="<甲>"), names={"<": "&"})
    assert page == "<b>&lt;甲&gt;1</b>&lt;甲&gt;&lt;&amp;"


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
        ("{{ say('<甲>') }}{{ say(items[0].text) }}{{ say('{x}', x=items[0].text) }}", "&lt;甲&gt;" * 3),
    ],
    ids=["within a macro", "within an expression", "in a loop", "said"],
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


@pytest.mark.parametrize("source", ["{{ view.lacking }}", "{{ lacking }}", "{{ lacking.text }}", "{{ lacking(1) }}"])
def test_what_a_template_asks_for_and_does_not_get_is_a_fault(source: str) -> None:
    environment = Components(Path("theme")).environment
    with pytest.raises((UndefinedError, AttributeError)):
        environment.from_string(source).render(view=SimpleNamespace())
