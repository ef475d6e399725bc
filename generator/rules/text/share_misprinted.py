"""TXT-006."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.prose import standing
from generator.rules.rule import Basis, Outcome, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure

# 占地, 占用, 占道 are areas; “占比” and “占总支出的” are shares.
_SHARE = standing(
    r"占(?![地用道场压])(?P<of>[^，。；、：\n0-9]{0,20}?)(?:比例?|比重)?(?:为|达到?|约)?[ ]?"
    r"(?P<number>[0-9]+(?:\.[0-9]+)?)[ ]?(?P<sign>[%％‰]|个?百分点|(?=[，。；、）)\n]|$))",
    "占",
    flags=re.MULTILINE,
)
_WHOLE = Decimal(100)


@rule("TXT-006", Severity.WARNING, Basis("表内勾稽关系"))
def share_misprinted(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """占比应当带百分号，并且不超过 100%。

    为什么：“占76.23”不知道是百分之几还是多少万元；一部分不可能比全体还大。
    怎么改：补上百分号；超过 100% 的，核对两个金额以后重算。
    """
    if "占" not in disclosure.prose.distinct:
        yield Outcome.NOT_APPLICABLE
        return
    for hit in disclosure.prose.find(_SHARE):
        number, sign = hit.match["number"], hit.match["sign"]
        if not sign and "." in number:
            yield Remark(hit.at("number"), f"占比没有写百分号：“{hit.text}”", f"请写成“{number}%”；如果是金额，请写明单位。")
        elif sign in ("%", "％") and Decimal(number) > _WHOLE:
            yield Remark(
                hit.at("number"),
                f"占比超过了 100%：“{hit.text}”",
                "请核对两个金额，重算占比。",
                actual=f"{number}%",
                expected="不超过 100%",
            )
