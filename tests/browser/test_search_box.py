"""The search of the shipped site as readers meet it: the box of every page, the words on the page that it opens, the lists."""

from __future__ import annotations

import re
from functools import partial
from http.server import ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.test_search_quality import Handler

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Locator, Page

BUDGET = "2021/zjk-npc/budget/"

pytestmark = pytest.mark.xdist_group("search_box")


@pytest.fixture(scope="module")
def address(shipped_site: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(shipped_site)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/a/b/"
    server.shutdown()
    server.server_close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    yield context.new_page()
    context.close()


@pytest.fixture
def box(page: Page, address: str) -> Locator:
    page.goto(f"{address}{BUDGET}")
    return page.get_by_role("combobox", name="搜索")


def test_a_slash_opens_the_box_of_any_page_and_names_are_offered(page: Page, box: Locator) -> None:
    page.locator("h1").click()
    page.keyboard.press("/")
    expect(box).to_be_focused()
    expect(box).to_have_attribute("aria-expanded", "false")
    page.keyboard.type("预算联网")
    options = page.get_by_role("listbox", name="搜索建议").get_by_role("option")
    expect(options.first).to_contain_text("预算联网监督")
    expect(page.locator("[data-search-said]")).to_have_text(re.compile(r"有 \d 条建议"))
    page.keyboard.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    expect(box).to_have_attribute("aria-activedescendant", options.first.get_attribute("id") or "")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/search/\?q="))
    expect(page.get_by_role("status")).to_contain_text("找到")


def test_escape_closes_the_list_and_enter_asks_for_what_was_typed(page: Page, box: Locator) -> None:
    box.press_sequentially("三公")
    expect(page.get_by_role("listbox")).to_be_visible()
    box.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(box).to_have_value("三公")
    box.press("Enter")
    page.wait_for_url(re.compile(r"/search/\?q="))


def test_the_page_that_a_result_opens_has_the_words_marked(page: Page, address: str) -> None:
    page.goto(f"{address}search/?q=公车")
    page.locator(".search-result a[href$='#public-expenses']").click()
    page.wait_for_url(f"{address}{BUDGET}#public-expenses")
    expect(page.locator("#t-public-expenses mark").first).to_have_text("公务用车")
    expect(page.locator("#public-expenses")).to_be_in_viewport()


def test_no_words_are_marked_on_a_page_that_was_not_searched_for(page: Page, address: str) -> None:
    page.goto(f"{address}search/?q=公车")
    expect(page.locator(".search-result").first).to_be_visible()
    page.goto(f"{address}{BUDGET}")
    page.wait_for_load_state("networkidle")
    assert page.locator("main mark").count() == 0


def test_without_scripts_projects_are_listed_by_name_and_by_code(browser: Browser, address: str) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(f"{address}search/")
    page.get_by_role("link", name="项目（按名称）").click()
    page.get_by_role("link", name="预算联网监督系统运维和应用项目资金").click()
    expect(page.locator("#project-13070026p000016100097")).to_be_in_viewport()
    page.goto(f"{address}projects/codes/")
    expect(page.get_by_role("link", name=re.compile("^000-9999-JSN-2084 会议费"))).to_be_visible()
    page.close()
