"""CLS-001."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.format import Classification
from generator.model.money import Money
from generator.rules.rule import Basis, Outcome, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure
    from generator.model.sheet import Sheet
    from generator.model.statement import Line

_SHAPES = {
    Classification.FUNCTION: (re.compile(r"2[0-9]{2}(?:[0-9]{2}){0,2}"), "功能分类编码是以2开头的3位、5位或7位数字，如2010101"),
    Classification.ECONOMY: (re.compile(r"[35][0-9]{2}(?:[0-9]{2})?"), "经济分类编码是以3开头的3位或5位数字，如30201"),
}


@rule("CLS-001", Severity.ERROR, Basis("预算法", "第三十二条第四款"))
def code_malformed(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """科目编码应当合乎格式：功能分类的类、款、项是以 2 开头的 3、5、7 位数字，部门预算经济分类的类、款是以 3 开头的 3、5 位数字。

    为什么：编码是核对、汇总和跨年比较的依据，多一个空格、少一位数字，这一行就对不上任何科目。
    怎么改：照《政府收支分类科目》改正编码，中间不留空格、不加点；从表格粘贴时把这一列设为“文本”。
    """
    sheets = [sheet for sheet in disclosure.sheets.values() if sheet.form.coded and sheet.statement.lines]
    if not sheets:
        yield Outcome.NOT_APPLICABLE
    for sheet in sheets:
        shape, words = _SHAPES[sheet.form.classification]
        known = disclosure.classification.of(sheet.form.classification)
        sound = _all_fit(shape, sheet.codes)
        for line in [line for line in sheet.statement.lines if not (sound and line.code)]:
            if line.code and not shape.fullmatch(line.code):
                meant = re.sub(r"[^0-9]", "", unicodedata.normalize("NFKC", line.code))
                cure = f"请改成{meant}。" if shape.fullmatch(meant) else f"请照《政府收支分类科目》改正：{words}。"
                message = f"{sheet.title}的科目编码“{line.code}”格式不对（{line.name}）"
                yield Remark(line.at("code"), message, cure, actual=line.code)
            elif not line.code and known and line.name in known.codes_by_name and _counts(sheet, line):
                codes = known.codes_by_name[line.name]
                cure = f"请补上编码{codes[0]}。" if len(codes) == 1 else "请照《政府收支分类科目》补上编码。"
                yield Remark(line.at("name"), f"{sheet.title}的“{line.name}”没有科目编码", cure)


@lru_cache(maxsize=1024)
def _all_fit(shape: re.Pattern[str], codes: tuple[str, ...]) -> bool:
    return all(map(shape.fullmatch, codes))


def _counts(sheet: Sheet, line: Line) -> bool:
    return line is not sheet.total and any(isinstance(cell, Money) for cell in line.cells.values())
