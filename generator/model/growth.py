"""Changes against the year before as running text states them, with the figures beside them that they must come from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from generator.model.mentions import amounts
from generator.model.money import Money, MoneyUnit
from generator.model.sums import half_digit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.model.narrative import Narrative
    from generator.source.place import Place

_HUNDRED = Decimal(100)
_END = re.compile(r"[。；！？;\n]")
_CHANGED = "增加|增长|上升|提高|减少|下降|降低|压减|压缩"
_STATED = re.compile(
    rf"(?:{_CHANGED})(?:额|数)?(?:了|为)?\s*(?P<change>[0-9][0-9,]*(?:\.[0-9]+)?)\s*(?P<unit>亿元|万元|元)"
    rf"[，,、（(]?\s*(?:同比)?(?:{_CHANGED}|增幅|降幅|增长率|下降率|变动率|幅度)(?:了|为|约|约为)*\s*(?P<rate>[0-9]+(?:\.[0-9]+)?)[%％]"
)
_BARE = re.compile(rf"(?:{_CHANGED})(?:了|约|为)*\s*(?P<rate>[0-9]+(?:\.[0-9]+)?)[%％]")
_BEFORE = r"(?:上年|去年|上一年度?|{}年度?)[^，。；、\n0-9]{{0,16}}?(?P<base>[0-9][0-9,]*(?:\.[0-9]+)?\s*(?:亿元|万元|元))"


@dataclass(frozen=True, slots=True)
class Growth:
    """A stated percentage: where, of what change, and the amounts of its sentence that it may be a percentage of."""

    text: str
    rate: Decimal
    place: Place
    change: Money | None
    others: tuple[Money, ...]

    @property
    def bases(self) -> Iterator[tuple[Money, Money]]:
        """Yield each (change, base) that the sentence allows."""
        if self.change is None:
            first, rest = self.others[0], self.others[1:]
            yield from ((_minus(each, first), first) for each in rest)
            return
        for each in self.others:
            yield self.change, each
            yield self.change, _minus(each, self.change)
            yield self.change, _plus(each, self.change)

    @property
    def possible(self) -> bool:
        """Return whether some figure of the sentence makes the percentage come out."""
        return any(share_fits(self.rate, change, base) for change, base in self.bases)


def growths(notes: Iterable[Narrative], year: int) -> Iterator[Growth]:
    """Yield the percentages of change whose base is printed in the same sentence."""
    for note in notes:
        if "%" in note.text or "％" in note.text:
            yield from _of_note(note, re.compile(_BEFORE.format(year - 1)))


def _of_note(note: Narrative, before: re.Pattern[str]) -> Iterator[Growth]:
    seen = set()
    for match in _STATED.finditer(note.text):
        seen.add(match.end("rate"))
        change = Money(Decimal(match["change"].replace(",", "")), MoneyUnit(match["unit"]))
        others = tuple(mention.money for mention in amounts(_sentence_before(note, match)))
        if others:
            yield Growth(match[0], Decimal(match["rate"]), note.at(match.start("rate")), change, others)
    for match in _BARE.finditer(note.text):
        sentence = _sentence_before(note, match)
        base = None if match.end("rate") in seen else before.search(sentence)
        if base is not None:
            first, *_ = (mention.money for mention in amounts(base["base"]))
            rest = tuple(mention.money for mention in amounts(sentence) if not base.start("base") <= mention.start < base.end("base"))
            if rest and first.amount:  # A rate on nothing is another fault.
                yield Growth(match[0], Decimal(match["rate"]), note.at(match.start("rate")), None, (first, *rest))


def _sentence_before(note: Narrative, match: re.Match[str]) -> str:
    return _END.split(note.text[: match.start()])[-1]


def share_fits(rate: Decimal, part: Money, whole: Money) -> bool:
    """Return whether a printed percentage may be ``part`` of ``whole``, given how all three are rounded."""
    size, slack = abs(part.yuan), half_digit(part)
    most, least = size + slack, max(Decimal(0), size - slack)
    size, slack = abs(whole.yuan), half_digit(whole)
    under, over = size - slack, size + slack
    half = Decimal(5).scaleb(_exponent(rate) - 1)
    return under > 0 and least / over * _HUNDRED <= rate + half and most / under * _HUNDRED >= rate - half


def share_of(part: Money, whole: Money, like: Decimal) -> Decimal:
    """Return the percentage that ``part`` is of ``whole``, with as many decimals as ``like`` has."""
    return (abs(part.yuan) / abs(whole.yuan) * _HUNDRED).quantize(Decimal(1).scaleb(_exponent(like)), ROUND_HALF_UP)


def sole(values: Iterable[Money]) -> Money | None:
    """Return the one value that there is, or None where there are several or none."""
    found = list(values)
    return found[0] if len(found) == 1 else None


def _exponent(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def _minus(one: Money, other: Money) -> Money:
    return Money(one.amount - other.yuan / one.unit.in_yuan, one.unit)


def _plus(one: Money, other: Money) -> Money:
    return Money(one.amount + other.yuan / one.unit.in_yuan, one.unit)
