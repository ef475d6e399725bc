"""PER-016."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.rules.rule import Basis, Outcome, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure

_BLANK = re.compile(r"\s+")


@rule("PER-016", Severity.ERROR, Basis("预算管理一体化系统的项目编码规则", read=False))
def project_code_has_blank(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """项目编码是一个整体，中间不应当有空格。

    为什么：编码在表格里折行，转成文字就多出空格；读者拿它去查，什么也查不到。
    怎么改：删去编码中间的空格，再与预算管理一体化系统里的编码核对一遍。
    """
    coded = [(project, project.code) for project in disclosure.text.projects if project.code]
    if not coded:
        yield Outcome.NOT_APPLICABLE
    for project, code in coded:
        if _BLANK.search(code):
            whole = _BLANK.sub("", code)
            message = f"项目“{project.name}”的项目编码“{code}”中间有空格"
            yield Remark(project.at("code"), message, f"请删去空格：{whole}", (), whole, code)
