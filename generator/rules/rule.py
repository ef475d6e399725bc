"""What a rule is: one fault, its law, its manual page, and the function that finds it, in a disclosure or in the site."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from datetime import date

    from generator.findings.finding import Severity
    from generator.model.disclosure import Disclosure
    from generator.model.entry import Sums
    from generator.model.site import Site
    from generator.source.place import Place


class Outcome(Enum):
    """What a rule says of a disclosure; one that could not run never looks like a pass."""

    __hash__ = object.__hash__  # An enumeration hashes its members' names anew each time, and slowly.

    PASSED = "通过"
    FAILED = "不通过"
    NOT_APPLICABLE = "不适用"
    NO_DATA = "数据不足"
    BROKEN = "未能执行"
    WAIVED = "已豁免"


@dataclass(frozen=True, slots=True)
class Remark:
    """One occurrence of a rule's fault: at which figure, what is wrong, and how to mend it.

    Where figures clash: the others' places, what was expected, what is printed, by how much they differ, the formula
    in words, and the likely cause where it can be told.
    """

    place: Place
    message: str
    cure: str
    also: tuple[Place, ...] = ()
    expected: str = ""
    actual: str = ""
    difference: str = ""
    formula: str = ""
    cause: str = ""
    severity: Severity | None = None
    """Only where one occurrence weighs less than the rule usually does."""


@dataclass(frozen=True, slots=True)
class Basis:
    """The article that a rule rests on; arithmetic rests on itself. ``read`` says that the text itself was read."""

    law: str
    article: str = ""
    read: bool = True

    def __str__(self) -> str:
        """Return the citation, as 《预算法》第十四条; one that was only known from quotations says so."""
        return (f"《{self.law}》{self.article}" if self.article else self.law) + ("" if self.read else "（未核对原文）")


Said: TypeAlias = "Remark | Sums | Outcome"
"""What a rule says: remarks, the sums that it has judged, for the pages that show them beside the figures, and an outcome."""

Finder = Callable[["Disclosure"], Iterator["Said"]]
"""Yields remarks and sums, or one outcome that says why there is nothing to judge."""

SiteFinder = Callable[["Site"], Iterator["Remark | Outcome"]]
"""The same of what the site says about itself."""


@dataclass(frozen=True, slots=True)
class AnyRule:
    """What both kinds of rule have in common; the manual page is the finder's docstring."""

    code: str
    severity: Severity
    basis: tuple[Basis, ...]
    find: Callable[..., Iterator[Said]]
    since: date | None = None
    until: date | None = None

    @property
    def name(self) -> str:
        """Return the fault's name, which is also the name of its file and of its cases."""
        return self.find.__name__

    @property
    def manual(self) -> str:
        """Return the manual page: what must hold, 为什么, 怎么改."""
        return self.find.__doc__ or ""


@dataclass(frozen=True, slots=True)
class Rule(AnyRule):
    """A registered rule of disclosures."""

    find: Finder

    def in_force(self, day: date) -> bool:
        """Return whether a disclosure of ``day`` is judged by this rule."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class SiteRule(AnyRule):
    """A registered rule of the site; it judges what ``site.yml`` says, once."""

    find: SiteFinder


def rule(code: str, severity: Severity, *basis: Basis, since: date | None = None, until: date | None = None) -> Callable[[Finder], Rule]:
    """Return a decorator that makes a finder a rule under its permanent code, in force from ``since`` until ``until``."""

    def register(find: Finder) -> Rule:
        return Rule(code, severity, basis, find, since, until)

    return register


def site_rule(code: str, severity: Severity, *basis: Basis) -> Callable[[SiteFinder], SiteRule]:
    """Return a decorator that makes a finder of the site a rule under its permanent code."""

    def register(find: SiteFinder) -> SiteRule:
        return SiteRule(code, severity, basis, find)

    return register
