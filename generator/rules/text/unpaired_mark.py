"""TXT-020."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.prose import standing
from generator.rules.rule import Basis, Outcome, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure
    from generator.model.passage import Passage

_MARK = standing(r"[（）()《》“”【】]")
_CLOSES = {"）": "（", ")": "(", "》": "《", "”": "“", "】": "【"}
_OTHER_WIDTH = {("（", ")"): "（ ）", ("(", "）"): "（ ）"}
# “1）”, “二）” and “a)” number a list.
_NUMBER = re.compile(r"(?:^|[\n，。；：、 ])[0-9a-zA-Z一二三四五六七八九十]{1,3}$")


@rule("TXT-020", Severity.WARNING, Basis("标点符号用法（GB/T 15834—2011）", read=False))
def unpaired_mark(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """括号、引号、书名号应当成对，一对括号应当同是全角。

    为什么：少了一半，读者分不清括号里的话到哪里为止；金额的“其中”常常写在括号里，断错了意思就变了。
    怎么改：补上少的一半；一半全角一半半角的，都改成全角。
    """
    prose = disclosure.prose
    marked = prose.texts_with(_MARK)
    if not marked:
        yield Outcome.NOT_APPLICABLE
    if all(map(_paired, marked)):
        return
    for passage in {id(hit.passage): hit.passage for hit in prose.find(_MARK)}.values():
        yield from _faults(passage)


@lru_cache(maxsize=8192)
def _paired(text: str) -> bool:
    """Return whether every mark of a text has its other half."""
    waiting: list[str] = []
    for mark in _MARK.pattern.findall(text):
        if mark not in _CLOSES:
            waiting.append(mark)
        elif not waiting or waiting.pop() != _CLOSES[mark]:
            return False
    return not waiting


def _faults(passage: Passage) -> Iterator[Remark]:
    text = passage.text
    waiting: list[re.Match[str]] = []
    for mark in _MARK.pattern.finditer(text):
        written = mark[0]
        if written not in _CLOSES:
            waiting.append(mark)
        elif waiting and waiting[-1][0] == _CLOSES[written]:
            waiting.pop()
        elif waiting and (waiting[-1][0], written) in _OTHER_WIDTH:
            opening = waiting.pop()
            shown = text[opening.start() : mark.end()]
            yield Remark(
                passage.at(mark.start()),
                f"括号一半全角一半半角：“{_short(shown)}”",
                "请都改成全角括号“（ ）”。",
                (passage.at(opening.start()),),
            )
        elif written not in "）)" or not _NUMBER.search(text[: mark.start()]):
            message = f"“{written}”前面没有配对的“{_CLOSES[written]}”：“{text[max(0, mark.start() - 8) : mark.end()]}”"
            yield Remark(passage.at(mark.start()), message, f"请补上“{_CLOSES[written]}”，或者删去“{written}”。")
    closing = {opening: close for close, opening in _CLOSES.items()}
    for opening in waiting:
        message = f"“{opening[0]}”后面没有配对的“{closing[opening[0]]}”：“{text[opening.start() : opening.end() + 8]}”"
        yield Remark(passage.at(opening.start()), message, f"请在合适的地方补上“{closing[opening[0]]}”。")


def _short(text: str) -> str:
    return text if len(text) <= 20 else f"{text[:8]}……{text[-8:]}"  # noqa: PLR2004 - what fits on a line
