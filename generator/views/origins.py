"""来历: how each figure of a disclosure comes about, from the very sums that the rules have judged.

Nothing here adds up: a formula is shown because a rule has made it, with what came of it. A rule that is not in force, or
that could not run, shows nothing, so that no figure looks checked that was not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.entry import Across, Down, Related, Repeated, words
from generator.model.money import Money
from generator.model.performance import Criterion, Indicator, Schedule
from generator.model.statement import Line
from generator.rules.rule import Outcome
from generator.views.blocks import Check, Operand, OriginRow, Origins
from generator.views.judged import rule_address
from generator.views.language import noted, remembered, say
from generator.views.operands import column_of, operand_of, short, whole_of
from generator.views.outside import Outside

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.check import Judgement
    from generator.model.disclosure import Disclosure
    from generator.model.entry import Compared, Identity
    from generator.model.kinds import Kind
    from generator.model.record import Record
    from generator.model.site import Site
    from generator.source.place import Place
    from generator.views.addresses import Addresses, RowAddress

_AGREES = noted("相符")
_UNITS: dict[type[Record], str] = {Schedule: "%", Indicator: noted("写在各行里"), Criterion: noted("写在各行里")}
"""The units of tables that are not of money."""
_LISTED = (Indicator, Criterion)
"""Rows that nothing adds up: a page has a hundred, and one sentence tells where all of them are written."""


def origins(disclosure: Disclosure, addresses: Addresses, judgement: Judgement, answer: tuple[str, str] = ("", "")) -> dict[str, Origins]:
    """Return the account of each table by its anchor.

    ``answer`` is what stands before and behind a figure's address in that of a letter about it, as ``Feedback.at`` returns it.
    """
    found = _Formulas(disclosure, addresses, judgement)
    for code, compared in judgement.compared:
        found.take(code, compared)
    units = {id(line): statement.unit.value for statement in disclosure.text.statements for line in statement.lines[:1]}
    unit = disclosure.text.unit.value
    promised = _promised(judgement)
    said = {}
    for anchor, rows in addresses.tables().items():
        path = rows[0].record.places.path
        kind = type(rows[0].record)
        if kind in _UNITS:
            facts = _facts(disclosure.year, disclosure.kind, say(_UNITS[kind]), path) + promised
        else:
            facts = _facts(disclosure.year, disclosure.kind, units.get(id(rows[0].record), unit), path)
        source = _Source(path, disclosure.site)
        if kind in _LISTED:
            said[anchor] = Origins(rows[0].title, facts, rows=(source.listed(rows),), answer=answer)
        else:
            said[anchor] = Origins(rows[0].title, facts, found.common(rows), tuple([found.row(row, source) for row in rows]), answer)
    return said


@remembered(maxsize=64)
def _facts(year: int, kind: Kind, unit: str, path: str) -> str:
    return say("{year}年{phase}，单位：{unit}，写在源文件 {path} 里。", year=year, phase=say(kind.phase), unit=unit, path=path)


def _promised(judgement: Judgement) -> str:
    """Return how the rules of 绩效 came out, which judge indicators and schedules otherwise than by adding up."""
    outcomes = [outcome for code, outcome in judgement.outcomes.items() if code.startswith("PER-")]
    passed, failed = outcomes.count(Outcome.PASSED), outcomes.count(Outcome.FAILED)
    return say("绩效方面的规则通过{passed}条，不通过{failed}条，列在“检查结果”里。", passed=passed, failed=failed) if outcomes else ""


class _Source:
    """Where the rows of a table are written, in words and as an address."""

    def __init__(self, path: str, site: Site) -> None:
        self.path = path
        self.site = site

    def lines(self, row: RowAddress) -> tuple[str, str]:
        """Return the lines on which a row's figures stand, and the address of the first."""
        places = row.record.places
        if type(row.record) is Line and len(row.columns) > 1:
            first, last = places.extent
        else:
            lines = places.lines(row.columns)
            first, last = min(lines), max(lines)
        line = _lines(first, last)
        if places.path != self.path:
            line = f"{places.path} {line}"
        return line, self.site.source_at(places.path, first)

    def listed(self, rows: Sequence[RowAddress]) -> OriginRow:
        """Return all rows of a table as one."""
        lines = [row.record.places.lines(row.columns)[0] for row in rows]
        first = self.site.source_at(self.path, lines[0])
        said = say("各行依次在第{lines}行", lines="、".join(map(str, lines)))
        return OriginRow(Operand(rows[0].title, rows[0].anchor), said, first)


class _Formulas:
    """The formulas by the row or the table that they belong to, alike ones together."""

    def __init__(self, disclosure: Disclosure, addresses: Addresses, judgement: Judgement) -> None:
        self.addresses = addresses
        self.outside = Outside(disclosure, addresses)
        self.numbers: dict[tuple[str, str, int, int], int] = {}
        for number, finding in enumerate(judgement.findings, 1):
            place = finding.place
            self.numbers.setdefault((finding.code, place.path, place.line, place.column), number)
        self.waived = {(finding.code, finding.place) for finding in judgement.waived}
        self.across: dict[str, list[tuple[str, Across]]] = {}
        self.same: dict[str, dict[tuple[str, str, str, str], list[tuple[RowAddress, RowAddress]]]] = {}
        """By table: (rule, column, the other table, its column) → the rows of one name in which they are the same."""
        self.down: dict[str, dict[tuple[str, tuple[int, ...]], tuple[Sequence[Record], list[str]]]] = {}
        self.single: dict[str, list[Check]] = {}

    def take(self, code: str, each: Compared) -> None:
        """Put a formula where it is shown."""
        if isinstance(each, Across):
            if each.records and (row := self.addresses.row(each.records[0])):
                self.across.setdefault(row.anchor, []).append((code, each))
        elif isinstance(each, Down):
            self._take_down(code, each.record, each.records, each.fields)
        elif isinstance(each, Related):
            self._take_related(code, each)
        elif isinstance(each, Repeated):
            self._take_repeated(code, each)
        else:
            self._take(code, each)

    def _take_down(self, code: str, record: Record, records: Sequence[Record], fields: Sequence[str]) -> None:
        row = self.addresses.row(record)
        filled = [field for field in fields if _filled(record, field)]
        if row is not None and filled and records:
            groups = self.down.setdefault(row.key, {})
            groups.setdefault((code, tuple(map(id, records))), (records, []))[1].extend(filled)

    def _take(self, code: str, identity: Identity) -> None:
        record, field, parts, mismatch = identity
        row = self.addresses.row(record, field)
        if row is None:
            return
        if mismatch is None and len(parts) == 1:
            self._take_same(code, row, field, *parts[0])
        elif mismatch is None and all(name == field and self._beside(row, other) for other, name in parts):
            self._take_down(code, record, [other for other, _ in parts], (field,))
        else:
            shown = [(other, name) for each, name in parts if (other := self.addresses.row(each, name))]
            if len(shown) < len(parts):
                return
            operands = tuple(operand_of(other, name, row, field) for other, name in shown)
            relation, outcome, mark = self._outcome(code, identity)
            self._add(row, Check(whole_of(row, field), operands, outcome, code, rule_address(code), relation, mark))

    def _take_related(self, code: str, each: Related) -> None:
        """Put a bound at either of two figures, everything else at the figure that was compared."""
        row = self.addresses.row(each.record, each.field)
        shown = [(other, name) for record, name in each.parts if (other := self.addresses.row(record, name))]
        if row is None or len(shown) < len(each.parts):
            return
        outcome, mark = say(_AGREES), 0
        if each.wrong is not None:
            outcome = say("不符，已豁免") if (code, each.wrong) in self.waived else say("不符")
            mark = self._number(code, each.wrong)
        operands = (*(operand_of(other, name, row, each.field) for other, name in shown), *map(self.outside.told, each.told))
        rule = rule_address(code)
        self._add(row, Check(whole_of(row, each.field), operands, outcome, code, rule, each.relation, mark, each.sign))
        if len(shown) == 1 and each.relation == "≥":
            ((other, name),) = shown
            self._add(other, Check(whole_of(other, name), (operand_of(row, each.field, other, name),), outcome, code, rule, "≤", mark))

    def _take_repeated(self, code: str, each: Repeated) -> None:
        row, published = self.addresses.row(each.record, each.field), self.outside.published(*each.published)
        if row is None or published is None:
            return
        operand, page = published
        relation, outcome, mark = self._outcome(code, each)
        self._add(row, Check(whole_of(row, each.field), (operand,), outcome, code, rule_address(code), relation, mark, page=page))

    def _take_same(self, code: str, row: RowAddress, field: str, record: Record, name: str) -> None:
        """Two figures that are the same are so seen from either."""
        other = self.addresses.row(record, name)
        if other is None:
            return
        for here, column, there, beside in ((row, field, other, name), (other, name, row, field)):
            if here.name == there.name and here.anchor != there.anchor:
                self.same.setdefault(here.anchor, {}).setdefault((code, column, there.anchor, beside), []).append((here, there))
            else:
                self._add_same(code, here, column, there, beside)

    def _add_same(self, code: str, here: RowAddress, column: str, there: RowAddress, beside: str) -> None:
        operand = operand_of(there, beside, here, column)
        self._add(here, Check(whole_of(here, column), (operand,), say(_AGREES), code, rule_address(code)))

    def _beside(self, row: RowAddress, record: Record) -> bool:
        other = self.addresses.row(record)
        return other is not None and other.anchor == row.anchor

    def _add(self, row: RowAddress, check: Check) -> None:
        if check.parts:
            self.single.setdefault(row.key, []).append(check)

    def _outcome(self, code: str, compared: Identity | Repeated) -> tuple[str, str, int]:
        """Return the relation that does hold, what came of it in words, and the number of the finding."""
        mismatch = compared.mismatch
        if mismatch is None:
            return "=", say(_AGREES), 0
        gap = words(Money(abs(mismatch.gap.amount), mismatch.gap.unit))
        if mismatch.rounding:
            return "=", say("相差{gap}，由四舍五入造成", gap=gap), 0
        place = compared.record.at(compared.field)
        if (code, place) in self.waived:
            return "≠", say("相差{gap}，已豁免", gap=gap), 0
        return "≠", say("相差{gap}", gap=gap), self._number(code, place)

    def _number(self, code: str, place: Place) -> int:
        """Return the number of a rule's finding at a place, or 0."""
        return self.numbers.get((code, place.path, place.line, place.column), 0)

    def common(self, rows: Sequence[RowAddress]) -> tuple[Check, ...]:
        """Return the formulas that hold in many rows of a table, in the names of the columns."""
        first, checks = rows[0], []
        for code, across in self.across.get(first.anchor, ()):
            parts = tuple(column_of(first, name) for name in across.fields)
            checks.append(_in_rows(code, column_of(first, across.field), parts, len(across.records)))
        for (code, field, _, name), pairs in self.same.get(first.anchor, {}).items():
            here, other = pairs[0]
            if len(pairs) == 1:
                self._add_same(code, here, field, other, name)
                continue
            beside = column_of(other, name)
            if len(other.columns) > 1:
                operand = Operand(say("《{table}》同名行的“{column}”", table=other.title, column=beside.text), beside.address)
            else:
                operand = Operand(say("《{table}》同名行", table=other.title), beside.address)
            checks.append(_in_rows(code, column_of(first, field), (operand,), len(pairs)))
        return tuple(checks)

    def row(self, row: RowAddress, source: _Source) -> OriginRow:
        """Return what is said of one row."""
        checks = [self._down(row, code, *group) for (code, _), group in self.down.get(row.key, {}).items()]
        return OriginRow(Operand(row.name, row.key), *source.lines(row), (*checks, *self.single.get(row.key, ())))

    def _down(self, row: RowAddress, code: str, records: Sequence[Record], columns: list[str]) -> Check:
        """Return a sum of rows, said once for all columns in which it holds."""
        others = [other for record in records if (other := self.addresses.row(record))]
        if len(columns) == 1:
            parts = tuple([Operand(short(other), other.cell(columns[0])) for other in others])
        else:
            parts = tuple([Operand(short(other), other.key) for other in others])
        every = len(columns) > 1 and all(field in columns for field in row.columns if _filled(row.record, field))
        whole = (Operand(say("各栏"), row.key),) if every else tuple(each for field in columns for each in whole_of(row, field))
        return Check(whole, parts, say(_AGREES), code, rule_address(code))


@remembered(maxsize=1 << 12)
def _lines(first: int, last: int) -> str:
    return say("第{line}行", line=first) if first == last else say("第{first}～{last}行", first=first, last=last)


def _in_rows(code: str, whole: Operand, parts: tuple[Operand, ...], count: int) -> Check:
    return Check((whole,), parts, say("{count}行相符", count=count), code, rule_address(code))


def _filled(record: Record, field: str) -> bool:
    return type(record.cells.get(field) if type(record) is Line else getattr(record, field)) is Money
