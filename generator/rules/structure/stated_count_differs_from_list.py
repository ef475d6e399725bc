"""STR-013."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.enumeration import bullets, enumerations
from generator.model.numerals import NUMERAL, read_numeral
from generator.model.prose import standing
from generator.rules.rule import Basis, Outcome, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure
    from generator.model.enumeration import Item
    from generator.model.passage import Passage

# “五方面工作：” right before a list; “第三项” is no count, and of two counts nobody knows which is meant.
_WORD = "[ ]?[个大]?(?:方面|面|项|点|条|件|类|步|块|部分)"
_COUNT = re.compile(
    rf"(?<![第前后0-9一二两三四五六七八九十.])(?P<said>{NUMERAL}){_WORD}"
    r"(?P<what>[^。；：:\n，,0-9一二两三四五六七八九十]{0,16})[：:。][ \t]*(?P<end>\n*)"
)
_COUNTED = standing("[方面项点条件类步块部](?<=[0-9一二两三四五六七八九十个大 ].)[^。；：:\n，,]{0,20}[：:。]")
_OTHER = re.compile(rf"(?:{NUMERAL}){_WORD}[^。；：:，,\n]*$")
_FEWEST = 2


@rule("STR-013", Severity.WARNING, Basis("地方预决算公开操作规程（财预〔2016〕143号）", "第四条", read=False))
def stated_count_differs_from_list(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """写明了几项，后面就应当列出几项。

    为什么：写“五方面”只列四条，读者会以为漏了一条，也许真的漏了一条。
    怎么改：数一数后面的各项，漏了的补列，没有漏的改正数字。
    """
    counted = False
    for passage in disclosure.prose.holding(_COUNTED):
        matches = list(_COUNT.finditer(passage.text))
        lists = {_head(items, passage.text): items for items in enumerations(passage.text)} if matches else {}
        for match in matches:
            listed = _listed(match, passage, lists)
            said = read_numeral(match["said"]) or 0
            if listed is None or said < _FEWEST or _OTHER.search(passage.text, 0, match.start()):
                continue
            counted = True
            if listed != said:
                message = f"写明“{match[0].strip().rstrip('：:。')}”，后面列了{listed}项"
                yield Remark(passage.at(match.start("said")), message, "请补上漏列的各项，或者改正数字。")
    if not counted:
        yield Outcome.NOT_APPLICABLE


def _listed(match: re.Match[str], passage: Passage, lists: dict[int, tuple[Item, ...]]) -> int | None:
    """Return how many items the list has that begins right where the count ends; None where none does, or it is broken itself."""
    items = lists.get(match.end())
    if items is not None:
        sound = [item.number for item in items] == list(range(1, len(items) + 1))
        return len(items) if sound and len(items) >= _FEWEST else None
    return (bullets(passage.text, match.end()) or None) if match["end"] else None


def _head(items: tuple[Item, ...], text: str) -> int:
    """Return where the first item begins, with the bullet or emphasis before it."""
    start = items[0].start
    while start and text[start - 1] in " \t-*+>　":
        start -= 1
    return start
