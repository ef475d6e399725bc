"""PER-038."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.rules.rule import Basis, Outcome, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure

_MARKS = re.compile(r"[\s，。；、：,.;:“”\"]+")
_ENDING = re.compile("(?:的?(?:各项)?(?:支出|开支|费用))?$")
_NOUNS = re.compile("(?:项目)?(?:专项)?(?:经费|资金|费用|费|项目)?$")


@rule("PER-038", Severity.WARNING, Basis("预算法", "第三十二条第三款"), Basis("绩效目标表的填报要求（资金用途）"))
def purpose_repeats_name(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """资金用途应当写钱花在哪些事上，不应当只重复项目的名称。

    为什么：“人大代表活动经费主要用于人大代表活动经费”，等于没有写；读者最想知道的就是钱用来做什么。
    怎么改：写出花钱的事项，如租车、印刷、食宿、培训，有几项写几项。
    """
    told = [project for project in disclosure.text.projects if project.purpose and project.purpose.text]
    if not told:
        yield Outcome.NOT_APPLICABLE
    for project in told:
        text = project.purpose.text if project.purpose else ""
        # Only what the text says last can be the name once more, and most texts begin with something else.
        at = text.rfind("用于") + len("用于") if "用于" in text else 0
        at = marks.end() if (marks := _MARKS.match(text, at)) else at
        if text.startswith(_core(project.name)[:1], at) and _repeats(_MARKS.sub("", text[at:]), _MARKS.sub("", project.name)):
            message = f"项目“{project.name}”的用途只是重复了项目的名称"
            yield Remark(project.at("purpose"), message, "请写出钱花在哪些事上。", (project.at("name"),))


def _repeats(said: str, name: str) -> bool:
    return len(said) <= len(name) + 6 and _core(said) == _core(name)


@lru_cache(maxsize=1024)
def _core(text: str) -> str:
    """Return a text without marks and without the words for money at its end."""
    return _NOUNS.sub("", _ENDING.sub("", _MARKS.sub("", text)))
