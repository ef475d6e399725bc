"""STR-010."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.names import misspellings, own_name, split_code
from generator.rules.rule import Basis, Outcome, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure
    from generator.model.record import Record

_UNIT = "单位"
"""The column of statements that names who spends."""


@rule("STR-010", Severity.ERROR, Basis("地方预决算公开操作规程（财预〔2016〕143号）", "第四条", read=False))
def unit_name_varies(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """同一个编码的单位，名称应当处处一样，并与登记的名称一致。

    为什么：名称不一样，读者会以为是两个单位；检索也会漏掉其中一个。
    怎么改：照部门登记（department.yml）的全称改正；登记写错的，改登记。
    """
    yield from _by_code(disclosure)
    yield from _misspelt(disclosure)


def _by_code(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    cells: list[tuple[str, Record, str]] = [(project.unit, project, "unit") for project in disclosure.text.projects if project.unit]
    for statement in disclosure.text.statements:
        form = disclosure.form.statement(statement.title)
        if form is not None and _UNIT in form.names:
            cells += [(cell, line, _UNIT) for line in statement.lines if isinstance(cell := line.cells.get(_UNIT), str)]
    units = {cell: (parts[0], own_name(parts[1])) for cell in dict.fromkeys([cell for cell, _, _ in cells]) if (parts := split_code(cell))}
    if not units:
        yield Outcome.NOT_APPLICABLE
    for code in dict.fromkeys([code for code, _ in units.values()]):
        registered = code == disclosure.department.file.code
        called = {name for each, name in units.values() if each == code}
        if called <= _registered(disclosure) if registered else len(called) == 1:
            continue
        names = [(units[cell][1], record, field) for cell, record, field in cells if cell in units and units[cell][0] == code]
        right = own_name(disclosure.department_name) if registered else Counter(name for name, _, _ in names).most_common(1)[0][0]
        allowed = _registered(disclosure) if registered else {right}
        also = next(((record.at(field),) for name, record, field in names if name in allowed), ())
        for name, record, field in names:
            if name not in allowed:
                message = f"编码{code}的单位这里印作“{name}”，{'登记的名称' if registered else '别处'}是“{right}”"
                yield Remark(record.at(field), message, "请改成登记的全称；登记写错的，改部门登记。", also, expected=right, actual=name)


def _registered(disclosure: Disclosure) -> set[str]:
    """Return the names that the department bears in this year, in full and in short."""
    year, full = disclosure.year, disclosure.department.name_in(disclosure.year)
    short = [name.short for name in disclosure.department.file.names if name.full == full and name.since <= year and name.short]
    return {own_name(name) for name in (full, disclosure.department_name, *short)}


def _misspelt(disclosure: Disclosure) -> Iterator[Remark]:
    names = {disclosure.department_name, *(name.full for name in disclosure.department.file.names)}
    names |= {unit.name for unit in disclosure.text.units.rows} if disclosure.text.units else set()
    prose = disclosure.prose
    wrong = [name for name in sorted(names) if any(misspellings(prose.distinct, name, names))]
    found = {start: (printed, name) for name in wrong for start, printed in misspellings(prose.text, name, names)}
    # The register is long; it is only asked when there is something to ask.
    others = {name.full for other in disclosure.register for name in other.file.names} if found else set()
    for start, (printed, name) in sorted(found.items()):
        if any(prose.text.startswith(other, start) for other in others):
            continue
        message = f"“{printed}”疑似“{name}”之误"
        yield Remark(prose.place(start), message, f"请改为“{name}”；确实是另一个名称的，不用改。", severity=Severity.WARNING)
