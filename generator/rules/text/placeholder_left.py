"""TXT-012."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.prose import standing
from generator.rules.rule import Basis, Outcome, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure

_LATIN = "A-Za-zＡ-Ｚａ-ｚ0-9"
_PLACEHOLDER = standing(
    rf"(?<![{_LATIN}])(?:[XxＸｘ]{{2,}}|[×✕╳]{{2,}})(?![{_LATIN}])"
    r"|(?<![一二三四五六七八九])[〇○□■＊]{2,}|[_＿]{3,}|某某[\u4e00-\u9fff]{0,2}|(?<![有亟尚])待(?:填|补充)"
    r"|增加[（(]减少[）)]|减少[（(]增加[）)]|(?:增加|减少|增长)/(?:减少|增加|下降)|大于[（(]小于[）)]|高于[（(]低于[）)]"
    r"|\{\{?[^{}\n]{1,20}\}?\}|<[^<>\n]{0,8}(?:填|名称|单位|金额|年度)[^<>\n]{0,4}>|【[^】\n]{0,12}(?:填|名称|金额|年度|此处)[^】\n]{0,12}】"
    r"|[（(](?:此处|请)[^）)\n]{0,4}填[^）)\n]{0,12}[）)]|T(?:BD|ODO)(?![A-Za-z])",
    *"XxＸｘ×✕╳〇○□■＊_＿某{【<", "待填", "待补充", "加（减", "加(减", "少（增", "少(增", "/减", "/增", "/下",
    "（小于", "(小于", "（低于", "(低于", "（此处", "(此处", "（请", "(请", "TBD", "TODO",
)  # fmt: skip
# “增加万元” has lost its figure; “单位为万元” has not.
_UNIT = standing("万元(?<![0-9]万元)(?!以|户|[0-9])")
_NO_FIGURE = re.compile(r"(?:增加|减少|下降|增长|共计|合计|安排|预算|其中)[ \t\u3000]*(?:为[ \t\u3000]*)?$")
_NO_DATE = standing(r"(?<![0-9零〇一二三四五六七八九])[ \t\u3000]+年[ \t\u3000]+月(?:[ \t\u3000]+日)?", " 月", "\u3000月")
_CURE = "请按实际情况填写；不适用的，删去整句。"


@rule("TXT-012", Severity.ERROR, Basis("地方预决算公开操作规程（财预〔2016〕143号）", read=False))
def placeholder_left(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """公开的文本里不应当留有占位符：没有填的名称、金额、日期，没有选定的“增加（减少）”。

    为什么：留着“XX”“某某”，就是有一处没有填写，读者不知道那里本来应当是什么，也会怀疑别处是不是照抄了模板。
    怎么改：按实际情况填写；不适用的整句删去。
    """
    prose = disclosure.prose
    if not prose.unlike:
        yield Outcome.NOT_APPLICABLE
    for hit in prose.find(_PLACEHOLDER):
        yield Remark(hit.place, f"占位符没有填写：“{hit.text}”", _CURE)
    for hit in prose.find(_UNIT):
        lost = _NO_FIGURE.search(hit.passage.text, max(0, hit.start - 8), hit.start)
        if lost and "单位" not in hit.before:
            yield Remark(hit.place, f"这里缺少金额：“{lost[0]}万元”", _CURE)
    for hit in prose.find(_NO_DATE):
        yield Remark(hit.place, f"日期没有填写：“{hit.text.strip()}”", _CURE)
