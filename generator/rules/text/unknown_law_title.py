"""TXT-017."""

from __future__ import annotations

from difflib import get_close_matches
from itertools import takewhile
from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.prose import standing
from generator.rules.rule import Basis, Outcome, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure

# Laws are a closed list; measures, methods and regulations are not.
_LAW = standing(
    r"《(?:中华人民共和国)?(?P<name>[\u4e00-\u9fff]{1,24}(?<![办方立执司做书用算语守普学说])法)(?:[（(][^》\n]{0,16}[）)])?》",
    "法》",
    "法（",
    "法(",
)
_NEAR = 0.6


@rule("TXT-017", Severity.INFO, Basis("地方预决算公开操作规程（财预〔2016〕143号）", read=False))
def unknown_law_title(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """书名号里的法律名称应当写对。

    为什么：没有《地方保护法》这部法律。依据写错了，读者查不到，也会怀疑这件事有没有依据。
    怎么改：照法律的正式名称改正；是刚颁布的法律，请告诉维护人员加进名单。
    """
    laws = disclosure.usage.laws
    cited = list(disclosure.prose.find(_LAW)) if laws else []
    if not cited:
        yield Outcome.NOT_APPLICABLE
    for hit in cited:
        name = hit.match["name"]
        if name not in laws:
            near = get_close_matches(name, laws, n=20, cutoff=_NEAR)
            if near:
                # Of several that are equally near, the one that begins alike is meant.
                meant = max(near, key=lambda law: _alike(law, name))
                message = f"没有找到名为《{name}》的法律，是不是《{meant}》"
                yield Remark(hit.place, message, "请照法律的正式名称改正。", actual=name)


def _alike(one: str, other: str) -> int:
    """Return how many characters two names begin with in common."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
