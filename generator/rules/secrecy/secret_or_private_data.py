"""WEB-007."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.prose import standing
from generator.rules.rule import Basis, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure
    from generator.model.narrative import Narrative
    from generator.model.passage import Passage
    from generator.rules.rule import Outcome

_CODES = frozenset({"项目编码", "序号"})
_MARK = standing(
    r"(?:绝密|机密|秘密)[ \t]*[★☆*]|密级[:：]\s*(?:绝密|机密|秘密)|^[ \t]*[【（(\[]?(?:绝密|机密|秘密)[】）)\]]?[ \t]*$",
    "密",
    flags=re.MULTILINE,
)
# A digit or letter beside it makes a number part of a code, a unit makes it an amount.
_ALONE = r"{}(?<![0-9A-Za-z.,-].){}(?![0-9A-Za-z]|[.,][0-9]|[ \t]*(?:亿|万|元|件|人|次))"
_IDENTITY = standing(_ALONE.format("[1-9]", r"[0-9]{5}(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}[0-9Xx]"))
_MOBILE = standing(_ALONE.format("1", "[3-9][0-9]{9}"))
_ACCOUNT = standing(
    r"(?:账号|帐号|账户|帐户|卡号)[^0-9\n。；]{0,8}(?P<number>[0-9](?:[ -]?[0-9]){9,24})(?![0-9]*[.][0-9])",
    "账", "帐", "卡",
)  # fmt: skip
_OFFICE_PHONE = re.compile(r"(?:联系方式|电话|热线|传真|号码)[^0-9。；\n]{0,12}(?:[0-9-]{7,13}[、/或转 ]{1,3})*$")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_LAWS = (Basis("保守国家秘密法", "第三十五条"), Basis("保守国家秘密法实施条例", "第五条"), Basis("政府信息公开条例", "第十五条"))


@rule("WEB-007", Severity.ERROR, *_LAWS)
def secret_or_private_data(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """公开文本里不应当有密级标志、公民身份号码、个人手机号码、银行账号。

    为什么：国家秘密和个人隐私不得公开；一旦公开，撤下来也收不回。
    怎么改：删去这些内容，并照程序重新作保密审查；手机号确是对外公开的办公电话的，前面写明“联系电话”。
    """
    hits = [hit.passage for kind in (_MARK, _IDENTITY, _MOBILE, _ACCOUNT) for hit in disclosure.prose.find(kind)]
    likely = {id(passage): passage for passage in hits if passage.label not in _CODES}
    sources: list[Passage | Narrative] = [*likely.values()]
    sources += [disclosure.text.provenance] if disclosure.text.provenance else []
    for source in sources:
        for what, start, shown in _found(source.text):
            yield Remark(source.at(start), f"疑似{what}：{shown}", "请删去，并照程序重新审查；不是的，请申请豁免并写明理由。")


def _found(text: str) -> Iterator[tuple[str, int, str]]:
    """Yield what should not be there; numbers are shown only in part, since findings are published too."""
    for match in _MARK.pattern.finditer(text):
        yield "密级标志", match.start(), match[0].strip()
    for match in _IDENTITY.pattern.finditer(text):
        if _checks(match[0]):
            yield "公民身份号码", match.start(), f"{match[0][:6]}…………{match[0][-2:]}"
    for match in _MOBILE.pattern.finditer(text):
        if not _OFFICE_PHONE.search(text, 0, match.start()):
            yield "个人手机号码", match.start(), f"{match[0][:3]}……{match[0][-2:]}"
    for match in _ACCOUNT.pattern.finditer(text):
        yield "银行账号", match.start("number"), f"{match['number'][:4]}……"


def _checks(number: str) -> bool:
    """Return whether the last character is the check digit of the others (GB 11643)."""
    weighed = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, number[:-1], strict=True))
    return "10X98765432"[weighed % 11] == number[-1].upper()
