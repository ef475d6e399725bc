"""Which charts the tables of a disclosure have, each with its table's summary in one sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.expenses import ITEMS
from generator.model.headlines import shared_out
from generator.model.money import Money, NoMoney
from generator.views.charts import Bar, bar_chart, step_chart
from generator.views.language import say
from generator.views.tables import SCHEDULE
from generator.views.wording import money, percent, run_on, share_cell

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model.money import Figure
    from generator.model.performance import Project, Schedule
    from generator.model.sections import Flow, PublicExpense, PublicExpenses
    from generator.views.drawing import Chart

_MOST_BARS = 12


def composition_chart(anchor: str, title: str, flow: Flow) -> tuple[Chart, ...]:
    """Return the parts of income or expenditure as bars, largest first, blanks last."""
    total = shared_out(flow)
    whole = total.yuan if total else None
    named = [(part.name, part.amount) for part in flow.parts if part.amount is not None]
    bars = [
        Bar(name, figure.yuan, money(figure), share=f" {percent(figure.yuan, whole)}" if whole and figure.amount else "")
        if isinstance(figure, Money)
        else Bar(name, None, say(figure.value))
        for name, figure in named
    ]
    return _shown(bar_chart(anchor, title, _of_largest(named), _largest_first(bars), beside=True))


def _of_largest(named: Sequence[tuple[str, Figure]]) -> str:
    """Return which item is the largest, and which have no amount."""
    known = [(name, figure) for name, figure in named if isinstance(figure, Money)]
    if not known:
        return ""
    name, figure = max(known, key=lambda pair: pair[1].yuan)
    lacking = say("，").join(say("{name}{state}", name=name, state=say(each.value)) for name, each in named if isinstance(each, NoMoney))
    largest = say("最大的一项是{name}，{amount}。", name=name, amount=money(figure))
    return run_on(largest, say("{items}，没有画出。", items=lacking) if lacking else "")


def _largest_first(bars: Sequence[Bar]) -> list[Bar]:
    known = sorted((bar for bar in bars if bar.amount is not None), key=lambda bar: bar.amount or 0, reverse=True)
    return [*known, *(bar for bar in bars if bar.amount is None)]


def public_expense_chart(title: str, part: PublicExpenses) -> tuple[Chart, ...]:
    """Return the “三公” items as bars, last year's in outline above this year's."""
    items: tuple[tuple[str, PublicExpense | None], ...]
    items = (("abroad", part.abroad), ("vehicle_purchase", part.vehicle_purchase), ("vehicle_running", part.vehicle_running),
             ("reception", part.reception))  # fmt: skip
    if part.vehicle_purchase is None and part.vehicle_running is None:
        items = (items[0], ("vehicles", part.vehicles), items[3])
    given = [(say(ITEMS[key][0]), item) for key, item in items if item is not None and item.amount is not None]
    bars = [bar for name, item in given for bar in _two_years(name, item)]
    named = [(name, item.amount) for name, item in given if item.amount is not None]
    return _shown(bar_chart("c-public-expenses", title, _of_largest(named), bars, beside=True))


def _two_years(name: str, item: PublicExpense) -> list[Bar]:
    now = money(item.amount)
    if item.previous is None:
        return [_bar(name, item.amount, now)]
    before = _bar(name, item.previous, say("上年{amount}", amount=money(item.previous)))
    return [before._replace(look="before"), _bar("", item.amount, say("本年{amount}", amount=now))]


def _bar(name: str, figure: Figure | None, said: str) -> Bar:
    return Bar(name, figure.yuan, said) if isinstance(figure, Money) else Bar(name, None, said)


def projects_chart(title: str, projects: Sequence[Project]) -> tuple[Chart, ...]:
    """Return the projects by size; beyond a dozen the smaller ones are told as a sum, so that nothing is left out unsaid."""
    named = [(project.name, project.budget) for project in projects if project.budget is not None]
    bars = _largest_first([_bar(name, figure, money(figure)) for name, figure in named])
    shown, rest = bars[:_MOST_BARS], bars[_MOST_BARS:]
    sentence = _of_largest(named)
    if rest:
        sentence = run_on(sentence, say("只画出最大的{shown}个，其余{rest}个见表。", shown=len(shown), rest=len(rest)))
    return _shown(bar_chart("c-projects", say("{title}从大到小", title=title), sentence, shown))


def schedule_chart(anchor: str, schedule: Schedule) -> tuple[Chart, ...]:
    """Return the cumulative payment schedule as steps."""
    shares = [(say(when), getattr(schedule, field)) for when, field in SCHEDULE]
    steps = [(when, share.value if share else None, share_cell(share).text) for when, share in shares]
    half = next((when for when, share, _ in steps if share is not None and share >= _HALF), "")
    sentence = say("计划到{when}累计支出一半以上。", when=half) if half else say("各时点的累计比例都不到一半。")
    return _shown(step_chart(anchor, say("资金支出计划的累计进度"), sentence, steps))


_HALF = 50


def _shown(chart: Chart | None) -> tuple[Chart, ...]:
    return (chart,) if chart else ()
