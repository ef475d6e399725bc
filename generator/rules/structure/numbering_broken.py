"""STR-009."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.enumeration import enumerations
from generator.model.numerals import read_numeral
from generator.rules.rule import Basis, Outcome, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.model.disclosure import Disclosure
    from generator.model.passage import Passage
    from generator.model.performance import Goal, Measure

_MARKS = " （()）.、．"


@rule("STR-009", Severity.WARNING, Basis("地方预决算公开操作规程（财预〔2016〕143号）", "第四条", read=False))
def numbering_broken(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """同一层的编号应当连续，不缺、不重。

    为什么：编号断了，读者会以为少公开了一项；审核的人也无从引用“第几项”。
    怎么改：看是漏了一项还是写错了号；漏了的补上，写错的改正，没有编号的补编。
    """
    performance = disclosure.text.performance
    lists = (performance.goals, performance.measures) if performance else ()
    narratives = [passage for passage in disclosure.prose.passages if passage.narrative is not None]
    if not narratives and not any(lists):
        yield Outcome.NOT_APPLICABLE
    for entries in lists:
        yield from _among(entries)
    for passage in narratives:
        yield from _within(passage)


def _among(entries: Sequence[Goal | Measure]) -> Iterator[Remark]:
    numbers = [read_numeral(entry.number.strip(_MARKS)) if entry.number else None for entry in entries]
    numbered = [place for place, number in enumerate(numbers) if number is not None]
    if not numbered:
        return
    # What stands before the first of all is an introduction.
    start = numbered[0] if numbers[numbered[0]] == 1 else 0
    for place, entry in enumerate(entries):
        if place >= start and not (entry.number or "").strip():
            before = next((entries[each].number for each in reversed(numbered) if each < place), "")
            after = next((entries[each].number for each in numbered if each > place), "")
            where = "、".join([*([f"“{before}”之后"] if before else []), *([f"“{after}”之前"] if after else [])])
            yield Remark(entry.at("number"), f"“{entry.name or '这一项'}”没有编号，它排在{where}", "请补上编号，并核对前后各项的次序。")
    for before, after in itertools.pairwise(numbered):
        wrong = numbers[after] not in (1, (numbers[before] or 0) + after - before)
        if wrong and not (after - before > 1 and numbers[after] == (numbers[before] or 0) + 1):
            message = f"编号不连续：“{entries[before].number}”后面是“{entries[after].number}”"
            yield Remark(entries[after].at("number"), message, "请核对是漏了一项，还是编号写错。", (entries[before].at("number"),))


def _within(passage: Passage) -> Iterator[Remark]:
    for items in enumerations(passage.text):
        for before, after in itertools.pairwise(items):
            if after.number != before.number + 1:
                message = f"编号不连续：“{before.text}”后面是“{after.text}”"
                cure = "请核对是漏了一项，还是编号写错。"
                yield Remark(passage.at(after.start), message, cure, (passage.at(before.start),))
        only = items[0]
        if len(items) == 1 and only.text == "一是" and "二是" not in passage.text:
            yield Remark(passage.at(only.start), "只有“一是”，没有“二是”", "请补上后面的各项；只有一项的，删去“一是”。")
