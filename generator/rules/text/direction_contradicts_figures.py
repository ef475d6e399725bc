"""TXT-003."""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal
from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.kinds import Direction
from generator.model.movements import moved
from generator.model.prose import standing
from generator.rules.rule import Basis, Outcome, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure
    from generator.model.entry import Entry
    from generator.model.money import Money
    from generator.model.movements import Movement
    from generator.model.stated_changes import StatedChange

_FROM_TO = standing(
    r"(?:由|从)[^，。；、\n0-9]{0,16}(?P<first>[0-9][0-9,]*(?:\.[0-9]+)?)[ ]?(?P<unit>[万亿]?元)?"
    r"(?P<word>增加|增长|提高|上升|减少|下降|降低|压减)(?:到|至|为)[^，。；、\n0-9]{0,8}"
    r"(?P<second>[0-9][0-9,]*(?:\.[0-9]+)?)[ ]?(?P<other>[万亿]?元)",
    *(f"{word}{to}" for word in ("加", "长", "高", "升", "少", "降", "低", "减") for to in "到至为"),
)
_NEGATIVE = standing(r"(?:增加|增长|提高|上升|减少|下降|降低|压减)(?:了|为)?[ ]?[-－−](?=[0-9])", "-", "－", "−")
_OTHER_BASIS = re.compile("执行|完成|年初")
_RISING = ("增加", "增长", "提高", "上升")
_CURE = "请核对两年的数字，改正方向或者改正数字。"


@rule("TXT-003", Severity.ERROR, Basis("表内勾稽关系"))
def direction_contradicts_figures(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """写“增加”的，本年数应当大于上年数；写“减少”的应当小于；写“持平”的应当相等。

    为什么：方向写反了，说明的原因也跟着错；常见的是数字更新了，文字还是上年的。
    怎么改：核对本年数和上年数，改正方向；方向后面不再写负号。
    """
    found = False
    stated = [*_in_fields(disclosure), *_in_text(disclosure)]
    several = Counter([each[0] for each in stated])
    # The only change that an explanation states is known in both ways.
    known = {(each[0], each[3].place.line if several[each[0]] > 1 else 0, each[1]): each for each in stated}
    for name, direction, change, where, now, before in known.values():
        found = True
        real = _direction(now.money.yuan - before.money.yuan)
        # Equal as printed, a small rise may have been rounded away; that is a matter for the amount of the change.
        if real is direction or (real is Direction.SAME and change is not None and change.amount):
            continue
        message = f"{name}写的是“{direction.value}”，但本年{now}、上年{before}，实际是“{real.value}”"
        yield Remark(where.place, message, _CURE, (now.place, before.place), expected=real.value, actual=direction.value)
    for hit in disclosure.prose.find(_FROM_TO):
        found = True
        first, second = (Decimal(hit.match[name].replace(",", "")) for name in ("first", "second"))
        if hit.match["unit"] in (None, hit.match["other"]) and (first < second) != (hit.match["word"] in _RISING):
            yield Remark(hit.at("word"), f"写的是“{hit.match['word']}”，但由{first:,}到{second:,}方向相反", _CURE)
    for hit in disclosure.prose.find(_NEGATIVE):
        found = True
        place = hit.passage.at(hit.start + len(hit.text) - 1)
        yield Remark(place, f"“{hit.text[:-1].strip()}”后面又写了负号，方向说不清", "请去掉负号，用“增加”或者“减少”写明方向。")
    if not found:
        yield Outcome.NOT_APPLICABLE


_Stated = tuple[str, Direction, "Money | None", "StatedChange | Movement", "Entry", "Entry"]


def _in_fields(disclosure: Disclosure) -> Iterator[_Stated]:
    for each in disclosure.stated_changes:
        # What was published last year may have been adjusted since; it binds where the change stated is the difference to it.
        if each.direction and each.now and each.before and (each.before.name == "上年" or (each.change and each.consistent)):
            yield each.name, each.direction, each.change.money if each.change else None, each, each.now, each.before


def _in_text(disclosure: Disclosure) -> Iterator[_Stated]:
    for movement in disclosure.movements:
        if not movement.when or (movement.when.startswith("2") and not movement.when.startswith(str(disclosure.year - 1))):
            continue
        name, now, before = moved(disclosure, movement)
        if now is not None and before is not None and not _OTHER_BASIS.search(movement.basis):
            yield name, movement.direction, movement.amount, movement, now, before


def _direction(change: Decimal) -> Direction:
    return Direction.UP if change > 0 else Direction.DOWN if change < 0 else Direction.SAME
