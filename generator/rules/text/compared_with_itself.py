"""TXT-008."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.kinds import Kind
from generator.model.prose import standing
from generator.rules.rule import Basis, Outcome, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure

_COMPARISON = standing(
    r"(?:比|较|与|同)(?P<year>20[0-9]{2})[ ]?年(?:度)?(?P<of>[^，。；、\n]{0,12}?)"
    r"(?:相比|增加|减少|增长|下降|上升|降低|持平|提高|压减|无变化)",
    "比20", "较20", "与20", "同20",
)  # fmt: skip
_BUDGET = re.compile(r"预算(?!执行)|年初|调整")


@rule("TXT-008", Severity.ERROR, Basis("表间勾稽关系"))
def compared_with_itself(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """增减变化应当与上年比，不应当与本年自己比。

    为什么：“比2026年预算增加”写在2026年的预算里，增减无从算起，多半是把上年的年份改成了本年。
    怎么改：把用来比较的年份改成上一年度。决算与本年的年初预算比较，写明“年初预算”。
    """
    comparisons = list(disclosure.prose.find(_COMPARISON))
    if not comparisons:
        yield Outcome.NOT_APPLICABLE
    for hit in comparisons:
        if int(hit.match["year"]) != disclosure.year:
            continue
        if disclosure.kind is Kind.ACCOUNTS and _BUDGET.search(hit.match["of"]):
            continue
        # “2025年执行数比2026年预算减少” speaks of the other year.
        if str(disclosure.year - 1) in hit.before:
            continue
        message = f"{disclosure.year}年的文本与本年自己比较：“{hit.text}”"
        yield Remark(hit.place, message, f"请把用来比较的年份改成{disclosure.year - 1}年，并核对增减的数额。")
