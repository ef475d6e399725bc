"""Which charts a disclosure has, each beside the table that it draws, with the table's summary in one sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.headlines import shared_out
from generator.model.money import Money, NoMoney
from generator.views.charts import Bar, bar_chart, step_chart
from generator.views.wording import money, percent, share_cell

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model.money import Figure
    from generator.model.performance import Project, Schedule
    from generator.model.sections import Flow, PublicExpense, PublicExpenses
    from generator.views.drawing import Chart

_MOST_BARS = 12


def composition_chart(anchor: str, title: str, flow: Flow) -> list[Chart]:
    """Return the parts of income or expenditure as bars, largest first, blanks last."""
    total = shared_out(flow)
    whole = total.yuan if total else None
    named = [(part.name, part.amount) for part in flow.parts if part.amount is not None]
    bars = [
        Bar(name, figure.yuan, money(figure), share=f" {percent(figure.yuan, whole)}" if whole and figure.amount else "")
        if isinstance(figure, Money)
        else Bar(name, None, figure.value)
        for name, figure in named
    ]
    return _chart(bar_chart(anchor, title, _of_largest(named), _largest_first(bars)))


def _of_largest(named: Sequence[tuple[str, Figure]]) -> str:
    """Return which item is the largest, and which have no amount."""
    known = [(name, figure) for name, figure in named if isinstance(figure, Money)]
    if not known:
        return ""
    name, figure = max(known, key=lambda pair: pair[1].yuan)
    lacking = "，".join(f"{name}{figure.value}" for name, figure in named if isinstance(figure, NoMoney))
    return f"最大的一项是{name}，{money(figure)}。" + (f"{lacking}，没有画出。" if lacking else "")


def _largest_first(bars: Sequence[Bar]) -> list[Bar]:
    known = sorted((bar for bar in bars if bar.amount is not None), key=lambda bar: bar.amount or 0, reverse=True)
    return [*known, *(bar for bar in bars if bar.amount is None)]


def public_expense_chart(title: str, part: PublicExpenses) -> list[Chart]:
    """Return the “三公” items as bars, last year's in outline above this year's."""
    items: tuple[tuple[str, PublicExpense | None], ...]
    items = (("因公出国（境）费", part.abroad), ("公务用车购置费", part.vehicle_purchase), ("公务用车运行维护费", part.vehicle_running),
             ("公务接待费", part.reception))  # fmt: skip
    if part.vehicle_purchase is None and part.vehicle_running is None:
        items = (items[0], ("公务用车购置及运行维护费", part.vehicles), items[3])
    given = [(name, item) for name, item in items if item is not None and item.amount is not None]
    bars = [bar for name, item in given for bar in _two_years(name, item)]
    named = [(name, item.amount) for name, item in given if item.amount is not None]
    return _chart(bar_chart("c-public-expenses", title, _of_largest(named), bars))


def _two_years(name: str, item: PublicExpense) -> list[Bar]:
    now = _bar(name, item.amount, "本年" if item.previous is not None else "")
    return [now] if item.previous is None else [_bar(name, item.previous, "上年")._replace(look="before"), now._replace(name="")]


def _bar(name: str, figure: Figure | None, prefix: str) -> Bar:
    said = f"{prefix}{money(figure)}"
    return Bar(name, figure.yuan, said) if isinstance(figure, Money) else Bar(name, None, said)


def projects_chart(title: str, projects: Sequence[Project]) -> list[Chart]:
    """Return the projects by size; beyond a dozen the smaller ones are told as a sum, so that nothing is left out unsaid."""
    named = [(project.name, project.budget) for project in projects if project.budget is not None]
    bars = _largest_first([_bar(name, figure, "") for name, figure in named])
    shown, rest = bars[:_MOST_BARS], bars[_MOST_BARS:]
    sentence = _of_largest(named)
    if rest:
        sentence += f"只画出最大的{len(shown)}个，其余{len(rest)}个见表。"
    return _chart(bar_chart("c-projects", f"{title}从大到小", sentence, shown))


def schedule_chart(anchor: str, schedule: Schedule) -> list[Chart]:
    """Return the cumulative payment schedule as steps."""
    dates = (("3月底", schedule.march), ("6月底", schedule.june), ("10月底", schedule.october), ("12月底", schedule.december))
    steps = [(when, share.value if share else None, share_cell(share).text) for when, share in dates]
    half = next((when for when, share, _ in steps if share is not None and share >= _HALF), "")
    sentence = f"计划到{half}累计支出一半以上。" if half else "各时点的累计比例都不到一半。"
    return _chart(step_chart(anchor, "资金支出计划的累计进度", sentence, steps))


_HALF = 50


def _chart(chart: Chart | None) -> list[Chart]:
    return [chart] if chart else []
