"""The golden site with an English interface: what was disclosed stays Chinese and says so, and nothing else is Chinese."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING
from unittest.mock import patch

import pytest

from generator.mkdocs_plugin.commands import build_site
from generator.model.money import MoneyUnit
from generator.rules import ALL_RULES
from generator.views.columns import FACT_TABLE, LIST_TABLE
from generator.views.downloads import DATA
from generator.views.language import SOURCE, speak
from tests.site.golden import RULES, golden_project

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from generator.findings.finding import Finding

pytestmark = pytest.mark.xdist_group("golden_site")

WORDS = re.compile(r"[\u4e00-\u9fff]+")
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
_MARKS = re.compile(r"[*_`]|\[|\]\([^)]*\)")
"""Of Markdown, inside a run of words."""
INLINE = {"a", "span", "strong", "em", "code", "tspan", "mark"}
MIXED = {"title", "desc", "option"}
"""Elements that can hold no other: what was disclosed stands there beside the interface's words, and they say what most of it is."""
IN_CHINESE = ("rules/", "about/", "accessibility/", "reading/")
"""Pages that are documentation, written in Chinese: the manual of each rule, and what the publisher wrote by hand."""


class Chinese(HTMLParser):
    """Reads the Chinese of a page: the texts of its blocks, and those that do not say that they are Chinese."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[tuple[str, str | None]] = []
        self.texts = [""]
        self.unmarked: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag not in INLINE:
            self.texts.append("")
        self.texts[:0] = [words for name in ("aria-label", "alt", "placeholder", "title") if (words := given.get(name))]
        if tag not in VOID:
            self.open.append((tag, given.get("lang")))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        pass  # A shape of a chart.

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop()[0] != tag:
            pass
        if tag not in INLINE:
            self.texts.append("")

    def handle_data(self, data: str) -> None:
        element = self.open[-1][0] if self.open else ""
        if element in {"script", "style"}:
            return
        self.texts[-1] += data
        language = next((given for _, given in reversed(self.open) if given), None)
        mostly = element not in MIXED or len(re.findall(r"[\u4e00-\u9fff]", data)) > len(re.findall("[A-Za-z]+", data))
        if WORDS.search(data) and language != SOURCE and mostly:
            self.unmarked.append(data.strip())


def foreign(page: str, known: set[str]) -> set[str]:
    """Return the runs of Chinese on a page that are none of the known ones."""
    return {run for text in Chinese(page).texts for run in WORDS.findall(text)} - known


def runs(texts: Iterable[str]) -> set[str]:
    return {run for text in texts for run in WORDS.findall(text)}


def _disclosed(content: Path) -> Iterator[str]:
    for path in content.rglob("*"):
        yield str(path)
        if path.is_file():
            text = path.read_text(encoding="utf-8")
            yield from (text, _MARKS.sub("", text))


def _found(findings: Iterable[Finding]) -> Iterator[str]:
    for each in findings:
        yield from (each.message, each.cure, each.expected, each.actual, each.difference, each.formula, each.cause)


def _data() -> Iterator[str]:
    """Yield the names and values of the open data, which are Chinese in every language."""
    for column in (*FACT_TABLE, *LIST_TABLE):
        yield from (column.header, *column.values)


@pytest.fixture(scope="module")
def english(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[dict[str, str], set[str], Path]]:
    """Return the pages by address, the Chinese that may stand on them, and the site."""
    project = golden_project(tmp_path_factory.mktemp("english")) / "content"
    site_yml = project / "site.yml"
    site_yml.write_text(f"{site_yml.read_text(encoding='utf-8')}语言: en\n", encoding="utf-8")
    chosen = tuple(rule for rule in ALL_RULES if rule.code in RULES)
    with patch("generator.pipeline.ALL_RULES", chosen):
        publication, _, site = build_site(str(project.parent / "mkdocs.yml"), lambda _: None)
    judgements = [*publication.report.judgements.values(), publication.report.site]
    findings = [finding for each in judgements for finding in (*each.findings, *each.waived)]
    menu = (project.parent / "mkdocs.yml").read_text(encoding="utf-8")
    known = runs((menu, *_disclosed(project), *_found(findings), *(unit.value for unit in MoneyUnit)))
    pages = {path.relative_to(site).as_posix(): path.read_text(encoding="utf-8") for path in sorted(site.rglob("*.html"))}
    yield pages, known, site
    speak(SOURCE)


def test_no_word_of_the_interface_is_left_in_chinese(english: tuple[dict[str, str], set[str], Path]) -> None:
    pages, known, _ = english
    assert len(pages) > len(RULES)
    held = {name: page for name, page in pages.items() if not name.startswith(IN_CHINESE)}
    left = {name: foreign(page, known | (runs(_data()) if name.startswith(DATA) else set())) for name, page in held.items()}
    assert {name: found for name, found in left.items() if found} == {}


def test_everything_chinese_says_that_it_is(english: tuple[dict[str, str], set[str], Path]) -> None:
    assert {name: texts for name, page in english[0].items() if (texts := Chinese(page).unmarked)} == {}


def test_every_page_says_that_it_is_english(english: tuple[dict[str, str], set[str], Path]) -> None:
    for name, page in english[0].items():
        assert '<html lang="en"' in page, name


def test_a_word_that_is_left_is_noticed() -> None:
    page = '<h1><span lang="zh-CN">清河市档案馆</span>: 2032 departmental budget</h1><p>还没有公开文本。</p><p title="搜索">Search</p>'
    assert foreign(page, {"清河市档案馆"}) == {"还没有公开文本", "搜索"}
    assert Chinese(page).unmarked == ["还没有公开文本。"]


def test_the_page_of_a_disclosure_reads_as_english_around_what_was_disclosed(english: tuple[dict[str, str], set[str], Path]) -> None:
    page = english[0]["2032/archives/budget/index.html"]
    for words in (
        '<h1><span><span lang="zh-CN">清河市档案馆</span>: 2032 departmental budget</span></h1>',
        "“Three public” expenses",
        "2 projects with a total budget of",
        "1 waived: ",
        '<th scope="col">Item</th>',
        "Unit of amounts",
        '<div lang="zh-CN" class="narrative">',
    ):
        assert words in page


def test_data_have_one_language(english: tuple[dict[str, str], set[str], Path]) -> None:
    table = (english[2] / "2032/archives/budget/2032-archives-budget.csv").read_text(encoding="utf-8-sig")
    assert table.startswith("文本,序号,地区,部门代号,部门,年度,文种,阶段")
    listed = json.loads((english[2] / "api/v1/years/2032.json").read_text(encoding="utf-8"))
    assert "清河市档案馆 2032年部门预算" in json.dumps(listed, ensure_ascii=False)


def test_scripts_are_given_their_words(english: tuple[dict[str, str], set[str], Path]) -> None:
    site = english[2]
    script = (site / "assets/mingzhang.js").read_text(encoding="utf-8")
    assert script.startswith("say.words = {")
    assert '"没有建议，按回车搜索。": "No suggestions; press Enter to search."' in script
    assert "say.words = {}" in (site / "assets/scripted.js").read_text(encoding="utf-8")
