"""PER-014."""

from __future__ import annotations

import difflib
import itertools
import re
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.rules.rule import Basis, Outcome, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure
    from generator.model.performance import Goal, Project

_ENDING = re.compile(r"(?:绩效目标)?(?:项目)?(?:绩效目标表)?$")
_MARKS = re.compile(r"[\s“”\"‘’'《》（）()、，]")
_NEAR = 0.8
_SHORTEST = 4


@rule("PER-014", Severity.WARNING, Basis("预算法", "第三十二条第三款"), Basis("表间勾稽关系"))
def goal_without_project(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """分项绩效目标以项目命名的，应当与项目一一对应，名称一字不差。

    为什么：读者按名称从分项目标找到项目；少一个字，或者少一个项目，就不知道说的是哪一笔钱。
    怎么改：照项目绩效目标表改正名称；漏写的分项补上，项目已经取消的删去分项。
    """
    performance = disclosure.text.performance
    goals, projects = performance.goals if performance else (), disclosure.text.projects
    pairs = _pairs(tuple([goal.name for goal in goals]), tuple([project.name for project in projects]))
    found = [each for each in pairs.values() if each]
    # Where goals are fields of work and not projects, names tell nothing.
    if not found or len(found) * 2 < len(goals):
        yield Outcome.NOT_APPLICABLE
        return
    named = {_plain(goal.name): goal for goal in goals}
    called = {_plain(project.name): project for project in projects}
    left = {name: project for name, project in called.items() if name not in found}
    for name, pair in pairs.items():
        if pair is None:
            yield _nearest(named[name], name, left)
    yield from _out_of_order([(named[name], called[pair]) for name, pair in pairs.items() if pair], list(called.values()))
    for project in left.values():
        message = f"项目“{project.name}”在分项绩效目标里没有对应的一项，其他项目都有"
        yield Remark(project.at("name"), message, "请在分项绩效目标里补上这一项，或者改正分项的名称。", (goals[0].at("name"),))


@lru_cache(maxsize=1024)
def _pairs(goals: tuple[str, ...], projects: tuple[str, ...]) -> dict[str, str | None]:
    """Return the plain name of each goal with that of the project that it means, if any; both return year after year."""
    called = dict.fromkeys(map(_plain, projects))
    return {name: next((each for each in called if _same(name, each)), None) for name in map(_plain, goals)}


def _out_of_order(pairs: list[tuple[Goal, Project]], projects: list[Project]) -> Iterator[Remark]:
    """Yield the first goal whose project stands further down than the project of the goal that follows."""
    for (goal, project), (_, following) in itertools.pairwise(pairs):
        if projects.index(project) > projects.index(following):
            message = f"分项绩效目标的次序与项目不同：“{goal.name}”在前，对应的项目排在第{projects.index(project) + 1}"
            cure = "请按项目的次序排列分项，或者反过来。"
            yield Remark(goal.at("name"), message, cure, (project.at("name"),), severity=Severity.INFO)
            return


def _nearest(goal: Goal, name: str, left: dict[str, Project]) -> Remark:
    """Return the remark on a goal that bears no project's name; a project that it nearly names is taken off ``left``."""
    near = next(iter(difflib.get_close_matches(name, left, n=1, cutoff=_NEAR)), None)
    if near is None:
        message = f"分项“{goal.name}”没有对应的项目，其他分项都有"
        return Remark(goal.at("name"), message, "请改成项目绩效目标表里的名称；项目已经取消的，删去这一项。")
    project = left.pop(near)
    message = f"分项“{goal.name}”与项目“{project.name}”的名称不一致，多字、少字或者写错了字"
    return Remark(goal.at("name"), message, f"请改成“{project.name}”。", (project.at("name"),), project.name, goal.name)


def _same(goal: str, project: str) -> bool:
    """Return whether two names mean the same; one may bear the department's name in front, but none may lack one character."""
    shorter, longer = (goal, project) if len(goal) < len(project) else (project, goal)
    return goal == project or (len(shorter) >= _SHORTEST and longer.endswith(shorter) and len(longer) - len(shorter) > 1)


def _plain(name: str) -> str:
    return _ENDING.sub("", _MARKS.sub("", name))
