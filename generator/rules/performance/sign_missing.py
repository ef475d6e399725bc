"""PER-030."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.rules.rule import Basis, Outcome, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.model.disclosure import Disclosure
    from generator.model.performance import Criterion, Indicator


@rule("PER-030", Severity.WARNING, Basis("绩效目标表的填报要求（符号、值、单位）"))
def sign_missing(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """符号、值、单位分三栏填写的表，填了值的行都应当填符号。

    为什么：同一张表里别的行是“≤”“≥”，这一行空着，不知道是至少还是至多。
    怎么改：补上符号：至少写 >=，至多写 <=，正好写 =。
    """
    performance = disclosure.text.performance
    rubric = performance.rubric if performance else ()
    tables: list[tuple[str, Sequence[Indicator | Criterion]]] = [("整体绩效指标", rubric)]
    tables += [(f"项目“{project.name}”", project.indicators) for project in disclosure.text.projects]
    signs = [row.sign for _, rows in tables for row in rows]
    if not any(signs):
        yield Outcome.NOT_APPLICABLE
        return
    for name, rows in tables:
        signed = next((row for row in rows if row.sign), None)
        for row in rows if signed else ():
            if signed and row.value and not row.sign:
                message = f"{name}的“{row.third or row.description or ''}”填了值{row.value}，没有填符号，别的行填了"
                yield Remark(row.at("sign"), message, "请补上符号：至少写 >=，至多写 <=，正好写 =。", (signed.at("sign"),))
