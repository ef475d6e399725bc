"""CLS-002."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.mirrors import spelling
from generator.model.outline import CODE_LENGTHS
from generator.rules.rule import Basis, Outcome, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.classification import CodeList
    from generator.model.disclosure import Disclosure
    from generator.model.statement import Line

_FEW = 3
_CURE = "请对照当年的《政府收支分类科目》核对编码和名称；编码确实没有错的，请网站管理员补进科目名单。"


@rule("CLS-002", Severity.WARNING, Basis("预算法", "第三十二条第三款"))
def code_unknown(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """科目编码应当是当年《政府收支分类科目》里有的编码。

    为什么：编码错一位就成了别的科目，或者成了不存在的科目，汇总时这笔钱就归错了地方。
    怎么改：对照当年的科目核对编码和名称。本站的名单只有类级和经济分类是全的，款、项只在名称对应另一个编码时提醒。
    """
    sheets = [sheet for sheet in disclosure.sheets.values() if sheet.form.coded and sheet.by_code]
    if not sheets:
        yield Outcome.NOT_APPLICABLE
    said: set[str] = set()
    for sheet in sheets:
        known = disclosure.classification.of(sheet.form.classification)
        names = known.names_in(disclosure.year) if known else {}
        for code, line in sheet.by_code.items() if names else ():
            if code in names or code in said or len(code) not in CODE_LENGTHS[sheet.form.classification] or not code.isdecimal():
                continue
            message = _fault(known, line, disclosure) if known else ""
            if message:
                said.add(code)
                yield Remark(line.at("code"), message, _CURE, actual=code)


def _fault(known: CodeList, line: Line, disclosure: Disclosure) -> str:
    code, year = line.code, disclosure.year
    if code in known.by_code:
        begun = known.begun_later(code, year)
        return f"科目{code}“{line.name}”从{begun}年起才有，{year}年不应当用它" if begun else ""
    if code[0] == "5":  # 政府预算支出经济分类 has no list here.
        return ""
    if len(code) == len("201") or code[0] == "3":
        return f"{year}年的科目名单里没有{code}（{line.name}）"
    others = known.codes_by_name.get(spelling(line.name), ())
    meant = [other for other in others if other[:-2] == code[:-2]] or [other for other in others if _misspelt(other, code)]
    return f"科目名单里没有{code}，“{line.name}”的编码是{meant[0]}" if len(meant) == 1 else ""


def _misspelt(one: str, other: str) -> bool:
    """Return whether two codes differ in one digit, or by the order of two or three."""
    unlike = sum(a != b for a, b in zip(one, other, strict=False))
    return len(one) == len(other) and (unlike == 1 or (unlike <= _FEW and sorted(one) == sorted(other)))
