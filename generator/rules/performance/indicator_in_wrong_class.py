"""PER-008."""

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

_COUNTS = frozenset((
    "次", "次数", "个", "个数", "人", "人数", "人次", "份", "篇", "条", "部", "场", "场次", "批", "批次", "家", "件", "件数",
    "台", "套", "户", "本", "册", "项",
))  # fmt: skip
_GOOD_COUNT = re.compile("合格|达标|优秀|优良|获奖|表彰|一等|通过|认证|事故|投诉|差错|违规|失误|创建|示范")
_COUNT_NAME = "(?:次数|人数|数量|个数|份数|篇数|场次|件数|条数|人次|户数|台数|套数|批次|完成量|办理量|工作量)"
_NAMES_COUNT = re.compile(_COUNT_NAME + r"(?:[（(][^（）()]*[)）])?$")
_COUNT_WORD = re.compile(_COUNT_NAME)
"""Told much faster than a count in per cent, and needed in any case."""
_TEXT_COUNT = re.compile(
    rf"([\u4e00-\u9fff、]{{0,12}}{_COUNT_NAME})\s*(?:≥|>=|＝|=|不低于|达到|\$?\s*\\geq?)?\s*[0-9]+(?:\.[0-9]+)?\s*\\?[%％]"
)
_RATE = re.compile("率|比|占|覆盖|度")
_TIMELY = re.compile("[时期日天月年季周旬速快前即]|进度|完成|节点|启动|限|当年|响应")
_SATISFACTION = re.compile(r"满意[度率](?:[（(][^（）()]*[)）])?$")
_MONEY = re.compile(
    "[钱款税费价支收]|资金|成本|经济|产值|产业|利润|投资|投入|消费|收益|效益|营业|销售|增收|增长|节约|节省|节支|节能|开支|损失|就业|创收|GDP"
    "|预算|经费|金额|资产|采购|招商|签约|企业|旅游|产量|市场|贡献|财政|[万亿]?元"
)
_ECONOMIC = re.compile("经济(?:的|发展的?)?贡献|税收贡献|纳税|税收|产值|利润|营业收入|销售额|GDP|地区生产总值|经济效益")
_DOWN = (Comparison.AT_MOST, Comparison.LESS)


@rule(
    "PER-008", Severity.WARNING, Basis("预算法", "第三十二条第三款"),
    Basis("中央部门预算绩效目标管理办法（财预〔2015〕88号）", read=False),
)  # fmt: skip
def indicator_in_wrong_class(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """指标应当归对类：数量指标数个数，质量指标看好坏，时效指标看快慢，满意度放在满意度指标；名称与单位也要一致。

    为什么：归错了类，就等于缺了一类；名称说“次数”而值是百分比，年底不知道拿什么数来比。
    怎么改：把指标移到合适的一类，或者换成这一类该有的名称和单位，如质量指标用合格率、通过率。
    """
    performance = disclosure.text.performance
    goals = performance.goals if performance else ()
    if not disclosure.promises.sheets and not goals:
        yield Outcome.NOT_APPLICABLE
    for promise, (fault, cure, severity) in _fault.among(disclosure.promises):
        indicator = promise.indicator
        message = f"指标“{promise.name}”{fault.format(value=promise.text, level=indicator.second or indicator.first)}"
        yield Remark(promise.place, message, cure, (promise.indicator.at("second"),), severity=severity)
    for goal in goals:
        if goal.indicators and _COUNT_WORD.search(goal.indicators.text):
            for match in _TEXT_COUNT.finditer(goal.indicators.text):
                message = f"“{match[0]}”：名称是数量，值却是百分比"
                yield Remark(goal.indicators.at(match.start()), message, "请改成“……率”，或者把值改成个数。")


@asked
def _fault(reading: Reading) -> tuple[str, str, Severity | None] | None:
    name, aspect = reading.name, reading.aspect
    if reading.percent and _NAMES_COUNT.search(name):
        return "的名称是数量，值“{value}”却是百分比", "请把值改成个数，或者把名称改成“……率”。", None
    if aspect is Aspect.QUALITY and reading.size not in (None, Size.ZERO) and reading.unit in _COUNTS and reading.comparison not in _DOWN:
        if not _GOOD_COUNT.search(reading.words):
            return "列在质量指标，值“{value}”却是数量", "请移到数量指标；质量指标改用合格率、通过率等。", None
    elif aspect is Aspect.QUANTITY and reading.percent:
        severity = Severity.INFO if _RATE.search(reading.words.replace(f"（{reading.unit}）", "")) else None
        return "列在数量指标，值“{value}”却是比率", "比率请移到质量或者时效指标；数量指标写个数。", severity
    elif aspect is Aspect.TIME and (reading.size or reading.text) and not _TIMELY.search(f"{reading.words}{reading.text}{reading.printed}"):
        return "列在时效指标，名称、描述和值都没有说到时间", "请移到合适的一类，或者写出期限、及时率。", None
    elif aspect not in (Aspect.SATISFACTION, None) and "满意" in name and _SATISFACTION.search(name):
        return "列在{level}，应当是满意度指标", "请移到满意度指标。", None
    return _fault_of_effect(reading) if aspect is Aspect.EFFECT else None


def _fault_of_effect(reading: Reading) -> tuple[str, str, Severity | None] | None:
    if "经济" in reading.second and not _MONEY.search(f"{reading.words}{reading.text}{reading.printed}"):
        cure = "请移到合适的一类，或者写出增加的收入、节约的支出。"
        return "列在{level}，名称、描述和值都没有说到钱或者经济", cure, Severity.INFO
    if "社会" in reading.second and _ECONOMIC.search("".join(reading.name.split())):
        return "列在{level}，说的是经济效益", "请移到经济效益指标。", Severity.INFO
    return None
