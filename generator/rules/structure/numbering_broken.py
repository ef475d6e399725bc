"""STR-009."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.enumeration import LISTED, enumerations
from generator.model.numerals import read_numeral
from generator.model.prose import standing
from generator.rules.rule import Basis, Outcome, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.model.disclosure import Disclosure
    from generator.model.passage import Passage
    from generator.model.performance import Goal, Measure

_MARKS = " （()）.、．"
_CURE = "请核对是漏了一项，还是编号写错。"
_BARE = standing(r"^[ \t]*(?P<number>[1-9])(?P<head>[\u4e00-\u9fff]{2,14})[：:]?$", flags=re.MULTILINE)
_ALONE = standing("标一[：:]")
_BEFORE_COUNT = standing(r"^[ \t]*(?P<number>[0-9]{1,2})[）)](?=项(?:产出|效果|效益|满意度|绩效|指标|目标))", flags=re.MULTILINE)
_ENUMERATED = re.compile("(?:目标[：:])?(?P<head>[一二三四五六七八九]是)")
_LONE = re.compile(r"(?P<what>(?:绩效)?(?:目标|指标))一[：:]")


@rule("STR-009", Severity.WARNING, Basis("地方预决算公开操作规程（财预〔2016〕143号）", "第四条", read=False))
def numbering_broken(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """同一层的编号应当连续，不缺、不重。

    为什么：编号断了，读者会以为少公开了一项；审核的人也无从引用“第几项”。
    怎么改：看是漏了一项还是写错了号；漏了的补上，写错的改正，没有编号的补编。
    """
    performance = disclosure.text.performance
    lists = (performance.goals, performance.measures) if performance else ()
    if not disclosure.narratives and not any(lists):
        yield Outcome.NOT_APPLICABLE
    for entries in lists:
        yield from _among(entries)
    for hit in disclosure.prose.find(_BEFORE_COUNT):
        message = f"“{hit.text.strip()}{hit.after[:4]}……”编号和数量混在一起"
        yield Remark(hit.place, message, f"是数量的，写成“{hit.match['number']}{hit.after[:1]}”；是编号的，删去后面的量词。")
    goals = [(project, position, goal) for project in disclosure.text.projects for position, goal in enumerate(project.goals)]
    # Most goals begin with a verb.
    for project, position, goal in [each for each in goals if "是" in each[2][:5]]:
        head = _ENUMERATED.match(goal)
        if head:
            message = f"项目“{project.name}”的绩效目标前面残留着“{head[0]}”"
            cure = "每条目标单独成行，请删去“一是”“二是”。"
            yield Remark(project.at(f"goals.{position}"), message, cure, severity=Severity.INFO)
    for passage in disclosure.prose.holding(_BARE, _ALONE, LISTED):
        yield from _within(passage)


def _among(entries: Sequence[Goal | Measure]) -> Iterator[Remark]:
    if [entry.number for entry in entries] == [str(place) for place in range(1, len(entries) + 1)]:
        return
    read = [read_numeral(entry.number.strip(_MARKS)) if entry.number else None for entry in entries]
    numbered = [(place, number) for place, number in enumerate(read) if number is not None]
    for place, entry in enumerate(entries):
        if entry.number or not numbered or (place < numbered[0][0] and numbered[0][1] == 1):
            # What stands before the first of all is an introduction.
            continue
        before = [f"“{entries[each].number}”之后" for each, _ in numbered if each < place][-1:]
        after = [f"“{entries[each].number}”之前" for each, _ in numbered if each > place][:1]
        message = f"“{entry.name or '这一项'}”没有编号，它排在{'、'.join(before + after)}"
        yield Remark(entry.at("number"), message, "请补上编号，并核对前后各项的次序。")
    for (place, number), (later, following) in itertools.pairwise(numbered):
        if following not in (1, number + 1, number + later - place):
            message = f"编号不连续：“{entries[place].number}”后面是“{entries[later].number}”"
            yield Remark(entries[later].at("number"), message, _CURE, (entries[place].at("number"),))


def _within(passage: Passage) -> Iterator[Remark]:
    bare = list(_BARE.pattern.finditer(passage.text))
    # “3个项目” on a line of its own is no heading; headings come as 1, 2 …
    if len(bare) > 1 and [match["number"] for match in bare] == [str(each + 1) for each in range(len(bare))]:
        message = f"编号后面没有标点：“{bare[0][0].strip()}”“{bare[1][0].strip()}”"
        also = tuple(passage.at(match.start("number")) for match in bare[1:])
        yield Remark(passage.at(bare[0].start("number")), message, "请在编号后面加“、”或者“.”。", also, severity=Severity.INFO)
    lone = _LONE.match(passage.text)
    if lone and f"{lone['what']}二" not in passage.text:
        yield Remark(passage.at(), f"只有“{lone['what']}一”，没有“{lone['what']}二”", "请补上后面的各项；只有一项的，删去“一”。")
    for items in enumerations(passage.text):
        for before, after in itertools.pairwise(items):
            if after.number != before.number + 1:
                message = f"编号不连续：“{before.text}”后面是“{after.text}”"
                yield Remark(passage.at(after.start), message, _CURE, (passage.at(before.start),))
        only = items[0]
        if len(items) == 1 and only.text == "一是" and "二是" not in passage.text:
            yield Remark(passage.at(only.start), "只有“一是”，没有“二是”", "请补上后面的各项；只有一项的，删去“一是”。")
