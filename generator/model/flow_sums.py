"""Whether the parts of income and expenditure, as the text lists them, make up their totals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.entry import Entry, Sums
from generator.model.money import Money

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.model.disclosure import Text
    from generator.model.sections import Flow, Part

_EXHAUSTIVE = ("基本支出",)
"""What by law has no other parts than those that are named: 人员经费 and 公用经费."""


def flow_sums(text: Text) -> tuple[Sums, Sums]:
    """Return the sums whose parts must be complete, and those whose parts may be only the principal ones."""
    whole, partial = Sums(), Sums()
    for name, flow in (("收入", text.income), ("支出", text.expenditure)):
        if flow and flow.parts:
            whole.add(f"{name}的", _entry("合计", flow, "total"), [_entry(part.name, part, "amount") for part in flow.parts])
            _add_inner(whole, partial, flow.parts)
    return whole, partial


def _add_inner(whole: Sums, partial: Sums, parts: Iterable[Part]) -> None:
    for part in parts:
        if part.parts:
            sums = whole if part.name in _EXHAUSTIVE else partial
            sums.add("", _entry(part.name, part, "amount"), [_entry(inner.name, inner, "amount") for inner in part.parts])
            _add_inner(whole, partial, part.parts)


def _entry(name: str, record: Flow | Part, attribute: str) -> Entry | None:
    figure = getattr(record, attribute)
    return Entry(name, figure, (record, attribute)) if isinstance(figure, Money) else None
