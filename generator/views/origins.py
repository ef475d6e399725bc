"""来历: how each figure of a disclosure comes about, from the very sums that the rules have judged.

Nothing here adds up: a formula is shown because a rule has made it, with what came of it. A rule that is not in force, or
that could not run, shows nothing, so that no figure looks checked that was not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.entry import Down, Identity, Related, Repeated, words
from generator.model.money import Money
from generator.model.performance import Criterion, Indicator, Schedule
from generator.model.statement import Line
from generator.rules.rule import Outcome
from generator.views.blocks import Check, Operand, OriginRow, Origins
from generator.views.formulas import AGREES, formula, same_in_rows, sum_of_columns, sum_of_rows
from generator.views.judged import rule_address
from generator.views.language import noted, remembered, say
from generator.views.operands import operand_of, whole_of
from generator.views.outside import Outside

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.check import Judgement
    from generator.model.disclosure import Disclosure
    from generator.model.entry import Across, Compared
    from generator.model.kinds import Kind
    from generator.model.record import Record
    from generator.model.site import Site
    from generator.source.place import Place
    from generator.views.addresses import Addresses
    from generator.views.row_address import RowAddress

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
    for anchor, rows in addresses.tables.items():
        first, record = rows[0]
        path = record.places.path
        kind = type(record)
        if kind in _UNITS:
            facts = _facts(disclosure.year, disclosure.kind, say(_UNITS[kind]), path) + promised
        else:
            facts = _facts(disclosure.year, disclosure.kind, units.get(id(record), unit), path)
        source = _Source(path, disclosure.site)
        if kind in _LISTED:
            said[anchor] = Origins(first.title, facts, rows=(source.listed(rows),), answer=answer)
        else:
            said[anchor] = Origins(first.title, facts, found.common(first), tuple([found.row(*each, source) for each in rows]), answer)
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

    def lines(self, row: RowAddress, record: Record) -> tuple[str, str]:
        """Return the lines on which a row's figures stand, and the address of the first."""
        places = record.places
        first, last = places.extent if type(record) is Line and len(row.columns) > 1 else places.span(row.columns)
        line = _lines(first, last)
        if places.path != self.path:
            line = f"{places.path} {line}"
        return line, self.site.source_at(places.path, first)

    def listed(self, rows: Sequence[tuple[RowAddress, Record]]) -> OriginRow:
        """Return all rows of a table as one."""
        first = rows[0][0]
        lines = [record.places.lines(row.columns)[0] for row, record in rows]
        said = say("各行依次在第{lines}行", lines="、".join(map(str, lines)))
        return OriginRow(Operand(first.title, first.anchor), said, self.site.source_at(self.path, lines[0]))


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
        self.down: dict[RowAddress, dict[tuple[str, tuple[RowAddress, ...]], list[str]]] = {}
        """By row: (rule, the rows that make it up) → the columns in which they do."""
        self.single: dict[RowAddress, list[Check]] = {}

    def take(self, code: str, each: Compared) -> None:
        """Put a formula where it is shown."""
        if isinstance(each, Identity):
            self._take(code, each)
        elif isinstance(each, Related):
            self._take_related(code, each)
        elif isinstance(each, Down):
            self._take_down(code, each.record, each.records, each.fields)
        elif isinstance(each, Repeated):
            self._take_repeated(code, each)
        elif each.records and (row := self.addresses.row(each.records[0])):
            self.across.setdefault(row.anchor, []).append((code, each))

    def _take_down(self, code: str, record: Record, records: Sequence[Record], fields: Sequence[str]) -> None:
        row = self.addresses.row(record)
        filled = [field for field in fields if _filled(record, field)]
        if row is not None and filled and records:
            others = tuple([other for each in records if (other := self.addresses.row(each))])
            self.down.setdefault(row, {}).setdefault((code, others), []).extend(filled)

    def _take(self, code: str, identity: Identity) -> None:
        record, field, parts, mismatch = identity
        row = self.addresses.row(record, field)
        if row is None:
            return
        if mismatch is None and len(parts) == 1:
            self._take_same(code, row, field, *parts[0])
        elif mismatch is None and all(name == field and self._beside(row, other) for other, name in parts):
            self._take_down(code, record, [other for other, _ in parts], (field,))
        elif (shown := self._rows(parts)) is not None:
            self._add(row, self._with_outcome(formula(code, row, field, shown), identity))

    def _take_related(self, code: str, each: Related) -> None:
        """Put a bound at either of two figures, everything else at the figure that was compared."""
        record, field, relation, parts, sign, wrong, told = each
        row, shown = self.addresses.row(record, field), self._rows(parts)
        if row is None or shown is None:
            return
        outcome, mark = say(AGREES), 0
        if wrong is not None:
            outcome = say("不符，已豁免") if (code, wrong) in self.waived else say("不符")
            mark = self._number(code, wrong)
        if told:
            operands = (*(operand_of(other, name, row, field) for other, name in shown), *map(self.outside.told, told))
            self._add(row, Check(whole_of(row, field), operands, outcome, code, rule_address(code), relation, mark, sign))
            return
        self._add(row, _came_out(formula(code, row, field, shown, relation, sign), outcome, mark))
        if len(shown) == 1 and relation == "≥":
            ((other, name),) = shown
            self._add(other, _came_out(formula(code, other, name, ((row, field),), "≤"), outcome, mark))

    def _take_repeated(self, code: str, each: Repeated) -> None:
        row, published = self.addresses.row(each.record, each.field), self.outside.published(*each.published)
        if row is not None and published is not None:
            operand, page = published
            check = Check(whole_of(row, each.field), (operand,), say(AGREES), code, rule_address(code), page=page)
            self._add(row, self._with_outcome(check, each))

    def _take_same(self, code: str, row: RowAddress, field: str, record: Record, name: str) -> None:
        """Two figures that are the same are so seen from either."""
        other = self.addresses.row(record, name)
        if other is None:
            return
        if row.name == other.name and row.anchor != other.anchor:
            self.same.setdefault(row.anchor, {}).setdefault((code, field, other.anchor, name), []).append((row, other))
            self.same.setdefault(other.anchor, {}).setdefault((code, name, row.anchor, field), []).append((other, row))
        else:
            self._add(row, formula(code, row, field, ((other, name),)))
            self._add(other, formula(code, other, name, ((row, field),)))

    def _rows(self, figures: Sequence[tuple[Record, str]]) -> tuple[tuple[RowAddress, str], ...] | None:
        """Return figures by their rows, or None where one of them stands in none."""
        found = tuple([(row, field) for record, field in figures if (row := self.addresses.row(record, field))])
        return found if len(found) == len(figures) else None

    def _beside(self, row: RowAddress, record: Record) -> bool:
        other = self.addresses.row(record)
        return other is not None and other.anchor == row.anchor

    def _add(self, row: RowAddress, check: Check) -> None:
        if check.parts:
            self.single.setdefault(row, []).append(check)

    def _with_outcome(self, check: Check, compared: Identity | Repeated) -> Check:
        """Return a formula with the relation that does hold, what came of it in words, and the number of the finding."""
        mismatch = compared.mismatch
        if mismatch is None:
            return check
        gap = words(Money(abs(mismatch.gap.amount), mismatch.gap.unit))
        if mismatch.rounding:
            return check._replace(outcome=say("相差{gap}，由四舍五入造成", gap=gap))
        place = compared.record.at(compared.field)
        if (check.rule, place) in self.waived:
            return check._replace(relation="≠", outcome=say("相差{gap}，已豁免", gap=gap))
        return check._replace(relation="≠", outcome=say("相差{gap}", gap=gap), mark=self._number(check.rule, place))

    def _number(self, code: str, place: Place) -> int:
        """Return the number of a rule's finding at a place, or 0."""
        return self.numbers.get((code, place.path, place.line, place.column), 0)

    def common(self, first: RowAddress) -> tuple[Check, ...]:
        """Return the formulas that hold in many rows of a table, in the names of the columns; ``first`` is one of its rows."""
        checks = [
            sum_of_columns(code, first, each.field, tuple(each.fields), len(each.records))
            for code, each in self.across.get(first.anchor, ())
        ]
        for (code, field, _, name), pairs in self.same.get(first.anchor, {}).items():
            row, other = pairs[0]
            if len(pairs) == 1:
                self._add(row, formula(code, row, field, ((other, name),)))
            else:
                checks.append(same_in_rows(code, first, field, other, name, len(pairs)))
        return tuple(checks)

    def row(self, row: RowAddress, record: Record, source: _Source) -> OriginRow:
        """Return what is said of one row."""
        checks = self.single.get(row, [])
        if row in self.down:
            checks = [*[_sum(code, row, record, others, columns) for (code, others), columns in self.down[row].items()], *checks]
        return OriginRow(Operand(row.name, row.key), *source.lines(row, record), tuple(checks))


def _sum(code: str, row: RowAddress, record: Record, others: tuple[RowAddress, ...], columns: list[str]) -> Check:
    """Return a sum of rows in all columns in which it holds."""
    every = len(columns) > 1 and all(field in columns for field in row.columns if _filled(record, field))
    return sum_of_rows(code, row, others, tuple(columns), every)


def _came_out(check: Check, outcome: str, mark: int) -> Check:
    return check if outcome == check.outcome else check._replace(outcome=outcome, mark=mark)


@remembered(maxsize=1 << 12)
def _lines(first: int, last: int) -> str:
    return say("第{line}行", line=first) if first == last else say("第{first}～{last}行", first=first, last=last)


def _filled(record: Record, field: str) -> bool:
    return type(record.cells.get(field) if type(record) is Line else getattr(record, field)) is Money
