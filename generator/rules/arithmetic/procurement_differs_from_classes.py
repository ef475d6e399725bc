"""ARI-011."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.entry import Entry, Sums, compare
from generator.model.money import Money
from generator.rules.remarks import excess, verdict
from generator.rules.rule import Basis, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure
    from generator.model.sections import Procurement
    from generator.rules.rule import Said

_NAMES = {"total": "政府采购合计", "goods": "货物", "works": "工程", "services": "服务",
          "small_and_medium": "面向中小企业", "small_and_micro": "其中小微企业"}  # fmt: skip


def _sums(disclosure: Disclosure) -> list[Sums]:
    sums = Sums()
    section = disclosure.text.procurement
    if section is not None:
        parts = [_entry(section, name) for name in ("goods", "works", "services")]
        if any(parts):
            sums.add("", _entry(section, "total"), parts)
    sheet = disclosure.sheets.get("政府采购表")
    if sheet is not None and sheet.total is not None:
        rows = [sheet.entry(line, "总价") for line in sheet.statement.lines if line is not sheet.total]
        sums.add(f"{sheet.title}“总价”一栏，", sheet.entry(sheet.total, "总价"), rows)
    return [sums]


@rule("ARI-011", Severity.ERROR, Basis("财政预决算领域基层政务公开标准目录", read=False), Basis("表内勾稽关系"))
def procurement_differs_from_classes(disclosure: Disclosure) -> Iterator[Said]:
    """政府采购合计应当等于货物、工程、服务之和；面向中小企业的金额不超过合计，其中小微企业的不超过面向中小企业的。

    为什么：采购只有货物、工程、服务三类，预留给中小企业的是其中一部分；对不上，说明有一个数字抄错或者没有随预算调整。
    怎么改：核对三类采购和合计；没有的一类写 0，不要留空。
    """
    section = disclosure.text.procurement
    if section is not None:
        for whole, part in (("total", "small_and_medium"), ("small_and_medium", "small_and_micro")):
            yield from _exceeds(_entry(section, whole), _entry(section, part))
    yield from verdict(_sums(disclosure), "请核对货物、工程、服务和合计，改正写错的数字。")


def _entry(section: Procurement, name: str) -> Entry | None:
    figure = getattr(section, name)
    return Entry(_NAMES[name], figure, (section, name)) if isinstance(figure, Money) else None


def _exceeds(whole: Entry | None, part: Entry | None) -> Iterator[Remark]:
    if whole and part and part.money.yuan > whole.money.yuan:
        mismatch = compare("", whole, [part])
        if mismatch and not mismatch.rounding:
            yield excess(mismatch, "这一项是另一项的一部分，请核对两个数字，改正写错的。")
