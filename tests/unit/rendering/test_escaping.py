"""Text is escaped whatever was made before it; markup is left as it is."""

from __future__ import annotations

import pytest
from markupsafe import Markup

from generator.rendering.escaping import escaped

LONG = "<b>" * 40


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
