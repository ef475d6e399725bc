"""PER-022."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.readings import Aspect
from generator.rules.rule import Basis, Outcome, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure
    from generator.model.readings import SheetReading

_MANY = 5


@rule("PER-022", Severity.INFO, Basis("中央部门项目支出核心绩效目标和指标设置及取值指引（试行）（财预〔2021〕101号）", read=False))
def one_basis_for_all(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """一张表里数量、成本、满意度各有来源，不应当所有指标都写同一个依据。

    为什么：数量来自工作计划，单价来自开支标准，满意度来自往年调查；全表同一句话，多半是照搬填满的。
    怎么改：逐项写明各自的依据；确实出自同一份文件的，写出文件的条款。
    """
    sheets = [sheet for sheet in disclosure.promises.sheets if _is_varied(sheet.reading)]
    if not sheets:
        yield Outcome.NOT_APPLICABLE
    for sheet in sheets:
        basis = _only_basis(sheet.reading)
        if basis:
            message = f"项目“{sheet.project.name}”的{len(sheet.reading.indicators)}项指标都写同一个依据“{basis}”，连满意度也是"
            place = sheet.project.indicators[0].at("basis")
            yield Remark(place, message, "请逐项写明各自的依据，如工作计划、开支标准、往年调查结果。")


def _is_varied(sheet: SheetReading) -> bool:
    return Aspect.SATISFACTION in sheet.aspects and len(sheet.indicators) >= _MANY


@lru_cache(maxsize=4096)
def _only_basis(sheet: SheetReading) -> str:
    """Return the basis of all indicators, or the empty string where they have several."""
    bases = {reading.basis for reading in sheet.indicators}
    return bases.pop() if len(bases) == 1 else ""
