"""公开表: rows of amounts under the columns that the format names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from generator.model.money import Figure, MoneyUnit
from generator.model.narrative import Narrative
from generator.model.record import Record
from generator.quick import quick


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Line(Record):
    """One row: its code and name, the side (收入 or 支出) where the form has two, texts and amounts by column label."""

    code: str = ""
    name: str = ""
    side: str = ""
    cells: dict[str, Figure | str]

    @property
    def label(self) -> str:
        """Return what it is called: its code and name."""
        return f"{self.code} {self.name}".strip()


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Record):
    """One public statement; ``title`` is its key in the format. An empty one should say so in ``note``."""

    key_field: ClassVar[str | None] = "title"

    title: str
    unit: MoneyUnit
    lines: tuple[Line, ...] = ()
    note: Narrative | None = None
