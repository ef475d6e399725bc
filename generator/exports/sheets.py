"""Which sheets a disclosure fills: one a public statement, then projects, indicators, and the figures of the written parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.exports.facts import State, read_value
from generator.exports.workbook import Table
from generator.exports.worksheet import Heading, number_cell, state_cell, words_cell
from generator.model.format import CellKind
from generator.model.kinds import ProjectClass
from generator.model.money import Money, NoMoney
from generator.views.columns import LIST_TABLE
from generator.views.outline import outline
from generator.views.wording import UNSTATED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.exports.described import Described
    from generator.exports.facts import Fact
    from generator.exports.worksheet import Content
    from generator.model.format import Column, StatementForm
    from generator.model.money import MoneyUnit
    from generator.model.site import Site
    from generator.model.statement import Line, Statement

_NAME, _CODE, _WORDS, _LONG = 36, 18, 18, 44
_KINDS = {"部门预算": "预算", "部门决算": "决算", "绩效文本": "绩效"}
ABSENT = "没有内容的单元格：原文没有这一格。“空白”：原文有这一格而没有填。"

LEAD = (Heading("年度", 8), Heading("地区", 14), Heading("部门", 30), Heading("文种", 12), Heading("阶段", 8), Heading("金额单位", 10))
"""What stands before every row of a sheet that several disclosures share."""

_PROJECT = (("number", "序号", 8), ("code", "项目编码", 26), ("name", "项目名称", _NAME), ("project_class", "类别", 12),
            ("unit", "单位", 28), ("budget", "预算数", 16), ("fiscal", "其中财政资金", 16), ("other", "其他资金", 16))  # fmt: skip
_SCHEDULE = (("march", "3月底"), ("june", "6月底"), ("october", "10月底"), ("december", "12月底"))
_INDICATOR = (("first", "一级指标", 14), ("second", "二级指标", 18), ("third", "三级指标", 28), ("description", "绩效指标描述", _LONG))
_VALUE = (("sign", "符号", 8), ("value", "值", 14), ("scale", "单位（文字描述）", 24))
_BASIS = ("basis", "指标值确定依据", _LONG)


def tables_of(of: Described, facts: Sequence[Fact]) -> Iterator[Table]:
    """Yield the tables of one disclosure, the statements first; what has no rows has no table."""
    disclosure = of.disclosure
    for statement in disclosure.text.statements:
        if statement.lines:
            yield _statement(of, statement, disclosure.form.statement(statement.title))
    if disclosure.text.projects:
        yield _projects(of)
        yield from _indicators(of)
    performance = disclosure.text.performance
    if performance and performance.rubric:
        columns = (*_INDICATOR, *_VALUE, _BASIS)
        rows: list[Sequence[Content]] = [
            [_value(getattr(row, name), disclosure.text.unit) for name, _, _ in columns] for row in performance.rubric
        ]
        yield Table("rubric", "整体绩效指标", f"{of.title}：部门整体绩效指标", (ABSENT,), _headings(columns), rows)
    yield from _written(of, facts)


def shared(of: Described, table: Table) -> Table:
    """Return a table of one disclosure as the part of a sheet that all disclosures with the same columns share."""
    disclosure = of.disclosure
    lead = (
        number_cell(str(disclosure.year)), words_cell(disclosure.department.region.name), words_cell(disclosure.department_name),
        words_cell(disclosure.kind.value), words_cell(disclosure.kind.phase), words_cell(table.unit or disclosure.text.unit.value),
    )  # fmt: skip
    kind = _KINDS[disclosure.kind.value]
    name = f"{kind} {table.name}"
    rows: list[Sequence[Content]] = [(*lead, *row) for row in table.rows]
    columns = (*LEAD, *(column._replace(words=_apart(column.words)) for column in table.columns))
    return Table((kind, table.name, columns), name, f"{disclosure.kind.value}：{table.name}", (ABSENT,), columns, rows)


def _apart(words: str) -> str:
    """Return the header of a column, told apart from the columns that stand before every row."""
    return f"{words}（原表）" if any(words == heading.words for heading in LEAD) else words


def _headings(columns: Iterable[tuple[str, str, int]]) -> tuple[Heading, ...]:
    return tuple(Heading(words, width) for _, words, width in columns)


def _value(value: object, unit: MoneyUnit) -> Content:  # noqa: PLR0911 - one answer a kind of value
    """Return what a cell holds: a number in the unit of its column, else words; a number in another unit says so in words."""
    if value is None:
        return None
    if type(value) is str:
        return words_cell(value or State.BLANK.value)
    if type(value) is Money and value.unit is unit:
        return number_cell(f"{value.amount:f}")
    if isinstance(value, ProjectClass):
        return words_cell(value.value)
    if isinstance(value, NoMoney):
        return state_cell(value.value)
    number, words, own, state = read_value(value, unit)
    if number:
        return number_cell(number) if own in ("", "%", unit.value) else words_cell(f"{number}{own}")
    return words_cell(words or state)


def _said(text: str | None) -> Content:
    """Return a cell with a text, or none where there is no text."""
    return words_cell(text) if text else None


def _statement(of: Described, statement: Statement, form: StatementForm | None) -> Table:
    title = (form.full_title if form else None) or statement.title
    notes = [f"金额单位：{statement.unit.value}。{ABSENT}"]
    notes += [f"说明：{' '.join(statement.note.text.split())}"] if statement.note else []
    sides = bool(form and form.sides)
    coded = form.coded if form else any(line.code for line in statement.lines)
    lead = [Heading("栏", 8)] if sides else []
    lead += [Heading("科目编码", _CODE), Heading("科目名称", _NAME)] if coded else [Heading(form.row_label if form else "项目", _NAME)]
    names = _columns(statement, form)
    columns = _unique((*lead, *names.values()))
    rows: list[Sequence[Content]] = [_row(line, names, statement.unit, sides=sides, coded=coded) for line in statement.lines]
    return Table(statement.title, statement.title, f"{of.title}：{title}", tuple(notes), columns, rows, statement.unit.value)


def _columns(statement: Statement, form: StatementForm | None) -> dict[str, Heading]:
    """Return the headings of the columns by name: those of the form, or where it names none, those that are used."""
    if form and form.columns:
        return {column.name: _heading(column) for column in form.columns}
    return {name: Heading(name, _WORDS, amounts=True) for line in statement.lines for name in line.cells}


def _heading(column: Column) -> Heading:
    words = f"{column.group}：{column.name}" if column.group else column.name
    return Heading(words, _WORDS, amounts=column.kind is CellKind.AMOUNT)


def _row(line: Line, names: Iterable[str], unit: MoneyUnit, *, sides: bool, coded: bool) -> list[Content]:
    row: list[Content] = [_said(line.side)] if sides else []
    row += [_said(line.code), _said(line.name)] if coded else [_said(line.name)]
    cells = line.cells
    return row + [_value(cells.get(name), unit) for name in names]


def _unique(columns: Sequence[Heading]) -> tuple[Heading, ...]:
    """Return the columns under headers of which no two are equal, as a marked table demands."""
    used: dict[str, int] = {}
    result = []
    for column in columns:
        used[column.words] = used.get(column.words, 0) + 1
        result.append(column if used[column.words] == 1 else column._replace(words=f"{column.words}({used[column.words]})"))
    return tuple(result)


def _projects(of: Described) -> Table:
    unit = of.disclosure.text.unit
    rows: list[Sequence[Content]] = []
    for project in of.disclosure.text.projects:
        row = [_value(getattr(project, name), unit) for name, _, _ in _PROJECT]
        rows.append(row + [_value(getattr(project.schedule, name, None), unit) for name, _ in _SCHEDULE])
    amounts = {"budget", "fiscal", "other"}
    columns = (
        *(Heading(words, width, amounts=name in amounts) for name, words, width in _PROJECT),
        *(Heading(f"{words}累计支出（%）", 14, amounts=True) for _, words in _SCHEDULE),
    )
    return Table("projects", "项目", f"{of.title}：项目", (f"金额单位：{unit.value}。{ABSENT}",), columns, rows)


def _indicators(of: Described) -> Iterator[Table]:
    unit = of.disclosure.text.unit
    columns = (*_INDICATOR, ("target", "指标值", 22), *_VALUE, _BASIS)
    rows: list[Sequence[Content]] = [
        [_said(project.code), _said(project.name), *(_value(getattr(indicator, name), unit) for name, _, _ in columns)]
        for project in of.disclosure.text.projects
        for indicator in project.indicators
    ]
    if rows:
        headings = (Heading("项目编码", 26), Heading("项目名称", _NAME), *_headings(columns))
        yield Table("indicators", "绩效指标", f"{of.title}：绩效指标", (ABSENT,), headings, rows)


def _written(of: Described, facts: Sequence[Fact]) -> Iterator[Table]:
    """Yield the table of figures in the written parts, one a row: no two parts have the same columns."""
    written = {heading.anchor for heading in outline(of.disclosure)} - {"performance"}
    rows: list[Sequence[Content]] = [
        [_said(fact.part), _said(" / ".join(fact.group)), _said(fact.name), _said(fact.column),
         number_cell(fact.number) if fact.number else None, _said(fact.unit), _said(fact.words), _said(fact.state)]
        for fact in facts
        if fact.anchor in written
    ]  # fmt: skip
    if rows:
        columns = _headings(
            [("", "部分", 16), ("", "所属", 24), ("", "名称", _NAME), ("", "栏目", 16), ("", "数值", 16), ("", "单位", 8), ("", "文字", 14),
             ("", "状态", 10)]
        )  # fmt: skip
        yield Table("written", "文字部分的数据", f"{of.title}：文字部分的数据", (), columns, rows)


def list_of(written: Sequence[tuple[Described, int]]) -> Table:
    """Return the table of disclosures, each with the number of its facts."""
    rows: list[Sequence[Content]] = [
        [*map(_said, of.columns()[:4]), number_cell(of.columns()[4]), *map(_said, of.columns()[5:]), _said(of.disclosure.text.unit.value),
         _said(of.title), number_cell(str(count)), *map(_said, (of.published, of.revision, of.licence, of.address))]
        for of, count in written
    ]  # fmt: skip
    headings = _unique([Heading(column.header, _LIST_WIDTHS.get(column.key, 16)) for column in LIST_TABLE])
    return Table("disclosures", "公开文本", "公开文本", (), headings, rows)


def about_disclosure(of: Described) -> list[tuple[str, str]]:
    """Return what the first sheet of a disclosure's workbook says, as (name, value)."""
    disclosure = of.disclosure
    department = disclosure.department
    facts = [
        ("部门", disclosure.department_name),
        ("地区和级次", f"{department.region.name}（{department.level.value}）"),
        ("年度", f"{disclosure.year}年"),
        ("文种和阶段", f"{disclosure.kind.value}（{disclosure.kind.phase}）"),
        ("金额单位", disclosure.text.unit.value),
        ("公开日期", of.published or UNSTATED),
        ("最近更正", of.corrected or "没有更正"),
        ("版本", f"{of.revision}（源文件内容指纹的前 12 位）"),
        ("检查结果", f"{of.findings}处，见页面"),
        ("数据许可", licence(disclosure.site)),
        ("页面", of.address),
        *_CONVENTIONS,
    ]
    provenance = disclosure.text.provenance
    facts += [("资料来源", " ".join(provenance.text.split()))] if provenance else []
    facts += [("源文件", f"{source.path}，SHA-256 {source.sha256}") for source in disclosure.sources]
    noted = [statement for statement in disclosure.text.statements if not statement.lines and statement.note]
    return facts + [(f"《{statement.title}》", " ".join(statement.note.text.split())) for statement in noted if statement.note]


def about_many(site: Site, years: str, root: str) -> list[tuple[str, str]]:
    """Return what the first sheet of a workbook of many disclosures says, as (name, value)."""
    publisher = [("主办单位", site.publisher)] if site.publisher else []
    address = [("网站", root)] if root else []
    return [("网站名称", site.name), *publisher, *address, ("年度", years), ("数据许可", licence(site)), *_CONVENTIONS]


def licence(site: Site) -> str:
    """Return the licence of a site's data in words, with the address of its text, or that none is stated."""
    if not site.licence:
        return UNSTATED
    return f"{site.licence} {site.licence_address}" if site.licence_address else site.licence


_LIST_WIDTHS = {"id": 30, "department_name": 30, "title": 44, "address": 44}
_CONVENTIONS = (
    ("数字", "照公开文本原样，没有换算；单元格里带单位的数（如“3万元”）与所在的表单位不同。"),
    ("没有数字的单元格", f"{ABSENT}“不公开”：原文写明不公开。"),
    ("文字前的单引号", "以等号等符号开头的文字前加了单引号，免得被当成公式。"),
)
