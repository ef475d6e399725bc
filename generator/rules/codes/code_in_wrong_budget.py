"""CLS-005."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.money import Money
from generator.rules.rule import Basis, Outcome, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure
    from generator.model.statement import Line

_GENERAL, _FUNDS, _STATE = "一般公共预算支出表", "政府性基金表", "国有资本经营表"
_STATE_CODES = ("223", "20804", "230")
_SURE_FUNDS = ("22908", "22006", "234")
_LIKELY_FUNDS = ("22904", "22960", "21208", "21210", "21211", "21213", "21214", "20707", "20822", "20823")
_NEVER_FUNDS = ("201", "202", "203", "204", "205", "210", "221", "223", "224")
"""Groups that belong to government funds, as seen in printed statements and as remembered; classes in which there is no fund."""


@rule("CLS-005", Severity.ERROR, Basis("预算法", "第五条"), Basis("预算法实施条例", "第五条第一款"))
def code_in_wrong_budget(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """各张预算支出表应当只列本预算的科目：政府性基金的科目列在政府性基金表，223 类列在国有资本经营表。

    为什么：三本预算各自完整、独立，科目列错了表，两本预算的总数就都不对。
    怎么改：把这一行移到它所属的那张表，并更新两张表的合计；编码写错的改编码。
    """
    tables = [sheet for title in (_GENERAL, _FUNDS, _STATE) if (sheet := disclosure.sheets.get(title)) and sheet.by_code]
    if not tables:
        yield Outcome.NOT_APPLICABLE
    for sheet in tables:
        title = sheet.statement.title
        for code, belongs, weight in _misplaced(title, sheet.codes):
            line = sheet.by_code[code]
            if _counts(line):
                message = f"{code}“{line.name}”不是{sheet.title}的科目，它属于{belongs}"
                cure = f"请把{code}及其下级科目移到{belongs}，并更新合计；编码写错的改编码。"
                yield Remark(line.at("code"), message, cure, actual=code, severity=weight)


@lru_cache(maxsize=1024)
def _misplaced(title: str, codes: tuple[str, ...]) -> tuple[tuple[str, str, Severity | None], ...]:
    """Return the highest codes that belong elsewhere, each with where."""
    found = {code: said for code in codes if (said := _belongs(title, code))[0]}
    return tuple((code, *said) for code, said in found.items() if not any(code[:end] in found for end in (3, 5) if end < len(code)))


def _belongs(title: str, code: str) -> tuple[str, Severity | None]:
    """Return where a code belongs that does not fit the statement, or nothing."""
    if title == _STATE:
        return ("", None) if code.startswith(_STATE_CODES) or code == "208" else ("其他预算的支出表", None)
    if code.startswith("223"):
        return f"《{_STATE}》", None
    if title == _GENERAL and code.startswith(_SURE_FUNDS):
        return f"《{_FUNDS}》", None
    if title == _GENERAL and code.startswith(_LIKELY_FUNDS):
        return f"《{_FUNDS}》", Severity.WARNING
    return (f"《{_GENERAL}》", None) if title == _FUNDS and code.startswith(_NEVER_FUNDS) else ("", None)


def _counts(line: Line) -> bool:
    return any(isinstance(cell, Money) and cell.amount for cell in line.cells.values())
