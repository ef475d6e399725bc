"""Amounts that running text states of something that is also filled in as a figure, beside that figure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from generator.model.entry import Entry
from generator.model.expenses import ITEMS
from generator.model.kinds import Kind
from generator.model.mentions import amounts
from generator.model.money import Money
from generator.model.namings import ANYWHERE, OF_A_TOTAL, Name, field_of_year, names_of, namings
from generator.model.shapes import shape_of
from generator.quick import quick

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.model.disclosure import Disclosure, Text
    from generator.model.namings import Named
    from generator.model.passage import Passage
    from generator.model.performance import Project
    from generator.model.record import Record
    from generator.model.sections import Part

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
_DIGIT = re.compile("[0-9]")


_Bearer = tuple["Record", tuple[Name, ...]]
"""A record beside the names of its fields."""


class _Figures:
    """Records beside the names of their fields; a field that is no amount is told when its name is met, which is seldom."""

    __slots__ = ("names", "records")

    def __init__(self, bearers: Sequence[_Bearer]) -> None:
        self.records = [record for record, _ in bearers]
        self.names = tuple([names for _, names in bearers])


def _of_fields(fields: dict[str, tuple[str, ...]]) -> tuple[Name, ...]:
    return tuple([each for attribute, words in fields.items() for each in names_of(attribute, words)])


_NAMES_OF_TOTALS = {side: names_of("total", words, "previous", OF_A_TOTAL) for side, words in _TOTALS.items()}
_NAMES_OF_EXPENSES = {key: names_of("amount", words, "previous") for key, words in _PUBLIC.items()}
_NAMES_OF_OPERATING = names_of("amount", ("机关运行经费", "机关运行费"), "previous")
_NAMES_OF_PROCUREMENT = _of_fields(_PROCUREMENT)
_NAMES_OF_ASSETS = (
    *names_of("total", ("固定资产", "固定资产总额", "资产总额")),
    *names_of("planned", ("拟购置固定资产", "拟购置"), start=ANYWHERE),
)
_NAMES_OF_PROJECT = _of_fields(_PROJECT)
# In a purpose that names one amount only, the budget needs no fuller name.
_NAMES_OF_ONLY_AMOUNT = names_of("budget", ("预算", "预算资金", "预算安排", *_PROJECT["budget"]))


@quick
@dataclass(frozen=True, slots=True)
class Claim:
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
    shared, income, expenditure = list(_shared(text)), list(_flow(text, "income")), list(_flow(text, "expenditure"))
    of_shared, of_changes = _Figures(shared), _Figures([*income, *expenditure, *shared])
    by_section = {
        "机关运行经费": of_shared,
        "三公经费": of_shared,
        "收入": _Figures([*income, *shared]),
        "支出": _Figures([*expenditure, *shared]),
        "比上年增减": of_changes,
        "预算编制说明": of_shared,
        "其他说明": of_shared,
        "政府采购": _Figures([(text.procurement, _NAMES_OF_PROCUREMENT)] if text.procurement else []),
        "国有资产": _Figures([(text.assets, _NAMES_OF_ASSETS)] if text.assets else []),
    }
    # Of a part whose name has a digit, the shape tells too little.
    look = str if _DIGIT.search("".join([names[0].word for _, names in (*income, *expenditure)])) else shape_of
    of_others: tuple[str, ...] = ("预算" if disclosure.kind is Kind.ACCOUNTS else "决算", "执行")
    of_other_totals = (*of_others, "总")
    for passage in disclosure.narratives:
        if "元" not in passage.text:
            continue
        if passage.project is None:
            figures, others = by_section.get(passage.section), of_others
        else:
            figures, others = _of_project(passage.project, passage), of_other_totals
        if figures and (named := namings(look(passage.text), figures.names, others)):
            found = _bound(passage, named, figures.records, disclosure.year)
            yield from _unambiguous(found) if len(found) > 1 else found


def _bound(passage: Passage, named: Named, records: Sequence[Record], year: int) -> list[Claim]:
    """Return the amounts of a passage whose names are those of figures; a field that holds no amount counts for nothing."""
    found = []
    text, this_year = passage.text, passage.section == "国有资产"
    mentioned = amounts(text)
    for number, several in named:
        for naming in several:
            name, record = naming.name, records[naming.field]
            if type(own := getattr(record, name.attribute)) is Money:
                break
        else:
            continue
        if not naming.meant:
            continue
        mention = mentioned[number]
        attribute = name.attribute if this_year or not naming.years else field_of_year(naming, text, year)
        figure = getattr(record, attribute) if attribute else None
        if type(figure) is not Money:
            continue
        # This year's amount under last year's number: it is the year that is wrong, and that is said elsewhere.
        if figure is not own and not same_as_printed(mention.money, figure) and same_as_printed(mention.money, own):
            attribute, figure = name.attribute, own
        stated = Entry(name.word, mention.money, (passage, mention.start))
        found.append(Claim(stated, Entry(name.title, figure, (record, attribute))))
    return found


def _unambiguous(found: Sequence[Claim]) -> Iterator[Claim]:
    """Yield one claim a figure: where a text names it several times and once rightly, the others break it down."""
    by_figure: dict[tuple[int, str], list[Claim]] = {}
    for claim in found:
        record, attribute = claim.figure.written
        by_figure.setdefault((id(record), attribute), []).append(claim)
    for several in by_figure.values():
        yield several[0] if len(several) == 1 else next((claim for claim in several if claim.agrees), several[0])


def _of_project(project: Project, passage: Passage) -> _Figures | None:
    if passage.label not in _PROJECT_LABELS:
        return None
    alone = passage.text.count("元") == 1
    return _Figures([(project, _NAMES_OF_PROJECT), (project, _NAMES_OF_ONLY_AMOUNT)] if alone else [(project, _NAMES_OF_PROJECT)])


def _shared(text: Text) -> Iterator[_Bearer]:
    """Yield what has one name in the whole disclosure."""
    if text.operating is not None:
        yield text.operating, _NAMES_OF_OPERATING
    for key, names in _NAMES_OF_EXPENSES.items() if text.public_expenses is not None else ():
        item = getattr(text.public_expenses, key)
        if item is not None:
            yield item, names


def _flow(text: Text, side: str) -> Iterator[_Bearer]:
    flow = getattr(text, side)
    if flow is not None:
        yield flow, _NAMES_OF_TOTALS[side]
        for part in _parts(flow.parts):
            yield part, names_of("amount", (part.name,))


def _parts(parts: Sequence[Part]) -> Iterator[Part]:
    for part in parts:
        yield part
        yield from _parts(part.parts)
