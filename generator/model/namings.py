"""What stands named right before the amounts of a text: read from its words, whatever its figures are."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from generator.model.mentions import amounts
from generator.quick import quick

_WINDOW = 48
_BESIDE = 12
"""Characters before a name; what may stand before it is shorter."""
# What may stand between a name and its amount without changing what is meant.
_GLUE = re.compile(
    r"(?:[（(][^（）()\n]{0,12}[）)])?(?:财政拨款|年初|全年|当年|本年|预算数|决算数|预算|决算|支出|收入|经费|资金|费用|总额|总计|合计|共计|数额|金额|数|总"
    r"|安排|共|约|为|是|计|达|[：:“” ])*"
)
# A name that follows other words may be narrower than the figure (其中本级基本支出, 一般公共预算基本支出); after these it is not.
_OF_A_PART = re.compile(
    r"(?:^|[，。；、：:（()）.．\n“ ]|其中|包括|包含|以及|[和及与含]|年度?|分别为?|主要"
    r"|(?:本|我)(?:部门|单位|局|委|办|厅|院|馆)|财政拨款|用|将)(?:全年|当年|财政拨款)?[“]?$"
)
OF_A_TOTAL = re.compile(r"(?:^|[。；\n]|年度?|(?:本|我)(?:部门|单位|局|委|办|厅|院|馆)|，)(?:全年|当年|部门|单位)?$")
"""What may stand before the name of a total."""
ANYWHERE = re.compile("")
_NARROWER = re.compile(r"[类款项]）|本级|所属|下属|中心|[平人]均|每")
_YEAR = r"(?:[0-9]{4}[ ]?年度?|(?P<last>上年度?|去年|上一年度?))"
_SPOKEN = re.compile(r"(?<![比较与同])" + _YEAR)
_ADJACENT = re.compile(_YEAR + r"[“]?$")
_LAST = -1


@quick
@dataclass(frozen=True, slots=True, eq=False)
class Name:
    """One of the names that a field goes by: ``title`` is the first of them, ``previous`` the field with last year's figure."""

    word: str
    title: str
    attribute: str
    previous: str
    start: re.Pattern[str]
    """What may stand before it."""


@lru_cache(maxsize=1024)
def names_of(attribute: str, words: tuple[str, ...], previous: str = "", start: re.Pattern[str] = _OF_A_PART) -> tuple[Name, ...]:
    """Return the names of one field."""
    return tuple([Name(word, words[0], attribute, previous, start) for word in words])


@quick
@dataclass(frozen=True, slots=True, eq=False)
class Naming:
    """A name that stands right before an amount, and the number of the field that it is a name of."""

    name: Name
    field: int
    meant: bool
    """Whether the words about it let it mean that field; it may be something narrower, or of another year's accounts."""
    years: tuple[int, ...]
    """Where the sentence speaks of a year before it, the year that counts first."""


Named = tuple[tuple[int, tuple[Naming, ...]], ...]
"""By the number of each amount in a text, what names it."""


@lru_cache(maxsize=4096)
def namings(text: str, fields: tuple[tuple[Name, ...], ...], others: tuple[str, ...]) -> Named:
    """Return what names each amount of a text, the longest name first, by the amount's number; amounts without a name are not there.

    ``fields`` are the names of each field; ``others`` are words that make it another amount where they stand between its name and it.
    Figures are not looked at, so that a text may stand for all of its shape: what names something this year does so next year.
    """
    found = [(number, _before(mention.start, text, fields, others)) for number, mention in enumerate(amounts(text))]
    return tuple([each for each in found if each[1]])


def _before(end: int, text: str, fields: tuple[tuple[Name, ...], ...], others: tuple[str, ...]) -> tuple[Naming, ...]:
    first = max(text.rfind("。", 0, end), text.rfind("；", 0, end), text.rfind("\n", 0, end)) + 1
    window = text[max(first, end - _WINDOW) : end]
    named = []
    for field, name in ((field, name) for field, several in enumerate(fields) for name in several):
        at = window.rfind(name.word)
        if at < 0 or not _GLUE.fullmatch(window, at + len(name.word)) or not name.start.search(window, max(0, at - _BESIDE), at):
            continue
        said, between = text[first : end - len(window) + at], window[at:]
        meant = not any(word in between for word in others) and not _NARROWER.search(said)
        named.append(Naming(name, field, meant, tuple([_LAST if year["last"] else first + year.start() for year in _years(said)])))
    return tuple(sorted(named, key=lambda each: -len(each.name.word)))


def _years(said: str) -> list[re.Match[str]]:
    adjacent = _ADJACENT.search(said)
    return [*([adjacent] if adjacent else []), *reversed([*_SPOKEN.finditer(said)])]


def field_of_year(naming: Naming, text: str, year: int) -> str:
    """Return the attribute with the figure of the year that the sentence speaks of, or none."""
    for at in naming.years:
        if at == _LAST or text.startswith(str(year - 1), at):
            return naming.name.previous
        if text.startswith("20", at):
            return naming.name.attribute if text.startswith(str(year), at) else ""
    return naming.name.attribute
