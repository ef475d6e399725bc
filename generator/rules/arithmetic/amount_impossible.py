"""ARI-016."""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.amounts import amounts_where, every_fen
from generator.model.entry import words
from generator.model.kinds import Kind
from generator.model.money import MoneyUnit
from generator.rules.rule import Basis, Outcome, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.amounts import Printed
    from generator.model.disclosure import Disclosure
    from generator.model.money import Money

_USUAL = 2
_TO_THE_CENT = {MoneyUnit.YUAN: 2, MoneyUnit.WAN: 6, MoneyUnit.YI: 10}
_SIGNED = ("结转", "结余", "调整", "抵销", "抵消", "差额", "弥补")


@rule("ARI-016", Severity.ERROR, Basis("财政预决算领域基层政务公开标准目录", read=False))
def amount_impossible(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """金额不应当比一分钱还细，预算数不应当是负数，增减额不带正负号；全文保留两位小数的，不应当有个别数字多出几位。

    为什么：比一分钱还细的数字是软件计算的余数，负的预算数多半是符号或者行列错了；个别数字多出几位，多半是数字粘连。
    怎么改：把金额改成原表所印的数，万元保留两位小数；减少的用“方向”写明，不写负号；确有退回、冲减的，写明理由并申请豁免。
    """
    amounts = every_fen(disclosure.text)
    if not amounts:
        yield Outcome.NOT_APPLICABLE
        return
    # With more than two decimals it is no number of 分 here, and no sum that it is part of is a number.
    if not isnan(sum(amounts)) and min(amounts) >= 0:
        return
    odd = amounts_where(disclosure.text, _is_odd)
    fine = [each for each in odd if each.money.decimals > _USUAL]
    for each in fine:
        yield from _too_fine(each, rare=len(fine) * 20 <= len(amounts))
    for each in odd:
        if each.money.amount < 0 and not _may_be_negative(each):
            cure = "请核对符号；减少的在“方向”里写“减少”，金额不带负号。"
            # What was spent may have been paid back; what is planned cannot be less than nothing.
            weight = Severity.WARNING if disclosure.kind is Kind.ACCOUNTS else None
            message = f"“{each.name}”的金额是负数{words(each.money)}"
            yield Remark(each.place, message, cure, actual=words(each.money), severity=weight)


def _is_odd(money: Money) -> bool:
    return money.decimals > _USUAL or money.amount < 0


def _too_fine(each: Printed, *, rare: bool) -> Iterator[Remark]:
    said = f"“{each.name}”的金额{words(each.money)}有{each.money.decimals}位小数"
    if each.money.decimals > _TO_THE_CENT[each.money.unit]:
        cure = "请改成原表所印的数，万元一般保留两位小数。"
        yield Remark(each.place, f"{said}，比一分钱还细", cure, actual=words(each.money))
    elif rare and each.money.unit is not MoneyUnit.YI:
        cure = "请核对是不是多写了数字；没有多写的，改成两位小数。"
        message = f"{said}，其他金额都不超过两位"
        yield Remark(each.place, message, cure, actual=words(each.money), severity=Severity.WARNING)


def _may_be_negative(each: Printed) -> bool:
    return any(word in each.name for word in _SIGNED) or (each.in_statement and "增减" in each.attribute)
