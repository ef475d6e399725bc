"""Where something stands in a file."""

from __future__ import annotations

from dataclasses import dataclass

from generator.quick import quick


@quick
@dataclass(frozen=True, slots=True, order=True)
class Place:
    """One character of one file; ``line`` and ``column`` count from 1 and the column counts characters, not bytes."""

    path: str
    line: int
    column: int

    def __str__(self) -> str:
        """Return ``path:line:column``, the spelling that editors make clickable."""
        return f"{self.path}:{self.line}:{self.column}"
