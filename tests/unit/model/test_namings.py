"""What names an amount is read once for every shape of a sentence; which year it speaks of is read from the sentence itself."""

from __future__ import annotations

import pytest

from generator.model.namings import field_of_year, names_of, namings
from generator.model.shapes import learn, shape_of
from tests.cases.rule_cases import disclosure_of

TOTAL = (names_of("total", ("收入预算", "收入"), "previous"),)


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("2026年收入预算900万元", "total"),
        ("2025年收入预算900万元", "previous"),
        ("2024年收入预算900万元", ""),
        ("1999年收入预算900万元", "total"),
        ("上年收入预算900万元", "previous"),
        ("比2025年多，收入预算900万元", "total"),
        ("2025年如此，2026年收入预算900万元", "total"),
    ],
)
def test_a_name_before_an_amount_means_the_figure_of_the_year_spoken_of(text: str, field: str) -> None:
    ((number, (naming, *_)),) = namings(shape_of(text), TOTAL, ())
    assert (number, naming.name.word, naming.meant) == (0, "收入预算", True)
    assert field_of_year(naming, text, 2026) == field


def test_texts_of_one_shape_are_read_together() -> None:
    one, other = ("2026年收入预算913.50万元", "2025年收入预算846.22万元")
    assert shape_of(one) == shape_of(other) == "0000年收入预算000.00万元"
    assert namings(shape_of(one), TOTAL, ()) is namings(shape_of(other), TOTAL, ())


@pytest.mark.parametrize("text", ["收入预算执行900万元", "下属收入预算900万元", "全市收入900万元"])
def test_something_narrower_or_else_is_not_the_figure(text: str) -> None:
    assert not any(each.meant for _, several in namings(text, TOTAL, ("执行",)) for each in several)


def test_a_text_of_many_lines_and_one_with_a_control_character_keep_their_shapes() -> None:
    texts = ["第1段\n第23段", "4\0005", "没有数字"]
    assert learn(texts) == ["第0段\n第00段", "0\0000", "没有数字"] == [shape_of(text) for text in texts]


def test_parts_whose_names_differ_by_a_digit_are_told_apart() -> None:
    text = (
        "收入:\n  合计: 12.00\n  构成:\n    - {名称: 专户1收入, 金额: 5.00}\n    - {名称: 专户2收入, 金额: 7.00}\n"
        "  说明: 其中专户2收入7.00万元，专户1收入5.00万元。\n"
    )
    claims = disclosure_of(text).claims
    assert [(claim.stated.name, str(claim.figure)) for claim in claims] == [("专户2收入", "7.00万元"), ("专户1收入", "5.00万元")]
    assert all(claim.agrees for claim in claims)
