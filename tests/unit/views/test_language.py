"""The interface can be said in every language that has a catalogue; what was disclosed stays as it is."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

import pytest
from babel.messages.pofile import read_po

from generator.cli.words import interface_words
from generator.views.language import CATALOGUES, SOURCE, noted, remembered, say, speak, spoken
from tests.cases.rule_cases import ROOT
from tests.projects import build, own_project

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SOURCES = (ROOT / "generator", ROOT / "theme")
LANGUAGES = sorted(path.stem for path in CATALOGUES.glob("*.po"))
SAID = (
    "generator/views/figures.py", "generator/views/origins.py", "generator/rendering/cells.py", "generator/rendering/formulas.py",
    "theme/404.html", "theme/main.html", "theme/partials/footer.html", "theme/partials/header.html",
    "theme/components/data_table/data_table.html", "theme/components/fact_list/fact_list.html",
    "theme/components/figure_origins/figure_origins.html", "theme/components/unit_choice/unit_choice.html", "theme/assets/units.js",
)  # fmt: skip
"""The files that have no interface words but those that they say; the others are to follow."""
CHINESE = re.compile(r"[\u4e00-\u9fff]")
UNITS = ("元", "万元", "亿元")


@pytest.fixture(autouse=True)
def chinese_again() -> Iterator[None]:
    yield
    speak(SOURCE)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_is_complete(language: str) -> None:
    with (CATALOGUES / f"{language}.po").open("rb") as file:
        catalogue = read_po(file)
    assert {each.id for each in catalogue if each.id} == {each.id for each in interface_words(*SOURCES) if each.id}
    for each in catalogue:
        if each.id:
            assert each.string, each.id
            assert not each.fuzzy, each.id
            assert sorted(re.findall(r"\{\w+\}", str(each.string))) == sorted(re.findall(r"\{\w+\}", str(each.id))), each.id


def unsaid(text: str, name: str) -> list[str]:
    """Return the Chinese words of a file that it neither says nor notes."""
    if name.endswith(".py"):
        tree = ast.parse(text)
        excused = {id(part) for node in ast.walk(tree) if isinstance(node, ast.Call) and _says(node) for part in ast.walk(node)}
        excused |= {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        strings = [node for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
        return [str(node.value) for node in strings if id(node) not in excused and CHINESE.search(str(node.value))]
    bare = re.sub(r"\{#.*?#\}|\bsay\(\"[^\"]*\"|//[^\n]*|/\*.*?\*/", "", text, flags=re.DOTALL)
    for unit in sorted(UNITS, key=len, reverse=True):
        bare = bare.replace(unit, "") if name.endswith("units.js") else bare
    return [line for line in bare.splitlines() if CHINESE.search(line)]


def _says(node: ast.Call) -> bool:
    return isinstance(node.func, ast.Name) and node.func.id in ("say", "noted")


@pytest.mark.parametrize("name", SAID)
def test_a_converted_file_says_all_its_words(name: str) -> None:
    assert unsaid((ROOT / name).read_text(encoding="utf-8"), name) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [('a = "甲"\n', "a.py"), ('a = f"{b}甲"\n', "a.py"), ("<p>甲</p>\n", "a.html"), ('<p title="甲">{{ say("乙") }}</p>', "a.html")],
)
def test_a_word_that_is_not_said_is_noticed(text: str, name: str) -> None:
    assert unsaid(text, name) != []


def test_what_is_remembered_is_forgotten_with_the_language() -> None:
    @remembered(maxsize=4)
    def blank() -> str:
        return say("空白")

    assert (blank(), spoken()) == ("空白", "zh-CN")
    speak("en")
    assert (blank(), spoken()) == ("Blank", "en")
    assert say("没有这样的词") == noted("没有这样的词")


def test_the_site_says_which_language_its_interface_speaks(tmp_path: Path) -> None:
    golden = ROOT / "tests" / "site" / "content"
    files = {path.relative_to(golden).as_posix(): path.read_text(encoding="utf-8") for path in golden.rglob("*") if path.is_file()}
    files["site.yml"] += "语言: en\n"
    site = build(own_project(tmp_path / "project", files))
    html = (site / "2032/archives/budget/index.html").read_text(encoding="utf-8")
    assert '<html lang="en"' in html
    assert "Skip to the text" in html
    assert '<main class="main" id="main" tabindex="-1" lang="zh-CN">' in html
    assert '<div class="unit-choice js-only" lang="en"' in html
    assert "Unit of amounts" in html
    assert "跳到正文" not in html
    assert "来历：" not in html
    assert "一般公共预算收入" in html
