"""Blank disclosures for clerks to fill in, written from the model and the form, so that no label is ever out of date."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import click

from generator.loading.files import Shelf
from generator.loading.records import FieldPlan, KeyedShape, ListShape, RecordShape, plans_of
from generator.loading.reference import load_reference
from generator.loading.scalars import NarrativeShape
from generator.model.department import DepartmentFile
from generator.model.disclosure import Text

if TYPE_CHECKING:
    from pathlib import Path

    from generator.loading.reference import Reference
    from generator.model.format import Form
    from generator.model.kinds import Kind, Year

_SLUG = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_HEAD = ("年度", "标题", "金额单位", "状态", "日期", "审查", "资料来源")
_TAIL = ("更正", "豁免")


def write_scaffold(content: Path, department: str, year: Year, kind: Kind, *, markdown: bool) -> Path:
    """Write an empty disclosure, and the department's own file if there is none; return the disclosure's path.

    Refuses a slug that cannot be an address, and never overwrites a file.
    """
    if _SLUG.fullmatch(department) is None:
        message = f"部门代号“{department}”不能用作网址；请用小写英文字母、数字和连字符，如 zjk-npc。"
        raise click.UsageError(message)
    folder = content / "departments" / department
    path = folder / str(year) / f"{kind.slug}{'.md' if markdown else '.yml'}"
    for existing in (path, path.with_suffix(".yml"), path.with_suffix(".md")):
        if existing.exists():
            message = f"{existing} 已经存在，没有改动。"
            raise click.ClickException(message)
    reference = load_reference(Shelf(content))
    form = _form(folder, year, kind, reference)
    path.parent.mkdir(parents=True, exist_ok=True)
    own = folder / "department.yml"
    if not own.exists():
        _write(own, _department(year, list(reference.regions)))
    _write(path, _markdown(form, year, kind) if markdown else _yaml(form, year, kind))
    return path


def _department(year: Year, regions: list[str]) -> str:
    lines = [_schema_line("department", 2), "名称:", f"  - 自: {year}", "    全称:"]
    return "\n".join([*lines, f"# 可选的地区代号：{'、'.join(regions)}", f"地区: {regions[0] if regions else ''}"]) + "\n"


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


def _form(folder: Path, year: Year, kind: Kind, reference: Reference) -> Form:
    shelf = Shelf(folder.parent.parent)
    file = shelf.record(folder / "department.yml", DepartmentFile)[0] if (folder / "department.yml").exists() else None
    region = reference.regions.get(file.region) if file else next(iter(reference.regions.values()), None)
    return reference.form(region, kind, year) if region else next(iter(reference.formats.values()))[kind]


def _schema_line(name: str, up: int) -> str:
    return f"# yaml-language-server: $schema={'../' * up}reference/schemas/{name}.json"


def _yaml(form: Form, year: Year, kind: Kind) -> str:
    labels = [*_HEAD, *(section.name for section in form.sections), *_TAIL]
    plans = plans_of(Text)
    lines = [_schema_line(kind.slug, 3), f"# {year}年{kind.value}。没有内容的项目可以删去；空着、0 和“不公开”是三回事。"]
    for label in labels:
        lines += ["", *_field(plans[label], "", _given(label, year))]
        if label == "公开表":
            lines += [f"#   {statement.title}:  # 也可以存为 statements/{statement.title}.csv" for statement in form.statements]
    return "\n".join(lines) + "\n"


def _markdown(form: Form, year: Year, kind: Kind) -> str:
    plans = plans_of(Text)
    prose = [section.name for section in form.sections if isinstance(plans[section.name].shape, NarrativeShape)]
    lines = ["---", _schema_line(kind.slug, 3)]
    for label in (*_HEAD, *(section.name for section in form.sections if section.name not in prose), *_TAIL):
        lines += ["", *_field(plans[label], "", _given(label, year))]
    lines.append("---")
    for label in prose:
        lines += ["", f"## {label}", ""]
    return "\n".join(lines) + "\n"


def _given(label: str, year: Year) -> str:
    return {"年度": str(year), "金额单位": "万元", "状态": "草案"}.get(label, "")


def _field(plan: FieldPlan, indent: str, value: str = "") -> list[str]:
    """Return the lines of one field; lists and groups are shown as comments, so that the blank file is sound."""
    note = [f"{indent}# {plan.note}"] if plan.note else []
    shape = plan.shape
    if isinstance(shape, RecordShape):
        inner = [line for each in plans_of(shape.record).values() for line in _field(each, indent + "  ")]
        return [*note, f"{indent}{plan.label}:", *inner]
    if isinstance(shape, ListShape) and isinstance(shape.item, RecordShape):
        labels = list(plans_of(shape.item.record))
        body = [f"{indent}#   {'- ' if position == 0 else '  '}{label}:" for position, label in enumerate(labels)]
        return [*note, f"{indent}{plan.label}:", *body]
    if isinstance(shape, KeyedShape):
        return [*note, f"{indent}{plan.label}:", f"{indent}#   （名称）: （内容）"]
    return [*note, f"{indent}{plan.label}:{' ' + value if value else ''}"]
