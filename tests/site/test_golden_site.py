"""The golden site comes out as it stands in ``expected``.

A change that is meant is written there by ``pytest tests/site --update-golden`` and read in the diff before it is committed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.site.golden import EXPECTED, differing, expected, golden_project, outcome, write_expected

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.xdist_group("golden_site")
NAMES = sorted(path.relative_to(EXPECTED).as_posix() for path in EXPECTED.rglob("*") if path.is_file())
BUDGET = "departments/archives/2032/budget.yml"
TABLE = "departments/archives/2032/statements/基本支出表.csv"
TERM_PAGES = {"glossary.html", "glossary/basic-expenditure.html", "2031/archives/performance.html", "2032/archives/budget.html"}
TOTALS_PAGES = {"index.html", "2032.html", "departments/archives.html", "2032/archives/budget.html", "completeness.html"}


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> dict[str, str]:
    """Return the outcome of the golden site, built once; with ``--update-golden`` it becomes the expected one."""
    result = outcome(golden_project(tmp_path_factory.mktemp("golden")))
    if request.config.getoption("--update-golden"):
        write_expected(result)
    return result


def test_every_expected_file_is_made_and_no_other(built: dict[str, str]) -> None:
    assert sorted(built) == sorted(expected())


@pytest.mark.parametrize("name", NAMES)
def test_file_comes_out_as_expected(built: dict[str, str], name: str) -> None:
    assert built.get(name) == expected().get(name)


CHANGES = {
    "a figure of one page": (BUDGET, "{本年: 3.00}", "{本年: 3.01}", {"2032/archives/budget.html"}),
    "a total, shown in lists": (BUDGET, "支出:\n  合计: 1,300.00", "支出:\n  合计: 1,310.00", {*TOTALS_PAGES, "findings.txt"}),
    "a cell of a CSV file": (TABLE, "700.00,700.00,", "700.00,690.00,10.00", {"2032/archives/budget.html"}),
    "a term": ("reference/glossary.yml", "维持日常运转", "维持运转", TERM_PAGES),
    "a page written by hand": ("pages/reading.md", "零是没有钱", "零就是零", {"reading.html"}),
    "nothing": (BUDGET, "金额单位: 万元", "金额单位: 万元", set[str]()),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_changes_exactly_the_pages_that_show_it(built: dict[str, str], tmp_path: Path, change: str) -> None:
    file, written, instead, changed = CHANGES[change]
    project = golden_project(tmp_path)
    path = project / "content" / file
    text = path.read_text(encoding="utf-8")
    assert written in text
    path.write_text(text.replace(written, instead, 1), encoding="utf-8")

    assert differing(built, outcome(project)) == changed


def test_a_missing_and_a_surplus_file_differ() -> None:
    assert differing({"a": "1", "b": "2"}, {"b": "2", "c": "3"}) == {"a", "c"}
