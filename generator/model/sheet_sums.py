"""The sums of a statement: each row across, codes down to those under them, and the totals of both sides.

Nearly every statement comes out, and whole ones are seen to at a glance: their amounts are whole numbers of 分. Only where
one does not are its rows looked at one by one.
"""

from __future__ import annotations

from decimal import Decimal
from operator import attrgetter
from typing import TYPE_CHECKING

from generator.model.entry import Across, Down, Nested, Sums, adds_up
from generator.model.money import Money, NoMoney
from generator.model.outline import CODE_LENGTHS, grouped_outline

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.model.money import MoneyUnit
    from generator.model.outline import Under
    from generator.model.sheet import Sheet
    from generator.model.side import Side
    from generator.model.statement import Line

_ZERO = Decimal(0)
_fen = attrgetter("fen")


def row_sums(sheet: Sheet) -> Sums:
    """Return every row's total against the columns that make it up."""
    sums, lines, layout = Sums(), sheet.statement.lines, sheet.layout
    for whole, parts in layout.additions:
        plain = layout.only_amounts and len(parts) + 1 == len(layout.used)
        agreeing = lines if plain and _come_out_across(lines, whole) else _add_rows(sheet, sums, whole, parts, plain=plain)
        sums.made += len(agreeing)
        sums.compared.append(Across(whole, parts, agreeing))
    return sums


def _come_out_across(lines: Sequence[Line], whole: str) -> bool:
    """Return whether all rows have a total that is what their other cells make."""
    for line in lines:
        cells = line.cells
        if len(cells) == 2:  # noqa: PLR2004 - the total and its only part, which mostly is the same text, and so the same amount
            one, other = cells.values()
            if one is other and type(one) is Money and whole in cells:
                continue
        if len(cells) < 2 or whole not in cells or sum(map(_fen, cells.values())) != 2 * cells[whole].fen:  # type: ignore[union-attr] # noqa: PLR2004 - a total and a part
            return False
    return True


def _add_rows(sheet: Sheet, sums: Sums, whole: str, parts: tuple[str, ...], *, plain: bool) -> list[Line]:
    """Return the rows that come out, after adding the others; ``plain`` says that they have no other columns."""
    agreeing: list[Line] = []
    settled = _settled(sheet)
    for line in sheet.statement.lines:
        if plain and _come_out_across((line,), whole):
            agreeing.append(line)
            continue
        row = _numbers(line, sheet.statement.unit)
        known = [row[part] for part in parts if part in row]
        if known and whole in row and row[whole] == sum(known, start=_ZERO):
            agreeing.append(line)
        elif known:
            entries = [sheet.entry(line, part, part) for part in parts]
            if _zero_elsewhere(settled, line, parts):
                entries = [entry for entry in entries if entry]
            sums.add(f"{sheet.title}“{line.label}”的", sheet.entry(line, whole, whole), entries)
    return agreeing


def _zero_elsewhere(settled: frozenset[str], line: Line, parts: tuple[str, ...]) -> bool:
    """Return whether the cells that a row does not have must be zero: their columns, which are ``settled``, come out without them."""
    lacking = [part for part in parts if type(line.cells.get(part)) is not Money]
    return settled.issuperset(lacking) and NoMoney.WITHHELD not in [line.cells.get(part) for part in lacking]


def _settled(sheet: Sheet) -> frozenset[str]:
    """Return the columns whose printed amounts make up their totals, so that what is not printed in them is nothing."""
    tree = _tree(sheet)
    if not tree or sheet.statement.lines[tree[0][0]] is not sheet.total:
        return frozenset()
    return frozenset(sheet.used).difference(*_doubts(sheet, tree).values())


def _tree(sheet: Sheet) -> Under | None:
    """Return the number of each row with the rows right under it: codes by their beginnings, the total over the highest codes.

    Rows without a code (units, for instance) begin a new group, whose codes are their own. None says that a code is
    no code, so that nobody can tell what stands under what.
    """
    if not sheet.form.coded:
        return ()
    lines = sheet.statement.lines
    codes = tuple([line.code for line in lines])
    total, between = None, []
    for number in [number for number, code in enumerate(codes) if not code]:
        if lines[number] is sheet.total:
            total = number
        elif Money in map(type, lines[number].cells.values()):
            between.append(number)
    return grouped_outline(codes, total, tuple(between), CODE_LENGTHS[sheet.form.classification])


def roll_ups(sheet: Sheet) -> Sums:
    """Return every row that has rows under it against them, column by column."""
    lines, tree, columns = sheet.statement.lines, _tree(sheet), sheet.layout.summable
    if not tree:
        return Sums(missing=tree is None)
    doubts = _doubts(sheet, tree)
    if not doubts:
        return Sums(len(tree) * len(columns), compared=[Nested(lines, tree, (columns,))])
    sums = Sums()
    for number, numbers in tree:
        doubtful = doubts.get(number, ())
        parent, children = lines[number], [lines[each] for each in numbers]
        for column in columns if doubtful else ():
            if column in doubtful:
                entries = [sheet.entry(child, column) for child in children]
                sums.add(f"{sheet.title}“{column}”一栏，", sheet.entry(parent, column), entries)
        agreeing = [column for column in columns if column not in doubtful]
        sums.made += len(agreeing)
        sums.compared.append(Down(parent, children, agreeing))
    return sums


def _doubts(sheet: Sheet, tree: Under) -> dict[int, list[str]]:
    """Return the columns in which a row is not what the rows under it make, by the number of the row."""
    lines, plain = sheet.statement.lines, sheet.layout.only_amounts
    if plain and _come_out_down(lines, tree):
        return {}
    unsure = [each for each in tree if not (plain and _come_out_down(lines, (each,)))]
    found = {parent: _doubtful(sheet, lines[parent], [lines[each] for each in children]) for parent, children in unsure}
    return {parent: columns for parent, columns in found.items() if columns}


def _come_out_down(lines: Sequence[Line], under: Under) -> bool:
    """Return whether all rows that have others under them are what these make, in each column that any of them has."""
    try:
        for parent, children in under:
            cells = lines[parent].cells
            if len(children) == 1 and lines[children[0]].cells == cells:
                continue
            rests = {column: cell.fen for column, cell in cells.items()}  # type: ignore[union-attr] # all cells are amounts
            for child in children:
                for column, cell in lines[child].cells.items():
                    rests[column] -= cell.fen  # type: ignore[union-attr] # the same
            if any(rests.values()):
                return False
    except KeyError:  # The row above does not have this column.
        return False
    return True


def _doubtful(sheet: Sheet, parent: Line, children: Sequence[Line]) -> list[str]:
    rests = _numbers(parent, sheet.statement.unit)
    unlike: list[str] = []
    for child in children:
        for column, amount in _numbers(child, sheet.statement.unit).items():
            if column in rests:
                rests[column] -= amount
            else:
                unlike.append(column)
    return [*unlike, *[column for column, rest in rests.items() if rest]]


def _numbers(line: Line, unit: MoneyUnit) -> dict[str, Decimal]:
    """Return the amounts that a row prints, by column, all in one unit."""
    return {
        column: cell.amount if cell.unit is unit else cell.yuan / unit.in_yuan for column, cell in line.cells.items() if type(cell) is Money
    }


def side_sums(sheet: Sheet, side: Side) -> Sums:
    """Return this year's total and the grand total of a side against their parts, column by column."""
    columns, lines = sheet.used, side.lines
    likeliest = tuple([(whole, readings[0]) for whole, readings in side.totals])
    complete = [whole for whole, _ in likeliest if len(lines[whole].cells) == len(columns)]
    if sheet.layout.only_amounts and len(complete) == len(likeliest) and _come_out_down(lines, likeliest):
        return Sums(len(likeliest) * len(columns), compared=[Nested(lines, likeliest, tuple([(column,) for column in columns]))])
    sums = Sums()
    for column in columns:
        for whole, readings in side.totals:
            _add_reading(sheet, sums, lines[whole], [[lines[each] for each in parts] for parts in readings], column)
    return sums


def _add_reading(sheet: Sheet, sums: Sums, whole: Line, readings: list[list[Line]], column: str) -> None:
    """Add one sum; where rows can be read in more than one way, any reading that comes out is taken."""
    total = whole.cells.get(column)
    if type(total) is not Money:
        sums.missing += any(_amounts(lines, column) for lines in readings)
    elif (reading := next((lines for lines in readings if adds_up(total, _amounts(lines, column))), None)) is not None:
        sums.made += 1
        sums.compared.append(Down(whole, reading, (column,)))
    elif any(_amounts(lines, column) for lines in readings):
        where = f"{sheet.title}{whole.side}一侧“{column}”栏，" if len(sheet.used) > 1 else f"{sheet.title}{whole.side}一侧，"
        sums.add(where, sheet.entry(whole, column), [sheet.entry(line, column) for line in readings[0]])


def _amounts(lines: Iterable[Line], column: str) -> list[Money]:
    return [cell for line in lines if type(cell := line.cells.get(column)) is Money]
