"""GLO-001."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.emptiness import is_blank
from generator.model.kinds import Kind
from generator.rules.rule import Basis, Outcome, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure

# What every department's budget speaks of, each with the ways to write it.
_ALWAYS = (
    ("一般公共预算拨款收入", ("一般公共预算拨款", "一般公共预算财政拨款", "财政拨款", "一般公共预算收入")),
    ("基本支出", ("基本支出",)),
    ("项目支出", ("项目支出",)),
)


@rule("GLO-001", Severity.WARNING, Basis("财政预决算领域基层政务公开标准目录", read=False))
def required_term_unexplained(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """名词解释应当包括财政拨款收入、基本支出、项目支出；有“三公”经费、机关运行经费的，也要解释。每个名词都要有解释。

    为什么：公开要求“对专业性较强的名词进行解释”；这几个名词贯穿全文，不解释，普通读者看不懂。
    怎么改：在“名词解释”里补上这个名词和解释，可以引用全站通用的名词解释。
    """
    terms = disclosure.text.glossary
    if disclosure.kind is Kind.PERFORMANCE or not terms:
        yield Outcome.NOT_APPLICABLE
        return
    if disclosure.partly_read:
        yield Outcome.NO_DATA
        return
    text = disclosure.text
    needed = list(_ALWAYS)
    if not is_blank(text.public_expenses):
        needed.append(("“三公”经费", ("三公",)))
    if not is_blank(text.operating):
        needed.append(("机关运行经费", ("机关运行",)))
    # One entry may explain several terms: “基本支出和项目支出：基本支出是指……”.
    explained = "\n".join([f"{term.name}\n{term.text.text if term.text else ''}" for term in terms])
    names = "\n".join(term.name for term in terms)
    for name, ways in needed:
        if not any(way in names or f"{way}是指" in explained or f"{way}，是指" in explained or f"{way}：" in explained for way in ways):
            yield Remark(text.at("glossary"), f"名词解释里没有“{name}”", f"请补上“{name}”的解释。")
    for term in terms:
        if is_blank(term.text):
            yield Remark(term.at("name"), f"名词“{term.name}”没有解释", "请写上解释，或者删去这个名词。")
