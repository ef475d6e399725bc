"""TIM-003."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.kinds import Kind, Status
from generator.rules.rule import Basis, Outcome, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure

_INSPECTION = Basis("政府网站与政务新媒体检查指标（国办秘函〔2019〕19号）", read=False)


@rule("TIM-003", Severity.ERROR, Basis("预算法", "第十四条第二款"), _INSPECTION)
def publication_date_impossible(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """公开日期应当是真的：不早于财政批复，也不早于这一年度的预算、决算可能编成的时候；更正不早于公开。

    为什么：没有批复的预算不能公开；伪造发稿日期，在政府网站检查中单项否决。
    怎么改：写真正公开的那一天，不倒填；批复日期写错的，改批复日期。
    """
    dates = disclosure.text.dates
    if dates is None or dates.published is None:
        undated = disclosure.kind is Kind.PERFORMANCE or disclosure.text.status is Status.DRAFT
        yield Outcome.NOT_APPLICABLE if undated else Outcome.NO_DATA
        return
    published, place = dates.published, dates.at("published")
    year, accounts = disclosure.year, disclosure.kind is Kind.ACCOUNTS
    earliest = date(year + 1, 1, 1) if accounts else date(year - 1, 10, 1)
    if dates.finance and published < dates.finance:
        message = f"公开日期{published}早于财政批复日期{dates.finance}"
        yield Remark(place, message, "请核对两个日期；公开日期写真正公开的那一天。", (dates.at("finance"),))
    elif published < earliest:
        message = f"公开日期是{published}，那时{year}年的{disclosure.kind.phase}还不可能编成"
        yield Remark(place, message, "请写真正公开的那一天，年份不要照抄上年。", (disclosure.text.at("year"),))
    for correction in disclosure.text.corrections:
        if correction.day < published:
            message = f"更正的日期{correction.day}早于公开日期{published}"
            yield Remark(correction.at("day"), message, "公开以前的修改不用写更正；日期写错的，请改正。", (place,))
