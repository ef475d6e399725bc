"""来历: the parts of the account of how a table's figures come about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from generator.quick import quick


class Operand(NamedTuple):
    """One figure, row or column as a formula names it, with its address on the same page (empty where it has none)."""

    text: str
    address: str = ""


class Check(NamedTuple):
    """One formula that a rule has worked out: whole, relation and parts in words, and what came of it."""

    whole: tuple[Operand, ...]
    parts: tuple[Operand, ...]
    outcome: str
    rule: str
    rule_address: str
    relation: str = "="
    mark: int = 0
    """The number of the finding at the whole on this page; 0 where there is none."""
    sign: str = "+"
    """What stands between the parts."""
    page: str = ""
    """The address of the page that has the parts, where it is another one."""


class OriginRow(NamedTuple):
    """One row of the table: its name, where its figures are written, and the formulas of its own."""

    row: Operand
    line: str
    source: str = ""
    """The address of the source's line at the publisher's, if the site names one."""
    checks: tuple[Check, ...] = ()


@quick
@dataclass(frozen=True, slots=True)
class Origins:
    """How the figures of one table come about: what holds for all of them, then row by row."""

    component: ClassVar[str] = "figure_origins"

    title: str
    facts: str
    common: tuple[Check, ...] = ()
    rows: tuple[OriginRow, ...] = ()
    answer: tuple[str, str] = ("", "")
    """What stands before and behind a row's address in that of a letter or a form about it; empty where the site takes none."""
