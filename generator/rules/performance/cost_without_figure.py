"""PER-020."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.promises import asked
from generator.model.readings import Aspect
from generator.rules.rule import Basis, Outcome, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure
    from generator.model.readings import Reading

_RATE = re.compile("率|节约|节省|控制|比例|占比|降低|压减|下降|浮动|偏差")
_WITHIN_BUDGET = re.compile("预算|批复|控制数|限额")
_DIGIT = re.compile("[0-9０-９]")
_NOT_MONEY = re.compile("社会|生态|环境")


@rule(
    "PER-020", Severity.WARNING, Basis("预算法", "第三十二条第三款"),
    Basis("中央部门项目支出核心绩效目标和指标设置及取值指引（试行）（财预〔2021〕101号）", read=False),
)  # fmt: skip
def cost_without_figure(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """成本指标应当写出金额、单价或者节约的比率。

    为什么：成本指标是要控制花多少钱；写“按标准执行”或者“≥95%”，看不出多少钱算多。
    怎么改：写成 ≤61万元、≤430元/人/天；有文件规定标准的，把标准的金额写出来。
    """
    if not _is_stated.any(disclosure.promises):
        yield Outcome.NOT_APPLICABLE
    for promise, fault in _fault.among(disclosure.promises):
        severity = Severity.INFO if _WITHIN_BUDGET.search(promise.text) else None
        message = f"成本指标“{promise.name}”的值“{promise.text}”{fault}"
        yield Remark(promise.place, message, "请写出金额或者单价，如 ≤61万元、≤430元/人/天。", severity=severity)


@asked
def _is_stated(reading: Reading) -> bool:
    return reading.aspect is Aspect.COST and bool(reading.size or reading.text)


@asked
def _fault(reading: Reading) -> str:
    if reading.aspect is not Aspect.COST or _NOT_MONEY.search(reading.second):
        return ""
    if reading.size is None:
        return "" if not reading.text or _DIGIT.search(reading.text) else "没有金额"
    if reading.percent and not _RATE.search(reading.words):
        return "是百分比，看不出花多少钱"
    return ""
