"""TXT-002."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.expenses import ITEMS
from generator.model.kinds import Direction, Kind
from generator.model.money import Money
from generator.rules.rule import Basis, Outcome, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure
    from generator.model.movements import Movement
    from generator.model.record import Record

_REASON = re.compile(
    r"原因|主要是|主要为|主要系|由于|因(?!公|此|素)|所致|导致|影响|落实|要求|随之|相应|为了|新增|调整|厉行|节约|压缩|控制|执行.{2,20}(?:规定|标准|政策)|规定"
)
_TOTALS = re.compile(r"收支(?:总额|总计|合计)?|收入(?:总额|总计|合计)?|支出(?:总额|总计|合计)?|合计|“?三公”?经费.*")
_CURE = "请写明具体原因，如“主要是增加两名在职人员”；没有变化的写“持平”。"


@rule("TXT-002", Severity.ERROR, Basis("财政预决算领域基层政务公开标准目录", read=False), Basis("预算法", "第十四条第二款"))
def change_without_reason(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """写明比上年增加或者减少的，应当同时说明原因。

    为什么：公开的要求是“对增减变化情况进行说明”，只有一个数字，读者看不出钱为什么多了或者少了。决算必须说明，预算提示补写。
    怎么改：在同一段写明具体的原因；总额的原因已经在分项里说清的，不用重复。
    """
    weight = Severity.ERROR if disclosure.kind is Kind.ACCOUNTS else Severity.WARNING
    said = [each for each in disclosure.movements if not each.nothing]
    stated = list(_stated(disclosure))
    if not said and not stated:
        yield Outcome.NOT_APPLICABLE
    for name, direction, reason, (record, field) in stated:
        explained = (direction, True) in {(other, bool(why)) for _, other, why, _ in stated} and _TOTALS.fullmatch(name)
        if not reason and not explained and not _explained_in_text(disclosure, name):
            yield Remark(record.at(field), f"{name}{direction.value}，没有说明原因", _CURE, severity=weight)
    paragraphs: dict[tuple[int, int], list[Movement]] = {}
    for movement in said:
        if movement.when and not _REASON.search(movement.around):
            paragraphs.setdefault((id(movement.passage), movement.paragraph[0]), []).append(movement)
    for first, *rest in paragraphs.values():
        if not (first.passage.section in ("比上年增减", "三公经费") and any(reason for _, _, reason, _ in stated)):
            message = f"“{first.before[-12:]}{first.text}”没有说明原因"
            yield Remark(first.place, message, _CURE, tuple(each.place for each in rest), severity=weight)


def _stated(disclosure: Disclosure) -> Iterator[tuple[str, Direction, str, tuple[Record, str]]]:
    """Yield the changes that the form states in fields, with the reason given for each."""
    text = disclosure.text
    for row in text.changes.rows if text.changes else ():
        if row.direction in (Direction.UP, Direction.DOWN) and not _is_zero(row.amount):
            yield row.name, row.direction, row.reason or "", (row, "")
    for key, (name, _) in ITEMS.items() if text.public_expenses else ():
        item = getattr(text.public_expenses, key)
        if item is not None and item.direction in (Direction.UP, Direction.DOWN) and not _is_zero(item.change):
            yield name, item.direction, item.reason or "", (item, "direction")


def _is_zero(figure: object) -> bool:
    return isinstance(figure, Money) and not figure.amount


def _explained_in_text(disclosure: Disclosure, name: str) -> bool:
    """Return whether the running text of the section names the item and gives reasons."""
    text = disclosure.text
    notes = [section.note for section in (text.changes, text.public_expenses) if section is not None and section.note is not None]
    return any(name in note.text and _REASON.search(note.text) for note in notes)
