"""What is known while one file is read: its path, the unit of its amounts, its form; and what was found wrong."""

from __future__ import annotations

import difflib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.findings.finding import Finding, Severity
from generator.model.money import MoneyUnit
from generator.source.place import Place

MOST_REPORTED = 200
"""Findings of one file; whoever has so many put the wrong file there."""

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.model.format import Form
    from generator.source.values import Value


@dataclass(slots=True)
class Reader:
    """Carries the file's path and collects findings; one reader a file."""

    path: str
    unit: MoneyUnit = MoneyUnit.WAN
    form: Form | None = None
    partial: bool = False
    """Some of the file could not be read, so that what is missing is not held against it."""
    findings: list[Finding] = field(default_factory=list)
    unknown: set[tuple[int, int]] = field(default_factory=set)
    """Where words stand that were refused as unknown."""

    def refuse(self, code: str, value: Value, message: str, cure: str) -> None:
        """Note an error at a value."""
        self.refuse_at(code, (value.line, value.column), message, cure)

    def refuse_at(self, code: str, position: tuple[int, int], message: str, cure: str) -> None:
        """Note an error at (line, column) of this file."""
        if len(self.findings) == MOST_REPORTED:
            code, message, cure = "DAT-018", "错误太多，后面的没有列出", "请先改正前面的，并确认没有放错文件。"
        if len(self.findings) <= MOST_REPORTED:
            self.findings.append(Finding(code, Severity.ERROR, Place(self.path, *position), message, cure))

    def refuse_unknown(self, value: Value, word: str, known: Iterable[str], what: str) -> None:
        """Note a word that is not among the known ones, with the nearest of them; a column's heading only once."""
        if (value.line, value.column) in self.unknown or len(self.findings) > MOST_REPORTED:
            return
        self.unknown.add((value.line, value.column))
        known, word = list(known), " ".join(word[:40].split())
        nearest = difflib.get_close_matches(word, known, n=1, cutoff=0.4)
        cure = f"是不是“{nearest[0]}”？" if nearest else f"可以写的有：{'、'.join(known)}。"
        self.refuse("DAT-001", value, f"不认识的{what}“{word}”", cure)
