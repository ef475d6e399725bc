"""TXT-016."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.prose import standing
from generator.rules.rule import Basis, Outcome, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure
    from generator.model.record import Record

# To name another department is usual; to publish its budget is not.
# What an organisation's name ends in.
_ENDINGS = tuple("局委办室院厅会部馆心处队站校所府社团联署园场")
_OBJECTS = ("部门预算", "单位预算", "部门决算", "机关运行经费", "“三公”经费", "三公经费", "政府采购预算", "主要职责", "固定资产")
_OWNED = standing(rf"[{''.join(_ENDINGS)}](?=(?:本级)?(?:20[0-9]{{2}}[ ]?年度?)?的?(?:{'|'.join(_OBJECTS)}))", *_OBJECTS)
_CURE = "请改成本部门的名称，并核对这一段是不是本部门的内容。"


@rule("TXT-016", Severity.WARNING, Basis("地方预决算公开操作规程（财预〔2016〕143号）", read=False))
def foreign_department(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """写明是谁的预算、经费、职责时，写的应当是本部门。

    为什么：文本里说的是别的部门的预算，多半是照抄了那个部门的文本，没有改完。
    怎么改：改成本部门的名称；整段是别的部门的，换成本部门的内容。
    """
    sheets: list[tuple[str, Record, str]] = [(project.unit, project, "unit") for project in disclosure.text.projects if project.unit]
    if disclosure.text.assets is not None and disclosure.text.assets.compiled_by:
        sheets.append((disclosure.text.assets.compiled_by, disclosure.text.assets, "compiled_by"))
    if len(disclosure.register) <= 1:
        yield Outcome.NOT_APPLICABLE
        return
    own = disclosure.department_name
    for hit in disclosure.prose.find(_OWNED):
        foreign = _foreign(hit.before + hit.text, disclosure)
        if foreign:
            message = f"疑似其他部门的内容：“{foreign}”，本部门是“{own}”"
            yield Remark(hit.passage.at(hit.start + 1 - len(foreign)), message, _CURE, actual=foreign, expected=own)
    compilers = {name: _foreign(name.removesuffix("本级"), disclosure) for name in {name for name, _, _ in sheets}}
    for name, record, field in sheets:
        foreign = compilers[name]
        if foreign:
            yield Remark(record.at(field), f"编制单位写的是其他部门：“{foreign}”，本部门是“{own}”", _CURE, actual=foreign, expected=own)


def _foreign(text: str, disclosure: Disclosure) -> str:
    """Return the name of another department that a text ends in, if it ends in none of our own."""
    if not text.endswith(_ENDINGS):
        return ""
    own = disclosure.department
    ours = [word for borne in own.file.names for word in (borne.full, borne.short) if word]
    if any(text.endswith(word) for word in (*ours, *own.file.units)):
        return ""
    names = (borne.full for other in disclosure.register if other.slug != own.slug for borne in other.file.names)
    return max((name for name in names if text.endswith(name)), key=len, default="")
