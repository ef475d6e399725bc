"""X-014."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.section_figures import section_figures
from generator.rules.remarks import verdict
from generator.rules.rule import Basis, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure
    from generator.rules.rule import Said


@rule("X-014", Severity.ERROR, Basis("地方预决算公开操作规程（财预〔2016〕143号）", read=False), Basis("表间勾稽关系"))
def section_differs_from_statement(disclosure: Disclosure) -> Iterator[Said]:
    """收入、支出、“三公”经费、政府采购各节写的数字，应当与公开表里的同一个数一致。

    为什么：正文是对公开表的说明，同一个数两处不一样，读者无从知道哪一个可信；公开表由系统导出，写错的多半是正文。
    怎么改：核对两处，改成同一个数；预算调整过的，正文和公开表一起更新。
    """
    yield from verdict([section_figures(disclosure)], "请核对正文和公开表，改成同一个数。")
