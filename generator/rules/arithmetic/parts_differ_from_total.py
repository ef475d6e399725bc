"""ARI-010."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.entry import Identity, Related, Sums
from generator.rules.remarks import verdict
from generator.rules.rule import Basis, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure
    from generator.rules.rule import Said

_CURE = "请核对各项金额，补上漏列的，或者更正合计。"


def _sums(disclosure: Disclosure) -> list[Sums]:
    whole, partial = disclosure.flow_sums
    # A list under 其中 that falls short may name only the principal parts (ARI-017); one that exceeds its whole is wrong.
    too_much = [mismatch for mismatch in partial.wrong if mismatch.gap.amount < 0]
    short = [mismatch for mismatch in partial.wrong if mismatch.gap.amount > 0]
    judged = [
        Related(each.record, each.field, "≥", each.parts) if isinstance(each, Identity) and each.mismatch in short else each
        for each in partial.compared
    ]
    return [whole, Sums(partial.made, partial.missing, too_much, judged), _of_projects(disclosure)]


@rule("ARI-010", Severity.ERROR, Basis("预算法实施条例", "第五条"))
def parts_differ_from_total(disclosure: Disclosure) -> Iterator[Said]:
    """收入、支出的合计应当等于各组成部分之和，“其中”的各项加起来不应当超过这一部分；项目支出表的合计应当等于各项目之和。

    为什么：支出由基本支出和项目支出组成，基本支出由人员经费和公用经费组成。合计与各项对不上，读者无从知道哪个数字可信。
    怎么改：核对各项金额，看是否漏列了一项，或者把元写成了万元；合计写错的改合计。
    """
    yield from verdict(_sums(disclosure), _CURE)


def _of_projects(disclosure: Disclosure) -> Sums:
    sums = Sums()
    sheet = disclosure.sheets.get("项目支出表")
    if sheet is not None and sheet.total is not None:
        rows = [line for line in sheet.statement.lines if line is not sheet.total]
        # Rows without a project code beside rows that have one are subtotals by unit.
        rows = [line for line in rows if line.cells.get("项目编码")] or rows
        for column in sheet.used:
            sums.add(f"{sheet.title}“{column}”一栏，", sheet.entry(sheet.total, column), [sheet.entry(line, column) for line in rows])
    return sums
