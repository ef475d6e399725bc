"""A row that stands on many pages is one row, and a formula between rows is made once, as long as one language is spoken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.views.addresses import Addresses
from generator.views.formulas import formula
from generator.views.language import SOURCE, speak
from tests.cases.rule_cases import disclosure_of

if TYPE_CHECKING:
    from generator.views.origin_blocks import Check
    from generator.views.row_address import RowAddress

LINE = "{科目编码: 201, 科目名称: 一般公共服务支出, 合计: 5.00, 基本支出: 3.00, 项目支出: 2.00}"
STATEMENT = f"公开表:\n  支出总表:\n  - {LINE}\n"


def rows(text: str) -> list[RowAddress]:
    return list(Addresses(disclosure_of(text)).rows.values())


def across(row: RowAddress) -> Check:
    return formula("ARI-004", row, "合计", ((row, "基本支出"), (row, "项目支出")))


def test_the_same_line_of_two_texts_is_one_row() -> None:
    (one,), (other,) = rows(STATEMENT), rows(STATEMENT.replace("5.00", "9.00"))
    assert one is other
    assert across(one) is across(other)


def test_a_line_of_another_name_or_code_is_another_row() -> None:
    (row,), (renamed,), (recoded,) = (
        rows(STATEMENT.replace(*each)) for each in (("5", "6"), ("一般公共服务支出", "公共服务"), ("201", "202"))
    )
    assert len({row, renamed, recoded}) == len({row.key + row.name, renamed.key + renamed.name, recoded.key + recoded.name}) == 3


def test_two_lines_alike_in_one_text_stay_two_rows() -> None:
    first, second = rows(f"{STATEMENT}  - {LINE}\n")
    assert (first.key, second.key) == ("t-expenditure-table-201", "t-expenditure-table-201-2")
    assert across(first).whole[0].address != across(second).whole[0].address


def test_another_language_says_the_formula_anew() -> None:
    (row,) = rows(STATEMENT)
    assert across(row).outcome == "相符"
    speak("en")
    try:
        (translated,) = rows(STATEMENT)
        assert across(translated).outcome != "相符"
    finally:
        speak(SOURCE)
    assert across(*rows(STATEMENT)).outcome == "相符"
