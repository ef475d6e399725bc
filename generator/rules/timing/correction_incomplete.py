"""TIM-006."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.rules.rule import Basis, Outcome, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure

_PARTS = (("before", "原值"), ("after", "新值"), ("reason", "原因"), ("approved_by", "批准人"))


@rule("TIM-006", Severity.ERROR, Basis("政府信息公开条例", "第六条"))
def correction_incomplete(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """每一条更正都应当写明原值、新值、原因和批准人。

    为什么：公开以后的改动要让读者看得见：原来是多少、改成多少、为什么改、谁同意改。
    怎么改：照更正的审批材料补上；原来没有的内容，原值写“没有”；删去的内容，新值写“没有”。
    """
    corrections = disclosure.text.corrections
    if not corrections:
        yield Outcome.NOT_APPLICABLE
    for correction in corrections:
        lacking = [name for field, name in _PARTS if not (getattr(correction, field) or "").strip()]
        if lacking:
            message = f"{correction.day}对“{correction.figure}”的更正没有写{'、'.join(lacking)}"
            yield Remark(correction.at("figure"), message, "请照更正的审批材料补上。")
