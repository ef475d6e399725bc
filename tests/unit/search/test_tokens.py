"""The rule of terms, case by case; the browser's copy of it is held to the same table."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
import yaml

from generator.search.spelling import place_words, written
from generator.search.tokens import plain, terms, yuan

TABLE = yaml.safe_load((Path(__file__).parents[2] / "cases" / "search_tokens.yml").read_text(encoding="utf-8"))
CASES = TABLE["texts"]


@pytest.mark.parametrize("case", CASES, ids=[case["about"] for case in CASES])
def test_a_text_gives_its_terms(case: dict[str, str]) -> None:
    assert plain(case["text"]) == case["plain"]
    assert " ".join(terms(case["plain"])) == case["terms"]


@pytest.mark.parametrize("case", TABLE["written"])
def test_terms_are_written_as_words(case: dict[str, str]) -> None:
    assert written(case["terms"].split(" ")) == case["words"]


def test_no_word_begins_another() -> None:
    found = sorted({word for case in CASES for word in written(terms(case["plain"])).split()})
    assert [(one, other) for one, other in pairwise(found) if other.startswith(one)] == []


@pytest.mark.parametrize("case", CASES, ids=[case["about"] for case in CASES])
def test_the_words_of_a_place_are_those_of_its_texts(case: dict[str, str]) -> None:
    text = case["plain"]
    headed, all_words, words = place_words("收入", text, ("¥5",))
    assert headed == 2
    assert words == written(["收入", "入", *terms(text), "¥5"])
    assert len(words.split()) == all_words


def test_a_place_may_have_no_words() -> None:
    assert place_words("", "——", ()) == (0, 0, "")


@pytest.mark.parametrize(
    ("amount", "unit", "term"),
    [
        ("2,220.42", "万元", "¥22204200"),
        ("−1.50", "元", "¥1.5"),
        ("0", "万元", "¥0"),
        ("12%", "万元", ""),
        ("3", "个", ""),
        ("——", "元", ""),
    ],
)
def test_an_amount_with_its_unit_is_an_amount_in_yuan(amount: str, unit: str, term: str) -> None:
    assert yuan(amount, unit) == term
