"""STR-004."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.denials import denied, subjects_in
from generator.model.emptiness import has_data, is_blank
from generator.model.money import Money
from generator.rules.rule import Basis, Outcome, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure
    from generator.model.statement import Statement


@rule("STR-004", Severity.ERROR, Basis("财政预决算领域基层政务公开标准目录", read=False))
def empty_statement_unexplained(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """没有数据的公开表应当写明为什么没有。

    为什么：空表如果不加说明，读者分不清是没有这笔钱，还是漏填了表。
    怎么改：在这张表的“说明”里写一句，如“本部门2026年没有政府性基金预算安排的支出，故本表为空表”；是漏填的，把数据补上。
    """
    if not disclosure.text.statements:
        yield Outcome.NOT_APPLICABLE
    for statement in disclosure.text.statements:
        if has_data(statement) or not is_blank(statement.note) or _denied_elsewhere(disclosure, statement):
            continue
        zeros = any(isinstance(cell, Money) for line in statement.lines for cell in line.cells.values())
        form = disclosure.form.statement(statement.title)
        if zeros and form is not None and not form.coded:
            # “三公” 经费表 with zeros answers the question by itself.
            continue
        message = f"《{statement.title}》{'全部是0' if zeros else '是空表'}，没有说明"
        cure = "请在这张表的“说明”里写明为什么没有数据；是漏填的，请补上数据。"
        yield Remark(statement.at("title"), message, cure, severity=Severity.WARNING if zeros else None)


def _denied_elsewhere(disclosure: Disclosure, statement: Statement) -> bool:
    """Return whether the text says somewhere else that there is none of what the statement is about."""
    subjects = subjects_in(statement.title)
    return any(denied(passage.text, subject, disclosure.year) is not None for subject in subjects for passage in disclosure.narratives)
