"""Amounts are shown as they were printed, and words in quotation marks stay readable."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.model.money import Money, MoneyUnit, NoMoney
from generator.views.wording import figure_cell, quoted

WAN, YUAN = MoneyUnit.WAN, MoneyUnit.YUAN


def test_equal_amounts_keep_the_decimals_that_each_was_printed_with() -> None:
    printed = ["100", "100.00", "100.0", "100"]
    assert [figure_cell(Money(Decimal(digits), WAN), WAN).text for digits in printed] == printed


def test_an_amount_in_another_unit_than_the_table_says_so() -> None:
    assert [figure_cell(Money(Decimal("-1234.50"), WAN), unit).text for unit in (WAN, YUAN)] == ["−1,234.50", "−1,234.50万元"]


def test_blank_withheld_unstated_and_zero_are_four_things() -> None:
    cells = [figure_cell(figure, WAN) for figure in (NoMoney.BLANK, NoMoney.WITHHELD, None, Money(Decimal(0), WAN))]
    assert [(cell.text, cell.look) for cell in cells] == [
        ("空白", "blank number"),
        ("不公开", "withheld number"),
        ("未载明", "blank number"),
        ("0", "amount"),
    ]


@pytest.mark.parametrize(("words", "expected"), [("收入", "“收入”"), ("“三公”经费", "“‘三公’经费”")])
def test_quotation_marks_inside_others_are_single(words: str, expected: str) -> None:
    assert quoted(words) == expected
