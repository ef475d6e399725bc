"""PER-012."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.promises import asked
from generator.model.readings import Aspect
from generator.rules.rule import Basis, Outcome, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure
    from generator.model.performance import Goal, Project
    from generator.model.promises import Promise
    from generator.model.readings import Reading

_MARKS = re.compile(r"[\s，。；、：,.;:]+")
_TELLING = 10
_A_SENTENCE = 20
_EMPTY_WORDS = re.compile(r"^(?:进一步|不断|切实)?(?:加强|做好|完成|开展|推进|抓好)|[（(][^（）()]*[)）]|工作|管理")
_CURE = "请按这一项自己的内容改写；两项内容确实一样的，考虑合并。"


@rule(
    "PER-012", Severity.WARNING, Basis("预算法", "第三十二条第三款"),
    Basis("中央部门预算绩效目标管理办法（财预〔2015〕88号）", read=False),
)  # fmt: skip
def text_reused_between_projects(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """每个项目、每个分项的绩效目标都应当写自己的内容，不应当与别的项目、别的分项相同。

    为什么：两笔钱的目标一字不差，就看不出各自要办什么事，多半是复制以后忘了改。
    怎么改：按项目自己的任务改写目标和指标；内容确实一样的两项，考虑合并。
    """
    performance = disclosure.text.performance
    projects, goals = disclosure.text.projects, performance.goals if performance else ()
    if not projects and not goals:
        yield Outcome.NOT_APPLICABLE
        return
    yield from _same_goals(goals)
    yield from _same_project_goals(projects)
    yield from _purposes_as_indicators(projects, goals)
    yield from _same_effects(disclosure)


def _same_goals(goals: tuple[Goal, ...]) -> Iterator[Remark]:
    first: dict[tuple[str, str], Goal] = {}
    said: list[tuple[str, Goal]] = []
    for goal in goals:
        texts = (_plain(goal.goal.text if goal.goal else ""), _plain(goal.indicators.text if goal.indicators else ""))
        twin = first.setdefault(texts, goal)
        if texts[0] and _bare(texts[0]) == _bare(_plain(goal.name)):
            message = f"分项“{goal.name}”的绩效目标只是重复了它的名称"
            yield Remark(goal.at("goal"), message, "请写明要做到什么程度、什么时候做到。", (goal.at("name"),), severity=Severity.INFO)
        elif twin is goal and len(texts[0]) >= _TELLING:
            alike = next((each for text, each in said if texts[0] in text or text in texts[0]), None)
            if alike:
                message = f"分项“{goal.name}”的绩效目标，与“{alike.name}”的相同"
                yield Remark(goal.at("goal"), message, _CURE, (alike.at("goal"),), severity=Severity.INFO)
            said.append((texts[0], goal))
        if twin is not goal and all(len(text) >= _TELLING for text in texts):
            message = f"分项“{goal.name}”的绩效目标和绩效指标，与“{twin.name}”完全相同"
            yield Remark(goal.at("goal"), message, _CURE, (twin.at("goal"),))


def _same_project_goals(projects: tuple[Project, ...]) -> Iterator[Remark]:
    every = _MARKS.sub("", "\0".join([goal for project in projects for goal in project.goals])).split("\0")
    if len(set(every)) == len(every):  # As mostly.
        return
    first: dict[str, tuple[Project, int]] = {}
    for project in projects:
        plain = list(map(_plain, project.goals))
        for position, goal in enumerate(plain):
            twin, at = first.setdefault(goal, (project, position))
            if twin is not project and len(goal) >= _TELLING:
                whole = plain == list(map(_plain, twin.goals))
                severity = None if whole else Severity.INFO
                message = f"项目“{project.name}”的绩效目标“{project.goals[position][:20]}”，与项目“{twin.name}”的相同"
                yield Remark(project.at(f"goals.{position}"), message, _CURE, (twin.at(f"goals.{at}"),), severity=severity)


def _purposes_as_indicators(projects: tuple[Project, ...], goals: tuple[Goal, ...]) -> Iterator[Remark]:
    """Yield the goals whose indicators are what a project's money is for, word for word."""
    told = [(goal, _plain(goal.indicators.text)) for goal in goals if goal.indicators]
    long = [(goal, text) for goal, text in told if len(text) >= _A_SENTENCE]
    for project in projects if long else ():
        purpose = _plain(project.purpose.text) if project.purpose else ""
        for goal, text in long:
            if text in purpose:
                message = f"分项“{goal.name}”的绩效指标，与项目“{project.name}”的用途一字不差，是用途，不是指标"
                cure = "用途留在项目里；这里写要做到的数量和质量。"
                yield Remark(goal.at("indicators"), message, cure, (project.at("purpose"),), severity=Severity.INFO)


def _same_effects(disclosure: Disclosure) -> Iterator[Remark]:
    """Yield the effects told in words that two projects promise alike, down to the last character."""
    first: dict[tuple[str, str, str], Promise] = {}
    for promise, _ in _in_words.among(disclosure.promises):
        twin = first.setdefault((promise.name, promise.reading.description, promise.text), promise)
        if twin.project is not promise.project:
            message = f"项目“{promise.project.name}”的效益指标“{promise.name}”，与项目“{twin.project.name}”的一字不差"
            yield Remark(promise.indicator.at("third"), message, _CURE, (twin.indicator.at("third"),), severity=Severity.INFO)


@asked
def _in_words(reading: Reading) -> bool:
    return reading.aspect is Aspect.EFFECT and reading.size is None and bool(reading.description)


def _bare(text: str) -> str:
    return _EMPTY_WORDS.sub("", text)


@lru_cache(maxsize=1024)
def _plain(text: str) -> str:
    return _MARKS.sub("", text)
