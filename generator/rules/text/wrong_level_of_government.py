"""TXT-015."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.kinds import Level
from generator.model.prose import standing
from generator.rules.rule import Basis, Outcome, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.department import Department
    from generator.model.disclosure import Disclosure

# What a level of government calls itself; 中央 is called nothing by its initial.
_LEVELS = {
    Level.NATIONAL: ("中央",),
    Level.PROVINCE: ("省", "自治区"),
    Level.CITY: ("市", "州"),
    Level.COUNTY: ("县", "区", "旗"),
    Level.TOWNSHIP: ("乡", "镇", "街道"),
    Level.ZONE: ("区", "管委会", "开发区"),
}
_WORD = r"(?P<level>中央|省|自治区|市|州|县|区|旗|乡|镇)"
# Looked for behind the word, not before it: a pattern that begins with plain words is found much faster.
_OTHERS = "[国各上下及、和或以由]"
# Only what a department says of its own money and of whom it elects; 省级财政补助, 省级示范单位 and 省人大代表 are others' and may stay.
_OWN = standing(
    rf"{_WORD}(?<!{_OTHERS}.)(?<!{_OTHERS}中央)(?<!{_OTHERS}自治区)(?:本?级财政在?(?:当年|本年度?|年度)(?:拨付|安排|拨款)|财政在?(?:当年|本年度?)(?:拨付|拨款)"
    r"|(?:本?级)?财政预算管理|级部门(?:用|使用|预算)|级预算单位)",
    "财政当", "财政在当", "财政本年", "财政在本年", "财政年度", "财政在年度", "财政预算管理", "级部门", "级预算单位",
)  # fmt: skip
_HEAD = standing(r"(?P<level>[省市州县区旗乡镇])(?<![副各].)长(?![期江城沙春治远大于度短征虹兴海者])(?!热线|信箱|质量|办公会)")
# Rules for the budgets of one level bind that level alone.
_RULES = standing(
    r"《[^》\n]{0,20}(?P<level>省|市|州|县|区|旗)级(?:部门)?预?决?算[^》\n]{0,16}》",
    "级预算", "级部门预算", "级决算", "级部门决算", "级预决算", "级部门预决算",
)  # fmt: skip
_ELECTIONS = ("选举", "补选", "罢免", "任免")


@rule("TXT-015", Severity.ERROR, Basis("地方预决算公开操作规程（财预〔2016〕143号）", read=False))
def wrong_level_of_government(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """说到本级财政、本级部门和本级选举的领导人员，应当是本部门所在的一级。

    为什么：市级部门的名词解释写成“省级财政当年拨付的资金”，读者会以为钱是省里拨的；这多半是照抄了上级的模板。
    怎么改：改成本级，如“市级财政”；确实是上级安排的资金，写明“上级”“转移支付”或者“补助”。
    """
    prose = disclosure.prose
    own = _own_words(disclosure.department)
    level = disclosure.department.level.value
    found = False
    for pattern in (_OWN, _HEAD) if prose.names(_ELECTIONS) else (_OWN,):
        for hit in prose.find(pattern):
            found = True
            if hit.match["level"] in own or (pattern is _HEAD and not any(word in hit.before for word in _ELECTIONS)):
                continue
            message = f"级次不符：本部门是{level}的部门，文中写的是“{hit.text}”"
            yield Remark(
                hit.place,
                message,
                f"请改成本级的说法，如“{own[0]}”；确实说的是其他级次的，请写明“上级”“补助”等。",
                actual=hit.text,
                expected=level,
            )
    for hit in prose.find(_RULES):
        found = True
        if hit.match["level"] not in own:
            message = f"级次不符：本部门是{level}的部门，引用的却是只管{hit.match['level']}级的{hit.text}"
            cure = "请改为适用于本级的规定；确实要参照上级规定的，写明“参照”。"
            if "参照" not in hit.before:
                yield Remark(hit.place, message, cure, severity=Severity.WARNING)
    if not found:
        yield Outcome.NOT_APPLICABLE


def _own_words(department: Department) -> tuple[str, ...]:
    """Return what the department's own government is called: by its level, and by the name of its region (遵化市 is a county)."""
    name = department.region.name
    words = [word for words in _LEVELS.values() for word in words if name.endswith(word)]
    return (*_LEVELS[department.level], *words)
