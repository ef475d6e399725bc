"""What Pagefind is given to read."""

from __future__ import annotations

from generator.search.document import SearchDocument, SearchSection
from generator.search.page import index_page


def test_text_and_attributes_are_escaped() -> None:
    section = SearchSection('a"b', "<i>", ("<script>alert(1)</script>",))
    page = index_page(SearchDocument("x/", "甲&乙", {"部门": '"><b>'}, (section,)))
    assert "<script" not in page
    assert "<i>" not in page
    assert '"><b>' not in page
    assert 'id="a&quot;b"' in page


def test_each_section_is_a_heading_with_its_anchor_and_each_text_a_paragraph() -> None:
    page = index_page(SearchDocument("x/", "标题", {}, (SearchSection("s", "收支", ("会议费", " ", "培训费")),)))
    assert "<h1>标题 题z</h1>" in page
    assert '<h2 id="s">收支 支z</h2>\n<p>会议 议费 费z</p>\n<p>培训 训费 费z</p>' in page


def test_texts_without_an_anchor_stand_under_the_title() -> None:
    page = index_page(SearchDocument("x/", "标题", {}, (SearchSection("", "标题", ("会议费",)),)))
    assert "<h1>标题 题z</h1>\n<p>会议 议费 费z</p>" in page


def test_a_facet_is_a_readable_attribute() -> None:
    page = index_page(SearchDocument("x/", "标题", {"年度": "2021"}, ()))
    assert '<div data-pagefind-filter="年度[data-value]" data-value="2021"></div>' in page
