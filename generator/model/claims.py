"""Amounts that running text states of something that is also filled in as a figure, beside that figure."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, NamedTuple

from generator.model.entry import Entry
from generator.model.expenses import ITEMS
from generator.model.kinds import Kind
from generator.model.mentions import amounts
from generator.model.money import Money

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.model.disclosure import Disclosure, Text
    from generator.model.passage import Passage
    from generator.model.record import Record
    from generator.model.sections import Part

_WINDOW = 48
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
# In a purpose that names one amount only, the budget needs no fuller name.
_ONLY_AMOUNT = ("预算", "预算资金", "预算安排", *_PROJECT["budget"])
_ASSETS = {"total": ("固定资产", "固定资产总额", "资产总额"), "planned": ("拟购置固定资产", "拟购置")}
_ELSEWHERE = {"预算编制说明", "其他说明", "比上年增减", "收入", "支出"}


class Claim(NamedTuple):
    """One amount in a text, and the figure of the same name and year."""

    stated: Entry
    figure: Entry

    @property
    def agrees(self) -> bool:
        """Return whether both are the same, the finer one rounded to what is printed of the coarser one."""
        return same_as_printed(self.stated.money, self.figure.money)


class _Item(NamedTuple):
    """A figure with the names that it goes by; last year's is there to be told apart from this year's."""

    names: tuple[str, ...]
    record: Record
    attribute: str
    previous: str
    start: re.Pattern[str]

    def entry(self, attribute: str) -> Entry | None:
        """Return this year's or last year's figure, if it is one."""
        figure = getattr(self.record, attribute) if attribute else None
        return Entry(self.names[0], figure, (self.record, attribute)) if isinstance(figure, Money) else None


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
    shared = list(_shared(disclosure.text))
    income, expenditure = (list(_flow(disclosure.text, side)) for side in ("income", "expenditure"))
    by_section = {
        "收入": [*income, *shared],
        "支出": [*expenditure, *shared],
        "比上年增减": [*income, *expenditure, *shared],
        "政府采购": list(_fields(disclosure.text.procurement, _PROCUREMENT)),
        "国有资产": list(_fields(disclosure.text.assets, _ASSETS)),
    }
    for passage in disclosure.narratives:
        if "元" not in passage.text:
            continue
        if passage.project is not None:
            items = _of_project(passage) if passage.label in _PROJECT_LABELS else []
        elif passage.section in ("机关运行经费", "三公经费"):
            items = shared
        else:
            items = by_section.get(passage.section, shared if passage.section in _ELSEWHERE else [])
        if items:
            yield from _unambiguous(_in(passage, items, disclosure))


def _unambiguous(found: Iterator[Claim]) -> Iterator[Claim]:
    """Yield one claim a figure: where a text names it several times and once rightly, the others break it down."""
    by_figure: dict[tuple[int, str], list[Claim]] = {}
    for claim in found:
        record, attribute = claim.figure.written
        by_figure.setdefault((id(record), attribute), []).append(claim)
    for several in by_figure.values():
        yield next((claim for claim in several if claim.agrees), several[0])


def _in(passage: Passage, items: Sequence[_Item], disclosure: Disclosure) -> Iterator[Claim]:
    text = passage.text
    named = [(name, item) for item in items for name in item.names if name in text]
    if not named:
        return
    phase = "预算" if disclosure.kind is Kind.ACCOUNTS else "决算"
    for mention in amounts(text):
        end = mention.start
        first = max(text.rfind("。", 0, end), text.rfind("；", 0, end), text.rfind("\n", 0, end)) + 1
        window = text[max(first, end - _WINDOW) : end]
        found = _nearest(window, named)
        if found is None:
            continue
        at, name, item = found
        said, between = text[first : end - len(window) + at], window[at:]
        if phase in between or "执行" in between or _NARROWER.search(said) or (passage.project and "总" in between):
            continue
        entry = _of_year(item, said, disclosure.year) if passage.section != "国有资产" else item.entry(item.attribute)
        if entry is None:
            continue
        own = entry if entry.written[1] == item.attribute else item.entry(item.attribute)
        # This year's amount under last year's number: it is the year that is wrong, and that is said elsewhere.
        if (
            own is not entry
            and own is not None
            and not same_as_printed(mention.money, entry.money)
            and same_as_printed(mention.money, own.money)
        ):
            entry = own
        yield Claim(Entry(name, mention.money, (passage, mention.start)), entry)


def _of_year(item: _Item, said: str, year: int) -> Entry | None:
    """Return the figure of the year that a sentence speaks of before it comes to the name."""
    if "年" not in said:
        return item.entry(item.attribute)
    adjacent = _ADJACENT.search(said)
    spoken = [adjacent] if adjacent else list(_SPOKEN.finditer(said))
    if not spoken or spoken[-1]["year"] == str(year):
        return item.entry(item.attribute)
    return item.entry(item.previous) if spoken[-1]["last"] or spoken[-1]["year"] == str(year - 1) else None


def _nearest(window: str, named: Sequence[tuple[str, _Item]]) -> tuple[int, str, _Item] | None:
    """Return where a name stands right before the end of ``window``, and its item; the longest name if several do."""
    best: tuple[int, str, _Item] | None = None
    for name, item in named:
        if best is not None and len(name) <= len(best[1]):
            continue
        at = window.rfind(name)
        if at < 0 or not _GLUE.fullmatch(window, at + len(name)):
            continue
        if item.start.search(window[:at]):
            best = at, name, item
    return best


def _item(record: Record, attribute: str, names: tuple[str, ...], previous: str = "", start: re.Pattern[str] = _START) -> Iterator[_Item]:
    if isinstance(getattr(record, attribute), Money):
        yield _Item(names, record, attribute, previous, start)


def _of_project(passage: Passage) -> list[_Item]:
    items = list(_fields(passage.project, _PROJECT))
    if passage.project is not None and passage.text.count("元") == 1:
        items += _item(passage.project, "budget", _ONLY_AMOUNT)
    return items


def _fields(record: Record | None, names: dict[str, tuple[str, ...]]) -> Iterator[_Item]:
    if record is None:
        return
    for attribute, each in names.items():
        yield from _item(record, attribute, each, start=_ANYWHERE if attribute == "planned" else _START)


def _shared(text: Text) -> Iterator[_Item]:
    """Yield what has one name in the whole disclosure."""
    if text.operating is not None:
        yield from _item(text.operating, "amount", ("机关运行经费", "机关运行费"), "previous")
    for key, names in _PUBLIC.items() if text.public_expenses is not None else ():
        item = getattr(text.public_expenses, key)
        if item is not None:
            yield from _item(item, "amount", names, "previous")


def _flow(text: Text, side: str) -> Iterator[_Item]:
    flow = getattr(text, side)
    if flow is not None:
        yield from _item(flow, "total", _TOTALS[side], "previous", _OF_A_TOTAL)
        for part in _parts(flow.parts):
            yield from _item(part, "amount", (part.name,))


def _parts(parts: Sequence[Part]) -> Iterator[Part]:
    for part in parts:
        yield part
        yield from _parts(part.parts)
