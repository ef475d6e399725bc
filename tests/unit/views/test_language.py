"""The interface can be said in every language that has a catalogue; what was disclosed stays as it is."""

from __future__ import annotations

import ast
import json
import re
from typing import TYPE_CHECKING

import pytest
from babel.messages.pofile import read_po

from generator.cli.words import interface_words
from generator.rendering.scripts import whole_script, words_in
from generator.views.columns import FACT_TABLE, LIST_TABLE
from generator.views.language import CATALOGUES, SOURCE, noted, read_catalogue, remembered, say, say_as, speak, spoken
from generator.views.vocabulary import declared_words
from tests.cases.rule_cases import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

SOURCES = (ROOT / "generator", ROOT / "theme")
LANGUAGES = sorted(path.stem for path in CATALOGUES.glob("*.po"))
HELD = sorted(
    path.relative_to(ROOT).as_posix()
    for pattern in (
        *("generator/views/*.py", "generator/rendering/*.py", "generator/pages/*.py", "generator/search/document*.py"),
        "generator/exports/announcing.py",
        *("theme/**/*.html", "theme/**/*.js"),
    )
    for path in ROOT.glob(pattern)
)
"""Every file that makes what a reader sees."""
UNITS = r"元|万元|亿元"
LABELS = (
    r"公开依据|部门职责|机构设置|预算编制说明|收入|支出|比上年增减|机关运行经费|三公经费|专项资金说明|政府采购|国有资产"
    r"|其他说明|附件|更正|部门整体绩效|项目|名词解释"
)
EXCUSED = {
    "generator/views/addresses.py": ("columns of statements are known by this word", r"本年"),
    "generator/views/row_address.py": ("rows of statements are known by these names", r"合计|总计"),
    "generator/views/blocks.py": ("units are values of the choice; the component says them", UNITS),
    "generator/views/columns.py": ("data have one language: names and values of columns", r"[\u4e00-\u9fff]{1,5}"),
    "generator/views/disclosure.py": ("labels of the form are keys; outline notes them", LABELS),
    "generator/views/feedback.py": ("what site.yml writes for the place", r"\{位置\}"),
    "generator/views/machines.py": ("a closed list of the ministry, for programs", r"首页|信息公开目录|信息公开指南|数据开放"),
    "generator/views/summary.py": ("recognises the amounts that begin a disclosed text", r"\\A.*"),
    "generator/views/tables.py": ("levels and totals of statements, and kinds of column, are keys", r"类|款|项|合计|总计|文字"),
    "generator/views/uses.py": ("recognises the numbers of headings", r"\^.*"),
    "generator/rendering/environment.py": (
        "a fault of the installation, told to whoever builds",
        r"网页模板与这个版本的明账不配：|）。请用同一版本的程序和模板。| 第|行",
    ),
    "generator/rendering/shell.py": (
        "a fault of the installation, told to whoever builds",
        r"Material 的模板变了：应当正好有一处 |，实际有 | 处",
    ),
    "generator/rendering/tongues.py": ("the range of Chinese characters", r"⺀.*"),
    "theme/assets/search/query.js": (
        "numerals and units that readers type",
        r'"[零〇一二两三四五六七八九]+"|[十百千]: 1|"[千万百亿]*"|(?:[百千]?[万千]|亿)?(?:元|块钱?|圆)?:|[零〇两二]|人民币',
    ),
    "theme/assets/search/text.js": ("scales of amounts in texts", r"[千万百亿]+: 1e"),
    "theme/assets/units.js": ("units as they are printed", r"(?:亿|万)?元: "),
}
"""By file: what of its Chinese no reader sees as a word of the interface, and why."""
CHINESE = re.compile(r"[\u4e00-\u9fff]")
_REGULAR = re.compile(r"/(?![/*])(?:[^/\\\n\[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+/[gimsuy]*(?=[\s,;.)])")
"""A regular expression of a script: it recognises texts and is shown to nobody."""


@pytest.fixture(autouse=True)
def chinese_again() -> Iterator[None]:
    yield
    speak(SOURCE)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_is_complete(language: str) -> None:
    with (CATALOGUES / f"{language}.po").open("rb") as file:
        catalogue = [each for each in read_po(file) if each.id]
    assert {(each.context, each.id) for each in catalogue} == {(each.context, each.id) for each in interface_words(*SOURCES) if each.id}
    for each in catalogue:
        assert each.string, each.id
        assert not each.fuzzy, each.id
        assert placeholders(str(each.string)) == placeholders(str(each.id)), each.id


def placeholders(text: str) -> set[str]:
    return set(re.findall(r"\{(\w+)[}:]", text))


def unsaid(text: str, name: str, excused: str = "") -> list[str]:
    """Return the Chinese words of a file that it neither says nor notes, but for those that a pattern excuses."""
    excused = excused or r"(?!)"
    if name.endswith(".py"):
        tree = ast.parse(text)
        said = {id(part) for node in ast.walk(tree) if isinstance(node, ast.Call) and _says(node) for part in ast.walk(node)}
        said |= {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        strings = [node for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
        words = [str(node.value) for node in strings if id(node) not in said and CHINESE.search(str(node.value))]
        return [each for each in words if not re.fullmatch(excused, each, re.DOTALL)]
    bare = re.sub(r"\{#.*?#\}|\bsay\(\"[^\"]*\"|(?<![:\"])//[^\n]*|/\*.*?\*/", "", text, flags=re.DOTALL)
    bare = _REGULAR.sub("", bare) if name.endswith(".js") else bare
    return [line for line in re.sub(excused, "", bare).splitlines() if CHINESE.search(line)]


def _says(node: ast.Call) -> bool:
    return isinstance(node.func, ast.Name) and node.func.id in ("say", "say_as", "noted")


@pytest.mark.parametrize("name", HELD)
def test_a_file_says_all_its_words(name: str) -> None:
    _, excused = EXCUSED.get(name, ("", ""))
    assert unsaid((ROOT / name).read_text(encoding="utf-8"), name, excused) == []


@pytest.mark.parametrize("name", EXCUSED)
def test_an_excuse_is_needed(name: str) -> None:
    assert EXCUSED[name][0]
    assert name in HELD
    assert unsaid((ROOT / name).read_text(encoding="utf-8"), name) != []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('a = "甲"\n', "a.py"),
        ('a = f"{b}甲"\n', "a.py"),
        ('a = "、".join(b) + "（甲）"\n', "a.py"),
        ("<p>甲</p>\n", "a.html"),
        ('<p title="甲">{{ say("乙") }}</p>', "a.html"),
        ("status.textContent = `甲${b}`;\n", "a.js"),
        ('status.textContent = b ? "甲" : say("乙");\n', "a.js"),
        ('a = "一句没有说出来的话"\n', "generator/views/columns.py"),
        ('line.textContent = "元旦";\n', "theme/assets/units.js"),
        ('Section("findings", "检查结果")\n', "generator/views/disclosure.py"),
    ],
)
def test_a_word_that_is_not_said_is_noticed(text: str, name: str) -> None:
    assert unsaid(text, name, EXCUSED.get(name, ("", ""))[1]) != []


@pytest.mark.parametrize("name", HELD)
def test_a_chinese_word_put_into_any_file_is_noticed(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    ends = {".py": '\nWORDS = "这里漏了一句话"\n', ".html": "\n<p>这里漏了一句话</p>\n", ".js": "\nconst words = `这里漏了一句话`;\n"}
    _, excused = EXCUSED.get(name, ("", ""))
    assert unsaid(text + ends[name[name.rindex(".") :]], name, excused) != []


def test_the_words_of_the_model_are_in_the_catalogues() -> None:
    words = set(declared_words())
    assert {"部门预算", "机关运行经费", "因公出国（境）费", "不公开", "亿元", "搜索"} <= words
    assert words | {column.meaning for column in (*FACT_TABLE, *LIST_TABLE)} <= set(read_catalogue("en"))


def test_what_is_remembered_is_forgotten_with_the_language() -> None:
    @remembered(maxsize=4)
    def blank() -> str:
        return say("空白")

    assert (blank(), spoken()) == ("空白", "zh-CN")
    speak("en")
    assert (blank(), spoken()) == ("Blank", "en")
    assert say("没有这样的词") == noted("没有这样的词")


def test_a_number_chooses_between_two_forms_of_a_word() -> None:
    assert say("共{count}个部门。", count=1) == "共1个部门。"
    speak("en")
    assert [say("共{count}个部门。", count=count) for count in (0, 1, 2)] == ["0 departments.", "1 department.", "2 departments."]
    assert say("{year}年{month}月{day}日", year=2032, month=1, day=12) == "2032-01-12"


def test_one_word_may_be_several_in_another_language() -> None:
    assert (say("项目"), say_as("item", "项目")) == ("项目", "项目")
    speak("en")
    assert (say("项目"), say_as("item", "项目")) == ("Projects", "Item")
    assert say_as("没有这样的用法", "项目") == "项目"


def test_scripts_have_no_words_but_those_that_they_are_given() -> None:
    assert words_in('a(say("甲"));\nb(`x`, say("乙{count}", { count }));\n') == [(1, "甲"), (2, "乙{count}")]
    chinese = whole_script(ROOT / "theme" / "assets")
    speak("en")
    english = whole_script(ROOT / "theme" / "assets")
    assert english.endswith(chinese)
    words = json.loads(english.removesuffix(chinese).removeprefix("say.words = ").rstrip(";\n"))
    assert words["相关结果"] == "Related results"
    assert not any(CHINESE.search(said) for text, said in words.items() if text not in UNITS.split("|"))
