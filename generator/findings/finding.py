"""检查结果: one fault, where it stands, and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.source.flaw import Flaw
    from generator.source.place import Place


class Severity(Enum):
    """How much a finding weighs: an error stops publication, a warning needs a human look, info is advice."""

    ERROR = "错误"
    WARNING = "警告"
    INFO = "提示"


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault with its permanent code, its place, what is wrong and the cure (in Chinese), and the places it clashes with."""

    code: str
    severity: Severity
    place: Place
    message: str
    cure: str = ""
    also: tuple[Place, ...] = ()
    expected: str = ""
    actual: str = ""
    difference: str = ""
    formula: str = ""
    cause: str = ""

    def __str__(self) -> str:
        """Return the finding on one line, beginning with the place that editors make clickable."""
        return f"{self.place}: {self.severity.value} {self.message}（{self.code}）"


def from_flaw(flaw: Flaw) -> Finding:
    """Return a flaw of spelling as a finding; what cannot be read is always an error."""
    return Finding(flaw.code, Severity.ERROR, flaw.place, flaw.message, flaw.cure)
