"""公开表 are read by their form: which columns there are is data, not code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.loading.scalars import SINGLE_VALUES, Schema
from generator.loading.spelling import single
from generator.model.format import CellKind, StatementForm
from generator.model.money import Figure, MoneyUnit
from generator.model.narrative import Narrative
from generator.model.record import Places
from generator.model.statement import Line, Statement
from generator.source.values import Mapping, Scalar, Sequence, Value

if TYPE_CHECKING:
    from generator.loading.reader import Reader

_TEXT, _FIGURE = SINGLE_VALUES[str], SINGLE_VALUES[Figure]
CODE, NAME, SIDE = "科目编码", "科目名称", "栏"
ROWS, NOTE, UNIT = "行", "说明", "金额单位"


class StatementsShape:
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
    return Statement(title=form.title, unit=unit, lines=lines, note=note, places=Places(reader.path, names, marks))


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
    kinds = {column.name: column.kind for column in form.columns}
    labels = {NAME: "name", form.row_label: "name", CODE: "code", SIDE: "side"}
    lines = []
    for item in value.items:
        if isinstance(item, Mapping):
            lines.append(_line(form, kinds, labels, item, reader))
        else:
            reader.refuse("DAT-003", item, "表的一行应当是一组“栏目: 数值”", "请写成“科目名称: …”“合计: …”。")
    return tuple(lines)


def _line(form: StatementForm, kinds: dict[str, CellKind], labels: dict[str, str], row: Mapping, reader: Reader) -> Line:
    texts: dict[str, str] = {}
    cells: dict[str, Figure | str] = {}
    names, marks = [""], [row.line, row.column]
    for name, entry in row.entries.items():
        attribute = labels.get(name)
        kind = kinds.get(name)
        if attribute is None and kind is None and form.columns:
            reader.refuse_unknown(row.keys[name], name, [*labels, *kinds], "栏目")
            continue
        if attribute is not None:
            texts[attribute] = _TEXT.read(entry, reader) or ""
        else:
            cell = (_TEXT if kind is CellKind.TEXT else _FIGURE).read(entry, reader)
            if cell is not None:
                cells[name] = cell
        names.append(attribute or name)
        marks += (entry.line, entry.column)
    if form.sides and texts.get("side") not in form.sides:
        at = 2 * names.index("side") if "side" in names else 0
        message = f"看不出这一行属于{'还是'.join(form.sides)}"
        reader.refuse_at("DAT-012", (marks[at], marks[at + 1]), message, f"请在“{SIDE}”里写{'或'.join(form.sides)}。")
    return Line(cells=cells, places=Places(reader.path, names, marks), **texts)
