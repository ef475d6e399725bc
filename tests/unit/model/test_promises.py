"""Indicators read alike in the old form and the new; costs are added up only where they can be; texts are walked with their places."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.model.costs import costs, half_of_last_digit, within
from generator.model.entry import Told
from generator.model.figures import Size
from generator.model.kinds import Kind
from generator.model.money import Money, MoneyUnit
from generator.model.promises import ProjectPromises, Promise, asked, promises
from generator.model.readings import Aspect, Reading, aspect_of
from tests.cases.rule_cases import disclosure_of


def sheet_of(*indicators: str) -> ProjectPromises:
    rows = "".join(f"      - {{一级指标: 产出指标, {each}}}\n" for each in indicators)
    (sheet,) = promises(disclosure_of(f"项目:\n  - 名称: 甲\n    绩效指标:\n{rows}").text.projects).sheets
    return sheet


def promised(*indicators: str) -> tuple[Promise, ...]:
    return sheet_of(*indicators).promises


@pytest.mark.parametrize(
    ("first", "second", "aspect"),
    [
        ("产出指标", "数量指标", Aspect.QUANTITY),
        ("产出指标", "成本指标", Aspect.COST),
        ("效果指标", "", Aspect.EFFECT),
        ("效益指标", "可持续影响指标", Aspect.EFFECT),
        ("满意度指标", "服务对象满意度指标", Aspect.SATISFACTION),
        ("产出指标", "3", None),
        ("", "", None),
    ],
)
def test_the_class_tells_what_is_measured(first: str, second: str, aspect: Aspect | None) -> None:
    assert aspect_of(first, second) is aspect


@pytest.mark.parametrize(
    ("row", "text", "unit", "attribute"),
    [
        ("二级指标: 数量指标, 三级指标: 次数, 指标值: ≥5次", "≥5次", "次", "target"),
        ("二级指标: 数量指标, 三级指标: 完成率（%）, 指标值: ≥100", "≥100", "%", "target"),
        ('二级指标: 数量指标, 三级指标: 次数, 符号: ">=", 值: "5", 单位（文字描述）: 次', ">=5次", "次", "value"),
        ("二级指标: 质量指标, 三级指标: 规范, 符号: 文字描述, 值: , 单位（文字描述）: 合乎规定", "合乎规定", "", "scale"),
    ],
)
def test_a_promise_is_the_same_in_both_forms(row: str, text: str, unit: str, attribute: str) -> None:
    (promise,) = promised(row)
    assert (promise.text, promise.reading.unit, promise.reading.attribute) == (text, unit, attribute)
    assert promise.place == promise.indicator.at(attribute)


@pytest.mark.parametrize(
    ("target", "amount", "unit", "per"),
    [
        ("≤430元/人/天", "430", MoneyUnit.YUAN, ("人", "天")),
        ("≤8万", "8", MoneyUnit.WAN, ()),
        ("≤6.24万元", "6.24", MoneyUnit.WAN, ()),
    ],
)
def test_a_price_is_read(target: str, amount: str, unit: MoneyUnit, per: tuple[str, ...]) -> None:
    (promise,) = promised(f"二级指标: 成本指标, 三级指标: 标准, 指标值: {target}")
    assert promise.price is not None
    assert (promise.price.money, promise.price.per) == (Money(Decimal(amount), unit), per)


@pytest.mark.parametrize("target", ["≥95%", "按标准", "≥5次"])
def test_what_names_no_money_is_no_price(target: str) -> None:
    assert promised(f"二级指标: 成本指标, 三级指标: 标准, 指标值: {target}")[0].price is None


BUDGET = Money(Decimal("202.00"), MoneyUnit.WAN)
PRICE = "二级指标: 成本指标, 三级指标: 会议费标准, 指标值: ≤550元/人/天"
PEOPLE = "二级指标: 数量指标, 三级指标: 参会人数, 指标值: 1000人"
DAYS = "二级指标: 数量指标, 三级指标: 会期, 指标值: 4天"


def test_a_price_is_multiplied_by_what_the_sheet_promises() -> None:
    (term,) = costs(promised(PRICE, PEOPLE, DAYS), BUDGET).terms
    assert (term.yuan, term.doubtful) == (Decimal(2_200_000), False)


@pytest.mark.parametrize(
    "rows",
    [
        (PRICE, PEOPLE),
        (PRICE, PEOPLE, PEOPLE.replace("1000", "500"), DAYS),
        (PRICE, PEOPLE.replace("1000人", "≥1000人"), DAYS),
        (PRICE.replace("成本指标", "社会成本指标"), PEOPLE, DAYS),
        (PRICE.replace("≤", "≥"), PEOPLE, DAYS),
    ],
    ids=["a quantity is missing", "two quantities", "the most times the least", "not the budget's", "a saving"],
)
def test_what_cannot_be_told_for_certain_is_left_out(rows: tuple[str, ...]) -> None:
    assert costs(promised(*rows), BUDGET).terms == ()


def test_lumps_within_the_budget_are_all_told_and_beyond_it_a_total_is_no_term() -> None:
    lumps = [f"二级指标: 成本指标, 三级指标: {name}, 指标值: ≤{amount}万元" for name, amount in (("印刷", 2), ("场地", 3), ("总成本", 6))]
    sheet = sheet_of(*lumps)
    said = ("印刷≤2万元", "场地≤3万元", "总成本≤6万元")
    assert within(sheet, BUDGET) == tuple(map(Told, said, sheet.project.indicators))
    assert within(sheet, Money(Decimal(10), MoneyUnit.WAN)) is None
    assert within(sheet_of(PRICE, PEOPLE), BUDGET) is None
    found = costs(promised(*lumps), Money(Decimal(4), MoneyUnit.WAN))
    assert [cost.yuan for cost in found.terms] == [Decimal(20_000), Decimal(30_000)]
    assert [cost.yuan for cost in found.wholes] == [Decimal(60_000)]
    assert half_of_last_digit(Money(Decimal("6.24"), MoneyUnit.WAN)) == Decimal(50)


def test_indicators_that_differ_by_their_number_alone_are_asked_once() -> None:
    heard: list[Reading] = []

    @asked
    def many(reading: Reading) -> bool:
        heard.append(reading)
        return reading.size is Size.ABOVE

    sheet = "项目:\n  - 名称: 甲\n    绩效指标:\n" + "".join(
        f"      - {{二级指标: 数量指标, 三级指标: 次数, 指标值: ≥{number}次}}\n" for number in (5, 7, 120)
    )
    for _ in range(2):
        answers = many.among(promises(disclosure_of(sheet).text.projects))
        assert [(promise.text, answer) for promise, answer in answers] == [("≥120次", True)]
    assert [reading.size for reading in heard].count(Size.BELOW) == 1
    assert len(heard) == 2


def test_sheets_that_say_the_same_share_one_reading_and_another_word_makes_another() -> None:
    row = "二级指标: 数量指标, 三级指标: 次数, 指标值: ≥{}次"
    old = '二级指标: 数量指标, 三级指标: 次数, 符号: ">=", 值: "{}", 单位（文字描述）: 次'
    assert sheet_of(row.format(5)).reading is sheet_of(row.format(7)).reading
    assert sheet_of(old.format(5)).reading is sheet_of(old.format(7)).reading
    others = (row.format(120), old.format(5), row.format(5).replace("次数", "场数"), f"{row.format(5)}, 指标值确定依据: 计划")
    assert len({sheet_of(each).reading for each in (row.format(5), *others)}) == 5


def test_every_text_is_walked_with_its_section_its_project_and_its_place() -> None:
    fragment = (
        "部门职责: 管档案。\n项目:\n  - 名称: 修缮\n    绩效目标: [修好库房。]\n    绩效指标:\n"
        "      - {三级指标: 修好库房数, 指标值: ≥2间}\n      - {一级指标: 产出指标, 指标值确定依据: 计划}\n名词解释: {馆藏: 全部档案。}\n"
    )
    passages = disclosure_of(fragment).prose.passages
    found = {each.text: each for each in passages}
    assert {text: (each.section, each.label, each.project.name if each.project else "") for text, each in found.items()} == {
        "管档案。": ("部门职责", "部门职责", ""),
        "修缮": ("项目", "名称", "修缮"),
        "修好库房。": ("项目", "绩效目标", "修缮"),
        "修好库房数": ("项目", "三级指标", "修缮"),
        "≥2间": ("项目", "指标值", "修缮"),
        "产出指标": ("项目", "一级指标", "修缮"),
        "计划": ("项目", "指标值确定依据", "修缮"),
        "馆藏": ("名词解释", "名词", ""),
        "全部档案。": ("名词解释", "解释", ""),
    }
    assert list(passages.texts()) == list(found)
    assert list(passages.texts(without="项目")) == ["管档案。", "馆藏", "全部档案。"]
    for text, each in found.items():
        place = each.at(1)
        assert fragment.splitlines()[place.line - 1][place.column - 2 :].startswith(text)
    assert disclosure_of(fragment).kind is Kind.BUDGET
