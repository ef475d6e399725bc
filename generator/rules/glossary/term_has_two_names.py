"""GLO-003."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.prose import standing
from generator.rules.rule import Basis, Outcome, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure

# What the law or the official form calls it, and what is written instead.
_NAMES = (
    ("机关运行经费", standing("机关运行费(?!用)")),
    ("公务用车购置及运行维护费", standing("公务用车购置[及和与]运维费用?")),
    ("公务用车运行维护费", standing("(?:公务用车|公车)运维费用?")),
    ("因公出国（境）费", standing("因公出境费|因公出国费")),
)


@rule("GLO-003", Severity.WARNING, Basis("预算法", "第十四条第二款"), Basis("财政预决算领域基层政务公开标准目录", read=False))
def term_has_two_names(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """一个名词只用一个名称，用法律和公开格式里的名称。

    为什么：正文叫“机关运行经费”，名词解释叫“机关运行费”，读者不知道是不是一回事，检索也找不全。
    怎么改：统一改成规范的名称，正文、表和名词解释都用它。
    """
    prose = disclosure.prose
    if not prose.unlike:
        yield Outcome.NOT_APPLICABLE
    for name, others in _NAMES:
        hits = list(prose.find(others))
        if hits:
            times = f"（共{len(hits)}处）" if len(hits) > 1 else ""
            message = f"“{hits[0].text}”{times}应当统一写作“{name}”"
            also = tuple(hit.place for hit in hits[1:])
            yield Remark(hits[0].place, message, f"请改成“{name}”。", also, expected=name, actual=hits[0].text)
