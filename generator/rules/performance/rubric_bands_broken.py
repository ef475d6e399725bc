"""PER-029."""

from __future__ import annotations

import itertools
import re
from decimal import Decimal
from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.rules.rule import Basis, Outcome, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure

_NUMBER = r"(?<![0-9.])[0-9]{1,6}(?:\.[0-9]{1,6})?(?![0-9.])"
_INCLUDED = r"(?:[（(]\s*不?含\s*[)）])?\s*"
_BAND = re.compile(
    rf"(?P<low>{_NUMBER})\s*[%％]?\s*{_INCLUDED}[-~～—至]+\s*(?P<high>{_NUMBER})\s*[%％]"
    rf"|(?P<up>{_NUMBER})\s*[%％]\s*{_INCLUDED}及?以上"
    rf"|(?P<down>{_NUMBER})\s*[%％]\s*{_INCLUDED}及?以下"
    rf"|(?<!每)(?:低于|小于|不足|不到)\s*(?P<below>{_NUMBER})\s*[%％]"
    rf"|(?<!每)(?:大于|高于|超过)\s*(?P<above>{_NUMBER})\s*[%％]"
)
_POINT = re.compile(rf"(?<=[\u4e00-\u9fff])(?<![于过出每])(?P<at>{_NUMBER})\s*[%％](?=[，,、：:]\s*[计得]?[0-9]+分)")
_ENDLESS = Decimal("Infinity")


@rule("PER-029", Severity.WARNING, Basis("表内勾稽关系"), Basis("项目支出绩效评价管理办法（财预〔2020〕10号）", read=False))
def rubric_bands_broken(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """评分标准的各档应当首尾相接，区间从小到大写，不留空档。

    为什么：90% 以上得 7 分、70% 以上得 4 分、60% 以下不得分，那么 65% 该得几分，没有人知道。
    怎么改：补上缺的一档，或者把相邻两档的界限改成同一个数；写反的区间调过来。
    """
    rubric = disclosure.text.performance.rubric if disclosure.text.performance else ()
    scales = [(row, row.scale) for row in rubric if row.scale]
    if not scales:
        yield Outcome.NOT_APPLICABLE
    for row, scale in scales:
        bands, reversed_ones = _read(scale)
        name = row.third or row.description or ""
        for words in reversed_ones:
            yield Remark(row.at("scale"), f"“{name}”的评分标准里，“{words}”大小写反了", "请把小的数写在前面，并核对是不是写错了数。")
        for (_, high), (low, _) in itertools.pairwise(bands):
            if high < low:
                message = f"“{name}”的评分标准里，{high:f}%到{low:f}%之间没有规定得几分"
                yield Remark(row.at("scale"), message, "请补上这一档，或者把相邻两档的界限改成同一个数。")


def _read(scale: str) -> tuple[list[tuple[Decimal, Decimal]], list[str]]:
    """Return the bands of a scale from the lowest to the highest, and the words of those that run backwards."""
    bands, reversed_ones = [], []
    for match in _BAND.finditer(scale):
        found = {name: Decimal(value) for name, value in match.groupdict().items() if value}
        if "low" in found:
            low, high = found["low"], found["high"]
            if low > high:
                reversed_ones.append(match[0])
            bands.append((min(low, high), max(low, high)))
        elif "up" in found or "above" in found:
            bands.append((found.get("up", found.get("above", Decimal(0))), _ENDLESS))
        else:
            bands.append((Decimal(0), found.get("down", found.get("below", Decimal(0)))))
    points = [Decimal(match["at"]) for match in _POINT.finditer(scale)]
    # One value alone, below a band that has no end: what lies between is forgotten. Several are steps of a scale.
    if len(points) == 1 and bands and all(high == _ENDLESS and points[0] < low for low, high in bands):
        bands.append((points[0], points[0]))
    bands.sort()
    # “90%以上7分；70%以上4分” means from 70 to 90.
    closed = [(low, following[0] if high == _ENDLESS else high) for (low, high), following in itertools.pairwise(bands)]
    return [*closed, *bands[-1:]], reversed_ones
