"""One text of everything that is said: what is searched for in every disclosure is searched for once in every text."""

from __future__ import annotations

import sys

import pytest

from generator.model.prose import Standing, standing
from generator.model.shapes import shape_of
from generator.rules import ALL_RULES
from tests.cases.rule_cases import RULES, disclosure_of, disclosure_of_case, read_examples

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
    ("pattern", "like"),
    [
        ("[0-9]{1,3}万元", "[0-9]{1,3}万元"),
        ("20[0-9]{2}年", "00[0-9]{2}年"),
        (r"([\u4e00-\u9fff]{2,6})\1", r"([\u4e00-\u9fff]{2,6})\1"),
        ("[1-9]号(?![0-9])", "[0-0]号(?![0-9])"),
    ],
)
def test_a_shape_is_searched_for_any_digit_where_a_text_is_searched_for_one(pattern: str, like: str) -> None:
    assert standing(pattern).like.pattern == like


@pytest.mark.parametrize("pattern", ["(?!5)[0-9]年", "(?<![12])月", "[^3]号", "年(?!(?:上|(?:下|5)))", "(?<![(（]2)年"])
def test_the_want_of_a_digit_cannot_be_asked_for(pattern: str) -> None:
    with pytest.raises(ValueError, match="want of a digit"):
        standing(pattern)


def test_what_matches_in_the_examples_of_the_rules_matches_in_their_shapes() -> None:
    cases = [case for path in RULES.rglob("*.md") for case in read_examples(path.read_text(encoding="utf-8")).cases if not case.site]
    texts = {passage.text for case in cases for passage in disclosure_of_case(case).prose.passages}
    sought = [each for rule in ALL_RULES for each in vars(sys.modules[rule.find.__module__]).values() if isinstance(each, Standing)]
    unseen = set()
    for each in sought:
        found = [(text, match.start()) for text in texts for match in each.pattern.finditer(text)]
        assert [text for text, start in found if not each.like.match(shape_of(text), start)] == []
        if each.like.pattern != each.pattern.pattern and not found:
            unseen.add(each.pattern.pattern)
    assert len(sought) > len(unseen) == 0


def test_texts_that_differ_by_their_figures_alone_are_told_apart_where_it_matters() -> None:
    amount, year = standing("[0-9]+户"), standing("2021年")
    for text, found in (("2021年5户", [year]), ("2022年7户", []), ("2021年9户", [year])):
        prose = disclosure_of(f"其他说明: {text}\n").prose
        assert [hit.text for hit in prose.find(amount)] == [text[5:]]
        assert [each for each in (year,) if list(prose.find(each))] == found
