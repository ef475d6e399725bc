"""How each kind of single value is spelled: what is read from it, what is refused, and its JSON Schema."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from generator.loading.spelling import FULL_WIDTH_DIGIT, is_leftover, refuse_spelling, single, sound_line
from generator.model.figures import Quantity, Share, Target, read_target
from generator.model.kinds import Year
from generator.model.money import Figure, Money, MoneyUnit, NoMoney
from generator.model.narrative import Narrative
from generator.source.values import Scalar

if TYPE_CHECKING:
    from collections.abc import Callable
    from enum import Enum

    from generator.loading.reader import Reader
    from generator.source.values import Value

Schema = dict[str, Any]


V = TypeVar("V")
_MOST_REMEMBERED = 1 << 14
_MOST_DIGITS = 20
_WITHHELD = NoMoney.WITHHELD.value
_DASHES = {"—", "——", "－", "-", "--", "–", "/"}


class Shape(Protocol):
    """A way of writing a value: how it is read, and how an editor can check it while typing."""

    def read(self, value: Value, reader: Reader) -> Any:
        """Return the model's value, or None after noting in ``reader`` what is wrong."""

    def schema(self) -> Schema:
        """Return the JSON Schema of the spelling."""

    def by_text(self, unit: MoneyUnit) -> Callable[[str], Any] | None:  # noqa: ARG002 - only amounts ask for it
        """Return what tells a value from its text alone, with None for texts that ask for a closer look; None if nothing does."""
        return None


class LineShape(Shape, Generic[V]):
    """A value of one line. Nearly every one is told by its text alone, and remembered; any other is blank or refused."""

    def __init__(self) -> None:
        """Begin to remember."""
        self.remembered = lru_cache(maxsize=_MOST_REMEMBERED)(self.told)

    def told(self, text: str) -> V | None:
        """Return the value that a text spells, with or without blanks around it; None where it spells none."""
        raise NotImplementedError

    def refuse(self, scalar: Scalar, text: str, reader: Reader) -> None:
        """Note what is wrong with a text that spells no value; ``text`` is without the blanks around it."""
        raise NotImplementedError

    def by_text(self, unit: MoneyUnit) -> Callable[[str], V | None]:  # noqa: ARG002 - only amounts ask for it
        return self.remembered

    def read(self, value: Value, reader: Reader) -> V | None:
        if type(value) is Scalar and (told := self.by_text(reader.unit)(value.text)) is not None:
            return told
        scalar = single(value, reader)
        text = scalar.text.strip() if scalar is not None else ""
        if scalar is not None and text:
            self.refuse(scalar, text, reader)
        return None


class TextShape(LineShape[str]):
    """A single line of text; blank text is the empty string."""

    def by_text(self, unit: MoneyUnit) -> Callable[[str], str | None]:  # noqa: ARG002 - see above
        return sound_line

    def refuse(self, scalar: Scalar, text: str, reader: Reader) -> None:
        if "\t" in text or "\n" in text:
            reader.refuse("DAT-021", scalar, "这一项应当是一行文字，里面有换行或制表符", "请写成一行；从表格粘贴时逐格粘贴。")
        else:
            is_leftover(scalar, reader)

    def schema(self) -> Schema:
        return {"type": ["string", "number", "null"]}


class NarrativeShape(Shape):
    """Running text in Markdown; blank text is nothing."""

    def read(self, value: Value, reader: Reader) -> Narrative | None:
        scalar = single(value, reader)
        if scalar is None or not scalar.text.strip() or is_leftover(scalar, reader):
            return None
        return Narrative(scalar.text.rstrip("\n"), reader.path, scalar.line, scalar.column, scalar.block, scalar.folded)

    def schema(self) -> Schema:
        return {"type": ["string", "number", "null"], "description": "可以用 Markdown：列表、加粗、链接、表格"}


class FigureShape(LineShape[Figure]):
    """An amount, with or without its own unit; blank and 不公开 are no amounts and no zeros."""

    pattern = re.compile(r"(-?)([0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(\.[0-9]+)?\s*(元|万元|亿元)?")
    separated = re.compile(r"-?[0-9]{1,3}(?:,[0-9]*)+(\.[0-9,]+)?\s*(元|万元|亿元)?")

    def __init__(self) -> None:
        """Begin to remember, for amounts without a unit of their own in each unit apart."""
        self.in_unit = {unit: lru_cache(maxsize=_MOST_REMEMBERED)(partial(self.amount, unit)) for unit in MoneyUnit}

    def by_text(self, unit: MoneyUnit) -> Callable[[str], Figure | None]:
        return self.in_unit[unit]

    def amount(self, unit: MoneyUnit, text: str) -> Figure | None:
        """Return the figure that a text spells, or None where it spells none."""
        text = text.strip()
        if not text:
            return NoMoney.BLANK
        if text == _WITHHELD:
            return NoMoney.WITHHELD
        match = self.pattern.fullmatch(text)
        if match is None:
            return None
        sign, whole, decimals, own_unit = match.groups()
        if len(whole) + len(decimals or "") > _MOST_DIGITS:
            return None
        return Money.counted(Decimal(sign + whole.replace(",", "") + (decimals or "")), MoneyUnit(own_unit) if own_unit else unit)

    def refuse(self, scalar: Scalar, text: str, reader: Reader) -> None:
        if self.separated.fullmatch(text):
            reader.refuse("DAT-008", scalar, f"“{text[:20]}”里的逗号不在千分位上，看不出是多少", "请去掉逗号，小数点用“.”。")
        elif self.pattern.fullmatch(text):
            reader.refuse("DAT-006", scalar, f"“{text[:20]}…”的位数太多，不像金额", "请检查是不是几个数字粘在了一起。")
        else:
            cure = "请只写数字，如 2220.42；负数前面加减号；没有数据就留空，涉密写“不公开”。"
            refuse_spelling(scalar, reader, "DAT-006", f"“{text}”不是金额", cure)

    def schema(self) -> Schema:
        spelling = r"^(|不公开|-?([0-9]{1,3}(,[0-9]{3})+|[0-9]+)(\.[0-9]+)?\s*(元|万元|亿元)?)$"
        return {"type": ["string", "number", "null"], "pattern": spelling, "description": "金额；留空、0、不公开是三回事"}


class ShareShape(LineShape[Share]):
    """A percentage, with or without its sign; blank is kept as blank."""

    pattern = re.compile(r"(-?[0-9]{1,18}(?:\.[0-9]{1,18})?)\s*%?")

    def told(self, text: str) -> Share | None:
        text = text.strip()
        match = self.pattern.fullmatch(text)
        return Share(text, Decimal(match[1])) if match else None if text else Share("", None)

    def refuse(self, scalar: Scalar, text: str, reader: Reader) -> None:
        refuse_spelling(scalar, reader, "DAT-013", f"“{text}”不是百分比", "请写数字，如 75 或 75%。")

    def schema(self) -> Schema:
        return {"type": ["string", "number", "null"], "pattern": r"^(|-?[0-9]+(\.[0-9]+)?\s*%?)$"}


class QuantityShape(LineShape[Quantity]):
    """A count or an area; a dash says that the row has no quantity."""

    pattern = re.compile(r"-?(?:[0-9]{1,3}(?:,[0-9]{3}){1,6}|[0-9]{1,18})(?:\.[0-9]{1,18})?")

    def told(self, text: str) -> Quantity | None:
        text = text.strip()
        if not text or text in _DASHES:
            return Quantity(text, None)
        return Quantity(text, Decimal(text.replace(",", ""))) if self.pattern.fullmatch(text) else None

    def refuse(self, scalar: Scalar, text: str, reader: Reader) -> None:
        refuse_spelling(scalar, reader, "DAT-014", f"“{text}”不是数量", "请只写数字；这一行没有数量就写“——”。")

    def schema(self) -> Schema:
        return {"type": ["string", "number", "null"], "description": "数量；没有数量写“——”"}


class TargetShape(LineShape[Target]):
    """An indicator's value: any text, read as comparison, number and unit where it can be."""

    def told(self, text: str) -> Target | None:
        sound = sound_line(text)
        return None if sound is None or FULL_WIDTH_DIGIT.search(sound) else read_target(sound)

    def refuse(self, scalar: Scalar, text: str, reader: Reader) -> None:
        if sound_line(text) is None:
            _TEXT.refuse(scalar, text, reader)
        else:
            refuse_spelling(scalar, reader, "", "", "")

    def schema(self) -> Schema:
        return {"type": ["string", "number", "null"], "description": "如 ≥95%、≤430元/人/天、12月底前"}


class YearShape(LineShape[Year]):
    """A fiscal year of four digits."""

    pattern = re.compile(r"(?:19|20)[0-9]{2}")

    def told(self, text: str) -> Year | None:
        return Year(int(text)) if self.pattern.fullmatch(text.strip()) else None

    def refuse(self, scalar: Scalar, text: str, reader: Reader) -> None:
        refuse_spelling(scalar, reader, "DAT-010", f"“{text}”不是年度", "请写四位数字，如 2026。")

    def schema(self) -> Schema:
        return {"type": ["string", "integer"], "pattern": "^(19|20)[0-9]{2}$", "minimum": 1900, "maximum": 2099}


class SlugShape(LineShape[str]):
    """A name that stands in addresses and as an anchor; a few are taken by every page itself."""

    pattern = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
    taken = frozenset({"main", "contents", "downloads", "findings", "source"})

    def told(self, text: str) -> str | None:
        sound = sound_line(text)
        return sound if sound and self.pattern.fullmatch(sound) and sound not in self.taken else None

    def refuse(self, scalar: Scalar, text: str, reader: Reader) -> None:
        if sound_line(text) is None:
            _TEXT.refuse(scalar, text, reader)
            return
        cure = "请用小写英文字母、数字和连字符，如 zhangjiakou；代号就是网址，定了就不再改。"
        reader.refuse("DAT-020", scalar, f"代号“{text}”不能用作网址", cure)

    def schema(self) -> Schema:
        return {"type": "string", "pattern": "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"}


class DateShape(LineShape[dt.date]):
    """A day, as 2021-02-20 or 2021年2月20日."""

    pattern = re.compile(r"([0-9]{4})(?:-|年)([0-9]{1,2})(?:-|月)([0-9]{1,2})日?")

    def told(self, text: str) -> dt.date | None:
        match = self.pattern.fullmatch(text.strip())
        try:
            return dt.date(*map(int, match.groups())) if match else None
        except ValueError:
            return None

    def refuse(self, scalar: Scalar, text: str, reader: Reader) -> None:
        refuse_spelling(scalar, reader, "DAT-011", f"“{text}”不是日期", "请照“2021-02-20”的样子写，并确认这一天存在。")

    def schema(self) -> Schema:
        return {"type": ["string", "null"], "pattern": r"^(|[0-9]{4}(-|年)[0-9]{1,2}(-|月)[0-9]{1,2}日?)$"}


class ChoiceShape(LineShape["Enum"]):
    """One word of a closed list."""

    def __init__(self, choices: type[Enum]) -> None:
        """Take the list as an enumeration whose values are the Chinese words."""
        super().__init__()
        self.choices = {str(choice.value): choice for choice in choices}
        self.words = list(self.choices)

    def told(self, text: str) -> Enum | None:
        return self.choices.get(text.strip())

    def refuse(self, scalar: Scalar, text: str, reader: Reader) -> None:
        refuse_spelling(scalar, reader, "DAT-012", f"“{text[:20]}”不在可选的范围里", f"请选一个：{'、'.join(self.words)}。")

    def schema(self) -> Schema:
        return {"enum": [*self.words, None]}


_TEXT = TextShape()
SINGLE_VALUES: dict[object, Shape] = {
    str: _TEXT,
    Narrative: NarrativeShape(),
    Figure: FigureShape(),
    Share: ShareShape(),
    Quantity: QuantityShape(),
    Target: TargetShape(),
    Year: YearShape(),
    dt.date: DateShape(),
}
"""The spelling of each type that a field can have."""
