"""ARI-015."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.entry import Sums, words
from generator.model.money import Money
from generator.rules.rule import Basis, Outcome, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure

_EXPLAINED = ("四舍五入", "尾数", "进位", "取整", "位小数")
_CURE = "请在“其他说明”里写一句：因四舍五入，合计与分项之和可能略有出入。"


@rule("ARI-015", Severity.INFO, Basis("表内勾稽关系"))
def rounding_unexplained(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """合计与分项之和因为四舍五入差一点时，应当说明一句。

    为什么：差在最后一位不是错误，但是读者自己相加会发现对不上，不说明就会以为算错了。
    怎么改：在“其他说明”里写明“因四舍五入，合计与分项之和可能略有出入”；数字不用改。
    """
    sums = [*disclosure.flow_sums, _public_expenses(disclosure)]
    for sheet in disclosure.sheets.values():
        sums += [sheet.row_sums, sheet.roll_ups, *sheet.side_sums.values()]
    rounded = [mismatch for each in sums for mismatch in each.rounded]
    if not any(each.made for each in sums):
        yield Outcome.NOT_APPLICABLE
    if rounded and not any(word in disclosure.prose.distinct for word in _EXPLAINED):
        first = rounded[0]
        gap = words(Money(abs(first.gap.amount), first.gap.unit))
        count = f"，这样的地方共有{len(rounded)}处" if len(rounded) > 1 else ""
        message = f"{first.where}{first.whole.name}与各项之和相差{gap}，是四舍五入造成的{count}"
        yield Remark(first.whole.place, message, _CURE, tuple(mismatch.whole.place for mismatch in rounded[1:]))


def _public_expenses(disclosure: Disclosure) -> Sums:
    sums = Sums()
    for each in disclosure.expenses:
        sums.add(each.where, each.entries.get("total"), [each.entries.get(key) for key in ("abroad", "vehicles", "reception")])
    return sums
