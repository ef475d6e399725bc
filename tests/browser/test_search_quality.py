"""The search of the shipped site against queries that were judged before they were asked, on the published pages alone.

``tests/cases/search_judged.yml`` holds each query with every place that answers it; ``one`` says that it names one thing.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

JUDGED = Path(__file__).parents[1] / "cases" / "search_judged.yml"
CHROMIUM = "/usr/bin/chromium"
SHOWN = 10

pytestmark = pytest.mark.xdist_group("search_quality")


@dataclass(frozen=True)
class Answer:
    """What a query was answered with: its class, the relevant places, the places shown, and whether they stood as related."""

    kind: str
    query: str
    relevant: set[str]
    shown: list[str]
    related: bool
    one: bool

    @property
    def recall(self) -> float:
        """Return the share of the relevant places, as far as ten can show them, among the first ten."""
        return len(self.relevant & set(self.shown[:SHOWN])) / min(SHOWN, len(self.relevant))

    @property
    def precision(self) -> float:
        """Return the share of what is shown that is relevant."""
        return len(self.relevant & set(self.shown)) / len(self.shown)


class Handler(SimpleHTTPRequestHandler):
    """The site below a path."""

    def translate_path(self, path: str) -> str:
        return super().translate_path(path.removeprefix("/a/b"))

    def log_message(self, *_: object) -> None: ...


def asked(page: Page, root: str, query: str) -> tuple[list[str], bool]:
    """Open the search page with a query in its address; return the places that it shows, and whether as related ones."""
    page.goto(f"{root}search/?q={quote(query)}")
    page.wait_for_selector("[data-search]:not([aria-busy]) [role=status]:not(:empty)")
    links = page.locator(".search-result h2 a").evaluate_all("all => all.map(link => link.href)")
    return [link.removeprefix(root) for link in links], page.locator(".search-related").count() > 0


@pytest.fixture(scope="module")
def answers(browser: Browser, shipped_site: Path) -> Iterator[list[Answer]]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(shipped_site)))
    Thread(target=server.serve_forever, daemon=True).start()
    root = f"http://127.0.0.1:{server.server_port}/a/b/"
    judged = yaml.safe_load(JUDGED.read_text(encoding="utf-8"))
    page = browser.new_context().new_page()
    yield [
        Answer(kind, case["query"], set(case["places"]), *asked(page, root, case["query"]), case.get("one", False))
        for kind, cases in judged.items()
        for case in cases
    ]
    page.context.close()
    server.shutdown()
    server.server_close()


def mean(values: list[float]) -> float:
    return sum(values) / len(values)


def answerable(answers: list[Answer]) -> list[Answer]:
    return [answer for answer in answers if answer.relevant]


def test_there_are_enough_queries_of_every_class(answers: list[Answer]) -> None:
    assert len(answers) >= 150
    assert len({answer.kind for answer in answers}) >= 12


def test_what_is_there_is_among_the_first_ten(answers: list[Answer]) -> None:
    missed = {answer.query: sorted(answer.relevant - set(answer.shown)) for answer in answerable(answers) if answer.recall < 1}
    assert mean([answer.recall for answer in answerable(answers)]) >= 0.99, missed


def test_what_is_shown_as_found_is_right(answers: list[Answer]) -> None:
    exact = [answer for answer in answers if answer.shown and not answer.related]
    wrong = {answer.query: sorted(set(answer.shown) - answer.relevant) for answer in exact if answer.precision < 1}
    assert mean([answer.precision for answer in exact]) >= 0.98, wrong


def test_no_query_that_has_an_answer_stays_without(answers: list[Answer]) -> None:
    assert [answer.query for answer in answerable(answers) if not answer.shown] == []


def test_what_names_one_thing_finds_it_first(answers: list[Answer]) -> None:
    named = [answer for answer in answerable(answers) if answer.one]
    later = [answer.query for answer in named if answer.shown[:1] and answer.shown[0] not in answer.relevant]
    assert len(named) >= 30
    assert len(later) <= len(named) * 0.05, later


def test_what_stands_nowhere_is_not_found(answers: list[Answer]) -> None:
    assert {answer.query: answer.shown for answer in answers if not answer.relevant and answer.shown} == {}
