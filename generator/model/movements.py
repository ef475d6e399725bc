"""What running text says about a figure's change against the year before: which way, by how much, against what, and why."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from generator.model.entry import Entry
from generator.model.expenses import ITEMS
from generator.model.kinds import Direction
from generator.model.money import Money, MoneyUnit
from generator.quick import quick

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure
    from generator.model.passage import Passage
    from generator.model.record import Record
    from generator.source.place import Place

_SECTIONS = {"预算编制说明", "收入", "支出", "比上年增减", "机关运行经费", "三公经费", "政府采购", "国有资产", "其他说明"}
_DIRECTIONS = {
    **dict.fromkeys(("增加", "增长", "上升", "提高"), Direction.UP),
    **dict.fromkeys(("减少", "下降", "降低", "压减"), Direction.DOWN),
    **dict.fromkeys(("持平", "无变化", "没有变化", "无增减"), Direction.SAME),
}
_AMOUNT = r"(?P<amount>[0-9][0-9,]*(?:\.[0-9]+)?)[ ]?(?P<unit>亿元|万元|元)"
_RATE = (
    r"(?:[，,、（( ]?(?:同比)?(?:增加|增长|上升|提高|减少|下降|降低|压减|增幅|降幅|幅度)?(?:了|为|约|达)?[ ]?"
    r"(?P<rate>[0-9]+(?:\.[0-9]+)?)[%％])?"
)
_MOVEMENT = re.compile(
    r"(?P<word>增加|增长|上升|提高|减少|下降|降低|压减)(?:额|数)?(?:了|为|约)?[ ]?(?:"
    + _AMOUNT
    + _RATE
    + r"|(?P<only>[0-9]+(?:\.[0-9]+)?)[%％])"
    r"|(?P<same>持平|无变化|没有变化|无增减)"
)
_BASIS = re.compile(
    r"(?:比|较|与|同)(?P<when>上年度?|上一年度?|去年|20[0-9]{2}[ ]?年度?)(?P<what>[^，。；、\n0-9]{0,14}?)(?:相比|对比)?[，,]?$"
)
_WHY = re.compile(r"(?:主要)?原因(?:是|为|：|:)?|主要(?:是|为|系|由于|因为?)|由于|因为|(?<![0-9\u4e00-\u9fff])(?:因|系)(?!公|此|统)")
_SENTENCE_END = "。；\n"


@quick
@dataclass(frozen=True, slots=True)
class Movement:
    """One stated change: ``basis`` is what follows 上年 in 比上年预算执行数, ``paragraph`` the bounds of its paragraph."""

    passage: Passage
    start: int
    end: int
    direction: Direction
    amount: Money | None
    rate: Decimal | None
    when: str
    basis: str
    paragraph: tuple[int, int]

    @property
    def text(self) -> str:
        """Return the words of the change."""
        return self.passage.text[self.start : self.end]

    @property
    def place(self) -> Place:
        """Return where the change is stated."""
        return self.passage.at(self.start)

    @property
    def nothing(self) -> bool:
        """Return whether the change is none."""
        return self.direction is Direction.SAME or (not (self.amount and self.amount.amount) and not self.rate)

    @property
    def before(self) -> str:
        """Return the beginning of the sentence."""
        text = self.passage.text
        return text[max(text.rfind(mark, 0, self.start) for mark in _SENTENCE_END) + 1 : self.start]

    @property
    def around(self) -> str:
        """Return the whole paragraph without the words of the change."""
        first, last = self.paragraph
        return self.passage.text[first : self.start] + self.passage.text[self.end : last]

    @property
    def reason(self) -> tuple[int, str] | None:
        """Return the reason given for the change and its offset, or None; a reason before the next change is this one's."""
        text = self.passage.text
        following = _MOVEMENT.search(text, self.end)
        limit = min(self.paragraph[1], following.start() if following else len(text))
        found = _WHY.search(text, self.end, limit)
        if found is None:
            return None
        end = min((place for mark in _SENTENCE_END if (place := text.find(mark, found.end())) >= 0), default=self.paragraph[1])
        return found.end(), text[found.end() : end]


def movements(disclosure: Disclosure) -> Iterator[Movement]:
    """Yield the changes that the running text of the sections about money states."""
    for passage in disclosure.narratives:
        if passage.section in _SECTIONS:
            yield from movements_in(passage)


def movements_in(passage: Passage) -> Iterator[Movement]:
    """Yield the changes that one running text states."""
    text = passage.text
    for match in _MOVEMENT.finditer(text):
        first = text.rfind("\n", 0, match.start()) + 1
        last = text.find("\n", match.end())
        basis = _BASIS.search(text, first, match.start())
        if match["same"] and basis is None:
            continue
        figure = Money(Decimal(match["amount"].replace(",", "")), MoneyUnit(match["unit"])) if match["amount"] else None
        rate = match["rate"] or match["only"]
        yield Movement(
            passage,
            match.start(),
            match.end(),
            _DIRECTIONS[match["word"] or match["same"]],
            figure,
            Decimal(rate) if rate else None,
            basis["when"] if basis else "",
            basis["what"] if basis else "",
            (first, last if last >= 0 else len(text)),
        )


def moved(disclosure: Disclosure, movement: Movement) -> tuple[str, Entry | None, Entry | None]:
    """Return the item of which a change is said, with this year's and last year's figure; no name where it cannot be told."""
    text, said = disclosure.text, movement.before
    if movement.passage.section == "机关运行经费" and text.operating is not None:
        if "其中" in said or ("费" in said and "机关运行" not in said):
            return "", None, None
        return "机关运行经费", _entry(text.operating, "amount"), _entry(text.operating, "previous")
    if movement.passage.section == "三公经费" and text.public_expenses is not None:
        _, name, key = max(((said.rfind(name), name, key) for key, (name, _) in ITEMS.items() if name in said), default=(0, "", ""))
        item = getattr(text.public_expenses, key) if key else None
        if item is not None:
            return name, _entry(item, "amount"), _entry(item, "previous")
    return "", None, None


def _entry(record: Record, attribute: str) -> Entry | None:
    figure = getattr(record, attribute)
    return Entry(attribute, figure, (record, attribute)) if isinstance(figure, Money) else None
