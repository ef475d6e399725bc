"""TXT-007."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.prose import standing
from generator.rules.rule import Basis, Outcome, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure
    from generator.model.prose import Hit

# It begins with what is rare, and looks back from there: that is how a pattern is found fast.
_YEAR = standing(r"([12](?<![0-9〔\[-].)(?:(?<=1)9|(?<=2)0)[0-9]{2})[ ]?年")
# Duties, units, terms and the grounds of a target tell of the past; a project keeps its name as long as it lasts.
_HISTORIC = {"部门职责", "机构设置", "名词解释", "公开依据", "指标值确定依据", "名称", "项目编码", "单位", "国有资产"}
_BEFORE = re.compile(
    r"(?:截至|截止|比|较|同比|与|同|对|自|从|由|于|超过|高于|低于|不低于|不高于|基数|上年|去年|延续|接续)[^，、]{0,8}$|[0-9]年?[至到—\-－~～]$|[0-9]{4}年?[、和及]$"
)
_AFTER = re.compile(
    r"^度?[^，；]{0,24}?(?:以来|[年月]?末|年?底(?!前)|决算|执行|结转|结余|自评|评价结果|审计|批准|通过|印发|修订|修正|成立|施行|实施的|发布|颁布|出台|启动|建成|获|共|已|累计|实际"
    r"|完成了|尾款|余款|质保|欠|合同|签订|采购的|中标|开工|立项|基数|水平|数据|相比|相同|持平|改革|换届|报告|以前|及以前|工作总结)"
    r"|^(?:度|[0-9]{1,2}月)?(?:[0-9]{1,2}日)?[ ]?[至到—\-－~～、和及]"
)
_DAY = re.compile(r"^[ ]?[0-9]{1,2}[ ]?月(?:[ ]?[0-9]{1,2}[ ]?日)?(?P<deadline>[ ]?底?前|[ ]?底?之前|完成)?")
_PLAN = re.compile(r"^度?[^》]{0,12}(?:计划|要点|安排|思路|任务分解)》")
_OWN_BUDGET = re.compile(r"^度?(?:部门|单位)(?:预算|决算)")
_COMPARED = re.compile(r"(?:比|较|与|同|对|上|在)[^，、]{0,4}$")
_GOALS = {"部门整体绩效", "项目"}
_RESULT = re.compile(r"取得|成效|圆满|荣获|得到了|实现了")
_FAR_AHEAD = 30


@rule("TXT-007", Severity.WARNING, Basis("地方预决算公开操作规程（财预〔2016〕143号）", read=False))
def year_not_updated(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """讲本年度的事，写的年份应当就是本文本的年度。

    为什么：文本大多在上年的基础上修改，年份忘了改，读者就不知道这一段说的是哪一年的钱和事。
    怎么改：说的是本年度的，改成本年度的年份；确实在说往年的，写明“比”“截至”“已经”等，让人看得出来。
    """
    prose, own = disclosure.prose, str(disclosure.year)
    years = list(prose.find(_YEAR))
    if not years and not prose.names((f"{own}年", f"{own} 年")):
        yield Outcome.NOT_APPLICABLE
    for hit in years:
        year = hit.match[1]
        if year == own:
            continue
        if year > own:
            if int(year) - disclosure.year > _FAR_AHEAD:
                yield Remark(hit.place, f"这里写的是{year}年，本文本的年度是{own}年", "请核对年份是否写错。")
        elif _is_stale(hit, own):
            message = f"这里写的是{year}年，本文本的年度是{own}年，可能没有更新：“{hit.before[-6:]}{hit.text}{hit.after[:12]}”"
            yield Remark(hit.place, message, f"说的是本年度的，请改成{own}年；说的是往年的，请写明“比”“截至”“已经”等。")


def _is_stale(hit: Hit, own: str) -> bool:
    """Return whether an earlier year seems to be meant for this one."""
    before, after = hit.before, hit.after
    label, section = hit.passage.label, hit.passage.section
    if before.rfind("《") > before.rfind("》"):
        # Whoever promises to fulfil a plan must mean this year's; any other title is history.
        return (
            label == "绩效目标"
            and bool(_PLAN.match(after))
            and not re.search(r"[0-9]{4}年?[—\-－~～至]", before[-8:] + hit.text + after[:2])
        )
    if _OWN_BUDGET.match(after) and not _COMPARED.search(before):
        return True
    if label in _HISTORIC or section in _HISTORIC or (hit.passage.project and hit.text in hit.passage.project.name):
        return False
    day = _DAY.match(after)
    if day and not day["deadline"]:
        return False
    if own in (hit.sentence if section in _GOALS else hit.paragraph) or _RESULT.search(after) or "“" in before[before.rfind("”") + 1 :]:
        return False
    return not _BEFORE.search(before) and not _AFTER.match(after)
