"""STR-002."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.disclosure import FIELDS
from generator.model.emptiness import is_blank
from generator.model.record import Record
from generator.rules.rule import Basis, Outcome, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure

_STATEMENTS = "公开表"
_CATALOGUE = Basis("财政预决算领域基层政务公开标准目录", read=False)


@rule("STR-002", Severity.ERROR, Basis("预算法", "第十四条第二款"), Basis("预算法实施条例", "第六条"), _CATALOGUE)
def section_missing(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """公开格式要求的每一个部分都应当有内容。

    为什么：缺了一部分，读者分不清是没有这件事，还是有而没有公开。
    怎么改：补写这一部分；确实没有的，写一句话说明，如“本部门2026年没有政府采购预算”。
    """
    required = [name for name in disclosure.form.demanded if name != _STATEMENTS]
    if not required:
        yield Outcome.NOT_APPLICABLE
    for name in required:
        attribute = FIELDS.get(name)
        value = getattr(disclosure.text, attribute) if attribute else None
        if attribute is None or not is_blank(value):
            continue
        written = attribute in disclosure.text.places.written
        if disclosure.partly_read and (not written or _lost(value)):
            yield Outcome.NO_DATA
            continue
        message = f"“{name}”是空的" if written else f"没有“{name}”这一部分"
        cure = f"请补写“{name}”；确实没有的，写一句话说明没有。"
        yield Remark(disclosure.text.at(attribute), message, cure)


def _lost(value: object) -> bool:
    """Return whether a field was written and could not be read; a heading with nothing below it fills the text's field."""
    return isinstance(value, Record) and any(getattr(value, name) is None for name in value.places.written if name != value.text_field)
