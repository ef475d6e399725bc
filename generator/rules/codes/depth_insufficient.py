"""CLS-004."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.format import Depth
from generator.model.money import Money
from generator.rules.rule import Basis, Outcome, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure
    from generator.model.sheet import Sheet
    from generator.model.statement import Line

_DIGITS = {Depth.CLASS: 3, Depth.GROUP: 5, Depth.ITEM: 7}
_LEVELS = {3: "类", 5: "款", 7: "项"}
_WITHOUT_DETAIL = ("227",)
"""预备费 has no 款 and no 项."""


@rule("CLS-004", Severity.ERROR, Basis("预算法实施条例", "第六条第三款"))
def depth_insufficient(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """支出按功能分类应当公开到项，基本支出按经济分类应当公开到款。

    为什么：法规要求的细化程度，让读者看得到每一笔钱用在哪一件事上；只列到类，等于没有说清楚。
    怎么改：补上下级科目的行。依法不公开的科目写“不公开”，并申请豁免写明理由。
    """
    sheets = [sheet for sheet in disclosure.sheets.values() if sheet.form.depth and sheet.by_code]
    if not sheets:
        yield Outcome.NOT_APPLICABLE
    for sheet in sheets:
        shallow = list(_shallow(sheet))
        if shallow and sheet.form.depth:
            first, need = shallow[0], sheet.form.depth.value
            more = f"等{len(shallow)}个科目" if len(shallow) > 1 else ""
            message = f"{sheet.title}的{first.code}“{first.name}”{more}只到{_LEVELS[len(first.code)]}级，应当细化到{need}级"
            cure = f"请补上下级科目的行，一直列到{need}。"
            yield Remark(first.at("code"), message, cure, tuple(line.at("code") for line in shallow[1:]))


def _shallow(sheet: Sheet) -> Iterator[Line]:
    """Yield the rows that carry money, are not deep enough and have nothing under them."""
    for code in _bare(sheet.codes, _DIGITS[sheet.form.depth] if sheet.form.depth else 0):
        line = sheet.by_code[code]
        if any(isinstance(cell, Money) and cell.amount for cell in line.cells.values()):
            yield line


@lru_cache(maxsize=1024)
def _bare(codes: tuple[str, ...], need: int) -> tuple[str, ...]:
    """Return the codes of fewer digits than needed that have nothing under them."""
    above = {code[:end] for code in codes for end in (3, 5) if end < len(code)}
    return tuple(code for code in codes if len(code) < need and len(code) in _LEVELS and code not in above and code not in _WITHOUT_DETAIL)
