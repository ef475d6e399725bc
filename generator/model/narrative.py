"""Running text of a disclosure, in Markdown, that knows where each of its characters stands."""

from __future__ import annotations

from dataclasses import dataclass

from generator.quick import quick
from generator.source.place import Place


@quick
@dataclass(frozen=True, slots=True)
class Narrative:
    """Markdown as written. ``line`` and ``column`` are its first character's; in a block every line starts at ``column``."""

    text: str
    path: str
    line: int
    column: int
    block: bool
    folded: bool = False

    def at(self, offset: int) -> Place:
        """Return where the character at ``offset`` stands; text folded by YAML is placed where it begins."""
        if not self.block:
            return Place(self.path, self.line, self.column + (0 if self.folded else offset))
        before = self.text[:offset]
        return Place(self.path, self.line + before.count("\n"), self.column + offset - (before.rfind("\n") + 1))
