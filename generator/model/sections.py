"""The written parts of a disclosure: what came in, what goes out, what changed and why, what is owned."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from generator.model.figures import Quantity, Share
from generator.model.kinds import Direction
from generator.model.money import Figure
from generator.model.narrative import Narrative
from generator.model.record import Record, label
from generator.quick import quick


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Dates(Record):
    """When the disclosure was approved, answered by the finance bureau, and published."""

    congress: date | None = label("人大批准", "本级人民代表大会批准预算的日期，如 2021-02-20")
    finance: date | None = label("财政批复", "财政部门批复本部门预算（决算）的日期；公开期限从这一天算起")
    units: date | None = label("部门批复", "本部门向所属单位批复预算（决算）的日期；没有所属单位的不写")
    published: date | None = label("公开", "向社会公开的日期")


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Review(Record):
    """审查: who reviewed the text for secrets before it was published, when, and who signed."""

    reviewer: str | None = label("保密审查人")
    day: date | None = label("日期", "审查的日期，不晚于公开的日期")
    approver: str | None = label("审签人", "批准公开的负责人")


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Unit(Record):
    """One row of the unit table."""

    name: str = label("单位名称", required=True, example="某某市某某局本级")
    nature: str | None = label("单位性质", example="行政")
    rank: str | None = label("单位规格", example="正处级")
    funding: str | None = label("经费保障形式", example="财政拨款")


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Units(Record):
    """机构设置: the explanation and the unit table."""

    text_field: ClassVar[str | None] = "note"

    note: Narrative | None = label("说明")
    rows: tuple[Unit, ...] = label("单位", "机构设置情况表，一行一个单位", default=())


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Part(Record):
    """A named amount that may consist of further parts; the parts stand under 其中."""

    name: str = label("名称", required=True, example="基本支出")
    amount: Figure | None = label("金额")
    parts: tuple[Part, ...] = label("其中", "构成这一金额的各项", default=())


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Flow(Record):
    """Income or expenditure of the year: the total, its parts and the explanation."""

    text_field: ClassVar[str | None] = "note"

    total: Figure | None = label("合计")
    previous: Figure | None = label("上年")
    parts: tuple[Part, ...] = label("构成", "收入按来源、支出按用途逐项列出", default=())
    note: Narrative | None = label("说明")


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Change(Record):
    """One change against the year before, as the text states it."""

    name: str = label("名称", required=True, example="基本支出")
    direction: Direction | None = label("方向", "增加、减少或持平")
    amount: Figure | None = label("金额", "增减的数额，不带正负号")
    rate: Share | None = label("比例", "增减的百分比")
    reason: str | None = label("原因")


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Changes(Record):
    """比上年增减: every stated change, and the explanation."""

    text_field: ClassVar[str | None] = "note"

    rows: tuple[Change, ...] = label("各项", default=())
    note: Narrative | None = label("说明")


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Operating(Record):
    """机关运行经费: what the office itself costs."""

    text_field: ClassVar[str | None] = "note"

    amount: Figure | None = label("金额")
    previous: Figure | None = label("上年")
    note: Narrative | None = label("说明", "主要用途，与上年相比的变化和原因")


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class PublicExpense(Record):
    """One of the “三公” items: this year, last year and the stated change."""

    amount: Figure | None = label("本年")
    previous: Figure | None = label("上年")
    direction: Direction | None = label("方向", "增加、减少或持平")
    change: Figure | None = label("增减", "增减的数额，不带正负号")
    reason: str | None = label("原因")


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class PublicExpenses(Record):
    """“三公”经费: travel abroad, vehicles (bought and run) and official receptions."""

    text_field: ClassVar[str | None] = "note"

    total: PublicExpense | None = label("合计")
    abroad: PublicExpense | None = label("因公出国（境）费")
    vehicles: PublicExpense | None = label("公务用车购置及运行维护费")
    vehicle_purchase: PublicExpense | None = label("公务用车购置费")
    vehicle_running: PublicExpense | None = label("公务用车运行维护费")
    reception: PublicExpense | None = label("公务接待费")
    note: Narrative | None = label("说明")


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Procurement(Record):
    """政府采购: the total, its three classes and what is reserved for small enterprises."""

    text_field: ClassVar[str | None] = "note"

    total: Figure | None = label("合计")
    goods: Figure | None = label("货物")
    works: Figure | None = label("工程")
    services: Figure | None = label("服务")
    small_and_medium: Figure | None = label("面向中小企业")
    small_and_micro: Figure | None = label("其中小微企业")
    note: Narrative | None = label("说明")


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Asset(Record):
    """One row of the asset table: quantity in the unit that the name gives, and value."""

    name: str = label("项目", required=True, example="2、车辆（台、辆）")
    quantity: Quantity | None = label("数量")
    value: Figure | None = label("价值")


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Assets(Record):
    """国有资产: what the department holds, as of one day."""

    text_field: ClassVar[str | None] = "note"

    as_of: date | None = label("截止日期", example="2020-12-31")
    total: Figure | None = label("固定资产金额", "正文写明的固定资产总额")
    planned: Figure | None = label("拟购置金额", "本年度拟购置固定资产的总额")
    compiled_by: str | None = label("编制部门")
    rows: tuple[Asset, ...] = label("占用情况", "国有资产占用情况表", default=())
    note: Narrative | None = label("说明")


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Term(Record):
    """A term with the explanation that this disclosure gives it."""

    key_field: ClassVar[str | None] = "name"
    text_field: ClassVar[str | None] = "text"

    name: str = label("名词", required=True)
    text: Narrative | None = label("解释")


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Correction(Record):
    """A change made after publication: nothing is ever silently overwritten."""

    day: date = label("日期", required=True)
    figure: str = label("位置", "更正的是哪一处，按栏目逐级写，如“支出/合计”“项目/选举经费/预算数”", required=True, example="支出/合计")
    before: str | None = label("原值", "公开时的数字或者文字；原来没有的，写“没有”")
    after: str | None = label("新值", "更正以后的数字或者文字；删去的，写“没有”")
    reason: str | None = label("原因")
    approved_by: str | None = label("批准人")


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Waiver(Record):
    """豁免: a rule that a disclosure may break at one place, why, who says so, and until when."""

    rule: str = label("规则", "规则的编号", required=True, example="ARI-013")
    where: str | None = label("位置", "适用于哪一处：检查结果的“行”或所在的栏目名；不写就是整份文本")
    reason: Narrative | None = label("理由", required=True)
    approved_by: str | None = label("批准人", required=True)
    until: date | None = label("有效期至", "过了这一天豁免失效")
