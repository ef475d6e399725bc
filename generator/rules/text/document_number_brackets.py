"""TXT-025."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.prose import standing
from generator.rules.rule import Basis, Outcome, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure

# （2021）3号楼 is a house.
_NUMBER = standing(
    r"[\[［【(（](?P<year>(?:19|20)[0-9]{2})[\]］】)）][ ]?(?P<word>第[ ]?)?(?P<number>[0-9]{1,4})[ ]?号(?![楼线院机仓库门厅地井路桥段])",
    "号",
)
_YEARLESS = re.compile(r"\s")


@rule("TXT-025", Severity.INFO, Basis("党政机关公文格式（GB/T 9704—2012）", "7.2.5", read=False))
def document_number_brackets(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """引用文件的发文字号，年份用六角括号〔〕，不用方括号、圆括号，序号前面不加“第”。

    为什么：发文字号是查找文件的钥匙；写法不统一，按字号就检索不到。
    怎么改：改成“财预〔2016〕143号”的样子。
    """
    prose = disclosure.prose
    if not prose.unlike:
        yield Outcome.NOT_APPLICABLE
    hits = list(prose.find(_NUMBER))
    if hits:
        first, *rest = hits
        right = f"〔{first.match['year']}〕{first.match['number']}号"
        many = f"，这样写的共{len(hits)}处" if rest else ""
        message = f"发文字号“{_YEARLESS.sub('', first.text)}”应当写成“{right}”{many}"
        yield Remark(first.place, message, "请把年份两边的括号改成六角括号〔〕。", tuple(hit.place for hit in rest), right, first.text)
