"""地区: the places that disclose, from the province down."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import ClassVar

from generator.model.kinds import Level
from generator.model.record import Record, label

_KIND = re.compile(r"(?<=..)(?:(?:壮族|回族|维吾尔)?自治区|地区|[省市县区盟旗])$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Region(Record):
    """One region; its format is its own or that of the region above it."""

    key_field: ClassVar[str | None] = "slug"

    slug: str = label("代号", "英文代号，用于地址，定了就不再改", required=True, address=True)
    name: str = label("名称", required=True, example="张家口市")
    level: Level = label("级次", required=True, example="市级")
    parent: str | None = label("上级", "上级地区的代号")
    format: str | None = label("公开格式", "reference/formats 里的文件名；不写就与上级相同")

    @property
    def spoken(self) -> str:
        """Return its name as people say it: 河北 for 河北省, 宁夏 for 宁夏回族自治区."""
        return _KIND.sub("", self.name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Regions(Record):
    """The file ``reference/regions.yml``."""

    regions: tuple[Region, ...] = label("地区", required=True)
