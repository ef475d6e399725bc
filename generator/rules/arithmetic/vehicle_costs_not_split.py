"""ARI-009."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.entry import Sums
from generator.rules.remarks import verdict
from generator.rules.rule import Basis, Outcome, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure
    from generator.rules.rule import Said

_CATALOGUE = Basis("财政预决算领域基层政务公开标准目录", read=False)


def _sums(disclosure: Disclosure) -> list[Sums]:
    sums = Sums()
    for each in disclosure.expenses:
        parts = [each.entries.get("vehicle_purchase"), each.entries.get("vehicle_running")]
        if "vehicles" in each.named and any(parts):
            sums.add(each.where, each.entries.get("vehicles"), parts)
    return [sums]


@rule("ARI-009", Severity.ERROR, _CATALOGUE, Basis("表内勾稽关系"))
def vehicle_costs_not_split(disclosure: Disclosure) -> Iterator[Said]:
    """公务用车购置及运行维护费应当分开列出购置费和运行维护费，并且等于两项之和。

    为什么：买车和养车是两回事，公开目录要求细化到这两项；只写一个总数，读者看不出钱是买了车还是用在日常运行上。
    怎么改：补上购置费和运行维护费两项，没有的写 0；两项加起来不等于总数的，核对后改正。
    """
    sets = disclosure.expenses
    whole = next((each.entries["vehicles"] for each in sets if each.current and "vehicles" in each.entries), None)
    split = any({"vehicle_purchase", "vehicle_running"} <= each.named for each in sets)
    if whole is not None and whole.money.amount and not split:
        message = f"{whole.name}是{whole}，没有分开列出购置费和运行维护费"
        yield Remark(whole.place, message, "请补上“公务用车购置费”和“公务用车运行维护费”两项，没有的写 0。")
    for said in verdict(_sums(disclosure), "请核对购置费和运行维护费，改正写错的数字。"):
        if not isinstance(said, Outcome) or split or whole is None:
            yield said
