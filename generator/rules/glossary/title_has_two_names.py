"""GLO-004."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.prose import standing
from generator.rules.rule import Basis, Outcome, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure
    from generator.model.prose import Hit

_TITLE = standing(
    "《(?P<title>[^《》\\n]{4,40}(?:办法|制度|规程|细则|方案|规则|意见))》",
    "办法》",
    "制度》",
    "规程》",
    "细则》",
    "方案》",
    "规则》",
    "意见》",
)
# A law has a short name, and the province may have a rule of the nation's name; what else stands in front is an oversight.
_OTHERS = re.compile("^(?:中华人民共和国|中共|国家|中央|国务院|财政部|.{0,8}(?:省|自治区|市|县|区|部|厅|局|委)(?!人大|政府|直))")
_LONGEST = 6


@rule("GLO-004", Severity.INFO, Basis("地方预决算公开操作规程（财预〔2016〕143号）", "第四条", read=False))
def title_has_two_names(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """同一个文件，各处用同一个名称。

    为什么：一处写《代表履职考核办法》，一处写《市人大代表履职考核办法》，读者不知道是一个文件还是两个。
    怎么改：都用文件的全称；要用简称的，第一次写全称，后面加“（以下简称……）”。确实是两个文件的，不用改。
    """
    hits = list(disclosure.prose.find(_TITLE))
    if not hits:
        yield Outcome.NOT_APPLICABLE
        return
    first: dict[str, Hit] = {}
    for hit in hits:
        first.setdefault(hit.match["title"], hit)
    if len(first) == 1 or "简称" in disclosure.prose.distinct:
        return
    for short, where in first.items():
        for long, other in first.items():
            before = long.removesuffix(short)
            if before != long and before and len(before) <= _LONGEST and not _OTHERS.match(before):
                message = f"《{short}》和《{long}》像是同一个文件，用了两个名称"
                yield Remark(where.place, message, "请都用全称；确实是两个文件的，不用改。", (other.place,), long, short)
