"""绩效: what a department promises for its money, as a whole and project by project."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from generator.model.figures import Share, Target
from generator.model.kinds import ProjectClass
from generator.model.money import Figure
from generator.model.narrative import Narrative
from generator.model.record import Record, label
from generator.quick import quick

if TYPE_CHECKING:
    from decimal import Decimal


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Goal(Record):
    """分项绩效目标: one field of work with its goal and the indicators that the text names."""

    name: str = label("名称", required=True, example="立法工作")
    number: str | None = label("序号", "原文的编号，原文没有就不写")
    note: Narrative | None = label("说明")
    goal: Narrative | None = label("绩效目标")
    indicators: Narrative | None = label("绩效指标")


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Measure(Record):
    """工作保障措施: one measure; its name is the headline, its text says what is done."""

    text_field: ClassVar[str | None] = "text"

    name: str | None = label("名称")
    number: str | None = label("序号")
    text: Narrative | None = label("内容")


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion(Record):
    """One row of a scored rubric for the department as a whole: a value in points and the bands that earn them."""

    first: str | None = label("一级指标")
    second: str | None = label("二级指标")
    third: str | None = label("三级指标")
    description: str | None = label("绩效指标描述")
    sign: str | None = label("符号", "原表“符号”一栏，如 <= ")
    value: str | None = label("值", "原表“值”一栏，即分值")
    scale: str | None = label("单位（文字描述）", "评分标准")
    basis: str | None = label("指标值确定依据")


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Performance(Record):
    """部门整体绩效: overall goal, goals by field of work, measures, and the rubric where there is one."""

    text_field: ClassVar[str | None] = "overall"

    overall: Narrative | None = label("总体目标")
    goals: tuple[Goal, ...] = label("分项目标", default=())
    measures: tuple[Measure, ...] = label("工作保障措施", default=())
    rubric: tuple[Criterion, ...] = label("整体绩效指标", "部门整体支出绩效指标情况表", default=())
    note: Narrative | None = label("说明")


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule(Record):
    """资金支出计划: cumulative per cent of the year's money, at four dates."""

    march: Share | None = label("3月底")
    june: Share | None = label("6月底")
    october: Share | None = label("10月底")
    december: Share | None = label("12月底")

    @property
    def values(self) -> list[Decimal | None]:
        """Return the four shares in turn, each in per cent; None where a cell is blank or not printed."""
        return [share.value if share else None for share in (self.march, self.june, self.october, self.december)]


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator(Record):
    """One row of a project's indicator table.

    Older forms print the value in three columns (符号, 值, 单位（文字描述）); those are kept apart, and
    :mod:`generator.model.promises` is the one reading of both forms.
    """

    first: str | None = label("一级指标", example="产出指标")
    second: str | None = label("二级指标", example="数量指标")
    third: str | None = label("三级指标", example="培训次数")
    description: str | None = label("绩效指标描述")
    target: Target | None = label("指标值", example="≥2次")
    sign: str | None = label("符号")
    value: str | None = label("值")
    scale: str | None = label("单位（文字描述）")
    basis: str | None = label("指标值确定依据")


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Project(Record):
    """One project sheet: what it costs, what for, when, and by what it will be judged."""

    name: str = label("名称", required=True)
    number: str | None = label("序号", "原文的编号，原文没有就不写")
    project_class: ProjectClass | None = label("类别", "专项资金或预算项目")
    code: str | None = label("项目编码")
    unit: str | None = label("单位", "编制单位的编码和名称，照原表")
    template: str | None = label("项目绩效模板")
    budget: Figure | None = label("预算数")
    fiscal: Figure | None = label("其中财政资金")
    other: Figure | None = label("其他资金")
    purpose: Narrative | None = label("用途", "预算规模及资金用途")
    schedule: Schedule | None = label("资金支出计划", "累计百分比")
    background: Narrative | None = label("基本情况")
    method: Narrative | None = label("目标和指标设置情况", "绩效目标和指标设置情况、评价标准")
    goals: tuple[str, ...] = label("绩效目标", default=())
    indicators: tuple[Indicator, ...] = label("绩效指标", default=())
