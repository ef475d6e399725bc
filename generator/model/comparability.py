"""可比性: where this year's figures cannot be set beside last year's, and why, as the clerk who knows says."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from generator.model.record import Record, label


class BreakReason(Enum):
    """Why two years cannot be compared; a closed list, so that breaks can be counted and explained."""

    REORGANISED = "机构改革"
    RECODED = "科目调整"
    REDEFINED = "口径变化"
    FIRST = "首次编制"
    UNPUBLISHED = "上年未公开"


@dataclass(frozen=True, slots=True, kw_only=True)
class Break(Record):
    """One break between this year and the year before: of one item, or of the whole text where none is named."""

    reason: BreakReason = label("原因", "机构改革、科目调整、口径变化、首次编制或上年未公开", required=True, example="机构改革")
    item: str | None = label("名称", "哪一个数不可比，如 支出合计、项目支出、“三公”经费；不写就是整份文本")
    note: str | None = label("说明", "一句话说明发生了什么")

    def concerns(self, name: str) -> bool:
        """Return whether the break stands between the two years' figures of the item called ``name``."""
        return not self.item or "".join(self.item.split()).removesuffix("合计") == name.removesuffix("合计")
