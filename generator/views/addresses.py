"""The permanent address of every figure on a disclosure's page, and what the figure is called when another one speaks of it.

An address is made of the table, the row and the column, each named by what a clerk does not change: the statement's 代号,
the row's code or, where it has none, a digest of its name; the column's 代号. Rows and columns that are added, removed
or moved leave the addresses of all others as they were.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.model.expenses import ITEMS
from generator.model.headlines import OPERATING
from generator.model.kinds import Direction
from generator.model.money import Money
from generator.views.language import kept_for_each, noted, say
from generator.views.row_address import RowAddress, digest, table_named, table_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.model.disclosure import Disclosure, Text
    from generator.model.format import StatementForm
    from generator.model.performance import Indicator, Project
    from generator.model.record import Record
    from generator.model.sections import Change, Flow, Part, PublicExpenses
    from generator.views.row_address import Columns

_NOT_ASCII_WORD = re.compile(r"[^a-z0-9]+")
# Columns as (field, key, name).
_MONEY = (("amount", "amount", noted("金额")),)
_MONEY_IN_ALL = (("total", "amount", noted("金额")),)
_TWO_YEARS = (("amount", "amount", noted("本年")), ("previous", "previous", noted("上年")), ("change", "change", noted("增减")))
_CHANGE, _CHANGE_OF_NOTHING = ("amount", "amount", noted("增减额")), ("direction", "amount", noted("增减额"))
_RATE = ("rate", "rate", noted("增减比例"))
_ASSET = (("quantity", "quantity", noted("数量")), ("value", "value", noted("价值")))
_PROCUREMENT = {
    "goods": noted("货物"), "works": noted("工程"), "services": noted("服务"), "small_and_medium": noted("面向中小企业"),
    "small_and_micro": noted("小微企业"), "total": noted("合计"),
}  # fmt: skip
_SCHEDULE = {
    "march": ("march", noted("3月底")), "june": ("june", noted("6月底")), "october": ("october", noted("10月底")),
    "december": ("december", noted("12月底")),
}  # fmt: skip
_TARGET = {"target": ("target", noted("指标值"))}
_VALUE = {"value": ("value", noted("值"))}
_FLOWS = {
    "income": (noted("收入构成"), noted("上年收入"), noted("收入合计")),
    "expenditure": (noted("支出构成"), noted("上年支出"), noted("支出合计")),
}
_EXPENSE_ITEMS = ("abroad", "vehicles", "vehicle_purchase", "vehicle_running", "reception", "total")
_PROJECT = {"budget": ("budget", noted("预算数")), "fiscal": ("fiscal", noted("其中：财政资金")), "other": ("other", noted("其他资金"))}


def project_anchors(projects: tuple[Project, ...]) -> list[str]:
    """Return one permanent ASCII anchor a project: from its code where it has one, else from its position."""
    used: dict[str, int] = {}
    result = []
    for position, project in enumerate(projects, 1):
        code = _NOT_ASCII_WORD.sub("-", (project.code or "").lower()).strip("-")
        anchor = f"project-{code or position}"
        used[anchor] = used.get(anchor, 0) + 1
        result.append(anchor if used[anchor] == 1 else f"{anchor}-{used[anchor]}")
    return result


def split_targets(indicators: Sequence[Indicator]) -> bool:
    """Return whether the form prints the values of indicators in three columns: sign, value and unit."""
    return any(indicator.target is None and (indicator.sign or indicator.value or indicator.scale) for indicator in indicators)


class Addresses:
    """Every row of a disclosure's page that has figures."""

    def __init__(self, disclosure: Disclosure, *, repeated: bool = False) -> None:
        """Take the disclosure; nothing else decides an address.

        With ``repeated`` those alone that the next year's text can repeat: of sections and of statements of two years.
        """
        self.rows: dict[int, RowAddress] = {}
        """By the record that a row shows."""
        self.single: dict[tuple[int, str], RowAddress] = {}
        """By record and field, where each field of a record has a row of its own."""
        self.tables: dict[str, list[tuple[RowAddress, Record]]] = {}
        """The rows with their records by the anchor of their table, in the order of the page."""
        self.used: dict[str, int] = {}
        self.projects = [] if repeated else project_anchors(disclosure.text.projects)
        """The anchors of the projects."""
        for statement in disclosure.text.statements:
            form = disclosure.form.statement(statement.title)
            if form is not None and not (repeated and _of_one_year(form)):
                table = table_of(form)
                for line in statement.lines:
                    self._add(line, table.line(line))
        self._add_sections(disclosure.text)
        if not repeated:
            self._add_projects(disclosure.text.projects)

    def row(self, record: Record, field: str = "") -> RowAddress | None:
        """Return the row of a record's figures, or None where it has none."""
        row = self.rows.get(id(record))
        return row if row is not None and (not field or field in row.columns) else self.single.get((id(record), field))

    def key(self, record: Record, field: str = "") -> str:
        """Return the address of a record's row, or the empty string."""
        row = self.row(record, field) if field else self.rows.get(id(record))
        return row.key if row else ""

    def _add(self, record: Record, row: RowAddress) -> None:
        used = self.used
        if row.key in used:
            used[row.key] += 1
            row = row.again(used[row.key])
        else:
            used[row.key] = 1
        self.rows[id(record)] = row
        self.tables.setdefault(row.anchor, []).append((row, record))

    def _add_single(self, anchor: str, title: str, record: Record, fields: Mapping[str, str], column: str = "") -> None:
        """Add figures that stand in a row of their own each, if they were printed; ``fields`` maps them to their noted names.

        ``column`` is the name of their column in addresses; without it they stand beside their name and in no table.
        """
        for field in [field for field in fields if getattr(record, field) is not None]:
            name = fields[field]
            row = table_named(anchor, title, ((field, column, name),)).row(field.replace("_", "-"), say(name))
            self.single[id(record), field] = row
            self.tables.setdefault(anchor, []).append((row, record))

    def _add_sections(self, text: Text) -> None:
        for slug, flow in (("income", text.income), ("expenditure", text.expenditure)):
            if flow is not None:
                self._add_flow(slug, flow)
        for change in text.changes.rows if text.changes else ():
            self._add_change(change)
        if text.operating is not None:
            self._add_single("operating", OPERATING, text.operating, {"amount": noted("本年安排"), "previous": noted("上年")})
        if text.public_expenses is not None:
            self._add_expenses(text.public_expenses)
        self._add_rest(text)

    def _add_change(self, change: Change) -> None:
        # What goes down is added with its sign; that nothing changed may be said by the direction alone.
        name = say("{name}（{direction}）", name=change.name, direction=say(change.direction.value)) if change.direction else change.name
        nothing = change.direction is Direction.SAME and not isinstance(change.amount, Money)
        amount = _CHANGE_OF_NOTHING if nothing else _CHANGE
        table = table_named("t-changes", noted("收支比上年增减变化"), (amount, _RATE) if change.rate else (amount,))
        self._add(change, table.row(f"r{digest(change.name)}", name))

    def _add_expenses(self, part: PublicExpenses) -> None:
        table = table_named("t-public-expenses", noted("财政拨款“三公”经费"), _TWO_YEARS)
        for field in _EXPENSE_ITEMS:
            item = getattr(part, field)
            if item is not None:
                self._add(item, table.row(field.replace("_", "-"), say(ITEMS[field][0])))

    def _add_rest(self, text: Text) -> None:
        if text.procurement is not None:
            self._add_single("t-procurement", noted("政府采购预算"), text.procurement, _PROCUREMENT, "amount")
        if text.assets is not None:
            anchor, title = "t-assets", noted("固定资产占用情况")
            self._add_single(anchor, title, text.assets, {"total": noted("固定资产金额"), "planned": noted("本年度拟购置")})
            table = table_named(anchor, title, _ASSET)
            for asset in text.assets.rows:
                self._add(asset, table.row(f"r{digest(asset.name)}", asset.name))
        for criterion in text.performance.rubric if text.performance else ():
            name = criterion.third or criterion.description or ""
            table = table_named("t-rubric", noted("部门整体支出绩效指标"), (("value", *_VALUE["value"]),))
            self._add(criterion, table.row(f"r{digest(name)}", name))

    def _add_projects(self, projects: Sequence[Project]) -> None:
        listed = any(project.budget is not None for project in projects)
        title, columns = say("项目一览"), _said(_PROJECT)
        sheets = {False: _said(_TARGET), True: _said(_VALUE)}
        schedule = _said(_SCHEDULE)
        for project, anchor in zip(projects, self.projects, strict=True):
            if listed:
                self._add(project, RowAddress("t-projects", title, columns, f"t-{anchor}-sum", project.name, project.name))
            self._add_project(project, f"t-{anchor}", schedule, sheets[split_targets(project.indicators)])

    def _add_project(self, project: Project, anchor: str, schedule: Columns, values: Columns) -> None:
        if project.schedule is not None:
            title, name = say("{project}：资金支出计划", project=project.name), say("累计支出进度")
            row = RowAddress(f"{anchor}-schedule", title, schedule, f"{anchor}-schedule-share", name, name)
            self._add(project.schedule, row)
        title = say("{project}：绩效指标", project=project.name)
        for indicator in project.indicators:
            name = indicator.third or indicator.description or ""
            self._add(indicator, RowAddress(anchor, title, values, f"{anchor}-r{digest(name)}", name, name))

    def _add_flow(self, slug: str, flow: Flow) -> None:
        anchor, (title, previous, total) = f"t-{slug}", _FLOWS[slug]
        self._add_single(anchor, title, flow, {"previous": previous})
        table = table_named(anchor, title, _MONEY)
        for part in _every_part(flow.parts):
            self._add(part, table.row(f"r{digest(part.name)}", part.name))
        if flow.total is not None:
            self._add(flow, table_named(anchor, title, _MONEY_IN_ALL).row("total", say(total)))


@kept_for_each
def _of_one_year(form: StatementForm) -> bool:
    return not any("本年" in column.name for column in form.columns)


def _said(columns: Mapping[str, tuple[str, str]]) -> dict[str, tuple[str, str]]:
    return {field: (key, say(name)) for field, (key, name) in columns.items()}


def _every_part(parts: tuple[Part, ...]) -> Iterator[Part]:
    for part in parts:
        yield part
        yield from _every_part(part.parts)
