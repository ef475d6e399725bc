"""PER-033."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.rules.rule import Basis, Outcome, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure

_TELLING = 10


@rule("PER-033", Severity.INFO, Basis("地方预决算公开操作规程（财预〔2016〕143号）", "第四条", read=False))
def background_of_another_project(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """项目的基本情况应当写这个项目自己，不应当写成别的项目。

    为什么：商务接待的基本情况写着办公用房，是从别的项目复制以后没有改，读者不知道这笔钱做什么。
    怎么改：按本项目的内容改写；确实与那个项目有关的，可以不理。
    """
    told = [(project, project.background) for project in disclosure.text.projects if project.background is not None]
    if not told:
        yield Outcome.NOT_APPLICABLE
    for project, background in told:
        for other in disclosure.text.projects:
            found = _shared(other.name, background.text) if other is not project else ""
            if found and found not in disclosure.department_name and found[:_TELLING] not in project.name:
                message = f"项目“{project.name}”的基本情况里写到“{found}”，那是项目“{other.name}”的内容"
                cure = "请核对这一段是不是从别的项目复制来的；确实有关的，可以不理。"
                yield Remark(background.at(background.text.index(found)), message, cure, (other.at("name"),))


def _shared(name: str, text: str) -> str:
    """Return the first telling run of a name that stands in a text, as far as it goes."""
    for at in range(len(name) - _TELLING + 1):
        if name[at : at + _TELLING] in text:
            return next(name[at:end] for end in range(len(name), at + _TELLING - 1, -1) if name[at:end] in text)
    return ""
