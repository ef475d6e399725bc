"""The permanent address of every figure on a disclosure's page, and what the figure is called when another one speaks of it.

An address is made of the table, the row and the column, each named by what a clerk does not change: the statement's 代号,
the row's code or, where it has none, a digest of its name; the column's 代号. Rows and columns that are added, removed
or moved leave the addresses of all others as they were.
"""

from __future__ import annotations

import re
import zlib
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from generator.model.expenses import ITEMS
from generator.model.headlines import OPERATING
from generator.model.kinds import Direction
from generator.model.money import Money
from generator.views.language import kept_for_each, noted, remembered, say

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.model.disclosure import Disclosure, Text
    from generator.model.format import StatementForm
    from generator.model.performance import Indicator, Project
    from generator.model.record import Record
    from generator.model.sections import Flow, Part, PublicExpenses
    from generator.model.statement import Statement

    _Columns = Mapping[str, tuple[str, str]]

_NOT_ASCII_WORD = re.compile(r"[^a-z0-9]+")
_CODE = re.compile(r"[0-9]+")
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_TOTALS = {"合计": "total", "总计": "total"}
_MONEY = {"amount": ("amount", noted("金额"))}
_TWO_YEARS = {"amount": ("amount", noted("本年")), "previous": ("previous", noted("上年")), "change": ("change", noted("增减"))}
_CHANGES = ("t-changes", noted("收支比上年增减变化"))
_EXPENSES = ("t-public-expenses", noted("财政拨款“三公”经费"))
_ASSETS = ("t-assets", noted("固定资产占用情况"))
_PROJECTS = ("t-projects", noted("项目一览"))
_RUBRIC = ("t-rubric", noted("部门整体支出绩效指标"))
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


class RowAddress(NamedTuple):
    """One row of a table: the table's anchor and title, the row's own address and name, and its columns by field as (key, name).

    A figure that stands alone beside its name is a row whose only column has no key.
    """

    record: Record
    anchor: str
    title: str
    key: str
    name: str
    columns: Mapping[str, tuple[str, str]]

    def cell(self, field: str) -> str:
        """Return the address of the figure in a field of this row."""
        column = self.columns[field][0]
        return f"{self.key}-{column}" if column else self.key


@lru_cache(maxsize=1 << 14)
def digest(name: str) -> str:
    """Return five ASCII characters that stand for a Chinese name; blanks in it do not count."""
    number = zlib.crc32("".join(name.split()).encode())
    return "".join(_DIGITS[number // 36**place % 36] for place in range(5))


@kept_for_each
def columns_of(form: StatementForm) -> dict[str, tuple[str, str]]:
    """Return the columns of a statement by name, as (key, name): its 代号, or a digest of its name where the form gives none."""
    return {column.name: (column.slug or f"c{digest(column.name)}", column.name) for column in form.columns}


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


def column_address(anchor: str, key: str) -> str:
    """Return the address of a column's header."""
    return f"{anchor}-column-{key}"


def split_targets(indicators: Sequence[Indicator]) -> bool:
    """Return whether the form prints the values of indicators in three columns: sign, value and unit."""
    return any(indicator.target is None and (indicator.sign or indicator.value or indicator.scale) for indicator in indicators)


class Addresses:
    """Every row of a disclosure's page that has figures."""

    def __init__(self, disclosure: Disclosure, *, projects: bool = True) -> None:
        """Take the disclosure; nothing else decides an address. Without ``projects`` theirs, half of all, are left out."""
        self.rows: dict[int, RowAddress] = {}
        """By the record that a row shows."""
        self.single: dict[tuple[int, str], RowAddress] = {}
        """By record and field, where each field of a record has a row of its own."""
        self.used: dict[str, int] = {}
        for statement in disclosure.text.statements:
            form = disclosure.form.statement(statement.title)
            if form is not None:
                self._add_statement(statement, form)
        self._add_sections(disclosure.text)
        if projects:
            self._add_projects(disclosure.text)

    def row(self, record: Record, field: str = "") -> RowAddress | None:
        """Return the row of a record's figures, or None where it has none."""
        row = self.rows.get(id(record))
        return row if row is not None and (not field or field in row.columns) else self.single.get((id(record), field))

    def tables(self) -> dict[str, list[RowAddress]]:
        """Return the rows by the anchor of their table."""
        tables: dict[str, list[RowAddress]] = {}
        for row in (*self.single.values(), *self.rows.values()):
            tables.setdefault(row.anchor, []).append(row)
        return tables

    def key(self, record: Record, field: str = "") -> str:
        """Return the address of a record's row, or the empty string."""
        row = self.row(record, field) if field else self.rows.get(id(record))
        return row.key if row else ""

    def _add_statement(self, statement: Statement, form: StatementForm) -> None:
        anchor, columns = f"t-{form.slug}", columns_of(form)
        table = (anchor, form.full_title or form.title)
        for line in statement.lines:
            key, name = _line_address(line.code, line.name, line.side)
            self._add(table, line, f"{anchor}-{key}", name, columns)

    def _add(self, table: tuple[str, str], record: Record, key: str, name: str, columns: Mapping[str, tuple[str, str]]) -> None:
        used = self.used
        if key in used:
            used[key] += 1
            key = f"{key}-{used[key]}"
        else:
            used[key] = 1
        self.rows[id(record)] = RowAddress(record, table[0], table[1], key, name, columns)

    def _add_single(self, table: tuple[str, str], record: Record, fields: Mapping[str, str], column: str = "") -> None:
        """Add figures that stand in a row of their own each, if they were printed; ``fields`` maps them to their noted names.

        ``column`` is the name of their column in addresses; without it they stand beside their name and in no table.
        """
        slug, title = table[0], say(table[1])
        for field in [field for field in fields if getattr(record, field) is not None]:
            key, name = f"{slug}-{field.replace('_', '-')}", say(fields[field])
            self.single[id(record), field] = RowAddress(record, slug, title, key, name, {field: (column, name)})

    def _add_sections(self, text: Text) -> None:
        for slug, flow in (("income", text.income), ("expenditure", text.expenditure)):
            if flow is not None:
                self._add_flow(slug, flow)
        if text.changes is not None:
            for row in text.changes.rows:
                # What goes down is added with its sign; that nothing changed may be said by the direction alone.
                name = say("{name}（{direction}）", name=row.name, direction=say(row.direction.value)) if row.direction else row.name
                field = "direction" if row.direction is Direction.SAME and not isinstance(row.amount, Money) else "amount"
                columns = {field: ("amount", say("增减额")), **({"rate": ("rate", say("增减比例"))} if row.rate else {})}
                self._add((_CHANGES[0], say(_CHANGES[1])), row, f"t-changes-r{digest(row.name)}", name, columns)
        if text.operating is not None:
            self._add_single(("operating", OPERATING), text.operating, {"amount": noted("本年安排"), "previous": noted("上年")})
        if text.public_expenses is not None:
            self._add_expenses(text.public_expenses)
        self._add_rest(text)

    def _add_expenses(self, part: PublicExpenses) -> None:
        table, columns = (_EXPENSES[0], say(_EXPENSES[1])), _said(_TWO_YEARS)
        for field in _EXPENSE_ITEMS:
            item = getattr(part, field)
            if item is not None:
                self._add(table, item, f"t-public-expenses-{field.replace('_', '-')}", say(ITEMS[field][0]), columns)

    def _add_rest(self, text: Text) -> None:
        if text.procurement is not None:
            self._add_single(("t-procurement", noted("政府采购预算")), text.procurement, _PROCUREMENT, "amount")
        if text.assets is not None:
            self._add_single(_ASSETS, text.assets, {"total": noted("固定资产金额"), "planned": noted("本年度拟购置")})
            table, columns = (_ASSETS[0], say(_ASSETS[1])), {"quantity": ("quantity", say("数量")), "value": ("value", say("价值"))}
            for asset in text.assets.rows:
                self._add(table, asset, f"t-assets-r{digest(asset.name)}", asset.name, columns)
        table, columns = (_RUBRIC[0], say(_RUBRIC[1])), _said(_VALUE)
        for criterion in text.performance.rubric if text.performance else ():
            name = criterion.third or criterion.description or ""
            self._add(table, criterion, f"t-rubric-r{digest(name)}", name, columns)

    def _add_projects(self, text: Text) -> None:
        listed = any(project.budget is not None for project in text.projects)
        table, columns = (_PROJECTS[0], say(_PROJECTS[1])), _said(_PROJECT)
        sheets = {False: _said(_TARGET), True: _said(_VALUE)}
        schedule = _said(_SCHEDULE)
        for project, anchor in zip(text.projects, project_anchors(text.projects), strict=True):
            if listed:
                self._add(table, project, f"t-{anchor}-sum", project.name, columns)
            self._add_project(project, f"t-{anchor}", schedule, sheets[split_targets(project.indicators)])

    def _add_project(self, project: Project, anchor: str, schedule: _Columns, values: _Columns) -> None:
        if project.schedule is not None:
            table = (f"{anchor}-schedule", say("{project}：资金支出计划", project=project.name))
            self._add(table, project.schedule, f"{anchor}-schedule-share", say("累计支出进度"), schedule)
        table = (anchor, say("{project}：绩效指标", project=project.name))
        for indicator in project.indicators:
            name = indicator.third or indicator.description or ""
            self._add(table, indicator, f"{anchor}-r{digest(name)}", name, values)

    def _add_flow(self, slug: str, flow: Flow) -> None:
        title, previous, total = _FLOWS[slug]
        self._add_single((f"t-{slug}", title), flow, {"previous": previous})
        table, columns = (f"t-{slug}", say(title)), _said(_MONEY)
        for part in _every_part(flow.parts):
            self._add(table, part, f"t-{slug}-r{digest(part.name)}", part.name, columns)
        if flow.total is not None:
            self._add(table, flow, f"t-{slug}-total", say(total), {"total": columns["amount"]})


def _said(columns: Mapping[str, tuple[str, str]]) -> dict[str, tuple[str, str]]:
    return {field: (key, say(name)) for field, (key, name) in columns.items()}


@remembered(maxsize=1 << 14)
def _line_address(code: str, name: str, side: str) -> tuple[str, str]:
    """Return the end of a line's address, and what the line is called."""
    called = f"{code} {name}" if code else say("{side}侧{name}", side=side, name=name) if side else name
    if _CODE.fullmatch(code):
        return code, called
    bare = "".join(name.split())
    return _TOTALS.get(bare) or f"r{digest(side + code + bare)}", called


def _every_part(parts: tuple[Part, ...]) -> Iterator[Part]:
    for part in parts:
        yield part
        yield from _every_part(part.parts)
