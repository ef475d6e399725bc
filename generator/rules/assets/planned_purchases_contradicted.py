"""AST-003."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.denials import denied
from generator.model.money import Money, MoneyUnit
from generator.model.promises import asked
from generator.rules.rule import Basis, Outcome, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure
    from generator.model.readings import Reading

_PURCHASE = re.compile(r"(?:购置|采购|购买)[^，。；]{0,6}固定资产|固定资产[^，。；]{0,6}(?:购置|采购|购买)")
_EXCUSE = re.compile("限额|标准以下|目录以外|集中采购目录|分散采购|自行采购|零星|小额")
_UNITS = {"元": MoneyUnit.YUAN, "万元": MoneyUnit.WAN, "万": MoneyUnit.WAN, "亿元": MoneyUnit.YI}


@rule("AST-003", Severity.WARNING, Basis("预算法", "第十四条第三款"), Basis("表内勾稽关系"))
def planned_purchases_contradicted(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """拟购置固定资产的总额应当不少于各项目里购置固定资产的金额；有购置而没有政府采购预算的，应当说明原因。

    为什么：一处说要买，一处说不采购，读者不知道买不买、怎么买；低于政府采购限额的，一句话就能说清。
    怎么改：核对购置的金额；没有列入政府采购预算的，写明原因，如“低于政府采购限额标准”。
    """
    assets = disclosure.text.assets
    planned = assets.planned if assets else None
    if assets is None or not isinstance(planned, Money) or not planned.amount:
        yield Outcome.NOT_APPLICABLE
        return
    purchases = [(promise, Money(promise.number, unit)) for promise, unit in _bought_in.among(disclosure.promises)]
    together = sum((cost.yuan for _, cost in purchases), start=Decimal(0)) / planned.unit.in_yuan
    if together > planned.amount:
        unit = planned.unit.value
        message = f"拟购置固定资产{planned.amount:,}{unit}，各项目里购置固定资产的指标合起来是{together.normalize():,f}{unit}"
        cure = "请核对拟购置的总额和各项目的指标。"
        yield Remark(assets.at("planned"), message, cure, tuple(promise.place for promise, _ in purchases))
    procurement = disclosure.text.procurement
    note = procurement.note if procurement else None
    offset = denied(note.text, "政府采购", disclosure.year) if note else None
    if note is None or offset is None:
        return
    told = note.text + (assets.note.text if assets.note else "")
    if not _EXCUSE.search(told):
        cure = "请写明原因，如“低于政府采购限额标准”；应当列入政府采购预算的，请列入。"
        message = f"拟购置固定资产{planned.amount:,}{planned.unit.value}，这里却说没有政府采购预算，没有说明原因"
        yield Remark(note.at(offset), message, cure, (assets.at("planned"),))


@asked
def _bought_in(reading: Reading) -> MoneyUnit | None:
    """Return in which unit an indicator promises what is spent on assets at most, if it is an amount and no rate."""
    return _UNITS.get(reading.unit) if reading.size is not None and _PURCHASE.search(reading.words) else None
