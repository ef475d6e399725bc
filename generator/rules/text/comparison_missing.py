"""TXT-026."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.entry import words
from generator.model.expenses import PUBLIC_EXPENSES
from generator.model.money import Money
from generator.rules.rule import Basis, Outcome, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure
    from generator.model.narrative import Narrative
    from generator.model.sections import PublicExpense, PublicExpenses

_COMPARED = re.compile(
    "(?:比|较|与|同)[^，。；]{0,6}(?:上年|去年|上一年|[0-9]{4}年|预算)|持平|增加|减少|增长|下降|压减|无变化|没有变化|首次|上年预算"
)
_FIRST_PART = re.compile("其中|因公")
_ITEMS = ("abroad", "vehicles", "vehicle_purchase", "vehicle_running", "reception")


@rule("TXT-026", Severity.INFO, Basis("财政预决算领域基层政务公开标准目录", read=False), Basis("预算法", "第十四条第二款"))
def comparison_missing(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """“三公”经费的合计和机关运行经费，应当写明与上年相比的增减；没有变化的写“持平”。

    为什么：公开的要求是“对增减变化情况进行说明”；只有本年一个数，读者不知道是多了还是少了。
    怎么改：补上上年数，或者写明增加、减少多少和原因；分项都持平的，也写明合计持平。
    """
    text = disclosure.text
    expenses, operating = text.public_expenses, text.operating
    total = expenses.total if expenses else None
    if not (total and isinstance(total.amount, Money)) and not (operating and isinstance(operating.amount, Money)):
        yield Outcome.NOT_APPLICABLE
    # Where there is a statement, it prints both years.
    if expenses and total and isinstance(total.amount, Money) and PUBLIC_EXPENSES not in disclosure.sheets:
        yield from _of_expenses(expenses, total)
    if operating and isinstance(operating.amount, Money) and operating.previous is None and not _compares(operating.note):
        message = f"机关运行经费{words(operating.amount)}，没有写与上年相比是增是减"
        yield Remark(operating.at("amount"), message, "请写明比上年增加、减少多少和原因，或者持平。")


def _of_expenses(expenses: PublicExpenses, total: PublicExpense) -> Iterator[Remark]:
    note = expenses.note.text if expenses.note else ""
    # What the note says of the whole stands before its first part.
    if not _states(total) and not _COMPARED.search(_FIRST_PART.split(note)[0]) and isinstance(total.amount, Money):
        items = any(_states(getattr(expenses, name)) for name in _ITEMS)
        message = f"“三公”经费合计{words(total.amount)}，没有写与上年相比是增是减{'，分项写了' if items else ''}"
        severity = Severity.INFO if items else Severity.WARNING
        yield Remark(total.at("amount"), message, "请写明合计增加、减少多少，或者持平。", severity=severity)


def _compares(note: Narrative | None) -> bool:
    return note is not None and _COMPARED.search(note.text) is not None


def _states(item: PublicExpense | None) -> bool:
    return item is not None and (item.direction is not None or item.previous is not None or item.change is not None)
