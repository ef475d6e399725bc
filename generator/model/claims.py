"""Amounts that running text states of something that is also filled in as a figure, beside that figure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from generator.model.entry import Entry
from generator.model.expenses import ITEMS
from generator.model.kinds import Kind
from generator.model.mentions import amounts
from generator.model.money import Money
from generator.quick import quick

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.model.disclosure import Disclosure, Text
    from generator.model.passage import Passage
    from generator.model.performance import Project
    from generator.model.record import Record
    from generator.model.sections import Part

_WINDOW = 48
_BESIDE = 12
"""Characters before a name; what may stand before it is shorter."""
# What may stand between a name and its amount without changing what is meant.
_GLUE = re.compile(
    r"(?:[（(][^（）()\n]{0,12}[）)])?(?:财政拨款|年初|全年|当年|本年|预算数|决算数|预算|决算|支出|收入|经费|资金|费用|总额|总计|合计|共计|数额|金额|数|总"
    r"|安排|共|约|为|是|计|达|[：:“” ])*"
)
# A name that follows other words may be narrower than the figure (其中本级基本支出, 一般公共预算基本支出); after these it is not.
_START = re.compile(
    r"(?:^|[，。；、：:（()）.．\n“ ]|其中|包括|包含|以及|[和及与含]|年度?|分别为?|主要"
    r"|(?:本|我)(?:部门|单位|局|委|办|厅|院|馆)|财政拨款|用|将)(?:全年|当年|财政拨款)?[“]?$"
)
_OF_A_TOTAL = re.compile(r"(?:^|[。；\n]|年度?|(?:本|我)(?:部门|单位|局|委|办|厅|院|馆)|，)(?:全年|当年|部门|单位)?$")
_ANYWHERE = re.compile("")
_NARROWER = re.compile(r"[类款项]）|本级|所属|下属|中心|[平人]均|每")
_YEAR = r"(?:(?P<year>20[0-9]{2})[ ]?年度?|(?P<last>上年度?|去年|上一年度?))"
_SPOKEN = re.compile(r"(?<![比较与同])" + _YEAR)
_ADJACENT = re.compile(_YEAR + r"[“]?$")
_TOTALS = {
    "income": ("收入预算", "预算收入", "收入决算", "收入总计", "收入合计", "收入总额", "收支总额", "收支预算", "收支安排"),
    "expenditure": ("支出预算", "支出总计", "支出合计", "支出总额", "收支总额", "收支预算", "收支安排"),
}
_PROJECT = {
    "budget": ("预算数", "预算规模", "年度预算", "本年预算", "申请预算"),
    "fiscal": ("财政资金", "财政性资金"),
    "other": ("其他资金",),
}
_PROJECT_LABELS = {"用途", "基本情况", "目标和指标设置情况"}
_PROCUREMENT = {
    "total": ("政府采购预算", "政府采购总额", "政府采购支出总额", "政府采购支出", "政府采购"),
    "goods": ("政府采购货物", "货物类", "货物"),
    "works": ("政府采购工程", "工程类", "工程"),
    "services": ("政府采购服务", "服务类", "服务"),
    "small_and_medium": ("面向中小企业预留政府采购项目", "面向中小企业预留政府采购", "面向中小企业预留", "面向中小企业"),
    "small_and_micro": ("面向小微企业预留", "面向小微企业", "小微企业"),
}
_PUBLIC = {
    key: tuple(dict.fromkeys((name, name.replace("运行维护费", "运维费"), name.replace("运行维护费", "运行费"))))
    for key, (name, _) in ITEMS.items()
} | {"total": ("“三公”经费", "三公经费", "“三公经费”")}
_ELSEWHERE = {"预算编制说明", "其他说明", "比上年增减", "收入", "支出"}


@quick
@dataclass(frozen=True, slots=True, eq=False)
class _Name:
    """One of the names that a field goes by: ``title`` is the first of them, ``previous`` the field with last year's figure."""

    word: str
    title: str
    attribute: str
    previous: str
    start: re.Pattern[str]
    """What may stand before it."""


_Figures = tuple["Record", tuple[_Name, ...]]
"""A record with the names of its fields; one that is no amount is told when its name is met, which is seldom."""


@lru_cache(maxsize=1024)
def _names(attribute: str, words: tuple[str, ...], previous: str = "", start: re.Pattern[str] = _START) -> tuple[_Name, ...]:
    return tuple([_Name(word, words[0], attribute, previous, start) for word in words])


def _of_fields(fields: dict[str, tuple[str, ...]]) -> tuple[_Name, ...]:
    return tuple([each for attribute, words in fields.items() for each in _names(attribute, words)])


_NAMES_OF_TOTALS = {side: _names("total", words, "previous", _OF_A_TOTAL) for side, words in _TOTALS.items()}
_NAMES_OF_EXPENSES = {key: _names("amount", words, "previous") for key, words in _PUBLIC.items()}
_NAMES_OF_OPERATING = _names("amount", ("机关运行经费", "机关运行费"), "previous")
_NAMES_OF_PROCUREMENT = _of_fields(_PROCUREMENT)
_NAMES_OF_ASSETS = _names("total", ("固定资产", "固定资产总额", "资产总额")) + _names(
    "planned", ("拟购置固定资产", "拟购置"), start=_ANYWHERE
)
_NAMES_OF_PROJECT = _of_fields(_PROJECT)
# In a purpose that names one amount only, the budget needs no fuller name.
_NAMES_OF_ONLY_AMOUNT = _names("budget", ("预算", "预算资金", "预算安排", *_PROJECT["budget"]))


class Claim(NamedTuple):
    """One amount in a text, and the figure of the same name and year."""

    stated: Entry
    figure: Entry

    @property
    def agrees(self) -> bool:
        """Return whether both are the same, the finer one rounded to what is printed of the coarser one."""
        return same_as_printed(self.stated.money, self.figure.money)


def same_as_printed(one: Money, other: Money) -> bool:
    """Return whether two amounts agree, whatever their units, at the precision of the less precise one."""
    if one.unit is other.unit and one.amount == other.amount:
        return True
    grains = [Decimal(1).scaleb(-each.decimals) * each.unit.in_yuan for each in (one, other)]
    coarse = max(grains)
    rounded = [(each.yuan / coarse).quantize(Decimal(1), ROUND_HALF_UP) for each in (one, other)]
    return rounded[0] == rounded[1]


def off_by_magnitude(one: Money, other: Money) -> bool:
    """Return whether one amount is ten, a hundred … times the other, or has a digit too many."""
    low, high = sorted((abs(one.yuan), abs(other.yuan)))
    if not low:
        return False
    ratio, power = high / low, Decimal(10)
    while power * 2 < ratio * 3:
        if abs(ratio / power - 1) < Decimal("0.0005"):
            return True
        power *= 10
    few, many = sorted((_digits(one), _digits(other)), key=len)
    return len(few) >= 3 and len(many) == len(few) + 1 and any(many[:at] + many[at + 1 :] == few for at in range(len(many)))  # noqa: PLR2004


def _digits(money: Money) -> str:
    return f"{money.yuan.normalize():f}".replace(".", "")


def claims(disclosure: Disclosure) -> Iterator[Claim]:
    """Yield the amounts in running text that a figure of the disclosure is bound to."""
    text = disclosure.text
    shared = list(_shared(text))
    income, expenditure = (list(_flow(text, side)) for side in ("income", "expenditure"))
    by_section: dict[str, list[_Figures]] = {
        "机关运行经费": shared,
        "三公经费": shared,
        "收入": [*income, *shared],
        "支出": [*expenditure, *shared],
        "比上年增减": [*income, *expenditure, *shared],
        "政府采购": [(text.procurement, _NAMES_OF_PROCUREMENT)] if text.procurement else [],
        "国有资产": [(text.assets, _NAMES_OF_ASSETS)] if text.assets else [],
    }
    for passage in disclosure.narratives:
        if "元" not in passage.text:
            continue
        if passage.project is not None:
            figures = _of_project(passage.project, passage) if passage.label in _PROJECT_LABELS else []
        else:
            figures = by_section.get(passage.section, shared if passage.section in _ELSEWHERE else [])
        if figures:
            yield from _unambiguous(_in(passage, figures, disclosure))


def _unambiguous(found: Iterator[Claim]) -> Iterator[Claim]:
    """Yield one claim a figure: where a text names it several times and once rightly, the others break it down."""
    by_figure: dict[tuple[int, str], list[Claim]] = {}
    for claim in found:
        record, attribute = claim.figure.written
        by_figure.setdefault((id(record), attribute), []).append(claim)
    for several in by_figure.values():
        yield several[0] if len(several) == 1 else next((claim for claim in several if claim.agrees), several[0])


def _in(passage: Passage, figures: Sequence[_Figures], disclosure: Disclosure) -> Iterator[Claim]:
    text = passage.text
    named = [
        (name, record)
        for record, names in figures
        for name in names
        if name.word in text and isinstance(getattr(record, name.attribute), Money)
    ]
    if not named:
        return
    phase = "预算" if disclosure.kind is Kind.ACCOUNTS else "决算"
    for end, _, _, stated in amounts(text):
        first = max(text.rfind("。", 0, end), text.rfind("；", 0, end), text.rfind("\n", 0, end)) + 1
        window = text[max(first, end - _WINDOW) : end]
        found = _nearest(window, named)
        if found is None:
            continue
        at, name, record = found
        said, between = text[first : end - len(window) + at], window[at:]
        if phase in between or "执行" in between or _NARROWER.search(said) or (passage.project and "总" in between):
            continue
        attribute = _of_year(name, said, disclosure.year) if passage.section != "国有资产" else name.attribute
        figure = getattr(record, attribute) if attribute else None
        if not isinstance(figure, Money):
            continue
        # This year's amount under last year's number: it is the year that is wrong, and that is said elsewhere.
        if attribute != name.attribute and not same_as_printed(stated, figure) and same_as_printed(stated, getattr(record, name.attribute)):
            attribute, figure = name.attribute, getattr(record, name.attribute)
        yield Claim(Entry(name.word, stated, (passage, end)), Entry(name.title, figure, (record, attribute)))


def _of_year(name: _Name, said: str, year: int) -> str:
    """Return the field with the figure of the year that a sentence speaks of before it comes to the name, or none."""
    attribute = name.attribute
    if "年" in said:
        adjacent = _ADJACENT.search(said)
        spoken = [adjacent] if adjacent else list(_SPOKEN.finditer(said))
        if spoken and spoken[-1]["year"] != str(year):
            attribute = name.previous if spoken[-1]["last"] or spoken[-1]["year"] == str(year - 1) else ""
    return attribute


def _nearest(window: str, named: Sequence[tuple[_Name, Record]]) -> tuple[int, _Name, Record] | None:
    """Return where a name stands right before the end of ``window``, and whose it is; the longest name if several do."""
    best: tuple[int, _Name, Record] | None = None
    for name, record in named:
        if best is not None and len(name.word) <= len(best[1].word):
            continue
        at = window.rfind(name.word)
        if at < 0 or not _GLUE.fullmatch(window, at + len(name.word)):
            continue
        if name.start.search(window, max(0, at - _BESIDE), at):
            best = at, name, record
    return best


def _of_project(project: Project, passage: Passage) -> list[_Figures]:
    alone: list[_Figures] = [(project, _NAMES_OF_ONLY_AMOUNT)] if passage.text.count("元") == 1 else []
    return [(project, _NAMES_OF_PROJECT), *alone]


def _shared(text: Text) -> Iterator[_Figures]:
    """Yield what has one name in the whole disclosure."""
    if text.operating is not None:
        yield text.operating, _NAMES_OF_OPERATING
    for key, names in _NAMES_OF_EXPENSES.items() if text.public_expenses is not None else ():
        item = getattr(text.public_expenses, key)
        if item is not None:
            yield item, names


def _flow(text: Text, side: str) -> Iterator[_Figures]:
    flow = getattr(text, side)
    if flow is not None:
        yield flow, _NAMES_OF_TOTALS[side]
        for part in _parts(flow.parts):
            yield part, _names("amount", (part.name,))


def _parts(parts: Sequence[Part]) -> Iterator[Part]:
    for part in parts:
        yield part
        yield from _parts(part.parts)
