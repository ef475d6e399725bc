"""X-013."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.expenses import current_expenses
from generator.rules.rule import Basis, Outcome, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure

_MOST = Decimal(100_000)
"""元 for one car in one year; beyond it the number of cars is worth a second look. No rule of law sets it."""


@rule("X-013", Severity.WARNING, Basis("地方预决算公开操作规程（财预〔2016〕143号）", read=False))
def vehicle_costs_without_vehicles(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """有公务用车运行维护费的部门应当有车辆，平均每辆车的运行维护费应当在常见的范围里。

    为什么：没有车却有养车的钱，或者平均每辆车的费用特别高，多半是车辆数没有更新，或者金额多写了一位。
    怎么改：核对国有资产占用情况表的车辆数和运行维护费；车辆不在本部门账上的，在“国有资产”的说明里写清楚。
    """
    items = current_expenses(disclosure)
    running = items.entries.get("vehicle_running") if items else None
    row = next((row for row in disclosure.text.assets.rows if "车辆" in row.name), None) if disclosure.text.assets else None
    if items is None or running is None or row is None:
        yield Outcome.NOT_APPLICABLE
        return
    if row.quantity is None or row.quantity.value is None:
        yield Outcome.NO_DATA
        return
    count, cost = row.quantity.value, running.money.yuan
    bought = items.entries.get("vehicle_purchase")
    cure = "请核对车辆数和运行维护费；车辆不在本部门账上的，在“国有资产”的说明里写清楚。"
    if cost > 0 and not count and not (bought and bought.money.amount):
        yield Remark(
            running.place, f"公务用车运行维护费是{running}，国有资产里的车辆却是{row.quantity.text}辆", cure, (row.at("quantity"),)
        )
    elif count and cost / count > _MOST:
        each = (cost / count / 10_000).quantize(Decimal("0.01"), ROUND_HALF_UP)
        message = f"公务用车运行维护费是{running}，车辆{row.quantity.text}辆，平均每辆{each}万元，明显偏高"
        formula = "单车费用 = 公务用车运行维护费 ÷ 车辆数"
        yield Remark(running.place, message, cure, (row.at("quantity"),), formula=formula, severity=Severity.INFO)
