"""STR-005."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.denials import DENIED, SUBJECTS, called_empty, denied
from generator.model.emptiness import has_data
from generator.model.kinds import Kind
from generator.model.money import Money
from generator.model.prose import standing
from generator.rules.rule import Basis, Outcome, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure
    from generator.model.record import Record
    from generator.source.place import Place

_OTHER_YEAR = re.compile("上年|年初|年末|结转|结余")
_SPECIAL = "专项资金"
_SPECIAL_MONEY = standing(
    rf"{_SPECIAL}(?:共计?|合计|预算|安排|总额|为|是|：)*[ ]?(?P<amount>[0-9][0-9,]*(?:\.[0-9]+)?)[ ]?[亿万]?元", _SPECIAL
)
_OTHERS = re.compile("上级|中央|省|转移支付|上年|以前年度|结转")
_MEND = "请核对：有这笔钱的，改正文字；没有的，改正数字。"


@rule("STR-005", Severity.ERROR, Basis("表间勾稽关系"), Basis("财政预决算领域基层政务公开标准目录", read=False))
def denial_contradicted_by_figures(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """文字说没有的，表里就不应当有数。

    为什么：一处写“没有政府性基金预算”，另一处却有金额，其中必有一处是照抄上年或者照抄模板的。
    怎么改：核对有没有这笔钱。有，就删去“没有”的说法；没有，就改正表里的数字。
    """
    if not disclosure.narratives:
        yield Outcome.NOT_APPLICABLE
    denying = disclosure.prose.holding(DENIED)
    for subject in SUBJECTS if denying else ():
        for passage in denying:
            offset = denied(passage.text, subject, disclosure.year)
            figure = _figure(disclosure, subject) if offset is not None else None
            if offset is not None and figure is not None:
                where, money, place = figure
                message = f"这里说没有{subject}，{where}却有{money.amount:,}{money.unit.value}"
                yield Remark(passage.at(offset), message, _MEND, (place,))
    yield from _special_funds(disclosure)
    for statement in disclosure.text.statements:
        offset = called_empty(statement.note.text) if statement.note else None
        if offset is not None and statement.note and has_data(statement):
            yield Remark(statement.note.at(offset), f"说明称《{statement.title}》是空表，表里却有数据", _MEND, (statement.at("lines"),))


def _special_funds(disclosure: Disclosure) -> Iterator[Remark]:
    """Yield the denial of special funds where a project's own text tells how much there is."""
    note = disclosure.text.special_funds_note
    offset = denied(note.text, _SPECIAL, disclosure.year) if note else None
    if note is None or offset is None:
        return
    told = [hit for hit in disclosure.prose.find(_SPECIAL_MONEY) if hit.passage.project and not _OTHERS.search(hit.before)]
    told = [hit for hit in told if hit.match["amount"].strip("0.,")]
    if told:
        project = told[0].passage.project
        message = f"这里说没有{_SPECIAL}，项目“{project.name if project else ''}”却写着“{told[0].text}”"
        cure = "请核对：有专项资金的，改正这一句；没有的，改正项目里的说法。"
        yield Remark(note.at(offset), message, cure, tuple(hit.place for hit in told), severity=Severity.WARNING)


def _figure(disclosure: Disclosure, subject: str) -> tuple[str, Money, Place] | None:
    """Return the first amount that shows that there is some of ``subject`` after all."""
    text = disclosure.text
    for statement in text.statements:
        own = subject in statement.title
        for line in statement.lines:
            # A project may have any name; only rows of two-sided statements are named for where money comes from.
            named = own or (line.side and subject in line.name)
            if not named and subject not in "".join(line.cells):
                continue
            for column, cell in line.cells.items():
                if (named or subject in column) and isinstance(cell, Money) and cell.amount and _of_this_year(column, disclosure.kind):
                    return f"《{statement.title}》", cell, line.at(column)
    flows = [flow for flow in (text.income, text.expenditure) if flow]
    fields: list[tuple[str, Record, str]] = [(part.name, part, "amount") for flow in flows for part in flow.parts]
    if text.procurement:
        fields.append(("政府采购", text.procurement, "total"))
    if text.public_expenses and text.public_expenses.total:
        fields.append(("三公", text.public_expenses.total, "amount"))
    for name, record, attribute in fields:
        if subject in name and isinstance(amount := getattr(record, attribute), Money) and amount.amount:
            return f"“{name}”", amount, record.at(attribute)
    return None


def _of_this_year(column: str, kind: Kind) -> bool:
    return not _OTHER_YEAR.search(column) and not (kind is Kind.ACCOUNTS and "预算数" in column)
