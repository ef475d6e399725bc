"""What each kind of value is read from, and that it keeps what was printed."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from generator.model.figures import Quantity, Share
from generator.model.kinds import Direction
from generator.model.money import Figure, Money, MoneyUnit, NoMoney
from generator.model.performance import Project
from generator.model.sections import Assets, Changes, Dates, Flow
from tests.unit.loading.helpers import record_of, text_of

if TYPE_CHECKING:
    from pathlib import Path

HEAD = "年度: 2026\n金额单位: 万元\n"


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("5", Money(Decimal(5), MoneyUnit.WAN)),
        ("30.10", Money(Decimal("30.10"), MoneyUnit.WAN)),
        ("2,220.42", Money(Decimal("2220.42"), MoneyUnit.WAN)),
        ("'1,002,220'", Money(Decimal(1002220), MoneyUnit.WAN)),
        ("-1.50", Money(Decimal("-1.50"), MoneyUnit.WAN)),
        ("300 元", Money(Decimal(300), MoneyUnit.YUAN)),
        ("0.5亿元", Money(Decimal("0.5"), MoneyUnit.YI)),
        ("0", Money(Decimal(0), MoneyUnit.WAN)),
        ("", NoMoney.BLANK),
        ("不公开", NoMoney.WITHHELD),
    ],
)
def test_an_amount_is_exact_in_its_own_unit_or_that_of_the_text(tmp_path: Path, text: str, figure: Figure) -> None:
    flow, findings = record_of(tmp_path, Flow, f"合计: {text}\n")
    assert findings == []
    assert flow is not None
    assert flow.total == figure
    if isinstance(figure, Money) and isinstance(flow.total, Money):
        assert flow.total.decimals == figure.decimals


def test_the_unit_of_the_text_holds_wherever_it_is_written(tmp_path: Path) -> None:
    text = text_of(tmp_path, "年度: 2026\n收入:\n  合计: 5\n金额单位: 亿元\n")
    assert text.income is not None
    assert text.income.total == Money(Decimal(5), MoneyUnit.YI)


@pytest.mark.parametrize(("text", "value"), [("75", "75"), ("75%", "75"), ("99.50 %", "99.50"), ("-3.2", "-3.2")])
def test_a_share_is_read_with_or_without_its_sign(tmp_path: Path, text: str, value: str) -> None:
    changes, _ = record_of(tmp_path, Changes, f"各项:\n  - 名称: 甲\n    比例: {text}\n    方向: 持平\n")
    assert changes is not None
    assert changes.rows[0].rate == Share(text, Decimal(value))
    assert changes.rows[0].direction is Direction.SAME


def test_a_blank_share_is_not_zero(tmp_path: Path) -> None:
    changes, _ = record_of(tmp_path, Changes, "各项:\n  - 名称: 甲\n    比例:\n")
    assert changes is not None
    assert changes.rows[0].rate == Share("", None)


@pytest.mark.parametrize(("text", "value"), [("4", 4), ("1,200", 1200), ("——", None), ("'-'", None), ("", None)])
def test_a_quantity_is_a_number_or_a_dash(tmp_path: Path, text: str, value: int | None) -> None:
    assets, findings = record_of(tmp_path, Assets, f"占用情况:\n  - 项目: 车辆\n    数量: {text}\n")
    assert findings == []
    assert assets is not None
    assert assets.rows[0].quantity == Quantity(text.strip("'"), None if value is None else Decimal(value))


@pytest.mark.parametrize("text", ["2026-02-03", "2026-2-3", "2026年2月3日", "2026年02月03日"])
def test_a_day_is_read_in_both_spellings(tmp_path: Path, text: str) -> None:
    dates, _ = record_of(tmp_path, Dates, f"公开: {text}\n")
    assert dates is not None
    assert dates.published == dt.date(2026, 2, 3)


@pytest.mark.parametrize("code", ["010", "0x1F", "1e3", "13012P00031000", "yes", "2026-01-01", "12:30"])
def test_a_code_stays_text(tmp_path: Path, code: str) -> None:
    project, findings = record_of(tmp_path, Project, f"名称: 甲\n项目编码: {code}\n")
    assert findings == []
    assert project is not None
    assert project.code == code


def test_text_alone_is_the_explanation(tmp_path: Path) -> None:
    text = text_of(tmp_path, f"{HEAD}收入: 全部是财政拨款，其中：基本支出5万元\n")
    assert text.income is not None
    assert text.income.note is not None
    assert text.income.note.text == "全部是财政拨款，其中：基本支出5万元"
    assert text.income.total is None


def test_what_is_written_but_blank_is_nothing(tmp_path: Path) -> None:
    text = text_of(tmp_path, f"{HEAD}部门职责:\n项目:\n名词解释:\n公开表:\n日期:\n三公经费:\n  合计:\n")
    assert (text.duties, text.projects, text.glossary, text.statements, text.dates) == (None, (), (), (), None)


def test_a_record_knows_where_its_fields_are_written(tmp_path: Path) -> None:
    text = text_of(tmp_path, f"{HEAD}收入:\n  合计: 5\n  构成:\n    - 名称: 甲\n      金额: 3\n")
    assert text.income is not None
    assert str(text.at("year")).endswith("/a.yml:1:5")
    assert str(text.income.at("total")).endswith("/a.yml:4:7")
    assert str(text.income.parts[0].at("amount")).endswith("/a.yml:7:11")
    assert text.income.at("previous") == text.income.at()


def test_a_narrative_knows_where_its_characters_stand(tmp_path: Path) -> None:
    text = text_of(tmp_path, f"{HEAD}部门职责: |\n  甲\n\n  乙丙\n")
    assert text.duties is not None
    place = text.duties.at(text.duties.text.index("丙"))
    assert (place.line, place.column) == (6, 4)


def test_a_wrong_file_is_not_complained_about_without_end(tmp_path: Path) -> None:
    _, findings = record_of(tmp_path, Flow, "".join(f"甲{number}: 1\n" for number in range(5000)))
    assert len(findings) == 201
    assert (findings[-1].code, findings[-1].message) == ("DAT-018", "错误太多，后面的没有列出")
