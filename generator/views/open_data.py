"""开放数据: what the data files hold, column by column, under which licence, and how programs find them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.views.blocks import Entries, Entry, Fact, Facts, Items, Link, Notice, PageView, Prose, Section
from generator.views.columns import FACT_TABLE, LIST_TABLE
from generator.views.downloads import ALL_YEARS, API, DATA, TOGETHER, downloads_section, size_in_words, year_folder
from generator.views.judged_blocks import CodeSample
from generator.views.language import noted, say
from generator.views.lists import home
from generator.views.machines import OPEN_DATA, catalog, column
from generator.views.wording import UNSTATED, run_on

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.model.corpus import Corpus
    from generator.model.site import Site
    from generator.views.blocks import Block
    from generator.views.columns import Column

_WEB_ADDRESS = re.compile(r"https?://[!-;=?-~]+")
_TYPES = {"string": noted("文字"), "integer": noted("整数"), "number": noted("数"), "date": noted("日期")}
_PROGRAM = """\
import json, urllib.request

site = "https://www.example.gov.cn/ysgk/"  # {comment}

def read(address):
    if not address.startswith("http"):
        address = site + address
    return json.load(urllib.request.urlopen(address))

for department in read("api/v1/index.json")["departments"]:
    for disclosure in read(department["list"])["disclosures"]:
        for fact in read(disclosure["files"]["json"])["facts"]:
            print(disclosure["id"], fact["name"], fact["column"], fact["number"])
"""


def open_data_view(corpus: Corpus, files: Mapping[str, int]) -> PageView:
    """Return the page; ``files`` are the written files by address, with their sizes in bytes."""
    stem, description = f"{DATA}{ALL_YEARS}", say("全部公开文本的数据下载：每一栏的含义、数据许可、给程序用的接口。")
    whole = downloads_section(stem, files, TOGETHER)
    return PageView(
        title=say("开放数据"),
        description=description,
        lead=say("每一份公开文本、每一个年度和全部年度的数据都可以下载。数字照公开文本原样，没有换算。"),
        breadcrumbs=(home(),),
        sections=(
            *(Section("all", say("全部年度"), tuple(block for block in _without_self(section.blocks))) for section in whole),
            *_years(corpus, files),
            Section("licence", say("数据许可"), (_licence(corpus.site),)),
            Section("reading", say("怎样读这些数据"), (Items(tuple(map(say, _READING))),)),
            Section("columns", say("逐条数据的各栏"), (Prose(say("CSV 里的栏名，括号里是 JSON 和数据包里的名称。")), _columns(FACT_TABLE))),
            Section("list", say("公开文本列表的各栏"), (_columns(LIST_TABLE),)),
            Section("api", say("给程序用的接口"), _api()),
        ),
        contents=True,
        machines=column(say("开放数据"), description, OPEN_DATA, catalog(corpus.site, description, stem, files)),
    )


_READING = (
    noted("CSV 是 UTF-8 编码，Excel 和 WPS 可以直接打开；科目编码、项目编码是文字，用“数据 → 从文本/CSV”导入可以保留开头的 0。"),
    noted("“数值”一栏位数照原文，没有千位分隔符；金额的单位写在“单位”一栏，有的表以元为单位，加总以前要先统一。"),
    noted("空白（印了格子没有填）、零和不公开是三回事，看“状态”一栏。"),
    noted("同一笔钱会在几张公开表里出现，合计行也是一行：加总时先选定一张表、一级科目。"),
    noted("以等号、加号、减号等符号开头的文字，前面加了一个单引号，免得表格软件把它当成公式；JSON 里没有加。"),
    noted("“版本”由源文件的内容算出，数据有任何改动它都会变；更正过的文本在页面上列出更正。"),
)


def _without_self(blocks: Sequence[Block]) -> list[Block]:
    """Return a section's blocks without the link to this very page."""
    return [
        Entries(tuple(entry for entry in block.entries if entry.link.address != DATA)) if isinstance(block, Entries) else block
        for block in blocks
    ]


def _years(corpus: Corpus, files: Mapping[str, int]) -> tuple[Section, ...]:
    entries = tuple(
        Entry(Link(f"{year}{ending}", address), say("{year}年，{size}", year=year, size=size_in_words(files[address])))
        for year in corpus.years
        for ending in TOGETHER
        if (address := f"{year_folder(year)}{year}{ending}") in files
    )
    return (Section("years", say("按年度"), (Prose(say("单份文本的数据在它自己的页面上。")), Entries(entries))),) if entries else ()


def _licence(site: Site) -> Block:
    if not site.licence:
        return Notice("lacking", say("网站没有载明数据许可。"), say("请在 site.yml 里填写“数据许可”。"))
    rows = [Fact(say("数据许可"), site.licence)]
    if site.licence_address:
        linked = _WEB_ADDRESS.fullmatch(site.licence_address)
        rows.append(Fact(say("许可全文"), prose=Prose(f"<{linked[0]}>")) if linked else Fact(say("许可全文"), site.licence_address))
    return Facts((*rows, Fact(say("主办单位"), site.publisher or say(UNSTATED))))


def _columns(columns: Sequence[Column]) -> Facts:
    """Return the columns as a list, which a phone shows as well as a desk: header, name in JSON, meaning, type."""
    return Facts(tuple(Fact(say("{header}（{key}）", header=each.header, key=each.key), _meaning(each)) for each in columns))


def _meaning(each: Column) -> str:
    kind = say(_TYPES[each.type])
    return run_on(
        say("{meaning}。", meaning=say(each.meaning)),
        say("取值：{values}。", values=say("、").join(each.values)) if each.values else "",
        say("{type}，可以为空。", type=kind) if each.lacking else say("{type}。", type=kind),
    )


def _api() -> tuple[Block, ...]:
    lists = (
        Entry(Link(f"{API}index.json", f"{API}index.json"), say("目录：年度、部门、各种文件的网址")),
        Entry(Link("index", f"{API}schemas/index.json"), say("目录的 JSON Schema")),
        Entry(Link("year", f"{API}schemas/year.json"), say("一个年度（api/v1/years/年度.json）的 JSON Schema")),
        Entry(Link("department", f"{API}schemas/department.json"), say("一个部门（api/v1/departments/部门代号.json）的 JSON Schema")),
        Entry(Link("all-years", f"{API}schemas/all-years.json"), say("全部公开文本（data/all-years.json）的 JSON Schema")),
        Entry(Link("disclosure", f"{API}schemas/disclosure.json"), say("一份公开文本（年度/部门代号/文种/ 下的 .json）的 JSON Schema")),
        Entry(Link("year-facts", f"{API}schemas/year-facts.json"), say("一个年度的数据（年度/data/ 下的 -facts.json）的 JSON Schema")),
        Entry(Link("all-years-facts", f"{API}schemas/all-years-facts.json"), say("全部数据（data/all-years-facts.json）的 JSON Schema")),
    )
    promise = say(
        "接口是静态文件，网址长期不变，不需要登记。版本 1 里以后可能增加新的键；改变含义或者删去键时换成 v2。"
        "网址在网站设定了自己的网址时是完整的，否则从网站根目录算起。每个 CSV 旁边另有 datapackage.json，"
        "照 Frictionless Data Package 的规格说明 CSV 的各栏。"
    )
    return (
        Prose(promise),
        Entries(lists),
        CodeSample(say("读出全部数据的 Python 程序"), _PROGRAM.replace("{comment}", say("换成本站的网址"))),
    )
