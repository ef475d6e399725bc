"""公开表 are read by their form: which columns there are is data, not code."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from generator.loading.scalars import SINGLE_VALUES, Schema, Shape
from generator.loading.spelling import single
from generator.model.format import CellKind, StatementForm
from generator.model.money import Figure, MoneyUnit
from generator.model.narrative import Narrative
from generator.model.record import FieldPlaces, RowPlaces
from generator.model.statement import Line, Statement
from generator.source.values import Labels, Mapping, Row, Scalar, Sequence, Value

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.loading.reader import Reader

_TEXT, _FIGURE = SINGLE_VALUES[str], SINGLE_VALUES[Figure]
CODE, NAME, SIDE = "科目编码", "科目名称", "栏"
ROWS, NOTE, UNIT = "行", "说明", "金额单位"


class StatementsShape(Shape):
    """Statements by title, each with its rows; titles and columns are those of the form."""

    def read(self, value: Value, reader: Reader) -> tuple[Statement, ...] | None:
        if isinstance(value, Scalar) and not value.text.strip():
            return ()
        if not isinstance(value, Mapping):
            reader.refuse("DAT-003", value, "公开表应当按表名分开写", "请写成“表名:”，下面是“行:”和“说明:”。")
            return None
        statements = []
        for title, entry in value.entries.items():
            form = _form_of(title, value.keys[title], reader)
            if form is not None:
                statements.append(read_statement(form, value.keys[title], entry, reader))
        return tuple(statements)

    def schema(self) -> Schema:
        row = {"type": "object", "additionalProperties": {"type": ["string", "number", "null"]}}
        properties = {
            UNIT: {"enum": [unit.value for unit in MoneyUnit]},
            ROWS: {"type": ["array", "null"], "items": row},
            NOTE: {"type": ["string", "null"], "description": "没有数据的表要在这里说明"},
        }
        statement = {"type": ["object", "string", "null"], "properties": properties, "additionalProperties": False}
        return {"type": ["object", "null"], "additionalProperties": statement}


def _form_of(title: str, key: Scalar, reader: Reader) -> StatementForm | None:
    if reader.form is None:
        return StatementForm(title=title, slug="statement")
    form = reader.form.statement(title)
    if form is None:
        reader.refuse_unknown(key, title, [known.title for known in reader.form.statements], "公开表")
    return form


def read_statement(form: StatementForm, key: Scalar, value: Value, reader: Reader) -> Statement:
    """Return one statement; text alone is its note, a list alone is its rows. Faults go to ``reader``."""
    if isinstance(value, Scalar):
        value = Mapping({NOTE: value}, {NOTE: value}, value.line, value.column)
    elif isinstance(value, Sequence):
        value = Mapping({ROWS: value}, {ROWS: key}, value.line, value.column)
    unit, outer = reader.unit, reader.unit
    lines: tuple[Line, ...] = ()
    note: Narrative | None = None
    names, marks = ["", "title"], [key.line, key.column, key.line, key.column]
    for name, entry in sorted(value.entries.items(), key=lambda pair: pair[0] != UNIT):
        names.append({UNIT: "unit", ROWS: "lines", NOTE: "note"}.get(name, name))
        marks += (entry.line, entry.column)
        if name == UNIT:
            unit = reader.unit = _unit(entry, reader) or outer
        elif name == NOTE:
            note = SINGLE_VALUES[Narrative].read(entry, reader)
        elif name == ROWS:
            lines = read_lines(form, entry, reader)
        else:
            reader.refuse_unknown(value.keys[name], name, (UNIT, ROWS, NOTE), "键")
    reader.unit = outer
    return Statement(title=form.title, unit=unit, lines=lines, note=note, places=FieldPlaces(reader.path, names, marks))


def _unit(value: Value, reader: Reader) -> MoneyUnit | None:
    scalar = single(value, reader)
    if scalar is None:
        return None
    words = [unit.value for unit in MoneyUnit]
    if scalar.text.strip() not in words:
        reader.refuse("DAT-012", scalar, f"“{scalar.text[:20]}”不是金额单位", f"请选一个：{'、'.join(words)}。")
        return None
    return MoneyUnit(scalar.text.strip())


def read_lines(form: StatementForm, value: Value, reader: Reader) -> tuple[Line, ...]:
    """Return the rows of a statement, from YAML or CSV alike."""
    if isinstance(value, Scalar) and not value.text.strip():
        return ()
    if not isinstance(value, Sequence):
        reader.refuse("DAT-004", value, "“行”应当是列表", "请每行另起一行，以“- ”开头。")
        return ()
    columns = _columns_of(form)
    lines = []
    for item in value.items:
        if type(item) is Row and (line := columns.plain_line(item, reader)) is not None:
            lines.append(line)
        elif isinstance(item, Mapping):
            lines.append(columns.line(item, reader))
        else:
            reader.refuse("DAT-003", item, "表的一行应当是一组“栏目: 数值”", "请写成“科目名称: …”“合计: …”。")
    return tuple(lines)


@lru_cache(maxsize=1 << 10)
def _columns_of(form: StatementForm) -> Columns:
    """Return what is known of a statement's columns before any row is read."""
    return Columns(form)


class RowPlan(NamedTuple):
    """How a row of certain labels becomes a line where all is plain: names of texts, columns of cells, what reads each of them."""

    names: tuple[str, ...]
    texts: tuple[str, ...]
    columns: tuple[str, ...]
    readers: tuple[Callable[[str], Any], ...]


class Columns:
    """The columns of one statement's form, by which its rows are read."""

    def __init__(self, form: StatementForm) -> None:
        """Take the form; one without columns takes any."""
        self.any = not form.columns
        self.sides = form.sides
        self.kinds = {column.name: column.kind for column in form.columns}
        self.labels = {NAME: "name", form.row_label: "name", CODE: "code", SIDE: "side"}
        self.plan = lru_cache(maxsize=1 << 8)(self._plan)

    def plain_line(self, row: Row, reader: Reader) -> Line | None:
        """Return a row whose texts are all plain, or None for any other."""
        plan = self.plan(row.labels, reader.unit)
        if plan is None:
            return None
        read = [read(text) for read, text in zip(plan.readers, row.texts, strict=True)]
        if not all(read):
            return None
        texts = dict(zip(plan.texts, read, strict=False))
        if self.sides and texts.get("side") not in self.sides:
            return None
        cells = dict(zip(plan.columns, read[len(plan.texts) :], strict=True))
        return Line(cells=cells, places=RowPlaces(reader.path, plan.names, row), **texts)

    def _plan(self, labels: Labels, unit: MoneyUnit) -> RowPlan | None:
        """Return the plan of a row, or None for an unknown column and where a cell stands before what names the row."""
        texts = [self.labels[name] for name in labels.names if name in self.labels]
        columns = labels.names[len(texts) :]
        if any(name in self.labels or not (self.any or name in self.kinds) for name in columns):
            return None
        shapes = [*([_TEXT] * len(texts)), *map(self.shape_of, columns)]
        readers = tuple([reader for shape in shapes if (reader := shape.by_text(unit)) is not None])
        return RowPlan(("", *texts, *columns), tuple(texts), columns, readers)

    def shape_of(self, column: str) -> Shape:
        """Return the spelling of a column's cells."""
        return _TEXT if self.kinds.get(column) is CellKind.TEXT else _FIGURE

    def line(self, row: Mapping, reader: Reader) -> Line:
        """Return any row, after noting what is wrong with it."""
        texts: dict[str, str] = {}
        cells: dict[str, Figure | str] = {}
        names, marks = [""], [row.line, row.column]
        for name, entry in row.entries.items():
            attribute = self.labels.get(name)
            if attribute is not None:
                texts[attribute] = _TEXT.read(entry, reader) or ""
            elif self.any or name in self.kinds:
                cell = self.shape_of(name).read(entry, reader)
                if cell is not None:
                    cells[name] = cell
            else:
                reader.refuse_unknown(row.keys[name], name, [*self.labels, *self.kinds], "栏目")
                continue
            names.append(attribute or name)
            marks += (entry.line, entry.column)
        if self.sides and texts.get("side") not in self.sides:
            at = 2 * names.index("side") if "side" in names else 0
            message = f"看不出这一行属于{'还是'.join(self.sides)}"
            reader.refuse_at("DAT-012", (marks[at], marks[at + 1]), message, f"请在“{SIDE}”里写{'或'.join(self.sides)}。")
        return Line(cells=cells, places=FieldPlaces(reader.path, names, marks), **texts)
