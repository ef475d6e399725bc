"""What changed against the year before, and a reason that goes with the direction."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bench.books import printed

if TYPE_CHECKING:
    from collections.abc import Iterable

_UP, _DOWN, _SAME = "增加", "减少", "持平"
_REASONS = {
    ("基本支出", _UP): "工资和社会保险缴费标准调整",
    ("基本支出", _DOWN): "在职人员退休，人员经费相应压减",
    ("项目支出", _UP): "本年新安排的工作任务较多",
    ("项目支出", _DOWN): "部分任务上年已经完成，本年不再安排",
    ("机关运行经费", _UP): "办公用房扩大，水电和维修开支随之上升",
    ("机关运行经费", _DOWN): "落实过紧日子要求，压减办公开支",
    ("公务用车运行维护费", _UP): "车辆使用年限较长，维修费用上升",
    ("公务用车运行维护费", _DOWN): "统一调度车辆，出车次数压减",
    ("公务接待费", _UP): "来访考察的批次较多",
    ("公务接待费", _DOWN): "从严控制接待标准和陪同人数",
}


@dataclass(frozen=True, slots=True)
class Change:
    """A figure of this year beside last year's."""

    name: str
    now: int
    before: int

    @property
    def direction(self) -> str:
        """Return 增加, 减少 or 持平."""
        return _UP if self.now > self.before else _DOWN if self.now < self.before else _SAME

    @property
    def amount(self) -> str:
        """Return by how much, without a sign."""
        return printed(abs(self.now - self.before))

    @property
    def rate(self) -> str:
        """Return by how many per cent, with two decimals, half up."""
        hundredths = (abs(self.now - self.before) * 20_000 + self.before) // (2 * self.before)
        return f"{hundredths // 100}.{hundredths % 100:02d}%"

    @property
    def reason(self) -> str:
        """Return why, or nothing where there is nothing to explain."""
        return _REASONS.get((self.name, self.direction), "")

    def because_of(self, parts: Iterable[Change]) -> str:
        """Return as the reason the parts that moved the same way."""
        moved = [part.name for part in parts if part.direction == self.direction]
        return "" if self.direction == _SAME else f"主要是{'和'.join(moved)}{self.direction}"


@dataclass(frozen=True, slots=True)
class Share:
    """What part of a whole a figure is, as it is printed: computed from the printed figures, with two decimals, half up."""

    part: int
    whole: int

    def __str__(self) -> str:
        """Return the share with its sign."""
        part, whole = (int(printed(amount).replace(".", "")) for amount in (self.part, self.whole))
        hundredths = (part * 20_000 + whole) // (2 * whole)
        return f"{hundredths // 100}.{hundredths % 100:02d}%"
