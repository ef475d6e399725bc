"""TXT-011."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.kinds import Kind
from generator.rules.rule import Basis, Outcome, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure
    from generator.model.movements import Movement

_EXECUTED = re.compile(r"执行|决算|完成")
_BUDGET = re.compile(r"预算")


@rule("TXT-011", Severity.WARNING, Basis("财政预决算领域基层政务公开标准目录", read=False))
def mixed_comparison_bases(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """预算的同一段文字里，与上年比较应当用同一种基数：上年预算数，或者上年执行数。

    为什么：同一个数一会儿比上年预算、一会儿比上年执行数，增减就有两个，读者不知道该信哪一个。
    怎么改：统一成一种；确需并列两种的，分段写明各是什么口径。
    """
    compared = [movement for movement in disclosure.movements if movement.when and movement.basis]
    if disclosure.kind is Kind.ACCOUNTS or not compared:
        # Accounts are compared with the year's budget and with last year's accounts, both by demand.
        yield Outcome.NOT_APPLICABLE
        return
    paragraphs: dict[tuple[int, int], dict[str, Movement]] = {}
    for movement in compared:
        base = "上年执行数" if _EXECUTED.search(movement.basis) else "上年预算数" if _BUDGET.search(movement.basis) else ""
        if base:
            bases = paragraphs.setdefault((id(movement.passage), movement.paragraph[0]), {})
            bases.setdefault(base, movement)
    for bases in paragraphs.values():
        if len(bases) > 1:
            (first, one), (second, other) = sorted(bases.items(), key=lambda item: item[1].start)
            message = f"同一段里比较的基数不同：前面是{first}，这里是{second}（“{other.basis}{other.text}”）"
            yield Remark(other.place, message, "请统一成一种基数，并核对增减额。", (one.place,))
