"""Any text in any field of a view renders to the elements that its component is made of, and to no other."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import cycle
from typing import get_args
from unittest.mock import patch

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from generator.model.glossary import Glossary, GlossaryTerm
from generator.model.narrative import Narrative
from generator.rendering import markdown
from generator.rendering.environment import Components
from generator.rendering.markdown import render_markdown
from generator.views.blocks import (
    Block,
    Cell,
    Check,
    Choice,
    Entries,
    Entry,
    Fact,
    Facts,
    HeadCell,
    Items,
    Link,
    Notice,
    Operand,
    OriginRow,
    Origins,
    PageView,
    Prose,
    Row,
    SearchBox,
    SearchPanel,
    Section,
    Table,
    TermNote,
    TermNotes,
    UnitChoice,
)
from generator.views.drawing import Chart, Shape, Words
from generator.views.glance import KeyFigure, KeyFigures, ProjectLine, ProjectOverview, Sentence, Summary, YearSwitch
from generator.views.judged_blocks import CodeSample, Example, Found, FoundList, OutcomeRow, Outcomes
from generator.views.side_by_side import Heading, Lane, SideBySide, Value
from generator.views.terms import SectionTerms, TermFinder
from tests.fuzz.profile import looks
from tests.projects import ROOT
from tests.site_security.hostile import LINES
from tests.site_security.hostile import MARKDOWN as HOSTILE_MARKDOWN
from tests.site_security.markup import MARKDOWN, SHELL, faults, part, words

COMPONENTS = Components(ROOT / "theme")

# What reading lets through: no control characters but line ends and tabs.
characters = st.characters(exclude_categories=("Cs", "Cc", "Cn"), include_characters="\n\t")
MARKS = words("][ ![ ]( ](javascript: ](data: ](// < > \" ' & &# ` ``` | :-: # \\ * _ <!-- --> http:// HTTPS:// mailto: tel: 甲 基本支出")
SPACES = ("    ", "\n", "\n\n", "- ", "1. ", "> ", " ", "\u3000", "|-|-|\n")
pieces = st.sampled_from([*LINES, *HOSTILE_MARKDOWN.split("\n"), *sorted(MARKS), *SPACES])
texts = st.lists(pieces | st.text(characters, max_size=6), max_size=12).map("".join)


@looks(150)
@given(text=texts, linked=st.lists(texts, max_size=2))
def test_running_text_becomes_markdowns_own_elements_alone(text: str, linked: list[str]) -> None:
    view = Prose(text, tuple((word, "glossary/#term") for word in linked if word))
    assert list(faults(part(render_markdown(view, "../")), MARKDOWN)) == []


Take = Callable[[], str]
"""Gives the next text; every field of a view takes one."""


def prose(take: Take) -> Prose:
    return Prose(take(), ((take() or "甲", take()),), (1, 2), term_notes(take))


def term_notes(take: Take) -> TermNotes:
    return TermNotes(take(), (TermNote(take(), Prose(take()), take()),))


def chart(take: Take) -> Chart:
    shapes = (Shape(take(), take(), take(), take(), take()),)
    return Chart(take(), take(), take(), take(), take(), shapes, (Words(take(), take(), take(), take()),), take())


def side_by_side(take: Take) -> SideBySide:
    lanes = (Lane(take(), take(), (Value(take(), take(), take()),)), Lane(take(), "", (Value(take()),)))
    return SideBySide(take(), take(), take(), (Heading(take(), number=True), Heading(take())), lanes, (take(),), sortable=True)


def entry(take: Take) -> Entry:
    return Entry(Link(take(), take()), take())


def cell(take: Take) -> Cell:
    return Cell(take(), take(), take(), 2, take(), 3, take())


def table(take: Take) -> Table:
    head = (HeadCell(take(), take(), take(), 2, 2, take()), HeadCell(take()))
    rows = (Row((cell(take), Cell(take())), key=take()),)
    return Table(take(), take(), take(), (head,), (rows,), (take(),), (take(),))


def check(take: Take) -> Check:
    return Check((Operand(take(), take()),), (Operand(take()), Operand(take(), take())), take(), take(), take(), take(), 2)


def found(take: Take, follows: int) -> Found:
    return Found(2, take(), Link(take(), take()), take(), (Fact(take(), take()),), take(), take(), follows)


VIEWS: dict[type, Callable[[Take], Block]] = {
    Table: table,
    Prose: prose,
    Facts: lambda take: Facts((Fact(take(), take(), key=take()), Fact(take(), prose=prose(take), mark=4))),
    KeyFigures: lambda take: KeyFigures((KeyFigure(take(), take(), take(), take(), take(), take(), take(), 5),)),
    Items: lambda take: Items((take(), take()), numbered=True),
    Entries: lambda take: Entries((entry(take),)),
    Notice: lambda take: Notice(take(), take(), take()),
    SearchBox: lambda take: SearchBox(take()),
    SearchPanel: lambda take: SearchPanel((Choice(take(), take(), take()),), (Link(take(), take()),)),
    FoundList: lambda take: FoundList((found(take, 0), found(take, 1))),
    Outcomes: lambda take: Outcomes(take(), (OutcomeRow(take(), (Link(take(), take()),)),)),
    CodeSample: lambda take: CodeSample(take(), take()),
    Example: lambda take: Example(take(), "<p>甲</p>"),  # Its HTML is the theme's own.
    Origins: lambda take: Origins(take(), take(), (check(take),), (OriginRow(Operand(take(), take()), take(), take(), (check(take),)),)),
    UnitChoice: lambda take: UnitChoice(take(), (take(),)),
    Chart: chart,
    Summary: lambda take: Summary((Sentence(take(), (1, 2)),), take()),
    ProjectOverview: lambda take: ProjectOverview(take(), (ProjectLine(take(), take(), take(), take(), take(), take()),)),
    YearSwitch: lambda take: YearSwitch(take(), ((take(), take()), (take(), ""))),
    SideBySide: side_by_side,
    TermNotes: term_notes,
}


def page_view(take: Take) -> PageView:
    inner = Section(take(), take(), tuple(make(take) for make in VIEWS.values()))
    outer = Section(take(), take(), (prose(take),), (inner,), (Link(take(), take()),))
    return PageView(take(), take(), take(), (Link(take(), take()),), (table(take),), (outer,), (entry(take),), contents=True)


def test_every_kind_of_block_is_tried() -> None:
    assert set(VIEWS) == set(get_args(Block))


@pytest.mark.parametrize("kind", VIEWS, ids=lambda kind: kind.component)
def test_any_text_in_a_component_stays_text(kind: type) -> None:
    @looks(30)
    @given(given_texts=st.lists(texts, min_size=1, max_size=6))
    def stays_text(given_texts: list[str]) -> None:
        view = VIEWS[kind](cycle(given_texts).__next__)
        html = COMPONENTS.html(view.component, view, "../")
        assert list(faults(part(html), SHELL | MARKDOWN)) == []

    stays_text()


@looks(30)
@given(given_texts=st.lists(texts, min_size=1, max_size=20))
def test_any_text_on_a_page_stays_text(given_texts: list[str]) -> None:
    html = COMPONENTS.page(page_view(cycle(given_texts).__next__), "../")
    assert list(faults(part(html), SHELL | MARKDOWN)) == []


def through_markdown(view: Prose) -> str:
    """Return what markdown-it makes of a text, also of one that the short way would have taken."""
    return markdown._marked(view.text, view.terms, "../")  # noqa: SLF001 - the two ways are one function to everybody else


def with_terms(text: str, names: list[str]) -> Prose:
    """Return a text with the links that a glossary of these words puts into it."""
    terms = tuple(
        GlossaryTerm(slug=f"t{number}", name=word, text=Narrative(word, "", 1, 1, block=False)) for number, word in enumerate(names)
    )
    return Prose(text, SectionTerms(TermFinder(Glossary(terms=terms))).first_uses(text))


PLAIN_MARKS = words(
    "甲 乙 基本支出 “三公”经费 《预算法》 （境） 1. 2) === --- … ： % $ {{ }} @ http://a.cn www.a.cn a@b.cn ^ (c) ... -- / ? ; 😀"
)
PLAIN_SPACES = ("- ", "+ ", "# ", "  ", " ", "\u3000", "\u00a0", "\u2003")
plain_pieces = st.lists(st.sampled_from([*sorted(PLAIN_MARKS), *PLAIN_SPACES]) | st.text(characters, max_size=3), max_size=10)
plain_texts = st.builds(str.__add__, st.sampled_from(("甲", "《", "“", "（", "2020年", "1", "12", "3%", "4 ")), plain_pieces.map("".join))

# Plain lines as paragraphs and as items, and some that are neither: what goes on in the next line, and lists with room between.
plain_lines = plain_texts.filter(re.compile(markdown._LINE).fullmatch)  # noqa: SLF001 - the two ways are one function to everybody else
breaks = st.sampled_from(("\n\n", "\n- ", "\n\n- ", "\n\n", "\n- ", "\n", "\n\n\n", "\n-  ", "\n  - ", "\n\n  "))
several = st.lists(st.tuples(breaks, plain_lines), min_size=1, max_size=4).map(lambda parts: "".join(map("".join, parts)))
plain_texts_of_lines = st.builds(lambda start, first, rest: start + first + rest, st.sampled_from(("", "- ")), plain_lines, several)


@looks(150)
@given(text=plain_texts | plain_texts_of_lines, cuts=st.lists(st.tuples(st.integers(0, 20), st.integers(1, 4)), max_size=4))
def test_the_short_way_gives_what_markdown_gives(text: str, cuts: list[tuple[int, int]]) -> None:
    assume(markdown._PLAIN.fullmatch(text))  # noqa: SLF001 - the two ways are one function to everybody else
    names = {name for start, length in cuts if (name := text[start : start + length].strip())}
    view = with_terms(text, sorted(names))
    assert render_markdown(view, "../") == through_markdown(view)


OTHER_LINES = [
    "甲 ",
    "甲\u3000",
    "甲\u00a0",
    "甲\u2003",
    "甲*乙*",
    "甲&amp;乙",
    "甲\n乙",
    "甲\\*",
    "1. 甲",
    "12) 甲",
    "甲\n===",
    "甲\n1. 乙",
]
OTHER_LISTS = ["-  甲", "-甲", "* 甲", "- 1. 甲", "- 甲\n乙", "- 甲\n\n- 乙", "- 甲\n\n  乙", "- 甲\n  - 乙"]
OTHER_ROOM = ["甲\n\n\n乙", "甲\n", "\n甲", ""]


@pytest.mark.parametrize("text", [*OTHER_LINES, *OTHER_LISTS, *OTHER_ROOM])
def test_the_short_way_leaves_alone_what_is_more_than_plain_lines_and_items(text: str) -> None:
    assert markdown._PLAIN.fullmatch(text) is None  # noqa: SLF001 - likewise


@pytest.mark.parametrize(
    "text", ["部门的职责是保管档案。", "2026年安排5项。", "“三公”经费", "《预算法》第十四条", "（一）甲 乙", "甲  乙：1.5%"]
)
def test_the_short_way_takes_ordinary_lines(text: str) -> None:
    with patch.object(markdown._MARKDOWN, "parse", side_effect=AssertionError):  # noqa: SLF001 - likewise
        assert render_markdown(Prose(text), "../") == f"<p>{text}</p>\n"


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("甲\n\n乙", "<p>甲</p>\n<p>乙</p>\n"),
        ("甲：\n- 乙；\n- 丙。", "<p>甲：</p>\n<ul>\n<li>乙；</li>\n<li>丙。</li>\n</ul>\n"),
        ("- 甲\n\n乙\n\n- 丙", "<ul>\n<li>甲</li>\n</ul>\n<p>乙</p>\n<ul>\n<li>丙</li>\n</ul>\n"),
    ],
)
def test_the_short_way_takes_paragraphs_and_items(text: str, html: str) -> None:
    assert through_markdown(Prose(text)) == html
    with patch.object(markdown._MARKDOWN, "parse", side_effect=AssertionError):  # noqa: SLF001 - likewise
        assert render_markdown(Prose(text), "../") == html
