"""Text is escaped whatever was made before it; markup is left as it is."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest
from jinja2 import UndefinedError
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


@pytest.mark.parametrize("source", ["{{ view.lacking }}", "{{ lacking }}", "{{ lacking.text }}", "{{ lacking(1) }}"])
def test_what_a_template_asks_for_and_does_not_get_is_a_fault(source: str) -> None:
    environment = Components(Path("theme")).environment
    with pytest.raises((UndefinedError, AttributeError)):
        environment.from_string(source).render(view=SimpleNamespace())
