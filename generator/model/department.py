"""部门: who discloses. Names change over the years, the slug does not."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from generator.model.kinds import Kind, Level, Year
from generator.model.record import Record, label

if TYPE_CHECKING:
    from generator.model.region import Region
    from generator.model.source_file import SourceFile


@dataclass(frozen=True, slots=True, kw_only=True)
class Name(Record):
    """A name and the first year in which it was borne."""

    since: Year = label("自", "从哪一个年度起用这个名称", required=True, example="2021")
    full: str = label("全称", required=True)
    short: str | None = label("简称", "列表和导航里用的短名")


class GapReason(Enum):
    """Why a department has no disclosure of a year."""

    NOT_DUE = "未到公开时限"
    UNPUBLISHED = "未公开"
    REORGANISED = "机构改革"
    CLASSIFIED = "涉密"
    ABSENT = "部门不存在"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap(Record):
    """A disclosure that is not there, with the reason."""

    year: Year = label("年度", required=True, example="2024")
    kind: Kind = label("文种", required=True, example="部门预算")
    reason: GapReason = label("原因", required=True, example="机构改革")


@dataclass(frozen=True, slots=True, kw_only=True)
class DepartmentFile(Record):
    """The file ``department.yml``."""

    names: tuple[Name, ...] = label("名称", "按年度从早到晚", required=True)
    region: str = label("地区", "reference/regions.yml 里的代号", required=True)
    level: Level | None = label("级次", "不写就与地区相同")
    code: str | None = label("单位编码")
    units: tuple[str, ...] = label("所属单位", default=())
    former: tuple[str, ...] = label("原网址", "改用现在的代号以前用过的代号，并入的部门的代号也写在这里；旧网址自动转到新网址", default=())
    gaps: tuple[Gap, ...] = label("没有公开", "没有公开文本的年度和原因", default=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Department:
    """One department with its region; ``slug`` is its folder and its address, for good."""

    slug: str
    file: DepartmentFile
    region: Region
    source: SourceFile
    above: tuple[Region, ...] = ()
    """The regions that its region belongs to, the nearest first."""

    def name_in(self, year: Year) -> str:
        """Return the full name borne in ``year``."""
        return self.borne_in(year).full

    def borne_in(self, year: Year) -> Name:
        """Return the name borne in ``year``; years before the first known name have that one."""
        borne = [name for name in self.file.names if name.since <= year]
        return borne[-1] if borne else self.file.names[0]

    def gaps_in(self, year: Year) -> list[tuple[str, str]]:
        """Return (kind, reason) of each disclosure that is known not to be there in ``year``."""
        return [(gap.kind.value, gap.reason.value) for gap in self.file.gaps if gap.year == year]

    @property
    def name(self) -> str:
        """Return the newest full name."""
        return self.file.names[-1].full

    @property
    def short_name(self) -> str:
        """Return the newest short name, or the full one where there is none."""
        return self.file.names[-1].short or self.name

    @property
    def level(self) -> Level:
        """Return the level of government that the department belongs to."""
        return self.file.level or self.region.level

    @property
    def address(self) -> str:
        """Return the permanent address below the site's root."""
        return _address_of(self.slug)

    @property
    def former_addresses(self) -> tuple[str, ...]:
        """Return the addresses that it had while its folder bore other names."""
        return tuple(map(_address_of, self.file.former))


def _address_of(slug: str) -> str:
    return f"departments/{slug}/"
