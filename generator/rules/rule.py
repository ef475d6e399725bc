"""What a rule is: one fault, its law, its manual page, and the function that finds it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.findings.finding import Severity
    from generator.model.disclosure import Disclosure
    from generator.source.place import Place


class Outcome(Enum):
    """What a rule says of a disclosure; one that could not run never looks like a pass."""

    PASSED = "通过"
    FAILED = "不通过"
    NOT_APPLICABLE = "不适用"
    NO_DATA = "数据不足"
    BROKEN = "未能执行"
    WAIVED = "已豁免"


@dataclass(frozen=True, slots=True)
class Remark:
    """One occurrence of a rule's fault: at which figure, what is wrong, how to mend it, and which figures it clashes with."""

    place: Place
    message: str
    cure: str
    also: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Basis:
    """The article that a rule rests on; arithmetic rests on itself."""

    law: str
    article: str = ""

    def __str__(self) -> str:
        """Return the citation, as 《预算法》第十四条."""
        return f"《{self.law}》{self.article}" if self.article else self.law


Finder = Callable[["Disclosure"], Iterator["Remark | Outcome"]]
"""Yields remarks, or one outcome that says why there is nothing to judge."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A registered rule; its manual page is its finder's docstring."""

    code: str
    severity: Severity
    basis: Basis
    find: Finder

    @property
    def name(self) -> str:
        """Return the fault's name, which is also the name of its file and of its cases."""
        return self.find.__name__

    @property
    def manual(self) -> str:
        """Return the manual page: what must hold, 为什么, 怎么改."""
        return self.find.__doc__ or ""


def rule(code: str, severity: Severity, basis: Basis) -> Callable[[Finder], Rule]:
    """Return a decorator that makes a finder a rule under its permanent code."""

    def register(find: Finder) -> Rule:
        return Rule(code, severity, basis, find)

    return register
