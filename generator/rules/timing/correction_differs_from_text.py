"""TIM-007."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.leaves import NOT_THERE, leaves, plain_path, plain_value
from generator.rules.rule import Basis, Outcome, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure
    from generator.model.leaves import Leaf
    from generator.model.money import MoneyUnit
    from generator.model.sections import Correction


@rule("TIM-007", Severity.ERROR, Basis("政府信息公开条例", "第六条"))
def correction_differs_from_text(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """更正的位置应当找得到，新值应当就是现在写的值；同一处更正过几次的，以最后一次为准。

    为什么：写了更正、数字却没有改，或者改成了别的数，读者就不知道该信哪一个。
    怎么改：位置照栏目逐级写，如“支出/合计”“项目/选举经费/预算数”；新值与正文不同的，改正其中错的一个。
    """
    text = disclosure.text
    if not text.corrections:
        yield Outcome.NOT_APPLICABLE
        return
    known = {plain_path(path): leaf for path, leaf in leaves(text).items()}
    last = {plain_path(correction.figure): correction for correction in text.corrections}
    for path, correction in last.items():
        remark = _disagreement(correction, path, known, text.unit)
        if remark is not None:
            yield remark


def _disagreement(correction: Correction, path: str, known: dict[str, Leaf], unit: MoneyUnit) -> Remark | None:
    leaf = known.get(path)
    there = leaf is not None or any(each.startswith(f"{path}/") for each in known)
    after = plain_value(correction.after, unit)
    if after == NOT_THERE:
        if not there:
            return None
        return Remark(correction.at("after"), f"更正说“{correction.figure}”删去了，正文里却还有", "请删去正文里的，或者改正更正的新值。")
    if leaf is None:
        # What was added may be a whole part; what was changed is one value.
        if there and plain_value(correction.before, unit) == NOT_THERE:
            return None
        near = difflib.get_close_matches(path, known, n=3, cutoff=0.5)
        cure = f"相近的有：{'、'.join(near)}。" if near else "请按栏目逐级写，如“支出/合计”。"
        return Remark(correction.at("figure"), f"更正的位置“{correction.figure}”在正文里找不到", cure)
    if not after or "全文指纹" in leaf.text or after == plain_value(leaf.text, unit):
        return None
    return Remark(
        correction.at("after"),
        f"更正说“{correction.figure}”改成了{correction.after}，正文里是{leaf.text}",
        "请核对，改正其中错的一个。",
        (leaf.place,),
        expected=leaf.text,
        actual=correction.after or "",
    )
