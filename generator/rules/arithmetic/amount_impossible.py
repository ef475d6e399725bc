"""ARI-016."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.amounts import printed_amounts
from generator.model.entry import words
from generator.model.kinds import Kind
from generator.model.money import MoneyUnit
from generator.rules.rule import Basis, Outcome, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure

_TO_THE_CENT = {MoneyUnit.YUAN: 2, MoneyUnit.WAN: 6, MoneyUnit.YI: 10}
_USUAL = 2
_SIGNED = ("结转", "结余", "增减", "调整", "抵销", "抵消", "差额", "弥补")


@rule("ARI-016", Severity.ERROR, Basis("财政预决算领域基层政务公开标准目录", read=False))
def amount_impossible(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """金额不应当比一分钱还细，预算数不应当是负数，增减额不带正负号；全文以万元保留两位小数的，不应当有个别数字多出几位。

    为什么：比一分钱还细的数字是软件计算的余数，负的预算数多半是符号或者行列错了；个别数字多出几位，多半是数字粘连。
    怎么改：把金额改成原表所印的数，万元保留两位小数；减少的用“方向”写明，不写负号；确有退回、冲减的，在说明里写清楚并申请豁免。
    """
    amounts = list(printed_amounts(disclosure.text))
    if not amounts:
        yield Outcome.NOT_APPLICABLE
    odd = [(entry, decimals) for entry in amounts if (decimals := entry.money.decimals) > _USUAL]
    rare = len(odd) * 20 <= len(amounts)
    for entry, decimals in odd:
        unit = entry.money.unit
        if decimals > _TO_THE_CENT[unit]:
            message = f"“{entry.name}”的金额{words(entry.money)}有{decimals}位小数，比一分钱还细"
            yield Remark(entry.place, message, "请改成原表所印的数，万元一般保留两位小数。", actual=words(entry.money))
        elif rare and unit is not MoneyUnit.YI:
            message = f"“{entry.name}”的金额{words(entry.money)}有{decimals}位小数，其他金额都不超过两位"
            cure = "请核对是不是多写了数字，没有多写的改成两位小数。"
            yield Remark(entry.place, message, cure, actual=words(entry.money), severity=Severity.WARNING)
    for entry in amounts:
        if entry.money.amount < 0 and not any(word in entry.name for word in _SIGNED):
            message = f"“{entry.name}”的金额是负数{words(entry.money)}"
            cure = "请核对符号；减少的在“方向”里写“减少”，金额不带负号。"
            # What was spent may have been paid back, what is planned cannot be less than nothing.
            weight = Severity.WARNING if disclosure.kind is Kind.ACCOUNTS else None
            yield Remark(entry.place, message, cure, actual=words(entry.money), severity=weight)
