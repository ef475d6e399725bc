"""A format says only what differs from the one that it extends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.loading.files import Shelf
from generator.loading.reference import Reference, load_reference
from generator.model.format import Classification, Demand, Form
from generator.model.kinds import Kind, Year
from tests.unit.loading.helpers import write

if TYPE_CHECKING:
    from pathlib import Path

REGIONS = (
    "地区:\n"
    "  sheng: {名称: 示例省, 级次: 省级, 公开格式: sheng}\n"
    "  shili: {名称: 示例市, 级次: 市级, 上级: sheng}\n"
    "  xian: {名称: 示例县, 级次: 县级, 上级: shili}\n"
    "  other: {名称: 他市, 级次: 市级}\n"
)


def loaded(content: Path, own: str) -> Reference:
    write(content, "reference/regions.yml", REGIONS)
    write(content, "reference/formats/sheng.yml", f"名称: 示例省\n继承: national\n{own}")
    shelf = Shelf(content)
    reference = load_reference(shelf)
    assert shelf.findings == []
    return reference


def form(content: Path, own: str) -> Form:
    return loaded(content, f"文种:\n  部门预算:\n{own}").formats["sheng"][Kind.BUDGET]


def test_a_format_without_forms_is_the_one_that_it_extends(content: Path) -> None:
    reference = loaded(content, "")
    assert reference.formats["sheng"] == reference.formats["national"]


def test_a_list_of_sections_replaces_the_list(content: Path) -> None:
    own = form(content, "    章节:\n      - {名称: 支出}\n")
    assert [section.name for section in own.sections] == ["支出"]
    assert [statement.title for statement in own.statements] == ["收支总表", "支出总表", "采购表"]


def test_a_statement_keeps_what_is_not_said_anew(content: Path) -> None:
    own = form(content, "    公开表:\n      支出总表: {代号: expenditure-table, 要求: 可选}\n").statement("支出总表")
    assert own is not None
    assert own.demand is Demand.OPTIONAL
    assert (own.full_title, own.classification) == ("部门支出总表", Classification.FUNCTION)
    assert [column.name for column in own.columns] == ["合计", "基本支出", "项目支出"]


def test_a_statement_may_have_columns_of_its_own(content: Path) -> None:
    own = form(content, "    公开表:\n      支出总表: {代号: expenditure-table, 栏目: [{名称: 合计}]}\n").statement("支出总表")
    assert own is not None
    assert [column.name for column in own.columns] == ["合计"]


def test_further_statements_stand_behind(content: Path) -> None:
    own = form(content, "    公开表:\n      项目表: {代号: project-table}\n")
    assert [statement.title for statement in own.statements] == ["收支总表", "支出总表", "采购表", "项目表"]


def test_a_further_kind_is_added(content: Path) -> None:
    reference = loaded(content, "文种:\n  部门决算:\n    章节:\n      - {名称: 支出}\n")
    assert set(reference.formats["sheng"]) == {Kind.BUDGET, Kind.ACCOUNTS}
    assert set(reference.formats["national"]) == {Kind.BUDGET}


def test_a_region_has_the_format_of_the_nearest_region_above(content: Path) -> None:
    reference = loaded(content, "文种:\n  部门预算:\n    依据: 示例省的办法\n")
    basis = {slug: reference.form(region, Kind.BUDGET, Year(2026)).basis for slug, region in reference.regions.items()}
    assert {slug for slug, narrative in basis.items() if narrative is not None} == {"sheng", "shili", "xian"}


def test_formats_in_a_circle_still_have_their_own_forms(content: Path) -> None:
    write(content, "reference/formats/a.yml", "名称: 甲\n继承: b\n文种:\n  部门预算:\n    章节:\n      - {名称: 收入}\n")
    write(content, "reference/formats/b.yml", "名称: 乙\n继承: a\n")
    shelf = Shelf(content)
    reference = load_reference(shelf)
    assert [finding.code for finding in shelf.findings] == ["DAT-019", "DAT-019"]
    assert [section.name for section in reference.formats["b"][Kind.BUDGET].sections] == ["收入"]


def test_an_old_disclosure_keeps_the_form_of_its_year(content: Path) -> None:
    for year in (2024, 2027):
        own = f"文种:\n  部门预算:\n    依据: {year}年的办法\n"
        write(content, f"reference/formats/sheng-{year}.yml", f"名称: 示例省{year}\n继承: sheng\n{own}")
    reference = loaded(content, "文种:\n  部门预算:\n    依据: 原来的办法\n")
    found = [reference.form(reference.regions["shili"], Kind.BUDGET, Year(year)).basis for year in (2023, 2024, 2026, 2027)]
    assert [basis.text if basis else "" for basis in found] == ["原来的办法", "2024年的办法", "2024年的办法", "2027年的办法"]
