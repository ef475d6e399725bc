"""CLS-006."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.classification import Trust
from generator.model.format import Classification
from generator.model.money import Money
from generator.rules.rule import Basis, Outcome, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure

_OTHER = {"人员经费": "公用经费", "公用经费": "人员经费"}


@rule("CLS-006", Severity.ERROR, Basis("预算法实施条例", "第五条第三款"))
def code_in_wrong_column(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """基本支出表里，工资福利支出（301）和对个人和家庭的补助（303）应当列在人员经费，商品和服务支出（302）和资本性支出（310）应当列在公用经费。

    为什么：人员经费和公用经费分开，读者才看得出养人花了多少、办公花了多少；列错了栏，两个数就都不对。
    怎么改：把数额移到正确的一栏，并更新合计；编码写错的改编码。
    """
    sheets = [sheet for sheet in disclosure.sheets.values() if sheet.form.classification is Classification.ECONOMY and sheet.by_code]
    if not sheets:
        yield Outcome.NOT_APPLICABLE
    for sheet in sheets:
        names = disclosure.classification.economy.names_in(disclosure.year)
        above = {code[:3] for code in sheet.codes if len(code) > len("301")}
        for code in [code for code in sheet.codes if code not in above]:
            # What the list says of its class where it does not know the code.
            name = names.get(code) or names.get(code[:3])
            wrong = _OTHER.get(name.column or "", "") if name else ""
            line = sheet.by_code[code]
            cell = line.cells.get(wrong)
            if name and isinstance(cell, Money) and cell.amount:
                message = f"{sheet.title}把{code}“{line.name}”列在{wrong}，应当列在{name.column}"
                cure = f"请把这个数移到“{name.column}”一栏，并更新合计；编码写错的改编码。"
                weight = None if name.trust is Trust.SEEN else Severity.WARNING
                yield Remark(line.at(wrong), message, cure, expected=name.column or "", actual=wrong, severity=weight)
