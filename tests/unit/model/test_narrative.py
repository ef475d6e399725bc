"""A narrative knows where each of its characters stands, as far as that can be known."""

from __future__ import annotations

import pytest

from generator.model.narrative import Narrative


@pytest.mark.parametrize(
    ("offset", "line", "column"),
    [(0, 7, 3), (1, 7, 4), (2, 7, 5), (3, 8, 3), (4, 8, 4), (6, 9, 3), (7, 10, 3)],
)
def test_every_line_of_a_block_begins_at_its_column(offset: int, line: int, column: int) -> None:
    place = Narrative("甲乙\n丙丁\n\n戊", "a.yml", 7, 3, block=True).at(offset)
    assert (place.path, place.line, place.column) == ("a.yml", line, column)


def test_plain_text_stands_on_one_line() -> None:
    place = Narrative("甲乙丙", "a.yml", 7, 5, block=False).at(2)
    assert (place.line, place.column) == (7, 7)


@pytest.mark.parametrize("text", ["甲乙 丙", "甲\n乙丙"])
def test_folded_text_is_placed_where_it_begins(text: str) -> None:
    place = Narrative(text, "a.yml", 7, 5, block=False, folded=True).at(3)
    assert (place.line, place.column) == (7, 5)
