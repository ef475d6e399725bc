"""ARI-017."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.entry import Identity, Sums
from generator.rules.remarks import remark
from generator.rules.rule import Basis, Outcome, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure
    from generator.rules.rule import Said

_CURE = "请核对是不是漏列或者写错了一项；只列了主要几项的，补一行“其他”，使各项加起来正好。"


def _sums(disclosure: Disclosure) -> list[Sums]:
    _, partial = disclosure.flow_sums
    short = [mismatch for mismatch in partial.wrong if mismatch.gap.amount > 0]
    judged = [each for each in partial.compared if isinstance(each, Identity) and each.mismatch in short]
    return [Sums(partial.made, partial.missing, short, [*judged])]


@rule("ARI-017", Severity.WARNING, Basis("表内勾稽关系"))
def listed_parts_fall_short(disclosure: Disclosure) -> Iterator[Said]:
    """某项收入或者支出的“其中”列出的各项，加起来应当等于这一项。

    为什么：加起来比总数少，读者分不清是只列了主要的几项，还是漏列、写错了一项。
    怎么改：核对各项；确实只列主要几项的，补一行“其他”，把差额写出来。
    """
    (partial,) = _sums(disclosure)
    yield partial
    yield from (remark(mismatch, _CURE) for mismatch in partial.mismatches)
    if not partial.mismatches and not partial.made:
        yield Outcome.NO_DATA if partial.missing else Outcome.NOT_APPLICABLE
