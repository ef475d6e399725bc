"""Pages in another language than Chinese say which of their parts are Chinese."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.rendering.tongues import with_tongues
from generator.views.language import SOURCE, speak

if TYPE_CHECKING:
    from collections.abc import Iterator

CASES = {
    "an element says it for all that it holds": (
        "<ul><li><a href='x'>市档案馆</a>，<b>12</b></li><li>Home</li></ul>",
        "<ul><li lang=\"zh-CN\"><a href='x'>市档案馆</a>，<b>12</b></li><li>Home</li></ul>",
    ),
    "a run says it inside mixed text, with the digits before it": (
        "<p>Income: 1,284.30万元, less than last year</p>",
        '<p><span>Income: <span lang="zh-CN">1,284.30万元</span>, less than last year</span></p>',
    ),
    "a run goes on through figures and marks": (
        "<p>In <b>2021</b>: 基本支出 900.00万元（占69.2%）。</p>",
        '<p>In <b>2021</b><span>: <span lang="zh-CN">基本支出 900.00万元（占69.2%）。</span></span></p>',
    ),
    "words for a chart's reader": (
        "<svg><title>支出构成, 2032 budget</title><text x='0'>last year 3万元</text><rect x='1'/></svg>",
        (
            "<svg><title lang=\"zh-CN\">支出构成, 2032 budget</title><text x='0'>"
            "<tspan>last year <tspan lang=\"zh-CN\">3万元</tspan></tspan></text><rect x='1'/></svg>"
        ),
    ),
    "what can hold no element says what most of it is": (
        "<head><title>Search - 清河市预算</title></head><select><option>馆 of a county</option><option>清河市</option></select>",
        (
            '<head><title lang="zh-CN">Search - 清河市预算</title></head>'
            '<select><option>馆 of a county</option><option lang="zh-CN">清河市</option></select>'
        ),
    ),
    "a label that is read aloud is in the page's language": (
        '<nav aria-label="You are here"><a>部门</a></nav>',
        '<nav aria-label="You are here"><a lang="zh-CN">部门</a></nav>',
    ),
    "what a script will fill in is in the page's language": (
        '<div>支出<p role="status"></p></div>',
        '<div><span lang="zh-CN">支出</span><p role="status"></p></div>',
    ),
    "what says its language already": ('<div lang="ja"><p>支出 ABC</p></div>', '<div lang="ja"><p>支出 ABC</p></div>'),
    "scripts, comments and entities": (
        "<script>var a = '支出';</script><!-- 支出 --><p>&amp; &#39;支出&#39;</p><br><input type='text'>",
        "<script>var a = '支出';</script><!-- 支出 --><p lang=\"zh-CN\">&amp; &#39;支出&#39;</p><br><input type='text'>",
    ),
    "no Chinese": ("<p>Home <b>2021</b></p>", "<p>Home <b>2021</b></p>"),
}


@pytest.fixture(autouse=True)
def chinese_again() -> Iterator[None]:
    yield
    speak(SOURCE)


@pytest.mark.parametrize("case", CASES)
def test_chinese_says_that_it_is(case: str) -> None:
    page, marked = CASES[case]
    speak("en")
    assert with_tongues(page) == marked


@pytest.mark.parametrize("case", CASES)
def test_a_chinese_page_stays_as_it_is(case: str) -> None:
    page, _ = CASES[case]
    assert with_tongues(page) == page
