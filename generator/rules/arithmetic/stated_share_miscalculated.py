"""ARI-014."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.entry import Related, Sums, Told, words
from generator.model.growth import share_fits, share_of, sole
from generator.model.mentions import amounts
from generator.model.money import Money
from generator.model.money_notes import money_notes
from generator.rules.rule import Basis, Outcome, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure
    from generator.model.narrative import Narrative
    from generator.model.sections import Flow
    from generator.rules.rule import Said
    from generator.source.place import Place

_SHARE = re.compile(
    r"(?P<part>[0-9][0-9,]*(?:\.[0-9]+)?\s*(?:亿元|万元|元))[，,、（(]?\s*(?:约)?占[^，。；、\n0-9%％]{0,24}?(?P<share>[0-9]+(?:\.[0-9]+)?)[%％]"
)


@rule("ARI-014", Severity.WARNING, Basis("表内勾稽关系"))
def stated_share_miscalculated(disclosure: Disclosure) -> Iterator[Said]:
    """写明的占比应当等于这一项的金额除以总额。

    为什么：占比是从金额算出来的，金额改了占比没有重算，或者为了凑成 100% 改动某一项，读者一除就发现对不上。
    怎么改：用这一项的金额除以总额，四舍五入到所印的位数；各项占比加起来不是 100% 时照实写，不要凑。
    """
    hits = [(note, match) for note in money_notes(disclosure.text) if "占" in note.text for match in _SHARE.finditer(note.text)]
    if not hits:
        yield Outcome.NOT_APPLICABLE
    for note, match in hits:
        yield from _of_match(disclosure, note, match)


def _of_match(disclosure: Disclosure, note: Narrative, match: re.Match[str]) -> Iterator[Said]:
    part = amounts(match["part"])[0].money
    share = Decimal(match["share"])
    totals = {flow.total: flow for flow in (disclosure.text.income, disclosure.text.expenditure) if flow and isinstance(flow.total, Money)}
    named = [mention.money for mention in amounts(note.text)]
    wholes = [money for money in (*named, *totals) if money.yuan > part.yuan]
    if not wholes:
        return
    # The whole is mostly named last.
    if any(share_fits(share, part, whole) for whole in (*reversed(wholes), part)):
        fitting = next((total for total in totals if share_fits(share, part, total)), None)
        if fitting is not None:
            yield _related(disclosure, totals[fitting], note, match, None)
        return
    place = note.at(match.start("share"))
    whole = sole({money.yuan: money for money in wholes}.values())
    if whole in totals:
        yield _related(disclosure, totals[whole], note, match, place)
    expected = f"{share_of(part, whole, share)}%" if whole else ""
    among = f"，按{words(whole)}计算应当是{expected}" if whole else "，用这一段里的总额都算不出来"
    message = f"{words(part)}的占比写的是{share}%{among}"
    cure = "请用这一项的金额除以总额，重算占比。"
    formula = "占比 = 本项金额 ÷ 总额 × 100%"
    yield Remark(place, message, cure, expected=expected, actual=f"{share}%", formula=formula)


def _related(disclosure: Disclosure, flow: Flow, note: Narrative, match: re.Match[str], wrong: Place | None) -> Sums:
    """Return that the total is about the amount divided by its share, as the text tells both."""
    passage = next(each for each in disclosure.narratives if each.narrative is note)
    told = (Told(match["part"], passage), Told(f"{match['share']}%", passage))
    return Sums(compared=[Related(flow, "total", "≈", (), "÷", wrong, told)])
