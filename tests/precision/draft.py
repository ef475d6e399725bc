"""A disclosure's file on a clerk's desk, where one thing at a time goes wrong; and what a mutation is."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass
class Draft:
    """The lines of a file. Lines are named by steps down the file: each is a pattern for a line below the one before.

    A step that ends in a colon is the label that a line begins with.
    """

    lines: list[str]
    own: str
    """What the department is called."""
    foreign: str
    """What another department of the same place is called."""
    year: int

    @property
    def text(self) -> str:
        """Return the file."""
        return "\n".join(self.lines) + "\n"

    def find(self, *steps: str) -> int:
        """Return the index of the line that the steps lead to."""
        at = -1
        for step in steps:
            at = next(index for index in range(at + 1, len(self.lines)) if _is_at(step, self.lines[index]))
        return at

    def number(self, *steps: str) -> int:
        """Return the number of the line that the steps lead to, as editors count."""
        return self.find(*steps) + 1

    def change(self, *steps: str, old: str, new: str | Callable[[str], str]) -> int:
        """Replace a pattern in a line; a function gets the first group and replaces it alone. Return the line's number."""
        at = self.find(*steps)
        before = self.lines[at]
        if isinstance(new, str):
            after = re.sub(old, lambda _: new, before, count=1)
        else:
            match = re.search(old, before)
            assert match, f"{old} is not in {before}"
            after = before[: match.start(1)] + new(match[1]) + before[match.end(1) :]
        assert after != before, f"{old} changes nothing in {before}"
        self.lines[at] = after
        return at + 1

    def remove(self, *steps: str, block: bool = False) -> int:
        """Take a line out, with ``block`` together with the deeper lines below it; return the number that it had."""
        at = self.find(*steps)
        depth, end = _depth(self.lines[at]), at + 1
        while block and end < len(self.lines) and (_depth(self.lines[end]) > depth or _is_row_below(self.lines, at, end)):
            end += 1
        del self.lines[at:end]
        return at + 1

    def double(self, *steps: str) -> int:
        """Write a line twice; return the number of the second."""
        at = self.find(*steps)
        self.lines.insert(at, self.lines[at])
        return at + 2

    def add(self, *steps: str, line: str) -> int:
        """Write a line below the one that the steps lead to; return its number."""
        at = self.find(*steps) + 1
        self.lines.insert(at, line)
        return at + 1

    def cell(self, *steps: str, old: str) -> str:
        """Return the first group of a pattern in a line."""
        match = re.search(old, self.lines[self.find(*steps)])
        assert match, f"{old} is not in {self.lines[self.find(*steps)]}"
        return match[1]


def _is_at(step: str, line: str) -> bool:
    return line.strip().removeprefix("- ").startswith(step) if step.endswith(":") else re.search(step, line) is not None


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip())


def _is_row_below(lines: list[str], head: int, at: int) -> bool:
    """Return whether a line is a row of the list under ``head``: rows stand no deeper than their label."""
    return _depth(lines[at]) == _depth(lines[head]) and lines[at].lstrip().startswith("- ") and not lines[head].lstrip().startswith("- ")


Spoil = Callable[[Draft], int]
"""Spoils a draft and returns the number of the line to which the finding must lead."""


@dataclass(frozen=True)
class Mutation:
    """One way in which a sound text goes wrong, the rule that must say so, and the rules that may say so too."""

    spoil: Spoil
    code: str
    consequences: frozenset[str] = field(default_factory=frozenset)

    @property
    def name(self) -> str:
        """Return the name of the function that spoils."""
        return self.spoil.__name__


def caught_by(code: str, *consequences: str) -> Callable[[Spoil], Mutation]:
    """Return a decorator that makes a function a mutation; each consequence is another true sign of the same fault."""

    def register(spoil: Spoil) -> Mutation:
        return Mutation(spoil, code, frozenset(consequences))

    return register


def raised(figure: str) -> str:
    """Return an amount with another digit before its decimal point."""
    whole, point, rest = figure.partition(".")
    return whole[:-1] + str((int(whole[-1]) + 3) % 10) + point + rest


def transposed(figure: str) -> str:
    """Return an amount in which two neighbouring digits have changed places, the last two that differ."""
    digits = figure.replace(".", "")
    at = next(at for at in range(len(digits) - 2, -1, -1) if digits[at] != digits[at + 1] and digits[at + 1] != "0")
    digits = digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]
    return f"{digits[:-2]}.{digits[-2:]}"


def in_yuan(figure: str) -> str:
    """Return an amount in 万元 as 元 would be written."""
    return f"{int(figure.replace('.', '')) * 100}.00"


def tenfold(figure: str) -> str:
    """Return an amount whose decimal point has slipped by one place."""
    digits = figure.replace(".", "")
    return f"{digits[:-1]}.{digits[-1]}0"


def increased(figure: str, by: int) -> str:
    """Return an amount with so many 万元 more."""
    whole, point, rest = figure.partition(".")
    return f"{int(whole) + by}{point}{rest}"
