"""Bytes become text, or a flaw that says how to save the file right."""

from __future__ import annotations

import codecs
import re

from generator.source.flaw import Flaw
from generator.source.place import Place

LARGEST = 4 * 1024 * 1024
"""Bytes; a disclosure of a large ministry has about 200 KB."""

_MOST_REPORTED = 20
# Control characters have no place in a text; the bidirectional ones make a line read differently from what it is,
# the others of no width make two words differ that look the same, and U+0085, U+2028 and U+2029 begin lines that no editor counts.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff\ufffe\uffff]")
_CHINESE = re.compile("[\u4e00-\u9fff]")
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_SAVE_AS_UTF8 = "在记事本里选“另存为”，编码选“UTF-8”；在 Excel 里另存为“CSV UTF-8（逗号分隔）”。"


def decode(path: str, data: bytes) -> tuple[str | None, list[Flaw]]:  # noqa: PLR0911 - one refusal a fault
    r"""Return the text with ``\n`` line ends and without a byte order mark, or None and what is wrong with the bytes."""

    def refuse(code: str, message: str, cure: str, line: int = 1, column: int = 1) -> tuple[None, list[Flaw]]:
        return None, [Flaw(code, Place(path, line, column), message, cure)]

    if len(data) > LARGEST:
        return refuse("SRC-012", f"文件有 {len(data):,} 字节，超过 {LARGEST:,} 字节的上限", "请确认没有放错文件；表格可以拆成 CSV 文件。")
    if data.startswith(_UTF16_MARKS):
        return refuse("SRC-002", "文件是 UTF-16 编码，不是 UTF-8", _SAVE_AS_UTF8)
    try:
        text = data.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError as error:
        good = error.object[: error.start].decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
        line, column = good.count("\n") + 1, len(good) - (good.rfind("\n") + 1) + 1
        if error.reason == "unexpected end of data":
            return refuse("SRC-003", "文件最后一个字不完整，文件可能被截断", "请重新取得完整的文件。", line, column)
        # Where UTF-8 Chinese comes before the fault, the rest is damaged rather than in another encoding.
        if not _CHINESE.search(good) and _is_gbk(data):
            return refuse("SRC-002", "文件是 GBK 编码，不是 UTF-8", _SAVE_AS_UTF8, line, column)
        return refuse("SRC-002", "从这里起不是 UTF-8 编码的文字", _SAVE_AS_UTF8, line, column)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text or text.isspace():
        return refuse("SRC-001", "文件是空的", "请填写内容；暂时不公开的，请不要建这个文件。")
    flaws = _forbidden_characters(path, text)
    return (None if flaws else text), flaws


def _is_gbk(data: bytes) -> bool:
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        return False
    return _CHINESE.search(text) is not None


def _forbidden_characters(path: str, text: str) -> list[Flaw]:
    # What is forbidden cannot be printed, and nearly all lines can: to ask them first takes less.
    if all(map(str.isprintable, text.split("\n"))):
        return []
    flaws = []
    for match in _FORBIDDEN.finditer(text):
        before = text[: match.start()]
        place = Place(path, before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1)
        name = f"U+{ord(match.group()):04X}"
        flaws.append(Flaw("SRC-004", place, f"有看不见的控制字符 {name}", "请删除这个字符；从别处粘贴时选“只保留文本”。"))
        if len(flaws) == _MOST_REPORTED:
            break
    return flaws
