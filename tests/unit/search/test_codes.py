"""Parts of codes and plain amounts."""

from __future__ import annotations

import pytest

from generator.search.codes import further_words


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("101-5.01-JBN-BE49", {"BE49", "JBN", "JBNBE49"}),
        ("13070026P000008100145", {"0145", "8100145", "000008100145"}),
        ("编码13028124P0009421000 1M止", {"13028124P00094210001M", "10001M"}),
        ("2,220.40", {"2220.4"}),
        ("30.00", {"30"}),
    ],
)
def test_a_part_is_indexed_too(text: str, wanted: set[str]) -> None:
    assert wanted <= set(further_words([text]))


@pytest.mark.parametrize("text", ["三公经费", "2,220.42", "2021", "2010101", "公开透明 open data", "2021 20"])
def test_what_is_found_as_it_stands_needs_nothing_more(text: str) -> None:
    assert further_words([text]) == ()


def test_the_words_are_sorted_and_each_comes_once() -> None:
    found = further_words(["30.00 X-2 30.0", "30.00"])
    assert list(found) == sorted(set(found))
