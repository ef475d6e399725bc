"""An indicator's value is read as comparison, number and unit; what promises no single number stays words."""

from __future__ import annotations

import time
from decimal import Decimal

import pytest

from generator.model.figures import Comparison, Target, read_target

AT_LEAST, AT_MOST, MORE, LESS, EQUAL = Comparison


@pytest.mark.parametrize(
    ("text", "comparison", "number", "unit"),
    [
        ("≥95%", AT_LEAST, "95", "%"),
        ("≥ 95 %", AT_LEAST, "95", "%"),
        ("≧95％", AT_LEAST, "95", "％"),
        (">=90.00", AT_LEAST, "90.00", ""),
        ("≥1次数", AT_LEAST, "1", "次数"),
        ("≤430元/人/天", AT_MOST, "430", "元/人/天"),
        ("⩽3万元", AT_MOST, "3", "万元"),
        ("＞5次", MORE, "5", "次"),
        (">5", MORE, "5", ""),
        ("<0.5%", LESS, "0.5", "%"),
        ("＝12期", EQUAL, "12", "期"),
        ("100%", None, "100", "%"),
        ("1 套", None, "1", "套"),
        ("≥1,200人", AT_LEAST, "1200", "人"),
        ("12,345.60元", None, "12345.60", "元"),
        ("≥3年", AT_LEAST, "3", "年"),
        ("3个月", None, "3", "个月"),
        ("010", None, "10", ""),
    ],
)
def test_a_number_is_read(text: str, comparison: Comparison | None, number: str, unit: str) -> None:
    assert read_target(text) == Target(text, comparison, Decimal(number), unit)


def test_targets_that_differ_by_their_number_alone_share_a_likeness() -> None:
    few, many, all_of_it, other = map(read_target, ("≥5次", "≥7次", "≥100次", "≤5次"))
    assert few.likeness is many.likeness
    assert few.likeness not in (all_of_it.likeness, other.likeness)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "切实保障",
        "2024年12月31日前",
        "12月底前",
        "30日内",
        "1-3次",
        "90%~95%",
        "90%—95%",
        "10，5次",
        "1,20人",
        "1.2.3",
        "≥",
        "不少于5次",
        "95 % 以上",
        "-5",
    ],
)
def test_words_dates_and_ranges_have_no_number(text: str) -> None:
    assert read_target(text) == Target(text)
    assert read_target(text).likeness is None


def test_a_long_row_of_digits_is_read_at_once() -> None:
    start = time.perf_counter()
    read_target("1" * 100_000 + " 次 数")
    assert time.perf_counter() - start < 1
