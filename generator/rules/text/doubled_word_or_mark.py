"""TXT-014."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.prose import standing
from generator.rules.rule import Basis, Outcome, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure
    from generator.source.place import Place

_MARKS = standing(r"[。，、；：][。，、；：]+")
_WORDS = standing(r"([\u4e00-\u9fff]{2,6})\1")
# Single function words that never follow themselves; the guards are words that end or begin with them (目的的, 参与与, 了了解).
_SMALL_WORDS = standing(
    r"(?<![目标有])的的(?![确士])|(?<![完好])了了(?![解结断事])|(?<![参赠给授])与与|(?<![共温缓饱调柔祥平])和和(?![气平解谐睦美])"
    r"|以及及(?![时早格])|正在在|由于于|(?:第[一二三四五六七八九十]+|[二三四五六七八九十])次[ ]?次|委员?会[ ]?会(?=办|党组|机关|秘书)",
    "的的", "了了", "与与", "和和", "以及及", "正在在", "由于于", "次次", "会会", "次 次", "会 会",
)  # fmt: skip
# “宣传培训调研培训等”: a list without commas that names one thing twice.
_ACTIVITIES = "宣传|培训|调研|视察|检查|考察|学习|督导|评估|审计|咨询|接待|印刷|差旅|维修|采购|会议"
_TWICE_IN_LIST = standing(rf"({_ACTIVITIES})[\u4e00-\u9fff]{{2}}\1等(?![级次候待于同值额边式])", "等")
# “促进绩效管理意识，促进绩效管理水平”: what was rewritten and left standing. Figures have such pairs with good reason.
_CLAUSE_BEGUN_TWICE = standing(
    r"(?<=[，、；。])((?:促进|加强|强化|提高|提升|推进|推动|完善|确保|保障|做好|落实|深化|规范|健全)[\u4e00-\u9fff]{6,})"
    r"[\u4e00-\u9fff]{0,3}[，、；](?=\1)"
)
# Words of two characters meet by chance at the seam of two compounds (部门预算 + 预算编制), so only these are never meant,
_NEVER_TWICE = re.compile(
    "进行|开展|通过|以及|或者|因为|由于|关于|对于|按照|根据|为了|加强|提高|完善|推动|落实|实现|确保|其中|主要|我们|同时"
)
# these are meant (讨论讨论, 党组织组织…),
_MEANT_TWICE = re.compile(
    "研究|讨论|考虑|商量|许多|很多|非常|一[个步件项点层]|逐个|组织|代表|领导|等等|个个|[零〇一二三四五六七八九十百千万两]+"
)
# and the others count only where no compound can follow.
_MOST_COMPOUND = 2
_COMPOUND_MAY_FOLLOW = re.compile(r"(?![等和及与])[\u4e00-\u9fff]")


@rule("TXT-014", Severity.WARNING, Basis("地方预决算公开操作规程（财预〔2016〕143号）", read=False))
def doubled_word_or_mark(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """词语和标点不应当重复。

    为什么：“提出意见意见”“支出等。。”是改稿时留下的痕迹，读者会怀疑数字是不是也没有核对过。
    怎么改：删去多出来的一个；标点重复的，留下该用的那一个。
    """
    prose = disclosure.prose
    if not prose.unlike:
        yield Outcome.NOT_APPLICABLE
    found: dict[str, list[Place]] = {}
    for hit in prose.find(_MARKS):
        found.setdefault(f"标点重复：“{hit.before[-8:]}{hit.text}”", []).append(hit.place)
    for hit in prose.find(_SMALL_WORDS):
        found.setdefault(f"字词重复：“{hit.before[-8:]}{hit.text}”", []).append(hit.place)
    for hit in prose.find(_TWICE_IN_LIST):
        found.setdefault(f"字词重复：“{hit.text}”里“{hit.match[1]}”说了两次", []).append(hit.place)
    for hit in prose.find(_CLAUSE_BEGUN_TWICE):
        found.setdefault(f"前后两句开头相同：“{hit.text}{hit.after[: len(hit.match[1]) + 4]}”", []).append(hit.place)
    for hit in prose.find(_WORDS):
        if not _is_meant(hit.match[1], hit.passage.text[hit.match.end() :][:1]):
            found.setdefault(f"字词重复：“{hit.text}”", []).append(hit.place)
    for message, (first, *rest) in found.items():
        many = f"，同样的共{len(rest) + 1}处" if rest else ""
        yield Remark(first, message + many, "请删去多出来的一个。", tuple(rest))


def _is_meant(word: str, following: str) -> bool:
    """Return whether a repeated word may be right: a reduplication, a number, or two compounds that meet."""
    if _MEANT_TWICE.fullmatch(word):
        return True
    if len(word) > _MOST_COMPOUND or _NEVER_TWICE.fullmatch(word):
        return False
    return bool(_COMPOUND_MAY_FOLLOW.match(following))
