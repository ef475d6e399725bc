"""X-006."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.entry import Entry, Sums, compare
from generator.model.expenses import current_expenses
from generator.rules.remarks import excess
from generator.rules.rule import Basis, Outcome, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure
    from generator.rules.rule import Said

_CODES = (("30212", "abroad"), ("30217", "reception"), ("30231", "vehicle_running"), ("31013", "vehicle_purchase"))


@rule("X-006", Severity.ERROR, Basis("表间勾稽关系"))
def public_expense_below_basic_expenditure(disclosure: Disclosure) -> Iterator[Said]:
    """“三公”经费的每一项应当不小于基本支出表里的同一科目。

    为什么：基本支出里的公务接待费、用车费只是“三公”经费的一部分，另一部分在项目支出里；部分不会大于全部。
    怎么改：核对两张表；“三公”经费只算了项目支出的，把基本支出的部分加进去。“三公”经费大于基本支出是正常的，不用改。
    """
    sheet, items = disclosure.sheets.get("基本支出表"), current_expenses(disclosure)
    pairs = [(sheet.by_code[code], items.entries[key]) for code, key in _CODES if key in items.entries and code in sheet.by_code] \
        if sheet and items else []  # fmt: skip
    if not pairs or sheet is None:
        yield Outcome.NOT_APPLICABLE
        return
    sums = Sums()
    for line, item in pairs:
        part = sheet.amount(line, "合计")
        if part is None:
            continue
        whole = Entry(f"“三公”经费的{item.name}", item.money, item.spot)
        mismatch = compare("", whole, [part]) if part.money.yuan > item.money.yuan else None
        wrong = mismatch is not None and not mismatch.rounding
        sums.bound(whole, [part], part.place if wrong else None)
        if mismatch and wrong:
            yield excess(mismatch, "请核对两处的口径：“三公”经费应当包括基本支出和项目支出两部分。")
    yield sums
