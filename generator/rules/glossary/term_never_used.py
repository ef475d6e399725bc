"""GLO-002."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.rules.rule import Basis, Outcome, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure

_SECTION = "名词解释"
_MARKS = str.maketrans("", "", "“”\"'‘’（）() 　")
# Demanded by GLO-001 of every text, whichever way the text itself calls them.
_DEMANDED = ("财政拨款", "预算拨款", "基本支出", "项目支出", "三公", "机关运行")


@rule("GLO-002", Severity.INFO, Basis("财政预决算领域基层政务公开标准目录", read=False))
def term_never_used(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """名词解释里的名词应当在正文或者表里用到。

    为什么：没有用到的名词多半是从模板里带来的，读者会去正文里找一个不存在的数字。
    怎么改：删去这一条；正文用的是另一种叫法的，统一叫法。
    """
    terms = disclosure.text.glossary
    if not terms:
        yield Outcome.NOT_APPLICABLE
        return
    told = bare = ""
    for term in terms:
        if any(word in term.name for word in _DEMANDED):
            continue
        told = told or _outside(disclosure)
        if term.name in told:
            continue
        bare = bare or f"{told}\n{_shown(disclosure)}".translate(_MARKS)
        if term.name.translate(_MARKS) not in bare:
            yield Remark(term.at("name"), f"名词“{term.name}”在正文和表里都没有用到", "请删去这一条；正文用了别的叫法的，请统一。")


def _outside(disclosure: Disclosure) -> str:
    """Return the prose without the glossary."""
    return "\n".join(disclosure.prose.passages.texts(without=_SECTION))


def _shown(disclosure: Disclosure) -> str:
    """Return the names of the rows and of the columns that statements use; a column that no row fills is not used."""
    lines = [line for statement in disclosure.text.statements for line in statement.lines]
    return "\n".join({*(line.name for line in lines), *(column for line in lines for column in line.cells)})
