"""Where a text says that there is none of something: 没有政府采购预算, 无政府性基金预算安排的支出."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from generator.model.mentions import years
from generator.model.prose import standing

if TYPE_CHECKING:
    from generator.model.kinds import Year

SUBJECTS = ("政府性基金", "国有资本经营", "三公", "政府采购")
"""What whole statements are about and a department may have none of."""

_BETWEEN = (
    r"(?:本?年度?|[0-9]{4}年度?|本级|财政拨款|安排的?|使用|发生|编制|涉及|一般公共预算|相关|的|预算|收支"
    r"|[“”、和及]|政府性基金|国有资本经营)*"
)
# “没有政府采购工程预算” denies the works alone, “没有政府性基金结转” what is carried over.
_WHOLE = r"(?![”\"]?(?:经费)?(?:预算)?(?:财政拨款)?(?:支出|收入)?的?(?:工程|货物|服务|进口|限额|结转|结余|以外|调整|违|增|变))"
# What may stand between the subject and “为0”: its own amount, and not that of a part of it.
_AMOUNT = r"(?:[”\"]|经费|预算|决算|财政拨款|拨款|支出|收入|收支|安排|总额|金额|合计|均|数)*"
_NONE = r"(?:没有|未安排|未编制|未使用|不涉及|未发生|(?<![有并毫])无)"
_CLAUSE = re.compile(r"[。；;\n]")
_EARLIER = re.compile(r"上年|去年|以前年度|往年")
_EMPTY = re.compile(r"(?<!并非)(?<!不是)空表|本表无数据|本表没有数据")


@cache
def _denial(subject: str) -> re.Pattern[str]:
    return re.compile(rf"{_NONE}{_BETWEEN}{subject}{_WHOLE}|{subject}{_AMOUNT}(?:为零|为0(?:\.0+)?(?![.0-9])|[:：]无(?=[，。；;\s]|$))")


DENIED = standing(r"没有|未[安编使发]|不涉及|无|为[零0]", "没有", "未安", "未编", "未使", "未发", "不涉及", "无", "为零", "为0")
"""One of these words stands in every text that denies anything."""


def denied(text: str, subject: str, year: Year) -> int | None:
    """Return where a text says that there is none of ``subject`` in ``year``, or None where it does not."""
    if subject not in text:
        return None
    for match in _denial(subject).finditer(text):
        before = _CLAUSE.split(text[: match.start()])[-1] + match[0]
        named = [mention.year for mention in years(before)]
        if (year in named or not named) and not _EARLIER.search(before):
            return match.start()
    return None


def called_empty(text: str) -> int | None:
    """Return where a text calls its own statement empty, or None where it does not."""
    match = _EMPTY.search(text)
    return match.start() if match else None


def subjects_in(text: str) -> set[str]:
    """Return which of the subjects a text names."""
    return {subject for subject in SUBJECTS if subject in text}
