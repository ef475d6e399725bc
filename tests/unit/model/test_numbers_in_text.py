"""Numbers, amounts, years and lists are read from running text where they stand, and nothing else is taken for one."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.model.enumeration import bullets, enumerations
from generator.model.mentions import amounts, years
from generator.model.money import Money, MoneyUnit
from generator.model.numerals import read_numeral


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("3", 3), ("012", 12), ("999", 999), ("零", 0), ("三", 3), ("两", 2), ("十", 10), ("十二", 12), ("二十", 20), ("九十九", 99),
        ("①", 1), ("⑳", 20), ("", None), ("百", None), ("三四", None), ("十十", None), ("1.5", None), ("³", None), ("甲", None),
    ],
)  # fmt: skip
def test_a_numeral_is_read_or_refused(text: str, number: int | None) -> None:
    assert read_numeral(text) == number


@pytest.mark.parametrize(
    ("text", "money"),
    [
        ("支出2220.42万元", Money(Decimal("2220.42"), MoneyUnit.WAN)),
        ("支出2,220.42 万元。", Money(Decimal("2220.42"), MoneyUnit.WAN)),
        ("3889元", Money(Decimal(3889), MoneyUnit.YUAN)),
        ("1.2亿元", Money(Decimal("1.2"), MoneyUnit.YI)),
    ],
)
def test_an_amount_is_found_with_its_unit(text: str, money: Money) -> None:
    (found,) = amounts(text)
    assert found.money == money
    assert not text[: found.start].strip("支出")


@pytest.mark.parametrize("text", ["430元/人/天", "2021年", "22,20万", "共3项", "1.2.3元"])
def test_what_is_no_amount_is_left_alone(text: str) -> None:
    assert list(amounts(text)) == []


def test_years_are_found_where_they_stand() -> None:
    text = "2021年增长 6.5%，1999年以后是12％，2020年以上的不算，1234年和12021年也不算"
    assert [(each.year, each.text, each.start) for each in years(text)] == [(2021, "2021年", 0), (1999, "1999年", 13)]


def test_texts_of_one_shape_have_their_own_amounts_and_years() -> None:
    for year, amount in (("2021", "1,020.5"), ("2022", "3,971.0"), ("1722", "3,971.0")):
        text = f"{year}年收入{amount}万元，支出38元"
        of_income, of_expenditure = amounts(text)
        assert (of_income.start, of_income.money) == (7, Money(Decimal(amount.replace(",", "")), MoneyUnit.WAN))
        assert (of_expenditure.start, of_expenditure.money) == (text.index("38元"), Money(Decimal(38), MoneyUnit.YUAN))
        assert [each.year for each in years(text)] == ([int(year)] if year != "1722" else [])


def numbers(text: str) -> list[list[int]]:
    return [[item.number for item in items] for items in enumerations(text)]


@pytest.mark.parametrize(
    ("text", "lists"),
    [
        ("一、甲\n二、乙\n四、丙", [[1, 2, 4]]),
        ("（一）甲\n（二）乙", [[1, 2]]),
        ("1. 甲\n2. 乙\n\n1. 丙", [[1, 2], [1]]),
        ("要做三件事：一是甲；二是乙；三是丙。", [[1, 2, 3]]),
        ("第一，甲。第二，乙。", [[1, 2]]),
        ("①甲；②乙", [[1, 2]]),
        ("1. 甲\n   1. 子\n   2. 子\n2. 乙", [[1, 2], [1, 2]]),
        ("增长1.5倍，3、4月办理，见第（三）项", []),
        ("没有列表", []),
    ],
)
def test_lists_are_read_whatever_numbers_them(text: str, lists: list[list[int]]) -> None:
    assert numbers(text) == lists


def test_an_item_knows_where_it_stands() -> None:
    text = "要做两件事：一是甲；二是乙。"
    (items,) = enumerations(text)
    assert [(text[item.start :][: len(item.text)], item.text) for item in items] == [("一是", "一是"), ("二是", "二是")]


@pytest.mark.parametrize(
    ("text", "count"),
    [("- 甲\n- 乙\n\n- 丙\n尾", 3), ("- 甲\n  - 子\n- 乙", 2), ("  - 甲\n- 乙", 1), ("甲", 0)],
)
def test_bullets_of_one_indentation_are_counted(text: str, count: int) -> None:
    assert bullets(text, 0) == count
