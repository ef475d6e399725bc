"""TXT-004."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.expenses import ITEMS
from generator.model.kinds import Direction
from generator.rules.rule import Basis, Outcome, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure
    from generator.model.passage import Passage
    from generator.model.record import Record

_LEAD_IN = re.compile(r"^(?:主要)?(?:原因)?(?:是|为|系|由于|因为?)?(?:本年|今年)?")
_TAUTOLOGY = re.compile(
    r"(?:年度|相关|有关|本项|该项|安排的?)*(?:经费|预算|费用|资金|金额|数额|预算数|财政拨款|预算安排|经费预算|经费支出|支出)?"
    r"(?:有所|相应|适当)?(?:增加|减少|增长|下降|变动|变化|调整|增减)(?:了|所致|导致|引起)?"
)
# A rise cannot come from less of something, unless last year had less or others rose more.
_LESS = re.compile(r"减少|压减|下降|压缩|缩减|厉行节约|过紧日子|退休")
_MORE = re.compile(r"增加|新增|增长|上涨|上调|增设|扩大")
_QUALIFIED = re.compile(r"上年|去年|以前|此前|往年|20[0-9]{2}年|不再|未|没有|无|同时|但|相抵|结转|结余|增减|提高|调整|标准|冲减|转入|划")
# What each of the “三公” items is spent on.
_OWN_WORDS = {
    "abroad": re.compile("出国|出境|出访|团组|因公"),
    "vehicle": re.compile("车|油|驾驶|出行"),
    "reception": re.compile("接待|来访|来宾|公务活动|招待"),
}
_CURE = "请写明这一项具体为什么变了，如哪项工作、多少人、什么标准。"


@rule("TXT-004", Severity.WARNING, Basis("财政预决算领域基层政务公开标准目录", read=False))
def reason_does_not_explain(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """增减的原因应当能够解释这一项的增减，不应当与方向相反、说的是别的事，或者只把“经费增加”再说一遍。

    为什么：“公务接待费增加，原因是公务用车报废”等于没有说明；原因与方向相反，说明数字或者文字有一个没有更新。
    怎么改：写明具体的原因；照抄上年的，按今年的情况重写。
    """
    given = [*_in_fields(disclosure), *_in_text(disclosure)]
    if not given:
        yield Outcome.NOT_APPLICABLE
    for name, key, direction, reason, where in given:
        fault = _fault(name, key, direction, reason.strip(" ，。；,;：:"))
        if fault:
            yield Remark(where[0].at(where[1]), fault, _CURE)  # type: ignore[arg-type] # each is asked by its own


@lru_cache(maxsize=4096)
def _fault(name: str, key: str, direction: Direction, said: str) -> str:
    """Return what is wrong with a reason; the same ones are given again and again."""
    if _TAUTOLOGY.fullmatch(_LEAD_IN.sub("", said).removeprefix(name)):
        return f"{name}的原因等于没有说：“{said}”"
    if _contradicts(direction, said):
        return f"{name}{direction.value}，写的原因却是“{said}”，方向相反"
    return f"{name}的原因说的是别的项目：“{said}”" if _is_of_another(key, said) else ""


_Given = tuple[str, str, Direction, str, "tuple[Record, str] | tuple[Passage, int]"]
"""What changed, the key of a “三公” item, the direction, the reason, and who knows where it stands."""


def _in_fields(disclosure: Disclosure) -> Iterator[_Given]:
    text = disclosure.text
    for row in text.changes.rows if text.changes else ():
        if row.direction and row.reason:
            yield row.name, "", row.direction, row.reason, (row, "reason")
    for key, (name, _) in ITEMS.items() if text.public_expenses else ():
        item = getattr(text.public_expenses, key)
        if item is not None and item.direction and item.reason:
            yield name, key, item.direction, item.reason, (item, "reason")


def _in_text(disclosure: Disclosure) -> Iterator[_Given]:
    for movement in disclosure.movements:
        reason = movement.reason
        if reason is not None and not movement.nothing:
            named = [(movement.before.rfind(name), name, key) for key, (name, _) in ITEMS.items() if name in movement.before]
            _, name, key = max(named) if named else (0, movement.passage.section, "")
            yield name, key, movement.direction, reason[1], (movement.passage, reason[0])


def _contradicts(direction: Direction, reason: str) -> bool:
    less, more = _LESS.search(reason), _MORE.search(reason)
    if _QUALIFIED.search(reason) or (less and more):
        return False
    return bool(less) if direction is Direction.UP else bool(more) if direction is Direction.DOWN else False


def _is_of_another(key: str, reason: str) -> bool:
    """Return whether a reason for one “三公” item speaks only of another."""
    kind = next((kind for kind in _OWN_WORDS if key.startswith(kind)), "")
    if not kind or _OWN_WORDS[kind].search(reason):
        return False
    return any(words.search(reason) for other, words in _OWN_WORDS.items() if other != kind)
