"""AST-002."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.kinds import Kind
from generator.rules.rule import Basis, Outcome, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure
    from generator.model.narrative import Narrative

_UNTIL = re.compile(
    r"截[至止](?:时间|日期|到)?[:：]?\s*(?P<year>(?:19|20)[0-9]{2})年(?P<month>[0-9]{1,2})月(?:(?P<day>[0-9]{1,2})日|底|末)"
)
_YEAR_END = re.compile(r"(?P<year>(?:19|20)[0-9]{2})年(?:末|底|年末|年底)")
_DECEMBER = 12


@rule("AST-002", Severity.WARNING, Basis("国有资产占用情况表的填报要求（截止日期）"))
def assets_date_odd(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """资产占用情况应当写明截止日期：预算是上一年的月末（一般是12月31日），决算是本年的12月31日；正文与表一致。

    为什么：资产天天在变，不写日期的数字没有意义；日期是前年的，说明整张表没有更新。
    怎么改：照资产管理系统的年末数更新整张表，并改正截止日期。
    """
    assets = disclosure.text.assets
    if assets is None or (not assets.rows and assets.total is None):
        yield Outcome.NOT_APPLICABLE
        return
    as_of, year = assets.as_of, disclosure.year
    expected = date(year if disclosure.kind is Kind.ACCOUNTS else year - 1, _DECEMBER, 31)
    if as_of is None:
        if not (assets.note and (_UNTIL.search(assets.note.text) or _YEAR_END.search(assets.note.text))):
            yield Remark(disclosure.text.at("assets"), "资产数没有写截止日期", f"请写明截止日期，如 {expected}。")
        return
    cure = "请核对日期；资产数没有更新的，连同各行一起更新。"
    last_day = (as_of + timedelta(days=1)).day == 1
    if as_of.year != expected.year or not last_day:
        message = f"资产的截止日期是{as_of}，{year}年的{disclosure.kind.value}一般是{expected}"
        yield Remark(assets.at("as_of"), message, cure, expected=str(expected), actual=str(as_of))
    if assets.note:
        yield from _otherwise(assets.note, as_of)


def _otherwise(note: Narrative, as_of: date) -> Iterator[Remark]:
    said = list(_UNTIL.finditer(note.text))
    days = [(int(match["year"]), int(match["month"]), int(match["day"] or 0)) for match in said]
    ends = list(_YEAR_END.finditer(note.text))
    cure = "请核对，两处改成一样。"
    if said and not any((year, month) == (as_of.year, as_of.month) and day in (0, as_of.day) for year, month, day in days):
        yield Remark(note.at(said[0].start("year")), f"正文写的是“{said[0][0]}”，截止日期是{as_of}", cure)
    elif not said and as_of.month == _DECEMBER and ends and all(int(match["year"]) != as_of.year for match in ends):
        yield Remark(note.at(ends[0].start()), f"正文写的是“{ends[0][0]}”，截止日期是{as_of}", cure)
