"""STR-007."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.kinds import Kind
from generator.model.mentions import years
from generator.model.prose import standing
from generator.rules.rule import Basis, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure
    from generator.rules.rule import Outcome

_RULES = Basis("地方预决算公开操作规程（财预〔2016〕143号）", "第四条", read=False)
_OF_UNIT = re.compile(r"单位(?:预|决)算")
# Duties and definitions speak of budgets in general.
_ABOUT_ITSELF = {
    "收入",
    "支出",
    "比上年增减",
    "机关运行经费",
    "三公经费",
    "政府采购",
    "国有资产",
    "预算编制说明",
    "公开依据",
    "公开表",
    "其他说明",
}
# “各所属单位预算” speaks of others; only what calls itself 本 or 我 speaks of the text.
_SELF = {
    "部门": standing(r"[本我](?P<word>单位)(?:20[0-9]{2}年度?)?(?:预|决)算", *(f"{who}单位{what}" for who in "本我" for what in "预决2")),
    "单位": standing(r"[本我](?P<word>部门)(?:20[0-9]{2}年度?)?(?:预|决)算", *(f"{who}部门{what}" for who in "本我" for what in "预决2")),
}


@rule("STR-007", Severity.WARNING, _RULES)
def text_calls_itself_otherwise(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """标题和自称应当与文种、年度、层级（部门还是单位）一致。

    为什么：部门预算包括所属各单位，单位预算只是一个单位的；叫错了名字或者年度，读者不知道数字说的是谁、是哪一年。
    怎么改：改正标题里的年度和文种；全文统一用“本部门”或者“本单位”。
    """
    title = disclosure.text.title or ""
    place = disclosure.text.at("title")
    named = years(title)
    if named and all(each.year != disclosure.year for each in named):
        message = f"标题写的是{named[0].text}，这份文本是{disclosure.year}年的"
        yield Remark(place, message, "请改正标题里的年度。", (disclosure.text.at("year"),))
    right, wrong = ("决算", "预算") if disclosure.kind is Kind.ACCOUNTS else ("预算", "决算")
    if disclosure.kind is not Kind.PERFORMANCE and wrong in title and right not in title:
        yield Remark(place, f"标题写的是“{wrong}”，这份文本是{disclosure.kind.value}", f"请改正标题；确实是{wrong}的，改文件名。")
    level = "单位" if _OF_UNIT.search(title) else "部门"
    hits = disclosure.prose.find(_SELF[level])
    hit = next((hit for hit in hits if hit.passage.section in _ABOUT_ITSELF), None)
    if hit is not None:
        message = f"这是{level}{right}，文中自称“{hit.text}”"
        yield Remark(hit.at("word"), message, f"请统一称“本{level}”；这份文本的层级写错了的，改标题。")
