"""TXT-023."""

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
    from generator.model.prose import Hit, Standing
    from generator.model.usage import Misprint

# The radicals that were simplified (糸 見 言 貝 車 金 門 韋 頁 風 食 馬 魚 鳥), in the order of the code table; what of them is
# not in the common set of simplified characters is an old character, or one that a conversion has spoilt.
_OLD = (
    (0x7CF9, 0x7E9E), (0x898B, 0x89BF), (0x8A02, 0x8B9F), (0x8C9D, 0x8D1B), (0x8ECA, 0x8F65), (0x91D2, 0x9481),
    (0x9580, 0x95E7), (0x97CB, 0x97E5), (0x9801, 0x9874), (0x98A8, 0x98CD), (0x98E0, 0x9962), (0x99AC, 0x9A64),
    (0x9B5A, 0x9C7B), (0x9CE5, 0x9E1E),
)  # fmt: skip
_COMMON = "gb2312"
_STILL_IN_USE = "絜縠縢繄縯綮綦縻鋈錾鋆鋬鍪鏊鎏鐾銎訄訚詟謇譞讟飧餍饕輋"
"""Not in that set, and yet standard characters, most of them in names."""


def _is_common(character: str) -> bool:
    if character in _STILL_IN_USE:
        return True
    try:
        character.encode(_COMMON)
    except UnicodeEncodeError:
        return False
    return True


_UNREADABLE = standing(
    f"[{''.join(character for first, last in _OLD for character in map(chr, range(first, last + 1)) if not _is_common(character))}]"
)


@rule("TXT-023", Severity.WARNING, Basis("党政机关公文处理工作条例", read=False))
def misspelt_word(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """文字里不应当有错别字、繁体字和转换出错的字。

    为什么：错字使读者误解，也使人搜索不到；转换出错的字，屏幕阅读器念不出来。
    怎么改：改成提示的写法；认不出是什么字的，对照原稿改正。人名、地名本来就是这个字的，写一条豁免。
    """
    prose = disclosure.prose
    if not prose.unlike:
        yield Outcome.NOT_APPLICABLE
    misprints = {each.wrong: each for each in disclosure.usage.misprints}
    found: dict[str, list[Hit]] = {}
    for hit in prose.find(_any_of(tuple(misprints))) if misprints else ():
        if not _is_part(hit, misprints[hit.text]):
            found.setdefault(hit.text, []).append(hit)
    for hit in prose.find(_UNREADABLE):
        found.setdefault(hit.text, []).append(hit)
    for written, (first, *rest) in found.items():
        known = misprints.get(written)
        many = f"，共{len(rest) + 1}处" if rest else ""
        fault = f"“{written}”应为“{known.right}”" if known else f"“{written}”是繁体字，或者是转换出错的字"
        message = f"{fault}：“{first.before[-6:]}{first.text}{first.after[:6]}”{many}"
        cure = f"请改成“{known.right}”。" if known else "请对照原稿改正。"
        yield Remark(first.place, message, cure, tuple(hit.place for hit in rest))


@lru_cache(maxsize=8)
def _any_of(words: tuple[str, ...]) -> Standing:
    return standing("|".join(map(re.escape, words)))


def _is_part(hit: Hit, misprint: Misprint) -> bool:
    """Return whether the letters are part of other words, as 视查 of 巡视查找."""
    around = f"{hit.before[-6:]}{hit.text}{hit.after[:6]}"
    return any(word in around for word in misprint.unless)
