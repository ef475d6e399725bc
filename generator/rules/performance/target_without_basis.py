"""PER-011."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.figures import read_target
from generator.model.promises import asked
from generator.rules.rule import Basis, Outcome, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.model.disclosure import Disclosure
    from generator.model.promises import ProjectPromises, Promise
    from generator.model.readings import Reading

_CIRCULAR = frozenset(("绩效目标", "绩效指标", "工作目标", "指标值", "目标值", "无", "暂无", "－", "-", "/"))
_UNIT = re.compile(r"[\u4e00-\u9fff]{0,6}(?:次数|篇数|人数|件数|份数|个数|数量|人次)|[%％]|百分比|次|个|人|篇|件|份")
_CURE = "请写明依据哪份文件、计划、标准或者往年数据，如“2026年工作计划”。"


@rule(
    "PER-011", Severity.INFO, Basis("预算法", "第三十二条第三款"),
    Basis("中央部门项目支出核心绩效目标和指标设置及取值指引（试行）（财预〔2021〕101号）", read=False),
)  # fmt: skip
def target_without_basis(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """每个指标值都应当写明确定的依据，依据是文件、计划、标准或者往年数据。

    为什么：没有依据，就说不清为什么是 95% 而不是 80%；写成“绩效目标”或者一个单位，等于没有写。
    怎么改：写明来源，如“年度工作计划”“培训费管理办法”；依据栏里写了单位的，把单位移到指标值里。
    """
    # Where a sheet does not print the column at all, no single basis is missing.
    sheets = disclosure.promises.sheets
    if not any(map(_prints_bases, sheets)):
        yield Outcome.NOT_APPLICABLE
    for sheet in sheets:
        if (doubtful := _doubtful.at(sheet.reading)) and _prints_bases(sheet):
            yield from _faulty(sheet, [sheet.promise(number) for number, _ in doubtful])


def _prints_bases(sheet: ProjectPromises) -> bool:
    return any("basis" in indicator.places.names for indicator in sheet.project.indicators)


def _faulty(sheet: ProjectPromises, doubtful: Sequence[Promise]) -> Iterator[Remark]:
    faulty: dict[str, list[Promise]] = {}
    for promise in doubtful:
        if fault := _fault(promise.reading, promise.text):
            faulty.setdefault(fault, []).append(promise)
    for fault, promises in faulty.items():
        places = [promise.indicator.at("basis") for promise in promises]
        many = f"等{len(promises)}项" if len(promises) > 1 else ""
        message = f"项目“{sheet.project.name}”的指标“{promises[0].name}”{many}{fault}"
        yield Remark(places[0], message, _CURE, tuple(places[1:]))


@asked
def _doubtful(reading: Reading) -> bool:
    """Return whether a basis is none, or may be one only where it does not repeat the value."""
    return bool(_fault(reading, reading.text)) or (reading.size is not None and read_target(reading.basis).number is not None)


def _fault(reading: Reading, value: str) -> str:
    basis = reading.basis
    if basis and basis in (value, reading.third, reading.description):
        return "的依据只是重复了前面的栏目"
    if not basis:
        return "没有写依据"
    if basis in _CIRCULAR:
        return f"的依据写的是“{basis}”，不是依据"
    return f"的依据写的是“{basis}”，像是单位" if _UNIT.fullmatch(basis) else ""
