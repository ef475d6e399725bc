"""ARI-012."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.entry import Related, Sums, words
from generator.model.growth import growths, share_fits, share_of
from generator.model.kinds import Direction
from generator.model.money import Money
from generator.model.money_notes import money_notes
from generator.model.stated_changes import changes_in_words
from generator.rules.rule import Basis, Outcome, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure
    from generator.model.stated_changes import StatedChange
    from generator.rules.rule import Said

_RATE = "增减比例 = 增减额 ÷ 上年数 × 100%"
_CURE = "请用本年数减上年数重算增减额，再除以上年数得出比例，改正写错的一个。"


@rule("ARI-012", Severity.ERROR, Basis("财政预决算领域基层政务公开标准目录", read=False), Basis("表内勾稽关系"))
def stated_change_miscalculated(disclosure: Disclosure) -> Iterator[Said]:
    """写明的增减额应当等于本年数与上年数之差，写明的增减比例应当等于增减额除以上年数。

    为什么：读者靠增减额和比例看变化，它们算错了，变化的大小就说错了；常见的是数字改了、比例没有重算，或者从别的科目抄来。
    怎么改：用本年数减上年数得出增减额，再除以上年数得出比例（四舍五入到所印的位数），把算错的改正。
    """
    stated = [*disclosure.stated_changes, *changes_in_words(disclosure)]
    found = list(growths(money_notes(disclosure.text), disclosure.year))
    if not stated and not found:
        yield Outcome.NOT_APPLICABLE
    yield Sums(compared=[related for each in disclosure.stated_changes if (related := _of_cells(each))])
    for each in stated:
        yield from _of_item(each)
    for growth in found:
        if not growth.possible:
            message = f"“{growth.text}”里的{growth.rate}%，用这句话里的数字怎样都算不出来"
            yield Remark(growth.place, message, _CURE, actual=f"{growth.rate}%", formula=_RATE)


def _of_cells(each: StatedChange) -> Related | None:
    """Return the change as the difference of both years' figures, where all three stand in cells."""
    now, before, change = each.now, each.before, each.change
    rising = each.direction is Direction.UP
    if now is None or before is None or change is None or (now.money.yuan > before.money.yuan) is not rising:
        return None  # A direction that the figures contradict is for TXT-003 to find.
    years = (now.written, before.written) if rising else (before.written, now.written)
    return Related(*change.written, "=", years, "−", None if each.consistent else change.place)


def _of_item(each: StatedChange) -> Iterator[Remark]:
    now, before, change = each.now, each.before, each.change
    # That 持平 is said of figures that differ is for TXT-003 to find.
    if now and before and change and each.direction is not Direction.SAME and not each.consistent:
        unit = change.money.unit
        real = abs(now.money.yuan - before.money.yuan) / unit.in_yuan
        message = f"{each.name}的增减写的是{change}，本年{now}与{before.name}{before}相差{words(Money(real, unit))}"
        gap = f"{abs(change.money.amount) - real:+,}{unit.value}"
        yield Remark(
            change.place, message, _CURE, (now.place, before.place),
            words(Money(real, unit)), str(change), gap, "增减额 = 本年数 − 上年数",
        )  # fmt: skip
        return
    rate, base = each.rate.value if each.rate else None, each.base
    if rate is not None and change and base and base.amount > 0 and not share_fits(abs(rate), change.money, base):
        right = f"{share_of(change.money, base, rate)}%"
        message = f"{each.name}的增减比例写的是{rate}%，增减{change}除以上年{words(base)}是{right}"
        yield Remark(each.rate_place, message, _CURE, (change.place,), right, f"{rate}%", formula=_RATE)
