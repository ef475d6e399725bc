"""TXT-021."""

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

_HALF_WIDTH = standing(r"[,;:?!](?:(?=[\u4e00-\u9fff“《（])|(?<=[,;])$)", flags=re.MULTILINE)
_QUOTED = standing(r'"(?=[^"\n]*[\u4e00-\u9fff])[^"\n]{1,30}"')
_FULL = str.maketrans(",;:?!", "，；：？！")
_HAN_OR_FIGURE = re.compile(r"[\u4e00-\u9fff）》”元%％]")


@rule("TXT-021", Severity.INFO, Basis("标点符号用法（GB/T 15834—2011）", read=False))
def half_width_mark(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """汉字之间的标点应当用全角。

    为什么：半角的逗号、分号夹在汉字中间，行末容易断错，搜索“一、二”这样的词句也会漏掉。
    怎么改：把半角标点改成全角；数字里的千分位逗号不用改。
    """
    if not disclosure.prose.unlike:
        yield Outcome.NOT_APPLICABLE
    found: dict[int, list[Hit]] = {}
    for hit in disclosure.prose.find(_HALF_WIDTH):
        if _HAN_OR_FIGURE.fullmatch(hit.passage.text[hit.start - 1 : hit.start]):
            found.setdefault(id(hit.passage), []).append(hit)
    for first, *rest in found.values():
        text, end = first.passage.text, first.start + 1
        many = f"等{len(rest) + 1}处" if rest else ""
        message = f"汉字之间用了半角的“{first.text}”：“{text[max(0, end - 7) : end + 6]}”{many}"
        yield Remark(first.place, message, f"请改成全角的“{first.text.translate(_FULL)}”。", tuple(hit.place for hit in rest))
    quoted: dict[str, list[Hit]] = {}
    for hit in disclosure.prose.find(_QUOTED):
        quoted.setdefault(hit.text, []).append(hit)
    for text, (first, *rest) in quoted.items():
        message = f"汉字用了半角的引号：{text}" + (f"，共{len(rest) + 1}处" if rest else "")
        yield Remark(first.place, message, f"请改成“{text[1:-1]}”。", tuple(hit.place for hit in rest))
