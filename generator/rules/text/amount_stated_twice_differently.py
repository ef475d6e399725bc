"""TXT-010."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.claims import same_as_printed
from generator.model.entry import Entry
from generator.model.mentions import amounts
from generator.model.shapes import shape_of
from generator.rules.rule import Basis, Outcome, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure
    from generator.model.passage import Passage

_NAME = re.compile(
    r"(?:其中|一是|二是|三是|主要|包括|包含|用于|支付|安排|需要?|[0-9]{4}年度?)*"
    r"(?P<name>[\u4e00-\u9fff“”（）]{4,24}?)(?:项目)?(?:预算|共计|共|约|为|是|计)*[：: ]?$"
)
# In the sections about money these mean one thing here and another there: all funds, or those of one source, or of one unit.
_MANIFOLD = re.compile(r"预算|决算|支出|收入|执行|合计|总额|公用经费|人员经费|三公|采购|资产|本级|资金|拨款")
_CHANGE = re.compile(r"增加|减少|增长|下降|提高|降低|上年|去年|比|较|超过|不低于|不高于|以上|以下|每|人均|平均")
_SECTIONS = {"预算编制说明", "收入", "支出", "比上年增减", "机关运行经费", "三公经费", "政府采购", "国有资产", "其他说明"}
_YEARS = re.compile("[0-9]{4}年")
_PIECES = re.compile(r"[，。；、：:（）()\n]|和|及|与")


@rule("TXT-010", Severity.ERROR, Basis("表间勾稽关系"))
def amount_stated_twice_differently(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """同一件事的金额在文字里写了两次的，两次应当相同。

    为什么：用途里是一个数，基本情况里是另一个数，总有一个不对，读者不知道到底是多少。
    怎么改：核对测算，统一成正确的数。
    """
    stated: dict[tuple[int, str], dict[int, list[Entry]]] = {}
    for passage in _pairable(disclosure):
        for entry in _named(passage, disclosure.year):
            if passage.project is not None or not _MANIFOLD.search(entry.name):
                stated.setdefault((id(passage.project), entry.name), {}).setdefault(id(passage), []).append(entry)
    several = [list(by_passage.values()) for by_passage in stated.values() if len(by_passage) > 1]
    # What is filled in as a figure too is compared with that figure.
    bound = {claim.stated.place for claim in disclosure.claims} if several else set()
    free = [[[entry for entry in entries if entry.place not in bound] for entries in each] for each in several]
    repeated = [kept for each in free if len(kept := [entries for entries in each if entries]) > 1]
    if not repeated:
        yield Outcome.NOT_APPLICABLE
    for first, *others in repeated:
        for other in others:
            # What is named twice in one text (电费 of two buildings) cannot be paired with what another text says.
            if len(first) == len(other) == 1 and not same_as_printed(first[0].money, other[0].money):
                message = f"“{first[0].name}”前后不一致：前面是{first[0]}，这里是{other[0]}"
                yield Remark(other[0].place, message, "请核对测算，统一成正确的数。", (first[0].place,), str(first[0]), str(other[0]))


def _pairable(disclosure: Disclosure) -> Iterator[Passage]:
    """Yield the running texts with amounts that have another one to be compared with: in their project, or among the sections."""
    together: dict[int, list[Passage]] = {}
    for passage in disclosure.narratives:
        if "元" in passage.text and (passage.project is not None or passage.section in _SECTIONS):
            together.setdefault(id(passage.project), []).append(passage)
    return (passage for several in together.values() if len(several) > 1 for passage in several)


def _named(passage: Passage, year: int) -> list[Entry]:
    """Return the amounts of this year that stand right after a name."""
    text = passage.text
    named = _names_in(shape_of(text))
    mentioned = amounts(text) if named else ()
    return [
        Entry(name, mentioned[number].money, (passage, mentioned[number].start))
        for number, name, years in named
        if not any(text.startswith("20", at) and int(text[at : at + 4]) != year for at in years)
    ]


@lru_cache(maxsize=4096)
def _names_in(shape: str) -> tuple[tuple[int, str, list[int]], ...]:
    """Return the number of each amount that stands right after a name in the texts of a shape, the name, and where years stand by it."""
    named = []
    for number, mention in enumerate(amounts(shape)):
        words = _PIECES.split(shape[max(0, mention.start - 32) : mention.start])[-1]
        found = None if _CHANGE.search(words) else _NAME.fullmatch(words)
        if found:
            years = [mention.start - len(words) + year.start() for year in _YEARS.finditer(words)]
            named.append((number, found["name"], years))
    return tuple(named)
