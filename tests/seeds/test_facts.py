"""The facts of the five shipped texts, counted in the originals by hand; whoever edits them by accident is told here."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from generator.model.kinds import ProjectClass
from generator.model.money import Money, MoneyUnit, NoMoney
from generator.pipeline import Publication, publish

if TYPE_CHECKING:
    from generator.model.disclosure import Text
    from generator.model.figures import Share
    from generator.model.performance import Indicator, Project
    from generator.model.sections import Part

HERE = Path(__file__).parent
CONTENT = HERE.parents[1] / "content"
CHENGDE, GXQ, ZUNHUA = "2020/chengde-npc/performance/", "2020/chengde-gxq-office/performance/", "2024/zunhua-npc/performance/"
ZJK_2021, ZJK_2026 = "2021/zjk-npc/budget/", "2026/zjk-npc/performance/"


class Counted(NamedTuple):
    """What one text holds: rows of indicators and goals project by project, the rest in all."""

    indicators: tuple[int, ...]
    goals: tuple[int, ...]
    schedule: tuple[int, int]
    """Cells of payment schedules that are filled, and blank."""
    amounts: tuple[int, int]
    """Cells of 预算数, 其中财政资金 and 其他资金 that are filled, and blank."""
    budget: str | None
    """Sum of 预算数, in 万元."""
    fields: int
    """分项目标."""
    measures: int
    """工作保障措施."""


FACTS = {
    CHENGDE: Counted((9, 9, 9, 9, 6, 6, 6, 6), (2, 2, 2, 3, 2, 2, 2, 2), (15, 17), (16, 8), "385.00", 9, 8),
    GXQ: Counted((5, 6, 6), (2, 1, 2), (12, 0), (0, 0), None, 5, 4),
    ZUNHUA: Counted((6, 6, 6, 6, 6, 6, 6), (2, 2, 2, 2, 2, 2, 2), (28, 0), (14, 7), "270.00", 7, 9),
    ZJK_2026: Counted((7, 14, 18, 12, 7, 8), (1, 1, 4, 2, 1, 1), (16, 8), (12, 6), "421.00", 6, 6),
    ZJK_2021: Counted((12, 10, 15, 17, 8, 10, 16, 14), (1, 1, 3, 3, 1, 1, 4, 3), (0, 0), (0, 0), None, 6, 6),
}


@cache
def publication() -> Publication:
    return publish(CONTENT)


def text_of(address: str) -> Text:
    return next(each.text for each in publication().corpus.disclosures if each.address == address)


def schedule_cells(project: Project) -> list[Share | None]:
    plan = project.schedule
    return [plan.march, plan.june, plan.october, plan.december] if plan else []


def amounts(project: Project) -> list[Money | NoMoney]:
    return [figure for figure in (project.budget, project.fiscal, project.other) if figure is not None]


def test_there_are_five_texts() -> None:
    assert {each.address for each in publication().corpus.disclosures} == set(FACTS)


@pytest.mark.parametrize("address", FACTS)
def test_a_text_holds_what_was_counted_in_the_original(address: str) -> None:
    text = text_of(address)
    cells = [cell for each in text.projects for cell in schedule_cells(each)]
    filled = [cell for cell in cells if cell is not None and cell.value is not None]
    figures = [figure for each in text.projects for figure in amounts(each)]
    budgets = [each.budget.amount for each in text.projects if isinstance(each.budget, Money)]
    performance = text.performance
    assert performance is not None
    assert FACTS[address] == Counted(
        indicators=tuple(len(each.indicators) for each in text.projects),
        goals=tuple(len(each.goals) for each in text.projects),
        schedule=(len(filled), len(cells) - len(filled)),
        amounts=(sum(isinstance(figure, Money) for figure in figures), sum(figure is NoMoney.BLANK for figure in figures)),
        budget=str(sum(budgets, start=Decimal(0))) if FACTS[address].budget else FACTS[address].budget,
        fields=len(performance.goals),
        measures=len(performance.measures),
    )


@pytest.mark.parametrize("address", FACTS)
def test_amounts_are_in_the_unit_of_the_original(address: str) -> None:
    assert text_of(address).unit is MoneyUnit.WAN


def blanks(address: str, field: str) -> int:
    """Return how many cells of one column of the indicator tables were printed and left blank."""
    return sum(getattr(each, field) == "" for each in rows(address))


def rows(address: str) -> list[Indicator]:
    return [row for each in text_of(address).projects for row in each.indicators]


def test_chengde_keeps_its_two_classes_of_project_and_its_blank_cells() -> None:
    classes = [each.project_class for each in text_of(CHENGDE).projects]
    assert classes == [ProjectClass.SPECIAL_FUND] * 4 + [ProjectClass.BUDGET_PROJECT] * 4
    assert blanks(CHENGDE, "basis") == 18


def test_gaoxin_district_keeps_its_three_columns_and_its_rubric() -> None:
    performance = text_of(GXQ).performance
    assert performance is not None
    assert len(performance.rubric) == 12
    assert all(row.target is None for row in rows(GXQ))
    assert blanks(GXQ, "value") == 8


def parts(*tops: Part) -> list[Part]:
    return [part for top in tops for part in (top, *parts(*top.parts))]


def test_zhangjiakou_2021_holds_every_printed_amount() -> None:
    text = text_of(ZJK_2021)
    assert text.income is not None
    assert text.expenditure is not None
    assert text.changes is not None
    assert text.operating is not None
    assert text.public_expenses is not None
    assert text.assets is not None
    expenses = text.public_expenses
    items = (expenses.total, expenses.abroad, expenses.vehicles, expenses.vehicle_purchase, expenses.vehicle_running, expenses.reception)
    given = {
        "收入": [text.income.total, *(part.amount for part in parts(*text.income.parts))],
        "支出": [text.expenditure.total, *(part.amount for part in parts(*text.expenditure.parts))],
        "增减": [change.amount for change in text.changes.rows],
        "机关运行": [text.operating.amount],
        "三公": [figure for item in items if item for figure in (item.amount, item.change)],
        "国有资产": [text.assets.total, text.assets.planned, *(asset.value for asset in text.assets.rows)],
    }
    counted = {name: sum(isinstance(figure, Money) for figure in figures) for name, figures in given.items()}
    assert counted == {"收入": 6, "支出": 10, "增减": 2, "机关运行": 1, "三公": 7, "国有资产": 8}
    assert sum(counted.values()) == 34
    assert (len(text.glossary), len(text.units.rows) if text.units else 0, len(text.assets.rows)) == (10, 1, 6)
    assert blanks(ZJK_2021, "basis") == 3


def test_printed_errors_are_kept() -> None:
    changes = text_of(ZJK_2021).changes
    assert changes is not None
    stated = {change.name: change.amount for change in changes.rows}
    assert stated["收支总额"] == Money(Decimal("135.65"), MoneyUnit.WAN)
    assert stated["基本支出"] == Money(Decimal("136.65"), MoneyUnit.WAN)
    overall = text_of(ZJK_2021).performance
    assert overall is not None
    assert overall.overall is not None
    assert "2020年着重做好" in overall.overall.text
    stuck = [each for each in text_of(ZUNHUA).projects if [cell and cell.text for cell in schedule_cells(each)] == ["30%"] * 4]
    assert len(stuck) == 1
    assert "13028124P0009421000 1M" in [each.code for each in text_of(ZUNHUA).projects]


def test_the_findings_of_the_shipped_texts_are_those_that_were_looked_at() -> None:
    lines = (HERE / "findings.txt").read_text(encoding="utf-8").splitlines()
    expected = [line for line in lines if line and not line.startswith("#")]
    justified = [lines[position - 1].startswith("# ") for position, line in enumerate(lines) if line and not line.startswith("#")]
    assert [str(finding) for finding in publication().report.findings] == expected
    assert all(justified), "a finding that stays needs the reason above it"
