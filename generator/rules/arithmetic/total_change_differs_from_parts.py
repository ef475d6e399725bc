"""ARI-013."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.change_sums import change_sums
from generator.rules.remarks import verdict
from generator.rules.rule import Basis, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure
    from generator.model.entry import Sums
    from generator.rules.rule import Said


def _sums(disclosure: Disclosure) -> list[Sums]:
    return [change_sums(disclosure.text)]


@rule("ARI-013", Severity.ERROR, Basis("预算法实施条例", "第五条"))
def total_change_differs_from_parts(disclosure: Disclosure) -> Iterator[Said]:
    """总额的增减应当等于基本支出与项目支出增减之和；“三公”经费合计的增减也应当等于各分项增减之和。

    为什么：支出包括基本支出和项目支出，总额增加多少，只能来自这两项。对不上，就有一个数字没有更新或者抄错了。
    怎么改：用今年和上年的数各算一遍增减，改正算错的那一个；没有变化的写“持平”。
    """
    yield from verdict(_sums(disclosure), "请用两年的数字重算总额和各项的增减，改正算错的那一个。")
