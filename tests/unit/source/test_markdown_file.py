"""Markdown becomes front matter and sections, each with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.source.markdown_file import joined, read_markdown

if TYPE_CHECKING:
    from generator.source.values import MarkdownFile, Section

FRONT = "---\n年度: 2026\n---\n"


def read(body: str) -> MarkdownFile:
    file, flaws = read_markdown("a.md", FRONT + body)
    assert flaws == []
    assert file is not None
    return file


def shown(section: Section) -> tuple[int, str, int, int, str, int]:
    return section.level, section.heading.text, section.heading.line, section.heading.column, section.body.text, section.body.line


def test_front_matter_stands_where_it_is_written() -> None:
    value = read("").front_matter.entries["年度"]
    assert (value.line, value.column) == (2, 5)


@pytest.mark.parametrize("end", ["---", "...", "---  "])
def test_front_matter_ends_with_dashes_or_dots(end: str) -> None:
    file, flaws = read_markdown("a.md", f"---\n年度: 2026\n{end}\n## 甲\n")
    assert flaws == []
    assert file is not None
    assert [section.heading.text for section in file.sections] == ["甲"]


def test_sections_know_the_places_of_heading_and_text() -> None:
    file = read("\n# 大标题\n\n##  收入\n\n\n甲\n乙\n\n### 合计 ##\n5\n")
    assert [shown(section) for section in file.sections] == [
        (1, "大标题", 5, 3, "", 7),
        (2, "收入", 7, 5, "甲\n乙", 10),
        (3, "合计", 13, 5, "5", 14),
    ]
    assert all(section.body.block and section.body.column == 1 for section in file.sections)


@pytest.mark.parametrize("fence", ["```", "~~~", "````", "```python"])
def test_headings_in_code_are_text(fence: str) -> None:
    closing = fence.removesuffix("python")
    file = read(f"## 收入\n{fence}\n## 支出\n#支出\n{closing}\n")
    assert [section.heading.text for section in file.sections] == ["收入"]


def test_code_ends_only_with_its_own_fence() -> None:
    file = read("## 收入\n````\n```\n## 支出\n~~~\n````\n## 三公经费\n")
    assert [section.heading.text for section in file.sections] == ["收入", "三公经费"]


def test_inline_code_at_the_start_of_a_line_opens_nothing() -> None:
    file = read("## 收入\n```甲``` 乙\n## 支出\n")
    assert [section.heading.text for section in file.sections] == ["收入", "支出"]


@pytest.mark.parametrize("heading", ["##收入", "##\u3000收入", "＃＃ 收入", "＃＃收入", " ## 收入", "\u3000## 收入"])
def test_what_was_meant_as_a_heading_is_refused_and_still_begins_a_section(heading: str) -> None:
    file, flaws = read_markdown("a.md", f"{FRONT}\n{heading}\n\n甲\n")
    assert [(flaw.code, flaw.place.line, flaw.place.column) for flaw in flaws] == [("SRC-006", 5, 1)]
    assert file is not None
    assert [(section.level, section.heading.text, section.body.text) for section in file.sections] == [(2, "收入", "甲")]


def test_joined_sections_are_the_text_as_it_was_written() -> None:
    body = "## 职责\n\n甲\n\n### 内设机构\n\n乙\n\n\n####   科室\n丙\n"
    whole = joined(read(body).sections)
    assert whole.text == body.split("\n", 2)[2].rstrip("\n")
    assert (whole.line, whole.column, whole.block) == (6, 1, True)


def test_joined_sections_begin_at_the_first_subheading_where_no_text_comes_before_it() -> None:
    whole = joined(read("## 职责\n\n\n### 内设机构\n\n乙\n").sections)
    assert (whole.text, whole.line) == ("### 内设机构\n\n乙", 7)


def test_a_section_without_text_stands_at_its_heading() -> None:
    whole = joined(read("## 职责\n\n## 收入\n").sections[:1])
    assert (whole.text, whole.line) == ("", 4)
