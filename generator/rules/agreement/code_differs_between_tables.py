"""X-011."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.entry import Sums, compare
from generator.model.format import Classification
from generator.model.kinds import Kind
from generator.model.mirrors import less_than_parts, mirrored_by_code, same_name
from generator.rules.remarks import excess, verdict
from generator.rules.rule import Basis, Outcome, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure
    from generator.model.sheet import Sheet
    from generator.model.statement import Line
    from generator.rules.rule import Said


def _sums(disclosure: Disclosure) -> list[Sums]:
    return [mirrored_by_code(disclosure)] if disclosure.kind is Kind.BUDGET else []


@rule("X-011", Severity.ERROR, Basis("预算法实施条例", "第六条第三款"), Basis("表间勾稽关系"))
def code_differs_between_tables(disclosure: Disclosure) -> Iterator[Said]:
    """同一个科目编码在各张表里应当用同一个名称；收入总表与支出总表里同一科目的合计应当相等，各预算支出表的数加起来不应当超过支出总表。

    为什么：几张表说的是同一笔钱，编码相同而名称、数额不同，读者无从知道哪张表可信。
    怎么改：照《政府收支分类科目》统一名称；数额不同的，找出没有更新的那张表改正。
    """
    sheets = [sheet for sheet in disclosure.sheets.values() if sheet.form.classification is Classification.FUNCTION]
    if not any(sheet.by_code for sheet in sheets):
        yield Outcome.NOT_APPLICABLE
        return
    yield from _names(sheets)
    yield from verdict([Sums(made=1), *_sums(disclosure)], "请核对两张表里的这个科目，改成同一个数。")
    for whole, part in less_than_parts(disclosure):
        mismatch = compare("", whole, [part])
        if mismatch and not mismatch.rounding:
            yield excess(mismatch, "支出总表应当包括三本预算的支出，请核对两张表，改正写错的。")


def _names(sheets: list[Sheet]) -> Iterator[Remark]:
    first: dict[str, tuple[Sheet, Line]] = {}
    said: set[tuple[str, str]] = set()
    for sheet in sheets:
        for code, line in sheet.by_code.items():
            other, known = first.setdefault(code, (sheet, line))
            if line.name != known.name and not same_name(line.name, known.name) and (code, line.name) not in said:
                said.add((code, line.name))
                message = f"{code}在{sheet.title}里叫“{line.name}”，在{other.title}里叫“{known.name}”"
                yield Remark(line.at("name"), message, "请照《政府收支分类科目》统一成一个名称。", (known.at("name"),), actual=line.name)
