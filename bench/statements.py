"""The nine public statements of an invented disclosure, one row on a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bench.books import FUND, GENERAL, OWN, STATE, Books, Entry, printed, rolled_up
from bench.changes import Change
from bench.invention import ECONOMY, FUNCTIONS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SOURCES = {GENERAL: "一般公共预算拨款收入", FUND: "政府性基金预算拨款收入", STATE: "国有资本经营预算拨款收入", OWN: "单位资金"}
"""The columns of the income statement by the names that the same money has as a line of income."""

_TREASURY = (GENERAL, FUND, STATE)
_INCOME = ("上年结转", GENERAL, FUND, STATE, "财政专户管理资金", OWN)
_EXPENDITURE = ("基本支出", "项目支出", "经营支出", "上缴上级支出", "对附属单位补助支出")


def row(**cells: object) -> str:
    """Return one row of a table on one line."""
    return "  - {" + ", ".join(f"{name}: {cell}" for name, cell in cells.items()) + "}"


def statements(books: Books, last: Books) -> Iterator[str]:
    """Yield the nine statements; ``last`` is the year before."""
    yield "公开表:"
    yield from _balance(books)
    yield "  收入总表:"
    used = [source for source in SOURCES if books.from_source(source)]
    yield from _coded(books.entries, _INCOME, used)
    yield "  支出总表:"
    yield from _coded(books.entries, _EXPENDITURE, _EXPENDITURE[:2])
    yield from _treasury(books)
    yield "  一般公共预算支出表:"
    yield from _coded(books.of(GENERAL), _EXPENDITURE[:2], _EXPENDITURE[:2])
    yield "  基本支出表:"
    leaves = [(code, {"人员经费": amount * (code[:3] != "302"), "公用经费": amount * (code[:3] == "302")})
              for code, amount in books.economy.items()]  # fmt: skip
    yield from _tree(leaves, ECONOMY, ("人员经费", "公用经费"))
    yield "  三公经费表:"
    for name, item in _allowances(last, books):
        yield row(项目=name, 上年预算数=printed(item.before), 本年预算数=printed(item.now))
    for title, source, money in (("政府性基金表", FUND, "政府性基金"), ("国有资本经营表", STATE, "国有资本经营")):
        entries = books.of(source)
        note = "" if entries else f" 本部门{books.year}年无{money}安排的预算，故本表为空表。"
        yield f"  {title}:{note}"
        yield from _coded(entries, _EXPENDITURE[:2], _EXPENDITURE[:2]) if entries else ()


def _allowances(last: Books, books: Books) -> Iterator[tuple[str, Change]]:
    cars = Change("", books.running, last.running)
    yield "合计", Change("", books.running + books.reception, last.running + last.reception)
    yield "因公出国（境）费", Change("", 0, 0)
    yield "公务用车购置及运行维护费", cars
    yield "公务用车购置费", Change("", 0, 0)
    yield "公务用车运行维护费", cars
    yield "公务接待费", Change("", books.reception, last.reception)


def _by_class(entries: Iterable[Entry], source: str = "") -> dict[str, int]:
    """Return the expenditure by 类, all of it or that from one source."""
    rows = rolled_up((entry.code[:3], {"": entry.total * (source in ("", entry.source))}) for entry in entries)
    return {code: columns[""] for code, columns in rows.items() if code}


def _balance(books: Books) -> Iterator[str]:
    incomes = {name: books.from_source(source) for source, name in SOURCES.items()}
    own = incomes.pop(SOURCES[OWN])
    incomes |= {"财政专户管理资金收入": 0, "单位资金": own, "本年收入合计": books.total, "上年结转结余": 0, "收入总计": books.total}
    expenses = {FUNCTIONS[code]: amount for code, amount in _by_class(books.entries).items()}
    expenses |= {"本年支出合计": books.total, "年终结转结余": 0, "支出总计": books.total}
    yield "  收支总表:"
    yield from (row(栏="收入", 项目=name, 预算数=printed(amount)) for name, amount in incomes.items())
    yield from (row(栏="支出", 项目=name, 预算数=printed(amount)) for name, amount in expenses.items())


def _treasury(books: Books) -> Iterator[str]:
    entries = books.of(*_TREASURY)
    by_source = {source: _by_class(entries, source) for source in _TREASURY}
    sums = {source: books.from_source(source) for source in _TREASURY}
    yield "  财政拨款收支总表:"
    for source in _TREASURY:
        yield _of_treasury("收入", SOURCES[source], {other: sums[other] * (other == source) for other in _TREASURY})
    yield _of_treasury("收入", "收入总计", sums)
    for code in _by_class(entries):
        yield _of_treasury("支出", FUNCTIONS[code], {source: by_source[source][code] for source in _TREASURY})
    yield _of_treasury("支出", "支出总计", sums)


def _of_treasury(side: str, name: str, columns: dict[str, int]) -> str:
    amounts = {column: printed(amount) for column, amount in columns.items()}
    return row(栏=side, 项目=name, 合计=printed(sum(columns.values())), **amounts)


def _coded(entries: Iterable[Entry], columns: tuple[str, ...], used: Iterable[str]) -> Iterator[str]:
    """Yield the rows of a statement by 支出功能分类; columns are sources or 基本支出 and 项目支出."""
    leaves = []
    for entry in entries:
        amounts = {"基本支出": entry.basic, "项目支出": entry.project, entry.source: entry.total}
        leaves.append((entry.code, {column: amounts.get(column, 0) for column in columns}))
    return _tree(leaves, FUNCTIONS, used)


def _tree(leaves: Iterable[tuple[str, dict[str, int]]], names: dict[str, str], used: Iterable[str]) -> Iterator[str]:
    """Yield the total with all columns, then every code with the columns that this statement uses."""
    used = tuple(used)
    for code, columns in rolled_up(leaves).items():
        total = printed(sum(columns.values()))
        amounts = {column: printed(amount) for column, amount in columns.items() if column in used or not code}
        head = {"科目编码": code, "科目名称": names[code]} if code else {"科目名称": "合计"}
        yield row(**head, 合计=total, **amounts)
