"""STR-003."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.format import Demand
from generator.rules.rule import Basis, Outcome, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure

_CATALOGUE = Basis("财政预决算领域基层政务公开标准目录", read=False)


@rule("STR-003", Severity.ERROR, Basis("预算法", "第十四条第二款"), Basis("预算法实施条例", "第六条"), _CATALOGUE)
def statement_missing(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """公开格式要求的每一张公开表都应当公开，没有数据的也要公开空表。

    为什么：法律要求公开的是部门预算、决算“及报表”；少一张表，正文里的数字就无从核对。
    怎么改：从预算管理系统导出这张表，写在“公开表”下面，或者存为 CSV 放进 statements 文件夹；没有数据的写一句说明。
    """
    required = [form for form in disclosure.form.statements if form.demand is Demand.REQUIRED]
    if not required:
        yield Outcome.NOT_APPLICABLE
        return
    if disclosure.partly_read:
        yield Outcome.NO_DATA
        return
    text = disclosure.text
    written = {statement.title for statement in text.statements}
    missing = [form for form in required if form.title not in written]
    place = text.at("statements")
    if not written:
        titles = "".join(f"《{form.title}》" for form in missing)
        yield Remark(place, f"没有公开表，应当公开的有{len(missing)}张：{titles}", "请补上这些表；没有数据的表也要列出，并写明没有。")
        return
    for form in missing:
        name = f"（{form.full_title}）" if form.full_title and form.full_title != form.title else ""
        yield Remark(place, f"没有公开《{form.title}》{name}", "请补上这张表；没有数据的，写一句说明，如“……故本表为空表”。")
