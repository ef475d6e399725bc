"""PER-039."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.promises import asked
from generator.rules.rule import Basis, Outcome, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure
    from generator.model.readings import Reading

_REST = re.compile("[\u4e00-\u9fff]{0,8}(?:率|度|比例)")
_SHORTEST = 6


@rule("PER-039", Severity.INFO, Basis("绩效目标表的填报要求（三级指标）"))
def indicator_name_cut_short(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """三级指标的名称应当写完整，不应当比描述少了“率”“度”等最要紧的几个字。

    为什么：名称写“对地区经济的贡献”，描述写“对地区经济的贡献率”，值是 90%：单看名称不知道量的是什么，多半是格子放不下截掉了。
    怎么改：把名称补全；太长的换一个短而完整的名称。
    """
    if not _is_described.any(disclosure.promises):
        yield Outcome.NOT_APPLICABLE
    for promise, (name, description) in _cut.among(disclosure.promises):
        indicator = promise.indicator
        message = f"三级指标“{name}”像是没有写完，描述是“{description}”"
        yield Remark(indicator.at("third"), message, "请把名称补全。", (indicator.at("description"),), description, name)


@asked
def _is_described(reading: Reading) -> bool:
    return bool(reading.third and reading.description)


@asked
def _cut(reading: Reading) -> tuple[str, str] | None:
    """Return a name and the description that goes on where it ends."""
    # Cells that were wrapped keep a blank where the line ended.
    name, description = ("".join(text.split()) for text in (reading.third, reading.description))
    cut = len(name) >= _SHORTEST and len(description) > len(name) and description.startswith(name)
    return (name, description) if cut and _REST.fullmatch(description, len(name)) else None
