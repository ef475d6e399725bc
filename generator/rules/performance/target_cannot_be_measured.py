"""PER-007."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.promises import asked
from generator.model.readings import Aspect
from generator.rules.rule import Basis, Outcome, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure
    from generator.model.promises import Promise, Promises
    from generator.model.readings import Reading

_SIGNED = re.compile(r"\s*(?:≥|≤|>|<|＞|＜|=|＝|≧|≦|⩾|⩽)")
_LOOSE = re.compile(
    r"\s*(?:(?:不少于|不低于|不小于|至少|大于等于|超过|大于|不超过|不多于|不高于|小于|低于|约)\s*[0-9]"
    r"|[0-9.]+\s*\S{0,4}?(?:以上|以下|以内|左右))"
)
_YARDSTICK = re.compile("上年|去年|往年|同期|基期|标准|定额|限额|规定|平均|预算|计划")
_RANGE = re.compile("[0-9][-~～—至]")
_NUMERAL = re.compile(r"[0-9０-９一二三四五六七八九十百千两全每]")
_QUESTION = re.compile(r"是否|^\s*反映")
_LONG = 8
_DEGREE = "切实|显著|明显|有效|不断|进一步|逐步|大幅|稳步|持续|充分|圆满|及时|得到|有所"
_DEED = "提升|提高|改善|增强|保障|保证|加强|促进|推动|完成|优化|落实|履行|改进|了解|发挥"
_VAGUE = re.compile(rf"[\u4e00-\u9fff]{{0,6}}(?:(?:{_DEGREE})(?:{_DEED})|(?:{_DEED})(?:{_DEGREE}|到位|有力))[\u4e00-\u9fff]{{0,6}}[。]?")


@rule(
    "PER-007", Severity.WARNING, Basis("预算法", "第三十二条第三款"),
    Basis("中央部门预算绩效目标管理办法（财预〔2015〕88号）", read=False),
)  # fmt: skip
def target_cannot_be_measured(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """指标值应当能衡量：写成符号、数字和单位，如 ≥90%；只能用文字的，写出要达到的状态或者期限。

    为什么：年底要拿实际数与它比；没有填、读不出数、只是重复指标说的是什么，都无从比较。
    怎么改：数量和满意度写成 ≥6次、≥95%；文字的写成“12月底前完成”“通过验收”这样能判断做没做到的话。
    """
    if not disclosure.promises.sheets:
        yield Outcome.NOT_APPLICABLE
    yield from _vague(disclosure.promises)
    for promise, (what, cure, severity) in _fault.among(disclosure.promises):
        yield Remark(promise.place, f"指标“{promise.name}”{what}", cure, severity=severity)


def _vague(promises: Promises) -> Iterator[Remark]:
    """Yield, one a project, the effects that are promised in words of degree alone; such words are allowed, but say little."""
    vague: dict[int, list[Promise]] = {}
    for promise, _ in _says_little.among(promises):
        vague.setdefault(id(promise.project), []).append(promise)
    for first, *rest in vague.values():
        many = f"等{len(rest) + 1}项" if rest else ""
        message = f"项目“{first.project.name}”的效益指标“{first.name}”{many}只写“{first.text}”，看不出怎样才算做到"
        cure = "请写出可以核对的状态或者数字，如“代表建议按期答复率 ≥95%”。"
        yield Remark(first.place, message, cure, tuple(each.place for each in rest), severity=Severity.INFO)


@asked
def _says_little(reading: Reading) -> bool:
    return reading.aspect is Aspect.EFFECT and reading.size is None and _VAGUE.fullmatch(reading.text) is not None


@asked
def _fault(reading: Reading) -> tuple[str, str, Severity | None] | None:
    """Return what is wrong with a value that does not read as a number, and the cure."""
    text = reading.text
    if reading.size is not None:
        return None
    if not text:
        return "没有填指标值", "请填写指标值，如 ≥90%。", None
    if _SIGNED.match(text):
        cure = "请写成符号、数字、单位各一个，如 ≥90%。"
        return None if _RANGE.search(text) or _YARDSTICK.search(text) else (f"的指标值“{text}”有符号，却读不出一个数", cure, None)
    if _LOOSE.match(text):
        return f"的指标值“{text}”没有用符号", "建议写成符号加数字，如 ≥90%、≤10次。", Severity.INFO
    # A cost in words is a fault of its own.
    return None if reading.aspect is Aspect.COST else _fault_of_words(reading, text)


def _fault_of_words(reading: Reading, text: str) -> tuple[str, str, Severity | None] | None:
    cure = "请写出要达到的状态，如“制度齐全，没有违规支出”，或者改成数字。"
    if _QUESTION.search(text):
        return f"的指标值“{text[:20]}”说的是要看什么，没有说要达到什么", cure, None
    if len(text) >= _LONG and text in (reading.description, reading.third):
        return f"的指标值“{text[:20]}”只是重复了指标的名称或描述", cure, None
    if reading.aspect in (Aspect.QUANTITY, Aspect.SATISFACTION) and not _NUMERAL.search(text):
        return f"是{reading.aspect.value}，指标值“{text[:20]}”里没有数字", "请写成数字，如 ≥6次、≥95%。", None
    return None
