"""TXT-005."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.kinds import Direction
from generator.model.mentions import amounts
from generator.model.money import Money
from generator.model.prose import standing
from generator.rules.rule import Basis, Outcome, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure
    from generator.model.movements import Movement

_ZERO = r"(?:为|是)?[ ]?0(?:\.0+)?[ ]?[万亿]?元"
_ZERO_BEFORE = re.compile(
    rf"(?:上年|去年|上一年度?|(?P<year>20[0-9]{{2}})[ ]?年度?)[^，。；\n0-9]{{0,12}}{_ZERO}|由[ ]?0(?:\.0+)?[ ]?[万亿]?元$"
)
_DONE = standing(
    rf"(?:年初)?预算数?{_ZERO}[^。；\n]{{0,60}}?完成(?:年初)?预算的?[ ]?(?P<rate>[0-9]+(?:\.[0-9]+)?)[%％]", "完成预算", "完成年初预算"
)
_CURE = "请删去百分比，改为“上年没有此项”或者“年初没有安排预算”。"


@rule("TXT-005", Severity.ERROR, Basis("表内勾稽关系"))
def rate_on_zero_base(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """上年数是零的，不应当写增长百分之几；年初预算是零的，不应当写完成预算的百分之几。

    为什么：除以零没有结果。“由0增加到0.30万元，增长100%”会让人以为上年也有0.30万元。
    怎么改：只写增减额，并写明上年没有此项；决算写明年初没有安排预算。
    """
    rates = [movement for movement in disclosure.movements if movement.rate]
    stated = [each for each in disclosure.stated_changes if each.rate and each.rate.value]
    done = list(disclosure.prose.find(_DONE))
    if not rates and not stated and not done:
        yield Outcome.NOT_APPLICABLE
    for each in stated:
        base_is_zero = each.before is not None and not each.before.money.amount
        all_new = each.direction is Direction.UP and each.now and each.change and each.now.money.yuan == each.change.money.yuan
        if base_is_zero or (all_new and each.now and each.now.money.amount):
            yield Remark(each.rate_place, f"{each.name}的上年数是零，不应当写增长{each.rate.text if each.rate else ''}", _CURE)
    for movement in rates:
        if _began_at_zero(movement, disclosure.year) or _is_all_new(movement):
            yield Remark(movement.place, f"上年数是零，不应当写百分比：“{movement.text}”", _CURE)
    for hit in done:
        yield Remark(hit.at("rate"), f"年初预算是零，不应当写完成预算的{hit.match['rate']}%", _CURE)


def _began_at_zero(movement: Movement, year: int) -> bool:
    """Return whether the sentence says that there was nothing in some earlier year."""
    return any(match["year"] is None or int(match["year"]) < year for match in _ZERO_BEFORE.finditer(movement.before))


def _is_all_new(movement: Movement) -> bool:
    """Return whether the amount just named and its rise are the same, so that there was nothing before."""
    named = [mention.money for mention in amounts(movement.before)]
    rise = movement.amount
    return isinstance(rise, Money) and movement.direction is Direction.UP and len(named) == 1 and named[0].yuan == rise.yuan
