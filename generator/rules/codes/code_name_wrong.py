"""CLS-003."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.classification import Trust
from generator.model.mirrors import spelling
from generator.model.prose import standing
from generator.rules.rule import Basis, Outcome, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.classification import CodeList, CodeName
    from generator.model.disclosure import Disclosure
    from generator.model.kinds import Year
    from generator.model.prose import Standing
    from generator.model.sheet import Sheet
    from generator.model.statement import Line

_CURE = "请照当年的《政府收支分类科目》改正名称；编码写错的改编码。"


@rule("CLS-003", Severity.ERROR, Basis("预算法", "第三十二条第三款"))
def code_name_wrong(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """科目的名称应当是当年《政府收支分类科目》里这个编码的名称，已经改名的不用旧名称。

    为什么：名称和编码对不上，读者不知道哪一个是对的；沿用旧名称，多半是照搬了几年前的文本。
    怎么改：照当年的科目改正名称；如果是编码抄错了，改编码。
    """
    sheets = [sheet for sheet in disclosure.sheets.values() if sheet.form.coded and sheet.by_code]
    function = disclosure.classification.function
    former = [(code, each.name) for code, each in function.former_names if each.until and each.until < disclosure.year]
    if not sheets and not any(name in disclosure.prose.distinct for _, name in former):
        yield Outcome.NOT_APPLICABLE
    for sheet in sheets:
        known = disclosure.classification.of(sheet.form.classification)
        names = known.names_in(disclosure.year) if known else {}
        for code, line in sheet.by_code.items():
            right = names.get(code)
            if known and right is not None and line.name and right.name != line.name:
                yield from _of_line(sheet, line, right, known, disclosure.year)
    for code, name in former:
        for hit in disclosure.prose.find(_as_class(code, name)):
            current = function.by_code[code].names[-1].name
            message = f"“{name}”是旧的科目名称，{code}类现在叫“{current}”"
            yield Remark(hit.place, message, f"请改成“{current}”。", expected=current, actual=name)


@lru_cache(maxsize=256)
def _as_class(code: str, name: str) -> Standing:
    return standing(rf"{re.escape(name)}[（(](?:{code})?类", f"{name}（", f"{name}(")


def _of_line(sheet: Sheet, line: Line, right: CodeName, known: CodeList, year: Year) -> Iterator[Remark]:
    printed = spelling(line.name)
    if not printed or _agrees(printed, spelling(right.name)):
        return
    if any(above in known.by_code and known.name(above, year) is None for above in (line.code[:3], line.code[:5])):
        return  # Where the group above had another name then, this one may have had another name, too.
    was = known.former_name(line.code, line.name)
    old = f"，“{line.name}”是旧名称" if was is not None else ""
    message = f"{sheet.title}的{line.code}写的是“{line.name}”，{year}年的科目名称是“{right.name}”{old}"
    sure = right.trust is Trust.SEEN and printed.removesuffix("支出") != spelling(right.name).removesuffix("支出")
    weight = None if sure else Severity.WARNING
    yield Remark(line.at("name"), message, _CURE, expected=right.name, actual=line.name, severity=weight)


def _agrees(printed: str, right: str) -> bool:
    """Return whether a printed name is the right one, perhaps with the field that it stands under in brackets."""
    return printed == right or (printed.startswith(f"{right}(") and printed.endswith(")"))
