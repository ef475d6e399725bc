"""STR-006."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.denials import subjects_in
from generator.model.emptiness import has_data
from generator.model.mentions import years
from generator.rules.rule import Basis, Outcome, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure

_NOTHING = re.compile("无|没有|未|空表")
_NAMES = {"政府性基金": "政府性基金预算", "国有资本经营": "国有资本经营预算", "三公": "“三公”经费"}


@rule("STR-006", Severity.ERROR, Basis("财政预决算领域基层政务公开标准目录", read=False))
def note_of_another_statement(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """空表的说明应当说的是这张表、这一年。

    为什么：空表的说明常常从另一张表或者上一年抄来，抄错了，等于这张表没有说明，还误导读者。
    怎么改：把说明里的预算名称改成本表的，年度改成本年度。
    """
    empty = [(statement, statement.note) for statement in disclosure.text.statements if statement.note and not has_data(statement)]
    if not empty:
        yield Outcome.NOT_APPLICABLE
    for statement, note in empty:
        form = disclosure.form.statement(statement.title)
        own = subjects_in(f"{statement.title}{form.full_title or '' if form else ''}")
        named = subjects_in(note.text)
        if own and named and not own & named:
            wrong = min(named, key=note.text.index)
            right = "、".join(_NAMES.get(each, each) for each in sorted(own))
            message = f"《{statement.title}》的说明写的是“{_NAMES.get(wrong, wrong)}”，不是“{right}”"
            yield Remark(note.at(note.text.index(wrong)), message, f"请把说明改成关于{right}的。", (statement.at("title"),))
        mentioned = years(note.text)
        if _NOTHING.search(note.text) and mentioned and all(each.year != disclosure.year for each in mentioned):
            message = f"《{statement.title}》的说明写的是{mentioned[0].text}，这份文本是{disclosure.year}年的"
            yield Remark(note.at(mentioned[0].start), message, f"请核对{disclosure.year}年的情况，改正年度。")
