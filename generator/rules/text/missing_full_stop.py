"""TXT-022."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.rules.rule import Basis, Outcome, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure

# A paragraph that has sentences and whose last one ends in a word, a figure or a comma; lists, tables and headings end as they like.
_OPEN = re.compile(
    r"^(?![ \t]*(?:[#|>*+-]|[0-9]+[.、)）]|[①-⑳]|[（(]?[一二三四五六七八九十]+[、）)]))[^\n]*。[^\n]{4,}[\u4e00-\u9fff0-9%％，、]$",
    re.MULTILINE,
)


@rule("TXT-022", Severity.INFO, Basis("标点符号用法（GB/T 15834—2011）", read=False))
def missing_full_stop(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """成句的段落应当以句号结束。

    为什么：一段话写到一半就断了，读者不知道后面是不是少了内容。
    怎么改：话说完了的补上句号；粘贴时丢了后半段的补上。
    """
    written = [passage for passage in disclosure.prose.passages if passage.narrative is not None and "。" in passage.text]
    if not written:
        yield Outcome.NOT_APPLICABLE
    for passage in written:
        for match in _OPEN.finditer(passage.text):
            # A line may go on in the next one.
            if passage.text[match.end() : match.end() + 2] in ("", "\n", "\n\n"):
                message = f"这一段没有以句号结束：“……{match[0][-12:]}”"
                yield Remark(passage.at(match.end() - 1), message, "请补上句号；后面少了内容的，补上内容。")
