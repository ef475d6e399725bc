"""WEB-008."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.emptiness import is_blank
from generator.model.kinds import Status
from generator.rules.rule import Basis, Outcome, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure

_LAWS = (Basis("保守国家秘密法", "第三十五条"), Basis("保守国家秘密法实施条例", "第四十二条"))
_CELLS = (("reviewer", "保密审查人"), ("day", "日期"), ("approver", "审签人"))


@rule("WEB-008", Severity.ERROR, *_LAWS, since=date(2024, 9, 1))
def review_missing(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """公开以前应当经过保密审查：记录写明保密审查人、日期和审签人，审查不晚于公开。

    为什么：拟公开的信息要“先审查、后公开”，逐项审查；没有记录，就说不清审没审、谁审的。
    怎么改：照审查单在“审查”下面写保密审查人、日期、审签人；还没有审查的，先审查再公开。填写了的在网页上显示。
    """
    text = disclosure.text
    review, dates = text.review, text.dates
    if is_blank(review) or review is None:
        if disclosure.partly_read:
            yield Outcome.NO_DATA
        elif text.status is Status.PUBLISHED:
            # The law demands the review; that its record is kept here is our own way of showing it.
            yield Remark(text.at("review"), "没有保密审查的记录", "请在“审查”下面写保密审查人、日期和审签人。", severity=Severity.INFO)
        else:
            yield Outcome.NOT_APPLICABLE
        return
    missing = [(attribute, label) for attribute, label in _CELLS if is_blank(getattr(review, attribute)) and attribute != "day"]
    missing += [("day", "日期")] if review.day is None else []
    if missing:
        message = f"保密审查的记录没有写{'、'.join(label for _, label in missing)}"
        yield Remark(review.at(missing[0][0]), message, "请照审查单补写。")
    if review.day and dates and dates.published and review.day > dates.published:
        message = f"保密审查的日期{review.day}晚于公开日期{dates.published}"
        yield Remark(review.at("day"), message, "应当先审查、后公开；日期写错的，请改正。", (dates.at("published"),))
