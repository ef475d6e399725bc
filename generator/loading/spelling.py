"""What is refused in a single value, whatever it is to hold: a list in its place, full-width digits, a spreadsheet's leftovers."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.source.values import Scalar, Value

if TYPE_CHECKING:
    from generator.loading.reader import Reader

_FULL_WIDTH = re.compile("[０-９．，％－＋]")
FULL_WIDTH_DIGIT = re.compile("[０-９]")
_EMPTY_MARKS = {"nan", "#n/a", "#ref!", "#value!", "#div/0!", "#name?", "null", "none", "n/a", "inf", "-inf"}
_SCIENTIFIC = re.compile(r"[0-9](\.[0-9]+)?E\+[0-9]+", re.IGNORECASE)
_MOST_QUOTED = 40


def single(value: Value, reader: Reader) -> Scalar | None:
    """Return ``value`` if it is text, else note that a list or a group stands where a single value belongs."""
    if isinstance(value, Scalar):
        return value
    reader.refuse("DAT-005", value, "这里应当是一个值，却写成了列表或者一组“键: 值”", "请把内容写在冒号后面同一行。")
    return None


def refuse_spelling(scalar: Scalar, reader: Reader, code: str, message: str, cure: str) -> None:
    """Note a misspelt value; full-width digits and a spreadsheet's marks for “nothing” are named as what they are."""
    text = scalar.text.strip()
    message = message.replace(text, f"{text[:20]}……") if len(text) > _MOST_QUOTED else message
    if text.lower() in _EMPTY_MARKS:
        reader.refuse("DAT-009", scalar, f"“{text}”是软件留下的空值标记", "没有数据就留空；数额为零写 0。")
    elif _FULL_WIDTH.search(text):
        half = unicodedata.normalize("NFKC", text[:_MOST_QUOTED])
        reader.refuse("DAT-007", scalar, f"“{text[:_MOST_QUOTED]}”里有全角数字或符号", f"请改成半角：{half}")
    else:
        reader.refuse(code, scalar, message, cure)


@lru_cache(maxsize=1 << 14)
def sound_line(text: str) -> str | None:
    """Return a text that any field takes as it is, without the blanks around it; None asks for a closer look.

    Most texts of a disclosure stand in it many times, and so in memory once.
    """
    text = text.strip()
    odd = "\t" in text or "\n" in text or text.lower() in _EMPTY_MARKS or _SCIENTIFIC.fullmatch(text)
    return None if odd else text


def is_leftover(scalar: Scalar, reader: Reader) -> bool:
    """Return whether a text is what a spreadsheet leaves where it has no text to give, after noting so."""
    text = scalar.text.strip()
    if text.lower() in _EMPTY_MARKS:
        refuse_spelling(scalar, reader, "", "", "")
        return True
    if _SCIENTIFIC.fullmatch(text):
        cure = "请在表格里把这一列设为“文本”，重新填写完整的编码。"
        reader.refuse("DAT-009", scalar, f"“{text}”是表格软件的科学计数法，原来的数字已经丢失", cure)
        return True
    return False
