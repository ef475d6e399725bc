"""Exported figures are those of the sources, to the last digit, in every format."""

from __future__ import annotations

import json
import shutil
import zipfile
from collections import Counter
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from tests.exports.conftest import GOLDEN
from tests.exports.published import Sheets, published, rows_of
from tests.exports.sources import numbers_in
from tests.projects import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from tests.exports.published import Published


def check(exports: Published, base: Path) -> int:
    """Compare all disclosures with their sources; return how many figures were compared."""
    compared = 0
    for disclosure in exports.corpus.disclosures:
        written = numbers_in(disclosure, base)
        rows, document = exports.csv(disclosure), exports.json(disclosure)
        assert Counter(row["数值"] for row in rows if row["数值"]) == written, disclosure.address
        assert Counter(fact["number"] for fact in document["facts"] if fact["number"]) == written, disclosure.address
        units = {statement["title"]: statement["unit"] for statement in document["statements"]}
        # An amount in another unit than its table's is words in a workbook, so that nobody adds it up.
        others = Counter(
            fact["number"]
            for fact in document["facts"]
            if fact["type"] == "金额" and fact["unit"] != units.get(fact["part"], document["unit"])
        )
        numbers = Counter(f"{number:f}" for number in exports.workbook(disclosure).numbers)
        assert numbers == written - Counter({digits: count for digits, count in others.items() if digits}), disclosure.address
        compared += written.total()
    return compared


def test_the_shipped_figures(shipped: Published) -> None:
    assert check(shipped, ROOT) > 140


def test_the_golden_figures(golden: Published) -> None:
    assert check(golden, ROOT / "tests/site") > 60


def test_five_hundred_synthetic_disclosures(synthetic: Published) -> None:
    assert len(synthetic.corpus.disclosures) == 500
    assert check(synthetic, synthetic.folder.parent) > 100_000


def test_a_year_holds_every_figure_of_its_disclosures(golden: Published) -> None:
    own = golden.corpus.of_year(golden.corpus.years[0])
    rows = [row for disclosure in own for row in golden.csv(disclosure)]
    with zipfile.ZipFile(golden.folder / "2032/data/2032.zip") as year, zipfile.ZipFile(golden.folder / "data/all-years.zip") as whole:
        assert rows_of(year.read("2032-facts.csv")) == rows
        assert whole.read("2032-facts.csv") == year.read("2032-facts.csv")
        assert year.read("2032-facts.csv") == (golden.folder / "2032/data/2032-facts.csv").read_bytes()
        assert len(rows_of(whole.read("disclosures.csv"))) == len(golden.corpus.disclosures)
    book = Sheets((golden.folder / "2032/data/2032.xlsx").read_bytes())
    lines = [row for name, rows_of_sheet in book.cells.items() if name not in ("说明", "公开文本") for row in rows_of_sheet[3:]]
    found = Counter(cell for row in lines for cell in row[6:] if isinstance(cell, Decimal))
    single = Counter(number for disclosure in own for number in golden.workbook(disclosure).numbers)
    assert found == single


def check_together(exports: Published) -> int:
    """Compare the plain files of each year and of the whole site with those of their disclosures; return how many facts they hold."""
    every, rows, documents = exports.corpus, [], []
    for year in every.years:
        own = every.of_year(year)
        table = [row for disclosure in own for row in exports.csv(disclosure)]
        assert rows_of((exports.folder / f"{year}/data/{year}-facts.csv").read_bytes()) == table
        document = json.loads((exports.folder / f"{year}/data/{year}-facts.json").read_bytes())
        assert document == {"version": 1, "year": year, "disclosures": [exports.json(disclosure) for disclosure in own]}
        rows += table
        documents += document["disclosures"]
    assert rows_of((exports.folder / "data/all-years-facts.csv").read_bytes()) == rows
    assert json.loads((exports.folder / "data/all-years-facts.json").read_bytes()) == {"version": 1, "disclosures": documents}
    return len(rows)


def test_years_and_the_whole_site_hold_the_figures_of_their_disclosures(
    shipped: Published, golden: Published, synthetic: Published
) -> None:
    assert check_together(shipped) > 500
    assert check_together(golden) > 100
    assert check_together(synthetic) > 100_000


def test_a_site_without_disclosures_has_tables_without_rows(tmp_path: Path) -> None:
    (tmp_path / "content/departments").mkdir(parents=True)
    for name in ("site.yml", "reference"):
        copy = shutil.copytree if (GOLDEN / name).is_dir() else shutil.copy
        copy(GOLDEN / name, tmp_path / "content" / name)
    empty = published(tmp_path / "content", tmp_path / "site")
    assert check_together(empty) == 0
    files = json.loads((empty.folder / "api/v1/index.json").read_bytes())["files"]
    assert [address for address in files.values() if not (empty.folder / address).is_file()] == []


def test_the_workbook_of_all_years_holds_the_sheets_of_each(golden: Published) -> None:
    whole = Sheets((golden.folder / "data/all-years.xlsx").read_bytes()).cells
    for year in golden.corpus.years:
        for name, rows in Sheets((golden.folder / f"{year}/data/{year}.xlsx").read_bytes()).cells.items():
            if name not in ("说明", "公开文本"):
                assert whole.pop(f"{year} {name}"[:31]) == rows
    assert list(whole) == ["说明", "公开文本"]
    assert len(whole["公开文本"]) == len(golden.corpus.disclosures) + 2


FACTS = {
    "an amount keeps its decimals": ("收入", "收入", "合计", ("1300.00", "", "金额", "万元", "数值")),
    "blank is not zero": ("收入", "上年结转", "金额", ("", "", "金额", "万元", "空白")),
    "withheld is not blank": ("收入", "涉密专项", "金额", ("", "", "金额", "万元", "不公开")),
    "zero is a number": ("三公经费", "因公出国（境）费", "本年", ("0", "", "金额", "万元", "数值")),
    "a direction is words": ("三公经费", "合计", "方向", ("", "减少", "方向", "", "文字")),
    "a cell with a unit of its own": ("三公经费表", "公务接待费", "本年预算数", ("3", "", "金额", "万元", "数值")),
    "a statement with a unit of its own": ("三公经费表", "合计", "上年预算数", ("135000", "", "金额", "元", "数值")),
    "a share": ("项目", "资金支出计划", "6月底", ("40", "", "百分比", "%", "数值")),
    "a target in words": ("项目", "完成时间", "指标值", ("", "11月底前", "指标值", "", "文字")),
    "a target in three columns": ("项目", "扫描页数", "值", ("", "50000", "指标值", "", "文字")),
    "a quantity": ("国有资产", "1、车辆（辆）", "数量", ("3", "", "数量", "", "数值")),
    "a dash is no quantity": ("国有资产", "资产总额", "数量", ("", "——", "数量", "", "文字")),
    "a text column of a statement": ("采购表", "修复用纸", "目录", ("", "A05 <纸>", "文字", "", "文字")),
}


@pytest.mark.parametrize("name", FACTS)
def test_a_fact(golden: Published, name: str) -> None:
    part, row_name, column, expected = FACTS[name]
    rows = [
        row
        for row in golden.csv(golden.disclosure("2032/archives/budget/"))
        if (row["部分"], row["名称"], row["栏目"]) == (part, row_name, column)
    ]
    assert [tuple(row[key] for key in ("数值", "文字", "类型", "单位", "状态")) for row in rows] == [expected]


def test_a_fact_says_where_it_comes_from_and_where_it_is_shown(golden: Published) -> None:
    row = next(row for row in golden.csv(golden.disclosure("2032/archives/budget/")) if row["名称"] == "人员经费")
    place = golden.folder, row["来源"], int(row["行"])
    line = (ROOT / "tests/site" / place[1]).read_text(encoding="utf-8").splitlines()[place[2] - 1]
    assert line[int(row["列"]) - 1 :].startswith("700.00")
    assert row["网址"] == "2032/archives/budget/#expenditure"
    assert (row["所属"], row["公开日期"], row["阶段"]) == ("基本支出", "2032-02-25", "预算")
    assert len(row["版本"]) == 12
