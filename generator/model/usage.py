"""用语: expressions that were current only until some day, and the names that laws bear."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.model.record import Record, label


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedExpression(Record):
    """An expression that nobody uses of new work after a certain day."""

    words: str = label("提法", required=True, example="“十三五”规划")
    until: date = label("沿用至", "最后一天还通行；以后的文本里再出现，就提示核对", required=True, example="2020-12-31")
    unless: tuple[str, ...] = label("除外", "同一句里有这些字样的，是回顾或者另有所指，不提示", default=())
    instead: str | None = label("改用", "现行的提法")


@dataclass(frozen=True, slots=True, kw_only=True)
class Misprint(Record):
    """A spelling that is always wrong, but where it is part of other words."""

    wrong: str = label("写法", required=True, example="部份")
    right: str = label("应为", required=True, example="部分")
    unless: tuple[str, ...] = label("除外", "含有这个写法的其他词语，不是错字", default=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Usage(Record):
    """The file ``reference/usage.yml``."""

    expressions: tuple[DatedExpression, ...] = label("过时提法", default=())
    misprints: tuple[Misprint, ...] = label("常见错字", default=())
    laws: tuple[str, ...] = label("法律名称", "全国性法律的名称，不写“中华人民共和国”", default=())
