"""CLS-002."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.classification import Trust
from generator.model.mirrors import spelling
from generator.model.sheet import CODE_LENGTHS
from generator.rules.rule import Basis, Outcome, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.classification import CodeEntry, CodeList
    from generator.model.disclosure import Disclosure
    from generator.model.statement import Line

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
    code, entry = line.code, known.by_code.get(line.code)
    if entry is not None:
        begun = _begun_later(known, entry, disclosure)
        return f"科目{code}“{line.name}”从{begun}年起才有，{disclosure.year}年不应当用它" if begun else ""
    if code[0] == "5":
        return ""
    if len(code) == len("201") or code[0] == "3":
        return f"{disclosure.year}年的科目名单里没有{code}（{line.name}）"
    meant = [other for other in known.codes_by_name.get(spelling(line.name), ()) if other[:-2] == code[:-2]]
    meant = meant or [other for other in known.codes_by_name.get(spelling(line.name), ()) if _transposed(other, code)]
    return f"科目名单里没有{code}，“{line.name}”的编码是{meant[0]}" if len(meant) == 1 else ""


def _begun_later(known: CodeList, entry: CodeEntry, disclosure: Disclosure) -> int | None:
    """Return the year from which there is a 款 or 项 that the disclosure uses too early; the list knows it under a class of that year."""
    above = known.name(entry.code[:3], disclosure.year) if len(entry.code) > len("201") else None
    sinces = [name.since for name in entry.names if name.since and name.trust is Trust.SEEN]
    late = above and sinces and len(sinces) == len(entry.names) and disclosure.year < min(sinces)
    return min(sinces) if late else None


def _transposed(one: str, other: str) -> bool:
    """Return whether two codes differ only by the order of their digits, or in one digit."""
    unlike = [place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b]
    return len(one) == len(other) and (len(unlike) == 1 or (len(unlike) <= 3 and sorted(one) == sorted(other)))  # noqa: PLR2004 - few digits
