"""A Markdown file and a YAML file are two spellings of one form: headings become keys, their text becomes values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.loading.records import FieldPlan, KeyedShape, RecordShape, plans_of
from generator.loading.scalars import NarrativeShape, TextShape
from generator.source.markdown_file import joined
from generator.source.values import Mapping, MarkdownFile, Scalar, Section, Value

if TYPE_CHECKING:
    from generator.loading.reader import Reader
    from generator.model.record import Record

TITLE_LEVEL, SECTION_LEVEL = 1, 2


def assemble(file: MarkdownFile, record: type[Record], title: str, reader: Reader) -> Mapping:
    """Return the mapping that the same text would be in YAML. ``title`` is the label that a first-level heading fills."""
    whole = Mapping(dict(file.front_matter.entries), dict(file.front_matter.keys), file.front_matter.line, file.front_matter.column)
    plans = plans_of(record)
    for group in _groups(file.sections):
        head = group[0]
        if head.level == TITLE_LEVEL:
            _add(whole, title, head.heading, head.heading, reader)
            if head.body.text or len(group) > 1:
                reader.refuse("SRC-014", head.heading, "标题下面的文字不属于任何一节", "请在前面加上“## ”标题，如“## 部门职责”。")
            continue
        name = head.heading.text.strip()
        plan = plans.get(name)
        if plan is None:
            reader.refuse_unknown(head.heading, name, plans, "章节")
            continue
        _fill(whole, plan, group, reader)
    return whole


def _groups(sections: list[Section]) -> list[list[Section]]:
    """Return each first- or second-level section together with the deeper ones under it."""
    groups: list[list[Section]] = []
    for section in sections:
        if section.level <= SECTION_LEVEL or not groups:
            groups.append([section])
        else:
            groups[-1].append(section)
    return groups


def _fill(whole: Mapping, plan: FieldPlan, group: list[Section], reader: Reader) -> None:
    head, children = group[0], group[1:]
    shape = plan.shape
    if isinstance(shape, NarrativeShape | TextShape):
        _add(whole, plan.label, head.heading, joined(group), reader)
    elif isinstance(shape, RecordShape):
        inner = _inner(whole, plan, head, reader)
        if inner is None:
            return
        labels = {entry.attribute: name for name, entry in plans_of(shape.record).items()}
        if head.body.text:
            _add(inner, labels[shape.record.text_field or next(iter(labels))], head.heading, head.body, reader)
        for name, text in _children(children):
            _add(inner, name.text, name, text, reader)
    elif isinstance(shape, KeyedShape):
        inner = _inner(whole, plan, head, reader)
        if inner is not None:
            for name, text in _children(children):
                _add(inner, name.text, name, text, reader)
        if head.body.text:
            reader.refuse("SRC-014", head.body, f"“{plan.label}”下面的文字不属于任何一条", "请给每一条加上“### ”标题。")
    else:
        cure = f"请把“{plan.label}”写在文件开头的两行“---”之间。"
        reader.refuse("DAT-022", head.heading, f"“{plan.label}”不是一段文字，不能写成正文", cure)


def _inner(whole: Mapping, plan: FieldPlan, head: Section, reader: Reader) -> Mapping | None:
    """Return the mapping under ``plan``'s label, made if need be; front matter and text together fill one record."""
    existing = whole.entries.get(plan.label)
    if existing is None or (isinstance(existing, Scalar) and not existing.text.strip()):
        existing = Mapping({}, {}, head.heading.line, head.heading.column)
        whole.entries[plan.label] = existing
        whole.keys[plan.label] = head.heading
    if not isinstance(existing, Mapping):
        reader.refuse("DAT-022", head.heading, f"“{plan.label}”在文件开头已经写过", "同一项内容请只写一处。")
        return None
    return existing


def _children(sections: list[Section]) -> list[tuple[Scalar, Scalar]]:
    """Return (heading, text) of each third-level section, the deeper ones being part of its text."""
    groups: list[list[Section]] = []
    for section in sections:
        if section.level == SECTION_LEVEL + 1 or not groups:
            groups.append([section])
        else:
            groups[-1].append(section)
    return [(group[0].heading, joined(group)) for group in groups]


def _add(mapping: Mapping, label: str, key: Scalar, value: Value, reader: Reader) -> None:
    if label in mapping.entries:
        line = mapping.keys[label].line
        reader.refuse("DAT-022", key, f"“{label}”写了两处，第 {line} 行已经有一处", "同一项内容请只写一处。")
        return
    mapping.entries[label] = value
    mapping.keys[label] = key
