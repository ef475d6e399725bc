"""Names that lost a character, sentences that deny, cells that hold nothing, and why two figures differ."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.model.causes import likely_cause
from generator.model.denials import called_empty, denied, subjects_in
from generator.model.emptiness import has_data, is_blank
from generator.model.kinds import Year
from generator.model.money import Money, MoneyUnit, NoMoney
from generator.model.names import misspellings, own_name, split_code
from tests.cases.rule_cases import disclosure_of

NAME = "示例市人民代表大会常务委员会"
YEAR = Year(2026)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("101001 示例市档案馆本级", ("101001", "示例市档案馆本级")),
        ("101001示例市档案馆", ("101001", "示例市档案馆")),
        ("示例市档案馆", None),
        ("12", None),
        ("101001", None),
    ],
)
def test_a_code_is_told_from_the_name_behind_it(text: str, parts: tuple[str, str] | None) -> None:
    assert split_code(text) == parts


@pytest.mark.parametrize("text", ["示例市档案馆", "示例市 档案馆", "示例市档案馆本级", "示例市档案馆（本级）", "示例市档案馆机关本级"])
def test_the_own_office_bears_the_departments_name(text: str) -> None:
    assert own_name(text) == "示例市档案馆"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"由{NAME}负责", []),
        ("由示例市人民代表大会常务委会负责", [(1, "示例市人民代表大会常务委会")]),
        ("由示例市人代表大会常务委员会负责", [(1, "示例市人代表大会常务委员会")]),
        ("由示例市人民代表大会常委务员会负责", [(1, "示例市人民代表大会常委务员会")]),
        ("由示例县人民政府负责", []),
    ],
)
def test_a_name_with_a_character_lost_or_changed_about_is_seen(text: str, found: list[tuple[int, str]]) -> None:
    assert list(misspellings(text, NAME, [NAME])) == found


def test_what_begins_a_known_name_and_what_is_too_short_is_no_misspelling() -> None:
    assert list(misspellings("示例市人民代表大会常务委会", NAME, ["示例市人民代表大会常务委会"])) == []
    assert list(misspellings("示市档案馆", "示例市档案馆", [])) == []


@pytest.mark.parametrize(
    ("text", "subject", "where"),
    [
        ("2026年没有政府采购预算。", "政府采购", 5),
        ("本部门无政府性基金预算安排的支出", "政府性基金", 3),
        ("没有政府性基金和国有资本经营预算", "国有资本经营", 0),
        ("政府采购预算为0。", "政府采购", 0),
        ("政府采购：无", "政府采购", 0),
        ("没有政府采购工程预算", "政府采购", None),
        ("政府采购预算为0.5万元", "政府采购", None),
        ("2025年没有政府采购预算", "政府采购", None),
        ("上年没有政府采购预算", "政府采购", None),
        ("有政府采购预算", "政府采购", None),
        ("没有专项资金", "政府采购", None),
    ],
)
def test_a_denial_is_of_the_whole_and_of_this_year(text: str, subject: str, where: int | None) -> None:
    assert denied(text, subject, YEAR) == where


def test_a_text_names_its_subjects_and_calls_its_table_empty() -> None:
    assert subjects_in("没有政府性基金，“三公”经费见表") == {"政府性基金", "三公"}
    assert called_empty("没有预算，故本表为空表") == len("没有预算，故本表为")
    assert called_empty("本表并非空表") is None


@pytest.mark.parametrize(
    ("label", "value", "blank"),
    [
        ("收入", "", True),
        ("收入", "{合计: , 构成: []}", True),
        ("收入", "{合计: 0}", False),
        ("收入", "{合计: 不公开}", False),
        ("收入", "{说明: 有}", False),
        ("审查", "{保密审查人: , 审签人: }", True),
        ("名词解释", "", True),
    ],
)
def test_only_what_was_not_filled_in_is_blank(label: str, value: str, *, blank: bool) -> None:
    text = disclosure_of(f"{label}: {value}\n").text
    field = {"收入": "income", "审查": "review", "名词解释": "glossary"}[label]
    assert is_blank(getattr(text, field)) is blank
    assert is_blank(NoMoney.BLANK)
    assert not is_blank(NoMoney.WITHHELD)


@pytest.mark.parametrize(("amount", "data"), [("3.00", True), ("0", False), ("", False), ("不公开", True)])
def test_a_statement_of_noughts_tells_nothing(amount: str, *, data: bool) -> None:
    text = disclosure_of(f"公开表:\n  政府性基金表:\n    行:\n      - {{科目编码: 201, 科目名称: 甲, 合计: {amount}}}\n").text
    (statement,) = text.statements
    cells = {name: cell for name, cell in statement.lines[0].cells.items() if isinstance(cell, Money | NoMoney)}
    assert cells
    assert has_data(statement) is data


def wan(amount: str) -> Money:
    return Money(Decimal(amount), MoneyUnit.WAN)


@pytest.mark.parametrize(
    ("expected", "actual", "words"),
    [
        ("100.00", "1000.00", "整十倍"),
        ("100.00", "1000000.00", "一万倍"),
        ("132.00", "123.00", "相邻两位对调"),
        ("100.00", "93.00", "差额正好等于“项目支出”"),
        ("100.00", "88.00", "与上年的数字相同"),
        ("100.00", "97.31", ""),
        ("0.00", "97.31", ""),
    ],
)
def test_the_likely_cause_is_told_only_where_it_can_be(expected: str, actual: str, words: str) -> None:
    cause = likely_cause(wan(expected), wan(actual), {"项目支出": wan("7.00")}, wan("88.00"))
    assert words in cause
    assert bool(cause) is bool(words)
