"""PER-009."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.figures import Comparison, Size
from generator.model.promises import asked
from generator.model.readings import Aspect
from generator.rules.rule import Basis, Outcome, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure
    from generator.model.readings import Reading

_UP, _DOWN = (Comparison.AT_LEAST, Comparison.MORE), (Comparison.AT_MOST, Comparison.LESS)
_SHARE = re.compile("满意|合格|出勤|参会率|覆盖|及时|通过率|准确|达标率|到位率|知晓|参与率|办结")
_BAD_SHARE = re.compile("不|未|差错|故障|超|误|逾期|投诉|流失")
_GROWTH = re.compile("增|提高|提升|超额|收益|回报|节约")
_LIMITED = re.compile(
    "会议|参会|会期|接待|出国|出境|公务用车|用车|能耗|用电|用水|用纸|排放|事故|投诉|故障|差错|违规|伤亡|死亡"
    "|减少|压减|控制|上限|缺陷|信访|时间"
)
_KEPT_DOWN = re.compile("严控|严格控制|压缩|压减|控制在")
_SPENT = re.compile("(?:费用?|成本|经费|开支|支出|范围|规模|人数|标准)(?:[（(][^（）()]*[)）])?$")
_SAVING = re.compile("节约|节省|降低|减少|压减|下降|回收|收入|收益")
_KEPT_UP = re.compile("保障|使用|服务|运行|开放|保存|提前|值班|质保|维护|延时|延长|留存|公示|有效|学时|课时")
_TIMES = frozenset(("秒", "分钟", "小时", "天", "日", "个工作日", "工作日", "周", "个月", "月"))
_CEILING_CURE = "请改成“≥”；确实是上限的，把名称写成“……控制数”。"
_Fault = tuple[str, str, "Severity | None"]


@rule(
    "PER-009", Severity.WARNING, Basis("预算法", "第三十二条第三款"),
    Basis("中央部门预算绩效目标管理办法（财预〔2015〕88号）", read=False),
)  # fmt: skip
def bound_is_impossible(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """指标值的方向和大小应当合理：越多越好的用“≥”，越少越好的用“≤”，比率不超过 100%。

    为什么：数量指标写“≤”，一件不做也算完成；成本写“≥”，花得越多越好；比率超过 100%，永远做不到。
    怎么改：把符号改过来；比率改到 100% 以内。
    """
    if not disclosure.promises.numbered:
        yield Outcome.NOT_APPLICABLE
    for promise, (what, cure, severity) in _fault.among(disclosure.promises):
        yield Remark(promise.place, f"指标“{promise.name}”的值“{promise.text}”{what}", cure, severity=severity)


@asked
def _fault(reading: Reading) -> _Fault | None:
    if reading.size is None:
        return None
    return _fault_of_share(reading) if reading.percent else _fault_of_direction(reading)


def _fault_of_share(reading: Reading) -> _Fault | None:
    size, sign = reading.size, reading.comparison
    words = reading.words
    if sign in _UP and _KEPT_DOWN.search(words) and _SPENT.search(reading.name):
        return "用了“≥”，说的却是要控制的数", "请写明控制到多少，用“≤”；说的是控制得怎样的，写“……控制率”。", None
    if size in (Size.ZERO, Size.BELOW) and sign not in _DOWN:
        return None
    sure = _SHARE.search(words) and not _GROWTH.search(words)
    if sure and (size is Size.ABOVE or (size is Size.HUNDRED and sign is Comparison.MORE)):
        return "超过了 100%，不可能做到", "请改到 100% 以内。", None
    if size is Size.HUNDRED and sign is Comparison.AT_LEAST and not _GROWTH.search(words):
        return "：比率最多是 100%，“≥”没有意义", "请写成 100% 或者 =100%；留有余地的写 ≥95%。", Severity.INFO
    if sure and sign in _DOWN and size is not Size.ZERO and not _BAD_SHARE.search(words):
        return "用了“≤”，越低越算完成", "请改成“≥”。", None
    return None


def _fault_of_direction(reading: Reading) -> _Fault | None:
    aspect, sign = reading.aspect, reading.comparison
    if sign is Comparison.AT_LEAST and reading.size is Size.ZERO and aspect is not Aspect.COST:
        return "等于没有要求", "请写出要做到多少。", None
    if aspect is Aspect.QUANTITY and sign in _DOWN and not _LIMITED.search(reading.words):
        return "用了“≤”，一件不做也算完成", _CEILING_CURE, None
    if aspect is Aspect.COST and sign in _UP and reading.priced_in and not _SAVING.search(reading.words):
        return "用了“≥”，花得越多越算完成", "请改成“≤”。", None
    if aspect is Aspect.TIME and sign in _UP and reading.unit in _TIMES and not _KEPT_UP.search(reading.words):
        return "用了“≥”，越慢越算完成", "请改成“≤”。", None
    return None
