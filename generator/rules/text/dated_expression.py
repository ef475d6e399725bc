"""TXT-018."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.prose import standing
from generator.rules.rule import Basis, Outcome, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure
    from generator.model.prose import Standing
    from generator.source.place import Place

_INNER = str.maketrans("“”", "‘’")
_HISTORIC = {"部门职责", "名词解释", "公开依据", "指标值确定依据"}


@rule("TXT-018", Severity.INFO, Basis("地方预决算公开操作规程（财预〔2016〕143号）", read=False))
def dated_expression(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """讲本年度的工作，用的应当是现行的提法。

    为什么：教育活动已经结束、规划期已经过去，还写在今年的目标里，说明这一段是从以前的文本照抄来的。
    怎么改：改成现行的提法；活动已经结束的，整句删去或者写明是巩固成果。
    """
    prose, day = disclosure.prose, disclosure.day
    expressions = [each for each in disclosure.usage.expressions if each.until < day]
    if not expressions:
        yield Outcome.NOT_APPLICABLE
    for expression in expressions:
        places: list[Place] = []
        for hit in prose.find(_words(expression.words)):
            if hit.passage.label not in _HISTORIC and hit.before.count("《") == hit.before.count("》"):
                around = hit.before + hit.after
                if not any(word in around for word in expression.unless):
                    places.append(hit.place)
        if places:
            many = f"，共{len(places)}处" if len(places) > 1 else ""
            message = f"表述可能过时：“{expression.words.translate(_INNER)}”只沿用到{expression.until:%Y年%-m月}{many}"
            cure = (
                f"请改用“{expression.instead}”，或者删去。" if expression.instead else "请核对是不是照抄了以前的文本；已经结束的，请删去。"
            )
            yield Remark(places[0], message, cure, tuple(places[1:]))


@lru_cache(maxsize=256)
def _words(words: str) -> Standing:
    return standing(re.escape(words), words)
