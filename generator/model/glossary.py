"""名词: the terms that every reader may ask about, with one permanent name each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from generator.model.narrative import Narrative
from generator.model.record import Record, label


@dataclass(frozen=True, slots=True, kw_only=True)
class GlossaryTerm(Record):
    """A term of the site's glossary; the slug is its anchor, for good."""

    key_field: ClassVar[str | None] = "slug"

    slug: str = label("代号", "英文代号，用于地址，定了就不再改", required=True, address=True)
    name: str = label("名称", required=True, example="“三公”经费")
    aliases: tuple[str, ...] = label("别名", "正文里的其他写法", default=())
    text: Narrative = label("解释", required=True)
    source: str | None = label("出处", "依据的法律条文", example="《预算法实施条例》第五条")


@dataclass(frozen=True, slots=True, kw_only=True)
class Glossary(Record):
    """The file ``reference/glossary.yml``."""

    terms: tuple[GlossaryTerm, ...] = label("名词", default=())
