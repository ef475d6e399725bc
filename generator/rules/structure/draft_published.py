"""STR-011."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.kinds import Status
from generator.model.prose import standing
from generator.rules.rule import Basis, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure
    from generator.rules.rule import Outcome

_MARK = re.compile(r"草案|征求意见稿|送审稿|讨论稿|审议稿|修改稿|初稿|模板|样稿|样表|范本")
_HINTS = ("草案", "稿", "模板", "样表", "范本")
# In running text a draft is somebody's work; only a line of its own marks the text itself.
_LINE = standing(rf"^[ \t]*[（(【\[]?(?:{_MARK.pattern})[）)】\]]?[ \t]*$", *_HINTS, flags=re.MULTILINE)


@rule("STR-011", Severity.ERROR, Basis("预算法", "第十四条第二款"))
def draft_published(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """公开的应当是经财政部门批复的文本，不能是草案、送审稿或者模板。

    为什么：法律要求公开的是“经本级政府财政部门批复的部门预算、决算”；草案还会改，公开草案等于公开了不准的数字。
    怎么改：换成批复后的文本，删去标题里的“草案”等字样，把“状态”改成“正式公开”；还没有批复的，先不公开。
    """
    text = disclosure.text
    cure = "请换成批复后的文本，并删去这样的字样；还没有批复的，先不公开。"
    titled = _MARK.search(text.title or "")
    if text.status is Status.DRAFT:
        also = (text.at("title"),) if titled else ()
        yield Remark(text.at("status"), "这份文本的状态是“草案”", "批复以后请换成正式文本，把“状态”改成“正式公开”；批复以前不公开。", also)
    elif titled:
        yield Remark(text.at("title"), f"标题里有“{titled[0]}”", cure)
    for hit in disclosure.prose.find(_LINE):
        if hit.passage.record is not text or hit.passage.label != "标题":
            yield Remark(hit.place, f"正文里单独有一行“{hit.text.strip()}”", cure)
