"""What a project's cost indicators add up to: lumps, and prices times the quantities that the same sheet promises."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from generator.model.entry import Told
from generator.model.figures import Comparison, Size
from generator.model.promises import asked
from generator.model.readings import Aspect, value_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.model.money import Money, MoneyUnit
    from generator.model.promises import Price, ProjectPromises, Promise
    from generator.model.readings import Reading, SheetReading

_HALF, _ONCE, _NOTHING = Decimal("0.5"), Decimal(1), Decimal(0)
_new = tuple.__new__
"""Makes what is told without the detour over keyword defaults, which is half of its cost."""
_UPWARDS = (Comparison.AT_LEAST, Comparison.MORE)
_NOT_THE_BUDGETS = re.compile("社会|生态|环境")
_TOTAL = re.compile("总成本|总额|控制数|合计|总费用|项目成本|预算总|总投入|总经费")
_RATE_WITHOUT_UNIT = re.compile("人均|单价|单位成本|单次|平均|每|标准|其中")
_COMMON = re.compile("人均|单位|单次|单台|平均|成本|费用|经费|标准|支出|开支|金额|单价|费")
_SAME_UNIT = {"人": ("人", "名", "位", "人次"), "天": ("天", "日"), "日": ("天", "日"), "人次": ("人次", "人"), "场": ("场", "场次")}
_THINGS = ("份", "册", "套", "本", "件", "台", "个")
_SHORTEST = 2


class Cost(NamedTuple):
    """One term of the sum, in 元: an amount, which may be taken many times; ``doubtful`` says that it may count too much."""

    promise: Promise
    yuan: Decimal
    words: str
    printed: Money
    times: Decimal = _ONCE
    doubtful: bool = False

    @property
    def slack(self) -> Decimal:
        """Return what rounding may have taken or added; a limit without decimals is meant exactly, as in ≤4万元."""
        return half_of_last_digit(self.printed) * self.times if self.printed.decimals else _NOTHING


class Costs(NamedTuple):
    """The cost indicators of one project: those that state the whole, and the terms that make it up."""

    wholes: tuple[Cost, ...]
    terms: tuple[Cost, ...]


def half_of_last_digit(money: Money) -> Decimal:
    """Return by how much the printed amount may be off, in 元."""
    return _HALF.scaleb(-money.decimals) * money.unit.in_yuan


def within(sheet: ProjectPromises, budget: Money) -> tuple[Told, ...] | None:
    """Return the costs of a sheet that names them in lumps and keeps within the budget, as most do; None of one that must be judged."""
    lumps, told, total = _lumps(sheet.reading), [], _NOTHING
    if lumps is None:
        return None
    for number, name, in_yuan in lumps:
        indicator = sheet.project.indicators[number]
        target = indicator.target or value_of(indicator)[1]
        total += (target.number or _NOTHING) * in_yuan
        told.append(_new(Told, (f"{name}{target.text}", indicator)))
    return tuple(told) if total <= budget.yuan else None


@lru_cache(maxsize=4096)
def _lumps(sheet: SheetReading) -> tuple[tuple[int, str, Decimal], ...] | None:
    """Return number, name and unit in 元 of each cost; None where one is a rate."""
    spent = [(number, sheet.indicators[number].name, priced) for number, priced in _spent_in.at(sheet)]
    return None if any(per for _, _, (_, per) in spent) else tuple([(number, name, unit.in_yuan) for number, name, (unit, _) in spent])


def costs(promises: Sequence[Promise], budget: Money) -> Costs:
    """Return the cost indicators of one project as terms; what cannot be told for certain is left out."""
    priced = [(promise, price) for promise in promises if _spent_in.of(promise.reading) and (price := promise.price)]
    lumps = [(promise, price) for promise, price in priced if not price.per and not _RATE_WITHOUT_UNIT.search(promise.reading.words)]
    sum_of_lumps = sum((price.money.yuan for _, price in lumps), start=_NOTHING)
    wholes: list[Cost] = []
    terms: list[Cost] = []
    for promise, price in lumps:
        cost = Cost(promise, price.money.yuan, f"{promise.name}{promise.text}", price.money)
        rest = sum_of_lumps - cost.yuan
        stated = _TOTAL.search(promise.reading.words) or (lumps[1:] and cost.yuan == budget.yuan) or (lumps[2:] and cost.yuan == rest)
        (wholes if stated else terms).append(cost)
    cores = [core for cost in terms if (core := _core(cost.promise.name))]
    quantities = [promise for promise in promises if _is_quantity.of(promise.reading)]
    for promise, price in priced:
        core = _core(promise.name)
        if price.per and not any(core in other or other in core for other in cores if core):
            terms.extend(_multiplied(promise, price, quantities))
    order = {id(promise): place for place, promise in enumerate(promises)}
    terms.sort(key=lambda cost: order[id(cost.promise)])
    return Costs(tuple(wholes), tuple(terms))


@asked
def _spent_in(reading: Reading) -> tuple[MoneyUnit, tuple[str, ...]] | None:
    """Return in which unit an indicator limits what the budget spends: society's costs are not the budget's, savings are no cost."""
    if reading.aspect is not Aspect.COST or reading.comparison in _UPWARDS or _NOT_THE_BUDGETS.search(reading.second):
        return None
    return reading.priced_in


@asked
def _is_quantity(reading: Reading) -> bool:
    return reading.aspect is Aspect.QUANTITY and reading.size not in (None, Size.ZERO) and not reading.percent


def _core(name: str) -> str:
    core = _COMMON.sub("", name)
    return core if len(core) >= _SHORTEST else ""


def _multiplied(promise: Promise, price: Price, quantities: Sequence[Promise]) -> Iterator[Cost]:
    """Yield a price times its quantities, where the sheet promises exactly one for each thing that it is a price of."""
    per = ("人次",) if set(price.per) == {"人", "次"} else tuple(unit for unit in price.per if unit != "年")
    exact = promise.reading.comparison in (None, Comparison.EQUAL)
    # The most that a price and the least of a quantity multiply to says nothing.
    usable = [quantity for quantity in quantities if exact or quantity.reading.comparison not in _UPWARDS]
    chosen = [_quantity(unit, promise, usable, alone=len(per) == 1) for unit in per]
    found = [quantity for quantity in chosen if quantity is not None]
    if not per or len(found) < len(per):
        return
    times = Decimal(1)
    for quantity in found:
        times *= quantity.number
    words = "×".join([promise.text.lstrip("≤<="), *(quantity.text.lstrip("≤<=≥>") for quantity in found)])
    days = len(per) > 1 and any(quantity.reading.unit == "人次" for quantity in found)
    yield Cost(promise, price.money.yuan * times, words, price.money, times, days)


def _quantity(unit: str, promise: Promise, quantities: Sequence[Promise], *, alone: bool) -> Promise | None:
    core = _core(promise.name)
    alike = _SAME_UNIT.get(unit, (unit,))
    named = [each for each in quantities if core and core in each.name and (each.reading.unit in alike or each.reading.unit in _THINGS)]
    if alone and len(named) == 1:
        return named[0]
    counted = [each for each in quantities if each.reading.unit in alike]
    return counted[0] if len(counted) == 1 else None
