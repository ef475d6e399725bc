"""Every format keeps the rules that its readers go by, and whatever a text begins with is never computed."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import shutil
import subprocess
import sys
import zipfile
from decimal import Decimal
from typing import TYPE_CHECKING

import openpyxl
import pytest
from jsonschema import Draft202012Validator

from generator.exports.csv_table import cell
from generator.exports.listing import schemas
from generator.exports.spreadsheet_text import harmless
from generator.exports.workbook import Table, Workbook
from generator.exports.worksheet import MOST_ROWS, Heading, letters, number_cell
from generator.exports.zip_file import Member, zip_file
from tests.exports.conftest import GOLDEN
from tests.exports.published import Sheets, published, rows_of
from tests.projects import digests, own_project

if TYPE_CHECKING:
    from pathlib import Path

    from tests.exports.published import Published

BUDGET = "2032/archives/budget/"
SCHEMA_OF = {
    "api/v1/index.json": "index",
    "api/v1/years/2032.json": "year",
    "2032/data/2032.json": "year",
    "api/v1/departments/archives.json": "department",
    "data/all-years.json": "all-years",
    "2032/data/2032-facts.json": "year-facts",
    "data/all-years-facts.json": "all-years-facts",
    "2032/archives/budget/2032-archives-budget.json": "disclosure",
    "2031/archives/performance/2031-archives-performance.json": "disclosure",
    "2032/water/budget/2032-water-budget.json": "disclosure",
}


@pytest.mark.parametrize("address", SCHEMA_OF)
def test_documents_are_sound_by_the_published_schema(golden: Published, address: str) -> None:
    schema = json.loads((golden.folder / f"api/v1/schemas/{SCHEMA_OF[address]}.json").read_bytes())
    Draft202012Validator.check_schema(schema)
    document = json.loads((golden.folder / address).read_bytes())
    assert [error.message for error in Draft202012Validator(schema).iter_errors(document)] == []


def test_a_document_with_a_number_for_a_text_is_not_sound(golden: Published) -> None:
    document = golden.json(golden.disclosure(BUDGET))
    document["facts"][0]["number"] = 1300.0
    assert [error.json_path for error in Draft202012Validator(schemas()["disclosure"]).iter_errors(document)] == ["$.facts[0].number"]


def test_every_address_of_the_interface_leads_to_a_file(golden: Published) -> None:
    index = json.loads((golden.folder / "api/v1/index.json").read_bytes())
    lists = [each["list"] for each in (*index["years"], *index["departments"])]
    assert {"csv", "facts", "json", "xlsx", "zip"} == index["files"].keys() == index["years"][0]["files"].keys()
    of_years = [address for year in index["years"] for address in year["files"].values()]
    named = [*index["files"].values(), *of_years, *index["schemas"].values(), *lists]
    for address in lists:
        for disclosure in json.loads((golden.folder / address).read_bytes())["disclosures"]:
            named += disclosure["files"].values()
    assert len(named) > 20
    assert [address for address in named if not (golden.folder / address).is_file()] == []


def test_sizes_are_those_of_the_files(golden: Published) -> None:
    assert golden.sizes == {path.relative_to(golden.folder).as_posix(): path.stat().st_size for path in golden.folder.rglob("*.*")}


def test_with_an_address_of_its_own_a_site_gives_whole_addresses(tmp_path: Path) -> None:
    base = "https://open.example/ysgk/"
    whole = published(GOLDEN, tmp_path, base)
    row = whole.csv(whole.disclosure(BUDGET))[0]
    assert row["网址"] == f"{base}{BUDGET}#income"
    assert json.loads((tmp_path / "api/v1/index.json").read_bytes())["years"][0]["list"] == f"{base}api/v1/years/2032.json"


def test_two_exports_are_equal_byte_for_byte(golden: Published, tmp_path: Path) -> None:
    published(GOLDEN, tmp_path)
    assert digests(tmp_path) == digests(golden.folder)


PACKAGES = [f"{BUDGET}datapackage.json"]
PACKAGES += ["2032/data/datapackage.json", "2032/data/2032.zip", "data/datapackage.json", "data/all-years.zip"]


@pytest.mark.parametrize("address", PACKAGES)
def test_data_packages_are_valid(golden: Published, address: str) -> None:
    # A process of its own: the library warns of its own future, which is none of our tests' business.
    command = [sys.executable, "-m", "frictionless", "validate", "--json", address]
    done = subprocess.run(command, cwd=golden.folder, capture_output=True, text=True, check=False)  # noqa: S603 - our own command
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    assert json.loads(done.stdout)["valid"] is True


def test_a_data_package_with_a_changed_figure_is_not_valid(golden: Published, tmp_path: Path) -> None:
    shutil.copytree(golden.folder / BUDGET, tmp_path, dirs_exist_ok=True)
    table = tmp_path / "2032-archives-budget.csv"
    table.write_bytes(table.read_bytes().replace(b",700.00,", b",7o0.00,", 1))
    command = [sys.executable, "-m", "frictionless", "validate", "--json", "datapackage.json"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)  # noqa: S603 - our own command
    assert done.returncode == 1


def test_a_package_says_which_licence_or_that_there_is_none(tmp_path: Path, golden: Published) -> None:
    descriptor = json.loads((golden.folder / f"{BUDGET}datapackage.json").read_bytes())
    assert "licenses" not in descriptor
    assert descriptor["licence_note"] == "网站没有载明数据许可"
    licensed = _licensed(tmp_path)
    descriptor = json.loads((licensed.folder / "2026/demo/budget/datapackage.json").read_bytes())
    assert descriptor["licenses"] == [{"name": "CC-BY-4.0", "path": "https://licence.example/", "title": "CC BY 4.0"}]
    assert {row["数据许可"] for row in licensed.csv(licensed.corpus.disclosures[0])} == {"CC BY 4.0"}


DEPARTMENT = "名称: [{自: 2020, 全称: 示例局}]\n地区: demo\n"
SITE = "网站名称: 示例\n数据许可: CC BY 4.0\n数据许可网址: https://licence.example/\n发现错误时: 照常发布并列出\n"
TEXT = """\
年度: 2026
金额单位: 万元
支出:
  合计: -1.50
  构成:
    - {名称: '=HYPERLINK("http://else.example","点")', 金额: 1.00}
    - {名称: '@SUM(A1)', 金额: -2.50}
    - {名称: '+1+cmd', 金额: }
项目:
  - 名称: '-2+3'
    项目编码: "0012"
    绩效指标:
      - {三级指标: 甲, 指标值: "=1+1"}
      - {三级指标: 乙, 指标值: "-5"}
"""


def _licensed(folder: Path) -> Published:
    files = {
        "site.yml": SITE,
        "reference/regions.yml": "地区:\n  demo: {名称: 示例市, 级次: 市级, 公开格式: national}\n",
        "reference/formats/national.yml": "名称: 全国\n文种:\n  部门预算: {章节: [{名称: 支出}, {名称: 项目}]}\n",
        "reference/glossary.yml": "名词: {}\n",
        "departments/demo/department.yml": DEPARTMENT,
        "departments/demo/2026/budget.yml": TEXT,
    }
    content = own_project(folder / "project", files) / "content"
    return published(content, folder / "site")


def test_no_text_of_a_disclosure_is_a_formula(tmp_path: Path) -> None:
    exports = _licensed(tmp_path)
    disclosure = exports.corpus.disclosures[0]
    rows = exports.csv(disclosure)
    names = {row["名称"] for row in rows}
    assert {'\'=HYPERLINK("http://else.example","点")', "'@SUM(A1)", "'+1+cmd"} <= names
    assert {row["所属"] for row in rows if row["部分"] == "项目"} == {"'-2+3"}
    assert [row["数值"] for row in rows if row["栏目"] in ("合计", "金额")] == ["-1.50", "1.00", "-2.50", ""]
    assert [row["文字"] for row in rows if row["栏目"] == "指标值"] == ["'=1+1", "-5"]
    assert {row["编码"] for row in rows if row["部分"] == "项目"} == {"0012"}
    texts = [cell for sheet in exports.workbook(disclosure).cells.values() for row in sheet for cell in row if isinstance(cell, str)]
    assert [text for text in texts if text.startswith(("=", "@", "+"))] == []
    with zipfile.ZipFile(exports.folder / f"{exports.stem(disclosure)}.xlsx") as archive:
        assert not any(b"<f>" in archive.read(name) for name in archive.namelist())
    for address in ("2026/data/2026-facts.csv", "data/all-years-facts.csv"):
        assert rows_of((exports.folder / address).read_bytes()) == rows
    assert exports.json(disclosure)["facts"][1]["name"] == '=HYPERLINK("http://else.example","点")'


@pytest.mark.parametrize("text", ["=1", "+a", "-b", "@c", "＝1", "＋a", "－b", "＠c", "\t=1", "\r=1", "--1", "-1-1", "=", "-"])
def test_what_begins_like_a_formula_is_made_text(text: str) -> None:
    assert harmless(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "-1", "+1.50", "-1,200.00", "-5%", "1=1", "甲", "≥95%", "——", "0012", "a-b"])
def test_what_is_a_number_or_harmless_stays(text: str) -> None:
    assert harmless(text) == text


@pytest.mark.parametrize(("text", "written"), [('a"b', '"a""b"'), ("a,b", '"a,b"'), ("a\nb", '"a\nb"'), ("甲", "甲")])
def test_cells_of_csv_are_quoted_where_they_need_it(text: str, written: str) -> None:
    assert cell(text) == written


@pytest.mark.parametrize("address", [f"{BUDGET}2032-archives-budget.csv", "2032/data/2032-facts.csv", "data/all-years-facts.csv"])
def test_csv_is_utf_8_with_its_mark_and_crlf(golden: Published, address: str) -> None:
    content = (golden.folder / address).read_bytes()
    assert content.count(b"\xef\xbb\xbf") == 1
    assert content.startswith(b"\xef\xbb\xbf" + "文本,序号,".encode())
    assert content.count(b"\n") == content.count(b"\r\n") == len(rows_of(content)) + 1


@pytest.mark.parametrize(
    ("name", "title", "sheets"),
    [
        (f"{BUDGET}2032-archives-budget", "清河市档案馆 2032年部门预算", {"收支总表", "三公经费表", "项目", "绩效指标", "文字部分的数据"}),
        ("2032/data/2032", "2032年公开文本", {"公开文本", "预算 收支总表", "预算 项目"}),
        ("data/all-years", "全部公开文本", {"公开文本", "2032 预算 收支总表", "2031 绩效 项目"}),
    ],
    ids=["disclosure", "year", "all years"],
)
def test_a_workbook_is_as_accessible_spreadsheets_should_be(golden: Published, name: str, title: str, sheets: set[str]) -> None:
    book = openpyxl.load_workbook(golden.folder / f"{name}.xlsx")
    assert book.sheetnames[0] == "说明"
    assert sheets <= set(book.sheetnames)
    assert (book.properties.title, book.properties.language) == (title, "zh-CN")
    for sheet in book:
        assert sheet["A1"].value
        assert not sheet.merged_cells.ranges
        assert all(any(cell.value is not None for cell in row) for row in sheet.iter_rows())
        (table,) = sheet.tables.values()
        first = int(table.ref.split(":")[0].strip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
        assert sheet.freeze_panes == f"A{first + 1}"
        assert [cell.value for cell in sheet[first]] == [column.name for column in table.tableColumns]
        assert sheet.max_row == int(table.ref.rpartition(":")[2].strip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))


def test_numbers_are_numbers_and_show_the_printed_decimals(golden: Published) -> None:
    book = openpyxl.load_workbook(golden.folder / f"{BUDGET}2032-archives-budget.xlsx")
    row = next(row for row in book["项目"].iter_rows() if row[2].value == "馆藏修复")
    _, code, _, _, _, budget, _, other = row[:8]
    assert (budget.value, budget.number_format, budget.data_type) == (260, "#,##0.00", "n")
    assert code.value == "2032-0001 A"
    assert other.value == "空白"
    public = {row[0].value: row[2].value for row in book["三公经费表"].iter_rows()}
    assert (public["合计"], public["公务接待费"]) == (120000, "3万元")


def test_the_first_sheet_says_what_the_file_is(golden: Published) -> None:
    first = {row[0]: row[1] for row in golden.workbook(golden.disclosure(BUDGET)).cells["说明"] if len(row) > 1}
    expected = {"年度": "2032年", "文种和阶段": "部门预算（预算）", "金额单位": "万元", "公开日期": "2032-02-25", "最近更正": "2032-03-08"}
    assert expected.items() <= first.items()
    assert first["数据许可"] == "未载明"
    assert first["《政府性基金表》"] == "本馆没有政府性基金预算支出，故本表为空。"


def test_a_full_sheet_goes_on_in_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    assert MOST_ROWS == 1_048_576
    monkeypatch.setattr("generator.exports.workbook.MOST_ROWS", 4)
    book = Workbook("书", "甲")
    for number in range(3):
        book.add(Table("t", "表/一", "表", (), (Heading("数"),), [(number_cell(str(number)),)] * 2))
    assert [name for name in Sheets(book.close([])).cells if name != "说明"] == ["表一", "表一(2)", "表一(3)"]


@pytest.mark.parametrize(("position", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")])
def test_columns_are_lettered(position: int, name: str) -> None:
    assert letters(position) == name


def test_the_bytes_of_a_compressed_file_are_known() -> None:
    # Another compressor, or another version of ours, would make the archives of past years come out otherwise.
    text = "".join(f'<c r="A{n}" s="7"><v>{n * n}.{n % 97:02d}</v></c>中文' for n in range(20_000)).encode()
    growing = Member("xl/一般公共预算.xml")
    for start in range(0, len(text), 777):
        growing.write(text[start : start + 777])
    for member in (Member("xl/一般公共预算.xml", text), growing):
        packed = zip_file([member.close()])
        assert hashlib.sha256(packed).hexdigest() == "87ba45bfd5d92029211ea6db931ac476a65025baba89085fd7fd159cadfca576"
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        assert archive.read("xl/一般公共预算.xml") == text


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice 没有安装")
@pytest.mark.parametrize("exports", ["golden", "shipped"])
def test_libreoffice_reads_the_same_figures(exports: str, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    published: Published = request.getfixturevalue(exports)
    sources = [published.folder / f"{published.stem(disclosure)}.xlsx" for disclosure in published.corpus.disclosures]
    years = [published.folder / f"{year}/data/{year}.xlsx" for year in published.corpus.years] + [published.folder / "data/all-years.xlsx"]
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    options = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1"
    command = ["soffice", profile, "--headless", "--convert-to", options, "--outdir", str(tmp_path), *map(str, (*sources, *years))]
    subprocess.run(command, check=True, capture_output=True, timeout=300)  # noqa: S603 - our own command
    for source in (*sources, *years):
        for name, rows in Sheets(source.read_bytes()).cells.items():
            lines = (tmp_path / f"{source.stem}-{name}.csv").read_bytes()
            read = [[cell or None for cell in line] for line in _lines(lines)]
            width = max(map(len, rows))
            assert read == [[_shown(cell) for cell in (*row, *[None] * (width - len(row)))] for row in rows], f"{source.name}: {name}"


def _lines(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode())))


def _shown(cell: object) -> str | None:
    return f"{cell.normalize():f}" if isinstance(cell, Decimal) else None if cell is None else str(cell)
