"""Words that readers see and that are declared elsewhere: the closed lists of the model, its names, and the shipped menu.

Whoever shows one says it; the catalogues take them from here, so that none is written twice.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.comparability import BreakReason
from generator.model.department import GapReason
from generator.model.expenses import ITEMS
from generator.model.headlines import HEADLINES
from generator.model.kinds import Direction, Kind, Level, ProjectClass, Status
from generator.model.money import MoneyUnit, NoMoney
from generator.rules.manual import GROUPS
from generator.rules.rule import Outcome
from generator.views.language import noted

if TYPE_CHECKING:
    from collections.abc import Iterator
    from enum import Enum

_LISTS: tuple[type[Enum], ...] = (
    Severity,
    Outcome,
    BreakReason,
    GapReason,
    Direction,
    Kind,
    Level,
    ProjectClass,
    Status,
    MoneyUnit,
    NoMoney,
)
_MENU = (noted("年度"), noted("部门"), noted("公开情况"), noted("检查规则"), noted("名词"), noted("搜索"), noted("关于"))
"""What ``mkdocs.yml`` calls the pages in the header; a website folder may call them otherwise, and is then not translated."""


def declared_words() -> Iterator[str]:
    """Yield every word of the model that pages show as a word of their own."""
    for each in _LISTS:
        yield from (member.value for member in each)
    yield from (kind.phase for kind in Kind)
    yield from HEADLINES
    yield from (name for name, _ in ITEMS.values())
    yield from GROUPS.values()
    yield from _MENU
