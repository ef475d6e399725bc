"""One text of everything that is said: what is searched for in every disclosure is searched for once in every text."""

from __future__ import annotations

import pytest

from generator.model.prose import standing
from tests.cases.rule_cases import disclosure_of

FIRST = "部门职责: 管档案。\n其他说明: 库房漏雨，漏雨。\n"
SECOND = "部门职责: 管档案，也漏雨。\n其他说明: 库房漏雨，漏雨。\n"

_LEAK = standing("漏雨")
_DRY = standing("干(?=燥)", "干燥")


def test_a_standing_pattern_finds_the_same_in_a_text_that_was_looked_through_before() -> None:
    for _ in range(2):
        assert [hit.place.line for hit in disclosure_of(FIRST).prose.find(_LEAK)] == [2, 2]
    assert [hit.place.line for hit in disclosure_of(SECOND).prose.find(_LEAK)] == [1, 2, 2]


def test_what_does_not_occur_is_not_found() -> None:
    prose = disclosure_of(FIRST).prose
    assert not list(prose.find(_DRY))
    assert not prose.holding(_DRY)
    assert not prose.texts_with(_DRY)


def test_a_pattern_that_comes_later_is_searched_for_in_texts_that_were_looked_through_before() -> None:
    prose = disclosure_of(FIRST).prose
    assert list(prose.find(_LEAK))
    late = standing("库房")
    assert [hit.text for hit in prose.find(late)] == ["库房"]


def test_the_running_texts_that_hold_a_pattern_are_told() -> None:
    prose = disclosure_of(SECOND).prose
    assert [passage.label for passage in prose.holding(_LEAK, _DRY)] == ["部门职责", "其他说明"]
    assert prose.texts_with(_LEAK) == ["管档案，也漏雨。", "库房漏雨，漏雨。"]


@pytest.mark.parametrize(
    ("pattern", "exact"), [("[0-9]{1,3}万元", False), ("20[0-9]{2}年", True), (r"([\u4e00-\u9fff]{2,6})\1", False), ("为0", True)]
)
def test_only_a_pattern_that_names_a_digit_tells_digits_apart(pattern: str, *, exact: bool) -> None:
    assert standing(pattern).exact is exact


def test_texts_that_differ_by_their_figures_alone_are_told_apart_where_it_matters() -> None:
    amount, year = standing("[0-9]+户"), standing("2021年")
    for text, found in (("2021年5户", [year]), ("2022年7户", []), ("2021年9户", [year])):
        prose = disclosure_of(f"其他说明: {text}\n").prose
        assert [hit.text for hit in prose.find(amount)] == [text[5:]]
        assert [each for each in (year,) if list(prose.find(each))] == found
