"""TXT-024."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.prose import standing
from generator.rules.rule import Basis, Outcome, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure
    from generator.model.prose import Hit

# “以……为依据” begun as “根据……”.
_GROUND = standing(r"(?<!以)(?P<head>根据|按照|参照|依照|依据)[^\n，。；：]{2,60}?(?P<tail>作?为依据)", "为依据")
_BOUND = standing(
    r"(?P<head>至少|最少|不少于|不低于|超过|多于)[0-9]+(?:\.[0-9]+)?[%％]?(?:余|多)?[万亿]?[^\n，。；、：（0-9]{0,3}?(?P<tail>以上)", "以上"
)
# 节约30%左右 and 附近3公里左右 say it once.
_ABOUT = standing(
    r"(?P<head>大约|(?<![节合签预契条公违履集简制邀大])约|(?<![附最靠临邻接将亲])近)[0-9]+(?:\.[0-9]+)?[^\n，。；、：（]{0,4}?(?P<tail>左右)",
    "左右",
)
_AIM = standing("(?P<head>目的是)(?P<tail>为了)", "目的是为了")
_CURES = {
    _GROUND: "请改成“以……为依据”，或者“根据……确定”。",
    _BOUND: "请只留一个：“不少于10次”或者“10次以上”。",
    _ABOUT: "请只留一个：“约10次”或者“10次左右”。",
    _AIM: "请只留一个：“目的是……”或者“为了……”。",
}


@rule("TXT-024", Severity.INFO, Basis("国家通用语言文字法", "第九条", read=False))
def mixed_construction(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """一句话只用一种句式，不把两种说法拼在一起。

    为什么：“根据合同为依据”“不少于10次以上”是两句话并成一句；后一种连要做到多少都说不清。
    怎么改：两种说法留一种。
    """
    prose = disclosure.prose
    if not prose.unlike:
        yield Outcome.NOT_APPLICABLE
    for pattern, cure in _CURES.items():
        found: dict[tuple[str, str], list[Hit]] = {}
        for hit in prose.find(pattern):
            found.setdefault((hit.match["head"], hit.match["tail"]), []).append(hit)
        for (head, tail), (first, *rest) in found.items():
            many = f"，同样的共{len(rest) + 1}处" if rest else ""
            message = f"两种句式拼在一起：“{head}……{tail}”（“{_short(first.text)}”）{many}"
            yield Remark(first.place, message, cure, tuple(hit.place for hit in rest))


def _short(text: str) -> str:
    return text if len(text) <= 24 else f"{text[:12]}……{text[-8:]}"  # noqa: PLR2004 - as much as reads well in one line
