"""同义词: the everyday words by which readers look for what official texts call otherwise."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.record import Record, label


@dataclass(frozen=True, slots=True, kw_only=True)
class Synonym(Record):
    """Words of everyday speech with the official words that are searched for besides them."""

    everyday: tuple[str, ...] = label("日常说法", "读者会怎么说；各种说法都写上", required=True)
    official: tuple[str, ...] = label("正式说法", "公开文本里怎么写；可以写几个，找到任何一个都算", required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Synonyms(Record):
    """The file ``reference/synonyms.yml``."""

    synonyms: tuple[Synonym, ...] = label("同义词", default=())
