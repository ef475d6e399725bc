"""The invented content is sound: it loads without a finding, and its figures agree."""

from __future__ import annotations

import re
from collections import defaultdict
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING

import pytest

from bench.synthesis import write_content
from generator.loading.corpus import load_corpus
from generator.model.money import Money

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from generator.model.corpus import Corpus
    from generator.model.disclosure import Disclosure
    from generator.model.money import Figure

DEPARTMENTS, YEARS = 20, (2025, 2026)
REQUIRED = ("收支总表", "收入总表", "支出总表", "财政拨款收支总表", "一般公共预算支出表", "基本支出表", "三公经费表")
FUNDS = ("政府性基金表", "国有资本经营表")
SOURCES = {
    "一般公共预算拨款收入": "一般公共预算",
    "政府性基金预算拨款收入": "政府性基金预算",
    "国有资本经营预算拨款收入": "国有资本经营预算",
    "财政专户管理资金收入": "财政专户管理资金",
    "单位资金": "单位资金",
}
Table = dict[str, dict[str, Decimal]]


def decimal(figure: Figure | str | None) -> Decimal:
    assert isinstance(figure, Money)
    assert figure.decimals == 2
    return figure.amount


def agrees(total: Decimal, parts: Iterable[Decimal]) -> None:
    """Hold a sum to the rounding of its printed figures."""
    parts = list(parts)
    assert abs(total - sum(parts)) <= Decimal("0.005") * (len(parts) + 1)


class Figures:
    """The tables of one disclosure: rows by code, by name, or by side and name; ``""`` is 合计 of a coded table."""

    def __init__(self, disclosure: Disclosure) -> None:
        self.text = disclosure.text
        self.lines = {statement.title: statement.lines for statement in disclosure.text.statements}
        self.notes = {statement.title: statement.note for statement in disclosure.text.statements}

    @cached_property
    def tables(self) -> dict[str, Table]:
        tables: dict[str, Table] = {}
        for title, lines in self.lines.items():
            coded = any(line.code for line in lines)
            tables[title] = {
                line.code if coded else line.side + line.name: {name: decimal(cell) for name, cell in line.cells.items()} for line in lines
            }
        return tables

    def cell(self, title: str, row: str, column: str) -> Decimal:
        return self.tables[title].get(row, {}).get(column, Decimal(0))


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("content")
    write_content(folder, DEPARTMENTS, YEARS)
    return folder


@pytest.fixture(scope="module")
def corpus(content: Path) -> Corpus:
    corpus, findings = load_corpus(content)
    assert findings == ()
    return corpus


@pytest.fixture(scope="module")
def all_figures(corpus: Corpus) -> list[Figures]:
    return [Figures(disclosure) for disclosure in corpus.disclosures]


def test_every_department_has_every_year(corpus: Corpus) -> None:
    assert len(corpus.departments) == DEPARTMENTS
    assert len(corpus.disclosures) == DEPARTMENTS * len(YEARS)


def test_every_section_and_statement_of_the_form_is_filled(corpus: Corpus) -> None:
    for disclosure in corpus.disclosures:
        titles = {statement.title for statement in disclosure.text.statements}
        assert titles == {*REQUIRED, *FUNDS}
        text = disclosure.text
        assert all([text.duties, text.units, text.income, text.expenditure, text.changes, text.operating, text.public_expenses])
        assert all([text.performance, text.procurement, text.assets, text.glossary, text.other])
        assert len(text.projects) == 9
        assert all(len(project.indicators) == 12 for project in text.projects)


def test_a_disclosure_has_about_39_kilobytes(content: Path) -> None:
    for path in content.glob("departments/*/*/budget.yml"):
        assert 0.85 <= path.stat().st_size / (39 * 1024) <= 1.15


def test_the_same_arguments_give_the_same_bytes(content: Path, tmp_path: Path) -> None:
    write_content(tmp_path / "again", DEPARTMENTS, YEARS)
    write_content(tmp_path / "other", DEPARTMENTS, YEARS, seed=2)

    def files(folder: Path) -> dict[str, bytes]:
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}

    assert files(tmp_path / "again") == files(content)
    assert files(tmp_path / "other") != files(content)


def test_a_folder_with_content_is_left_alone(content: Path) -> None:
    with pytest.raises(ValueError, match="不是空的"):
        write_content(content, 1)


def test_years_continue_each_other(corpus: Corpus) -> None:
    for department in corpus.departments:
        before, now = (Figures(disclosure) for disclosure in corpus.of_department(department.slug))
        for row, cells in now.tables["三公经费表"].items():
            assert cells["上年预算数"] == before.cell("三公经费表", row, "本年预算数")
        for attribute in ("income", "expenditure"):
            assert getattr(now.text, attribute).previous.amount == getattr(before.text, attribute).total.amount
        assert now.text.operating is not None
        assert before.text.operating is not None
        assert decimal(now.text.operating.previous) == decimal(before.text.operating.amount)


def test_codes_add_up_at_every_level(all_figures: list[Figures]) -> None:
    for figures in all_figures:
        for title in ("收入总表", "支出总表", "一般公共预算支出表", "基本支出表", *FUNDS):
            table = figures.tables[title]
            below: dict[str, list[str]] = defaultdict(list)
            for code in table:
                if code:
                    below[code[:-2] if len(code) > 3 else ""].append(code)
            for above, codes in below.items():
                for column in table[codes[0]]:
                    agrees(table[above][column], (table[code][column] for code in codes))
            for cells in table.values():
                agrees(cells["合计"], (amount for column, amount in cells.items() if column != "合计"))


def test_income_and_expenditure_balance(all_figures: list[Figures]) -> None:
    for figures in all_figures:
        table = {row: cells["预算数"] for row, cells in figures.tables["收支总表"].items()}
        assert table["收入收入总计"] == table["支出支出总计"]
        agrees(table["收入收入总计"], (table["收入本年收入合计"], table["收入上年结转结余"]))
        agrees(table["支出支出总计"], (table["支出本年支出合计"], table["支出年终结转结余"]))
        agrees(table["收入本年收入合计"], (table["收入" + name] for name in SOURCES))
        assert table["收入本年收入合计"] == figures.cell("收入总表", "", "合计")
        assert table["支出本年支出合计"] == figures.cell("支出总表", "", "合计")
        for name, column in SOURCES.items():
            assert table["收入" + name] == figures.cell("收入总表", "", column)
        classes = {line.name: decimal(line.cells["合计"]) for line in figures.lines["支出总表"] if len(line.code) == 3}
        assert {name: table["支出" + name] for name in classes} == classes
        agrees(table["支出本年支出合计"], classes.values())


def test_treasury_statements_agree(all_figures: list[Figures]) -> None:
    of_fund = {"一般公共预算": "一般公共预算支出表", "政府性基金预算": "政府性基金表", "国有资本经营预算": "国有资本经营表"}
    for figures in all_figures:
        treasury = figures.tables["财政拨款收支总表"]
        assert treasury["收入收入总计"] == treasury["支出支出总计"]
        for cells in treasury.values():
            agrees(cells["合计"], (cells[column] for column in of_fund))
        for column, title in of_fund.items():
            assert treasury["支出支出总计"][column] == figures.cell(title, "", "合计") == figures.cell("收入总表", "", column)
            for line in figures.lines[title]:
                if len(line.code) == 3:
                    assert treasury["支出" + line.name][column] == decimal(line.cells["合计"])
        if not figures.cell("收入总表", "", "单位资金"):
            for column in ("合计", "基本支出", "项目支出"):
                agrees(figures.cell("支出总表", "", column), (figures.cell(title, "", column) for title in of_fund.values()))
        for row in ("", *(line.code for line in figures.lines["一般公共预算支出表"])):
            assert figures.cell("一般公共预算支出表", row, "基本支出") == figures.cell("支出总表", row, "基本支出")


def test_basic_expenditure_agrees(all_figures: list[Figures]) -> None:
    for figures in all_figures:
        table = figures.tables["基本支出表"]
        assert figures.cell("一般公共预算支出表", "", "基本支出") == table[""]["合计"]
        agrees(table[""]["人员经费"], (table["301"]["合计"], table["303"]["合计"]))
        assert table[""]["公用经费"] == table["302"]["合计"]
        assert figures.text.operating is not None
        assert decimal(figures.text.operating.amount) == table[""]["公用经费"]


def test_public_expenses_agree(all_figures: list[Figures]) -> None:
    for figures in all_figures:
        for column in ("上年预算数", "本年预算数"):
            table = {row: cells[column] for row, cells in figures.tables["三公经费表"].items()}
            assert table["合计"] == table["因公出国（境）费"] + table["公务用车购置及运行维护费"] + table["公务接待费"]
            assert table["公务用车购置及运行维护费"] == table["公务用车购置费"] + table["公务用车运行维护费"]
        assert table["公务接待费"] >= figures.cell("基本支出表", "30217", "合计")
        assert table["公务用车运行维护费"] >= figures.cell("基本支出表", "30231", "合计")
        items = figures.text.public_expenses
        assert items is not None
        for item in (items.total, items.abroad, items.vehicles, items.vehicle_purchase, items.vehicle_running, items.reception):
            assert item is not None
            assert item.direction is not None
            signed = {"增加": 1, "减少": -1, "持平": 0}[item.direction.value]
            assert decimal(item.amount) - decimal(item.previous) == signed * decimal(item.change)
            assert (item.reason is None) == (signed == 0)


def test_changes_add_up(all_figures: list[Figures]) -> None:
    for figures in all_figures:
        assert figures.text.changes is not None
        signed = []
        for row in figures.text.changes.rows:
            assert row.direction is not None
            assert row.reason is not None
            signed.append(decimal(row.amount) * {"增加": 1, "减少": -1}[row.direction.value])
        agrees(signed[0], signed[1:])
        assert figures.text.income is not None
        agrees(signed[0], (decimal(figures.text.income.total), -decimal(figures.text.income.previous)))


def test_projects_add_up(all_figures: list[Figures]) -> None:
    codes = []
    for figures in all_figures:
        projects = figures.text.projects
        agrees(figures.cell("支出总表", "", "项目支出"), (decimal(project.budget) for project in projects))
        for project in projects:
            assert decimal(project.budget) == decimal(project.fiscal) + decimal(project.other)
            assert project.schedule is not None
            steps = (project.schedule.march, project.schedule.june, project.schedule.october, project.schedule.december)
            shares = [share.value for share in steps if share is not None and share.value is not None]
            assert shares == sorted(shares)
            assert shares[3] == 100
            families = {indicator.first for indicator in project.indicators} | {indicator.second for indicator in project.indicators}
            assert {"数量指标", "质量指标", "时效指标", "成本指标", "效益指标", "满意度指标"} <= families
            assert project.code is not None
            assert re.fullmatch(rf"[0-9]{{6}}{figures.text.year % 100}P[0-9A-Z]{{12}}", project.code)
            codes.append(project.code)
    assert len(codes) == len(set(codes))


def test_procurement_and_assets_add_up(all_figures: list[Figures]) -> None:
    for figures in all_figures:
        bought, owned = figures.text.procurement, figures.text.assets
        assert bought is not None
        assert decimal(bought.total) == decimal(bought.goods) + decimal(bought.works) + decimal(bought.services)
        assert decimal(bought.small_and_micro) <= decimal(bought.small_and_medium) <= decimal(bought.total)
        assert owned is not None
        total, rooms, offices, *rest = (decimal(row.value) for row in owned.rows)
        assert decimal(owned.total) == total == rooms + sum(rest)
        assert offices <= rooms


def test_amounts_in_the_text_stand_in_a_table(all_figures: list[Figures]) -> None:
    for figures in all_figures:
        printed = {str(amount) for table in figures.tables.values() for cells in table.values() for amount in cells.values()}
        for part in (figures.text.income, figures.text.expenditure, figures.text.public_expenses):
            assert part is not None
            assert part.note is not None
            amounts = re.findall(r"([0-9.]+)万元", part.note.text)
            assert amounts
            assert set(amounts) <= printed
        for project in figures.text.projects:
            assert project.purpose is not None
            assert re.findall(r"([0-9.]+)万元", project.purpose.text) == [str(decimal(project.budget))]


def test_some_sums_are_rounded_and_some_funds_are_empty(all_figures: list[Figures]) -> None:
    rounded = [decimal(f.text.projects[0].budget) for f in all_figures if f.text.other and "四舍五入" in f.text.other.text]
    assert 0 < len(rounded) < len(all_figures)
    sums = [(f.cell("支出总表", "", "项目支出"), sum(decimal(project.budget) for project in f.text.projects)) for f in all_figures]
    assert any(total != parts for total, parts in sums)
    empty = [(f, title) for f in all_figures for title in FUNDS if not f.lines[title]]
    assert 0 < len(empty) < len(all_figures)
    for figures, title in empty:
        note = figures.notes[title]
        assert note is not None
        assert note.text == f"本部门{figures.text.year}年无{title.removesuffix('表')}安排的预算，故本表为空表。"
