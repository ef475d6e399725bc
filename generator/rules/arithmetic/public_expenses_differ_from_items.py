"""ARI-008."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.entry import Sums
from generator.rules.remarks import verdict
from generator.rules.rule import Basis, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure
    from generator.rules.rule import Said

_VEHICLES = ("vehicle_purchase", "vehicle_running")


def _sums(disclosure: Disclosure) -> list[Sums]:
    sums = Sums()
    for each in disclosure.expenses:
        vehicles = ("vehicles",) if "vehicles" in each.named else _VEHICLES
        parts = [each.entries.get(key) for key in ("abroad", *vehicles, "reception")]
        sums.add(each.where, each.entries.get("total"), parts)
    return [sums]


@rule("ARI-008", Severity.ERROR, Basis("表内勾稽关系"))
def public_expenses_differ_from_items(disclosure: Disclosure) -> Iterator[Said]:
    """“三公”经费合计应当等于因公出国（境）费、公务用车购置及运行维护费、公务接待费之和，正文和三公经费表都一样，上年数也一样。

    为什么：“三公”经费是读者最先核对的数字，合计与分项不符，整段说明都不可信。
    怎么改：核对各分项，改正写错的数字；没有的分项写 0，不要留空。
    """
    yield from verdict(_sums(disclosure), "请核对各分项和合计，改正写错的数字。")
