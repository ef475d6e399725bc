"""TXT-022."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.enumeration import LISTED
from generator.model.prose import standing
from generator.rules.rule import Basis, Outcome, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from generator.model.disclosure import Disclosure
    from generator.model.passage import Passage

# A paragraph that has sentences and whose last one ends in a word, a figure or a comma; lists, tables and headings end as they like.
_OPEN = standing(
    r"^(?![ \t]*(?:[#|>*+-]|[0-9]+[.、)）]|[①-⑳]|[（(]?[一二三四五六七八九十]+[、）)]))[^\n]*。[^\n]{4,}[\u4e00-\u9fff0-9%％，、]$",
    flags=re.MULTILINE,
)
# A page's end in the middle of a sentence: the next paragraph goes on with it.
_TORN = standing(
    r"^(?![ \t]*(?:[#|>]|[*+-] ))[^\n]*[。；][^\n]+(?:[\u4e00-\u9fff，、]|(?<![。！？；])”)"
    r"(?=\n\n(?!第?[一二三四五六七八九十]+(?:[、是，]|部分))[\u4e00-\u9fff“])",
    "\n\n",
    flags=re.MULTILINE,
)
_ITEM = re.compile(r"^[ \t]*(?:[0-9]{1,2}[.、．]|[（(]?[一二三四五六七八九十]{1,3}[、）)])[^\n]+$", re.MULTILINE)
_SEMICOLON = standing("；$", "；", flags=re.MULTILINE)
_COMMA = standing("[，、]$", flags=re.MULTILINE)
_BROKEN_OFF = re.compile(r"[，、](?=\n\n|\Z)|；(?=\n\n(?:[0-9][\u4e00-\u9fff]{2,14}[：:]?(?:\n|\Z)|[（(]?[一二三四五六七八九十]+[）)、]))")
_ENUMERATED = re.compile(r"(?:^|\n)[^\n]{0,4}[（(]?[一二三四五六七八九十0-9①-⑳]+[）)、.．][^\n]*；\n")
_ENDS = ("。", "；")
_SEVERAL = 3


@rule("TXT-022", Severity.INFO, Basis("标点符号用法（GB/T 15834—2011）", read=False))
def missing_full_stop(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """成句的段落应当以句号结束。

    为什么：一段话写到一半就断了，读者不知道后面是不是少了内容。
    怎么改：话说完了的补上句号；粘贴时丢了后半段的补上。
    """
    if not any(mark in passage.text for passage in disclosure.narratives for mark in _ENDS):
        yield Outcome.NOT_APPLICABLE
    for passage in disclosure.prose.holding(_TORN, LISTED, _SEMICOLON, _COMMA, _OPEN):
        if not any(mark in passage.text for mark in _ENDS):
            continue
        torn = {match.end(): match for match in (_TORN.pattern.finditer(passage.text) if "\n\n" in passage.text else ())}
        for end, match in torn.items():
            message = f"一句话断成了两段：“……{match[0][-10:]}”“{passage.text[end:].lstrip()[:6]}……”"
            yield Remark(passage.at(end - 1), message, "请把两段接起来；话已经说完的，补上句号。")
        yield from _of_list(passage, torn)
        yield from _broken_off(passage, torn)
        if passage.text.endswith("；"):
            message = f"以分号结束：“……{passage.text[-10:]}”"
            yield Remark(passage.at(len(passage.text) - 1), message, "请改成句号；后面少了内容的，补上内容。")
        for match in _OPEN.pattern.finditer(passage.text):
            # A line may go on in the next one.
            if match.end() not in torn and passage.text[match.end() : match.end() + 2] in ("", "\n", "\n\n"):
                message = f"这一段没有以句号结束：“……{match[0][-12:]}”"
                yield Remark(passage.at(match.end() - 1), message, "请补上句号；后面少了内容的，补上内容。")


def _broken_off(passage: Passage, torn: Container[int]) -> Iterator[Remark]:
    """Yield the paragraphs that end with a comma, or with a semicolon although a heading follows and no list goes on."""
    for match in _BROKEN_OFF.finditer(passage.text):
        said = passage.text[passage.text.rfind("\n", 0, match.start()) + 1 : match.end()]
        if match.end() in torn or _OPEN.pattern.search(said) or (match[0] == "；" and _ENUMERATED.search(f"\n{said}\n")):
            continue
        mark = "分号" if match[0] == "；" else "逗号"
        message = f"这一段以{mark}结束：“……{said[-10:]}”"
        yield Remark(passage.at(match.start()), message, "请改成句号；后面少了内容的，补上内容。")


def _of_list(passage: Passage, torn: Container[int]) -> Iterator[Remark]:
    """Yield the one item of a numbered list that does not end like the others, where it is a sentence itself."""
    items = [item for item in _ITEM.finditer(passage.text) if any(mark in item[0] for mark in _ENDS)]
    open_ones = [item for item in items if not item[0].rstrip().endswith(_ENDS)]
    if len(items) >= _SEVERAL and len(open_ones) == 1:
        text = open_ones[0][0].rstrip()
        if open_ones[0].end() not in torn and "\u4e00" <= text[-1] <= "\u9fff":
            message = f"这一项没有以句号结束，别的项都有：“……{text[-12:]}”"
            yield Remark(passage.at(open_ones[0].start() + len(text) - 1), message, "请补上句号；后面少了内容的，补上内容。")
