"""政府收支分类科目, keyed by code and the year from which a name holds."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import ClassVar

from generator.model.format import Classification as Followed
from generator.model.kinds import Year
from generator.model.record import Record, label
from generator.quick import kept


class Trust(Enum):
    """How sure a row of the list is; only a sure one may call a printed name wrong."""

    SEEN = "见于公开表"
    UNVERIFIED = "未核对"


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeName(Record):
    """The name of a code from one year on, until another year if it was abolished or renamed."""

    name: str = label("名称", required=True)
    since: Year | None = label("自", "从哪一个年度起用这个名称；不写就是一直如此")
    until: Year | None = label("至", "最后一个使用的年度")
    trust: Trust = label("核对", default=Trust.UNVERIFIED)
    column: str | None = label("列入", "基本支出表里列入人员经费还是公用经费")

    def holds_in(self, year: Year) -> bool:
        """Return whether the name is in force in ``year``."""
        return (self.since is None or self.since <= year) and (self.until is None or year <= self.until)


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeEntry(Record):
    """One code with the names that it has borne."""

    key_field: ClassVar[str | None] = "code"

    code: str = label("编码", required=True)
    names: tuple[CodeName, ...] = label("沿革", default=())


@dataclass(frozen=True, kw_only=True)
class CodeList(Record):
    """One file of ``reference/classification``. It is incomplete, so an unknown code proves nothing."""

    title: str = label("名称", required=True)
    entries: tuple[CodeEntry, ...] = label("科目", default=())

    @kept
    def by_code(self) -> dict[str, CodeEntry]:
        """Return the entries by code."""
        return {entry.code: entry for entry in self.entries}

    @kept
    def codes_by_name(self) -> dict[str, tuple[str, ...]]:
        """Return the codes that bear a name now or bore it once."""
        codes: dict[str, tuple[str, ...]] = {}
        for entry in self.entries:
            for name in {each.name for each in entry.names}:
                codes[name] = (*codes.get(name, ()), entry.code)
        return codes

    @kept
    def former_names(self) -> tuple[tuple[str, CodeName], ...]:
        """Return the names that are borne no more, each with its code."""
        current = {each.name for entry in self.entries for each in entry.names if each.until is None}
        return tuple((entry.code, each) for entry in self.entries for each in entry.names if each.until and each.name not in current)

    def name(self, code: str, year: Year) -> CodeName | None:
        """Return the name that a code bears in a year, or None where the list does not know."""
        entry = self.by_code.get(code)
        return next((name for name in entry.names if name.holds_in(year)), None) if entry else None

    @kept
    def _by_year(self) -> dict[Year, dict[str, CodeName]]:
        return {}

    def names_in(self, year: Year) -> dict[str, CodeName]:
        """Return the name that each code bears in a year."""
        if year not in self._by_year:
            named = ((entry.code, self.name(entry.code, year)) for entry in self.entries)
            self._by_year[year] = {code: name for code, name in named if name is not None}
        return self._by_year[year]

    def begun_later(self, code: str, year: Year) -> Year | None:
        """Return the year from which there is a 款 or 项, where ``year`` is before it and its class is there already."""
        entry = self.by_code.get(code)
        sinces = [name.since for name in entry.names if name.since and name.trust is Trust.SEEN] if entry else []
        known = entry is not None and len(sinces) == len(entry.names) and self.name(code[:3], year) is not None
        return min(sinces) if known and sinces and len(code) > len("201") and year < min(sinces) else None

    def former_name(self, code: str, name: str) -> CodeName | None:
        """Return the entry of a name that the code bore in some other year."""
        entry = self.by_code.get(code)
        return next((each for each in entry.names if each.name == name), None) if entry else None


@dataclass(frozen=True, slots=True)
class Classification:
    """The code lists that statements are checked against."""

    function: CodeList
    economy: CodeList

    def of(self, followed: Followed) -> CodeList | None:
        """Return the list that a statement's rows follow, or None where they follow none."""
        return {Followed.FUNCTION: self.function, Followed.ECONOMY: self.economy}.get(followed)


EMPTY_CLASSIFICATION = Classification(CodeList(title="支出功能分类"), CodeList(title="部门预算支出经济分类"))
"""Lists that know nothing, for a content folder without classification."""
