"""Records are read by their own declaration: the labels, types and demands of the model's fields are the form."""

from __future__ import annotations

import dataclasses
import types
import typing
from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from generator.loading.scalars import SINGLE_VALUES, ChoiceShape, Schema, Shape, SlugShape
from generator.loading.statements import StatementsShape
from generator.model.money import Figure, MoneyUnit
from generator.model.record import FieldPlaces, Record, RowPlaces
from generator.model.statement import Statement
from generator.source.values import Labels, Mapping, Row, Scalar, Sequence, Value

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.loading.reader import Reader


_UNIT_LABEL = "金额单位"


@dataclasses.dataclass(frozen=True, slots=True)
class FieldPlan:
    """How one field is read: its attribute, its label on the form, its spelling, and whether it must be there."""

    attribute: str
    label: str
    shape: Shape
    required: bool
    note: str
    example: str


class ListShape(Shape):
    """Values written as a list; an entry that cannot be read is left out, with its finding."""

    def __init__(self, item: Shape) -> None:
        """Take the spelling of one entry."""
        self.item = item

    def read(self, value: Value, reader: Reader) -> tuple[Any, ...] | None:
        if isinstance(value, Scalar) and not value.text.strip():
            return ()
        if not isinstance(value, Sequence):
            reader.refuse("DAT-004", value, "这里应当是列表", "请每条另起一行，以“- ”开头。")
            return None
        read = self.item.read
        return tuple([entry for entry in [read(item, reader) for item in value.items] if entry is not None])

    def schema(self) -> Schema:
        return {"type": ["array", "null"], "items": self.item.schema()}


class KeyedShape(Shape):
    """Records written as ``key: value``, where the key fills a field of the record; order is kept."""

    def __init__(self, record: type[Record]) -> None:
        """Take the record, which names its key field."""
        self.record = RecordShape(record)

    def read(self, value: Value, reader: Reader) -> tuple[Record, ...] | None:
        if isinstance(value, Scalar) and not value.text.strip():
            return ()
        if not isinstance(value, Mapping):
            reader.refuse("DAT-003", value, "这里应当是一组“键: 值”", "请每条另起一行，写成“名称: 内容”。")
            return None
        records = []
        for key, entry in value.entries.items():
            record = self.record.read_keyed(value.keys[key], entry, reader)
            if record is not None:
                records.append(record)
        return tuple(records)

    def schema(self) -> Schema:
        return {"type": ["object", "null"], "additionalProperties": self.record.schema()}


class RecordShape(Shape):
    """One record, written as a group of ``label: value``."""

    def __init__(self, record: type[Record]) -> None:
        """Take the record's class."""
        self.record = record

    def read(self, value: Value, reader: Reader) -> Record | None:
        if type(value) is Row and (plan := _row_plan(self.record, value.labels, reader.unit)) is not None:
            read = [read(text) for read, text in zip(plan.readers, value.texts, strict=True)]
            if all(read):
                return self.record(places=RowPlaces(reader.path, plan.names, value), **dict(zip(plan.attributes, read, strict=True)))
        return self.read_keyed(None, value, reader)

    def read_keyed(self, key: Scalar | None, value: Value, reader: Reader) -> Record | None:
        """Return the record; ``key`` fills its key field. Text alone fills its text field, if it has one."""
        plans = plans_of(self.record)
        if isinstance(value, Scalar):
            text_field = self.record.text_field
            if text_field is None or _label_with_full_width_colon(value, plans):
                if value.text.strip() or key is not None:
                    self.refuse_text(value, reader)
                return None
            name = next(plan.label for plan in plans.values() if plan.attribute == text_field)
            value = Mapping({name: value}, {name: value}, value.line, value.column)
        if not isinstance(value, Mapping):
            reader.refuse("DAT-003", value, "这里应当是一组“键: 值”，却写成了列表", "请去掉行首的“- ”。")
            return None
        if key is not None:
            key_label = next(plan.label for plan in plans.values() if plan.attribute == self.record.key_field)
            value = Mapping({key_label: key} | value.entries, {key_label: key} | value.keys, key.line, key.column)
        return self.build(plans, value, reader)

    def build(self, plans: dict[str, FieldPlan], value: Mapping, reader: Reader) -> Record | None:
        attributes: dict[str, Any] = {}
        names, marks = [""], [value.line, value.column]
        unit = reader.unit
        if _UNIT_LABEL in plans:
            self.read_unit_first(plans, value, reader)
        for name, entry in value.entries.items():
            plan = plans.get(name)
            if plan is None:
                _refuse_key(value.keys[name], plans, reader)
                continue
            read = plan.shape.read(entry, reader)
            attribute = plan.attribute
            if read is not None:
                attributes[attribute] = read
            names.append(attribute)
            marks += (entry.line, entry.column)
            if type(entry) is Sequence:
                # Entries of a list of plain texts have no record of their own to know their places.
                for at, item in enumerate(entry.items):
                    if type(item) is Scalar:
                        names.append(f"{attribute}.{at}")
                        marks += (item.line, item.column)
        reader.unit = unit
        missing = [plan for plan in _required(self.record) if not (got := attributes.get(plan.attribute)) and got in (None, "", ())]
        for plan in missing:
            _refuse_missing(plan, names, marks, reader)
        return None if missing else self.record(places=FieldPlaces(reader.path, names, marks), **attributes)

    def read_unit_first(self, plans: dict[str, FieldPlan], value: Mapping, reader: Reader) -> None:
        """Amounts are read in the unit that the record itself names, wherever among its keys that stands."""
        plan = plans.get(_UNIT_LABEL)
        entry = value.entries.get(_UNIT_LABEL)
        if (
            plan is not None
            and isinstance(plan.shape, ChoiceShape)
            and isinstance(entry, Scalar)
            and entry.text.strip() in plan.shape.words
        ):
            reader.unit = MoneyUnit(entry.text.strip())

    def refuse_text(self, value: Scalar, reader: Reader) -> None:
        name = _label_with_full_width_colon(value, plans_of(self.record))
        if name:
            position = (value.line, value.column + len(name))
            reader.refuse_at("SRC-006", position, f"“{name}”后面是全角冒号“：”", f"请改成半角冒号加一个空格：“{name}: ”。")
        elif not value.text.strip():
            reader.refuse("DAT-003", value, "这里是空的", "请填写内容，或者删去这一条。")
        else:
            known = "、".join(list(plans_of(self.record))[:4])
            reader.refuse("DAT-003", value, f"“{value.text[:20]}”应当是一组“键: 值”", f"请另起一行填写：{known}……")

    def schema(self) -> Schema:
        return {"$ref": f"#/$defs/{self.record.__name__}"}


def _refuse_key(key: Scalar, plans: dict[str, FieldPlan], reader: Reader) -> None:
    if key.text.isdigit():
        cure = "花括号里的逗号会把数字拆成两截，请去掉千分位的逗号，或者给数字加上半角双引号。"
        reader.refuse("DAT-008", key, f"“{key.text}”不是栏目名，像是数字的后半截", cure)
    else:
        reader.refuse_unknown(key, key.text, plans, "键")


def _label_with_full_width_colon(value: Scalar, plans: dict[str, FieldPlan]) -> str:
    """Return the label that text begins with where “：” makes text of what was meant as a key, else the empty string."""
    name, colon, _ = value.text.partition("：")
    return name if colon and name in plans and not value.quoted and not value.block else ""


def _refuse_missing(plan: FieldPlan, names: list[str], marks: list[int], reader: Reader) -> None:
    """Refuse a record for a field that is not there or empty; ``names`` and ``marks`` are those of its :class:`FieldPlaces`."""
    at = 2 * names.index(plan.attribute) if plan.attribute in names else 0
    if at == 0 and not reader.partial:
        example = f"，如“{plan.label}: {plan.example}”" if plan.example else ""
        reader.refuse_at("DAT-002", (marks[0], marks[1]), f"缺少“{plan.label}”", f"请补上{example}。")
    elif at > 0 and not any(finding.place.line == marks[at] for finding in reader.findings):
        reader.refuse_at("DAT-002", (marks[at], marks[at + 1]), f"“{plan.label}”是空的", f"请填写，如“{plan.example or '……'}”。")


@dataclasses.dataclass(frozen=True, slots=True)
class RowPlan:
    """How a row of certain labels becomes a record where all is plain: what reads each text, and which field it fills."""

    attributes: tuple[str, ...]
    names: tuple[str, ...]
    readers: tuple[Callable[[str], Any], ...]


@lru_cache(maxsize=1 << 12)
def _row_plan(record: type[Record], labels: Labels, unit: MoneyUnit) -> RowPlan | None:
    """Return the plan of a row, or None where no row of these labels is read by its texts alone."""
    plans = plans_of(record)
    fields = [plans[name] for name in labels.names if name in plans]
    readers = [reader for field in fields if (reader := field.shape.by_text(unit)) is not None]
    if len(readers) < len(labels.names) or _UNIT_LABEL in plans or not set(_required(record)) <= set(fields):
        return None
    attributes = tuple([field.attribute for field in fields])
    return RowPlan(attributes, ("", *attributes), tuple(readers))


_PLANS: dict[type[Record], dict[str, FieldPlan]] = {}
_REQUIRED: dict[type[Record], list[FieldPlan]] = {}


def _required(record: type[Record]) -> list[FieldPlan]:
    if record not in _REQUIRED:
        _REQUIRED[record] = [plan for plan in plans_of(record).values() if plan.required]
    return _REQUIRED[record]


def plans_of(record: type[Record]) -> dict[str, FieldPlan]:
    """Return how each field of a record is read, by its label, in the order of the form."""
    if record not in _PLANS:
        _PLANS[record] = _plans(record)
    return _PLANS[record]


def _plans(record: type[Record]) -> dict[str, FieldPlan]:
    hints = typing.get_type_hints(record)
    return {
        entry.metadata["label"]: FieldPlan(
            entry.name,
            entry.metadata["label"],
            SlugShape() if entry.metadata["address"] else shape_of(hints[entry.name]),
            entry.metadata["required"],
            entry.metadata["note"],
            entry.metadata["example"],
        )
        for entry in dataclasses.fields(record)
        if "label" in entry.metadata
    }


def shape_of(annotation: Any) -> Shape:  # noqa: PLR0911 - one answer a kind of type
    """Return the spelling of a field's type. A type that has none is a mistake in the model."""
    if annotation in SINGLE_VALUES:
        return SINGLE_VALUES[annotation]
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin in (typing.Union, types.UnionType):
        kept = [argument for argument in arguments if argument is not type(None)]
        return SINGLE_VALUES[Figure] if set(kept) == set(typing.get_args(Figure)) else shape_of(kept[0])
    if origin is tuple:
        item = arguments[0]
        if item is Statement:
            return StatementsShape()
        if isinstance(item, type) and issubclass(item, Record):
            return KeyedShape(item) if item.key_field else ListShape(RecordShape(item))
        return ListShape(shape_of(item))
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return ChoiceShape(annotation)
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return RecordShape(annotation)
    message = f"no spelling for {annotation!r}"
    raise TypeError(message)
