"""公开格式: what one place and time demands of a disclosure, as data."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, ClassVar

from generator.model.kinds import Kind
from generator.model.layout import layouts
from generator.model.narrative import Narrative
from generator.model.record import Record, label
from generator.quick import kept

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.model.layout import Layout


class Demand(Enum):
    """Whether the form demands a part."""

    __hash__ = object.__hash__  # An enumeration hashes its members' names anew each time, and slowly.

    REQUIRED = "必备"
    OPTIONAL = "可选"


class Classification(Enum):
    """Which code list a statement's rows follow."""

    __hash__ = object.__hash__  # An enumeration hashes its members' names anew each time, and slowly.

    FUNCTION = "支出功能分类"
    ECONOMY = "部门预算支出经济分类"
    NONE = "无"


class Depth(Enum):
    """How deep the codes must go."""

    __hash__ = object.__hash__  # An enumeration hashes its members' names anew each time, and slowly.

    CLASS = "类"
    GROUP = "款"
    ITEM = "项"


class CellKind(Enum):
    """What the cells of a column hold."""

    __hash__ = object.__hash__  # An enumeration hashes its members' names anew each time, and slowly.

    AMOUNT = "金额"
    TEXT = "文字"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column(Record):
    """One column of a statement, in the order of the printed form."""

    name: str = label("名称", required=True, example="基本支出")
    slug: str | None = label("代号", "英文代号，用于这一栏每个数字的地址，定了就不再改", address=True)
    kind: CellKind = label("类型", "金额或文字", default=CellKind.AMOUNT)
    group: str | None = label("分组", "两层表头的上层")


@dataclass(frozen=True, kw_only=True)
class StatementForm(Record):
    """How one public statement looks, and whether it must be there."""

    key_field: ClassVar[str | None] = "title"

    title: str = label("表名", required=True)
    slug: str = label("代号", "英文代号，用于地址，定了就不再改", required=True, address=True)
    full_title: str | None = label("全称", "印在表头的名称")
    demand: Demand = label("要求", default=Demand.REQUIRED)
    classification: Classification = label("科目", default=Classification.NONE)
    depth: Depth | None = label("级次", "科目编码应当细到哪一级")
    sides: tuple[str, ...] = label("分侧", "两栏式的表，如 收入、支出", default=())
    row_label: str = label("行名", "首列的表头", default="项目")
    columns: tuple[Column, ...] = label("栏目", default=())

    @kept
    def names(self) -> frozenset[str]:
        """Return the names of its columns."""
        return frozenset([column.name for column in self.columns])

    @kept
    def coded(self) -> bool:
        """Return whether rows carry classification codes."""
        return self.classification is not Classification.NONE

    @kept
    def layout(self) -> Callable[[tuple[str, ...]], Layout]:
        """Return what tells the layout of a statement in this form from the columns that its rows have."""
        return layouts({column.name: column.group for column in self.columns if column.kind is CellKind.AMOUNT})


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionForm(Record):
    """One written section, named by its label."""

    name: str = label("名称", required=True)
    heading: str | None = label("标题", "页面上的标题；不写就用名称")
    demand: Demand = label("要求", default=Demand.REQUIRED)


@dataclass(frozen=True, kw_only=True)
class Form(Record):
    """What is demanded of one kind of disclosure."""

    key_field: ClassVar[str | None] = "kind"

    kind: Kind = label("文种", required=True)
    basis: Narrative | None = label("依据")
    sections: tuple[SectionForm, ...] = label("章节", default=())
    statements: tuple[StatementForm, ...] = label("公开表", default=())

    @kept
    def by_title(self) -> dict[str, StatementForm]:
        """Return the forms of the statements by title."""
        return {form.title: form for form in reversed(self.statements)}

    @kept
    def demanded(self) -> tuple[str, ...]:
        """Return the names of the sections that must be there."""
        return tuple([section.name for section in self.sections if section.demand is Demand.REQUIRED])

    def statement(self, title: str) -> StatementForm | None:
        """Return the form of the statement called ``title``, or None where this form has none."""
        return self.by_title.get(title)


@dataclass(frozen=True, slots=True, kw_only=True)
class FormatFile(Record):
    """One file of ``reference/formats``: it says what differs from the format that it extends.

    ``hebei-2026.yml`` is the version of ``hebei`` from 2026 on; earlier years keep the earlier version.
    """

    name: str = label("名称", required=True, example="河北省")
    extends: str | None = label("继承", "所继承的格式的文件名")
    forms: tuple[Form, ...] = label("文种", default=())
