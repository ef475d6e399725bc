"""The search page in a browser, on a small site of its own that lies below a path and forbids inline script."""

from __future__ import annotations

import shutil
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, quote, urlsplit

import pytest
import yaml
from playwright.sync_api import expect, sync_playwright

from generator.rendering.environment import Components
from generator.search.document import SearchDocument, SearchSection
from generator.search.index import write_index
from generator.views.blocks import Link, SearchPanel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page, Route

ROOT = Path(__file__).parents[2]
TOKENS, SITE = (
    yaml.safe_load((ROOT / "tests" / "cases" / f"search_{name}.yml").read_text(encoding="utf-8")) for name in ("tokens", "site")
)
CHROMIUM = "/usr/bin/chromium"
BASE = "/open/ledger"
POLICY = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'"

pytestmark = pytest.mark.xdist_group("search_client")


def documents() -> Iterator[SearchDocument]:
    streets = {
        "kind": {"slug": "budget", "name": "部门预算"},
        "year": 2020,
        "sections": [{"anchor": "green", "heading": "绿化", "texts": ["补种行道树，养护公共绿地"]}],
    }
    many = [{**streets, "department": {"slug": f"street{number}", "name": f"示范市第{number}街道"}} for number in range(12)]
    for case in [*SITE["documents"], *many]:
        name, kind = case["department"]["name"], case["kind"]["name"]
        sections = tuple(SearchSection(each["anchor"], each["heading"], tuple(each["texts"])) for each in case["sections"])
        facets = {"年度": str(case["year"]), "部门": name, "文种": kind, "地区": "示范市"}
        address = f"{case['year']}/{case['department']['slug']}/{case['kind']['slug']}/"
        yield SearchDocument(address, f"{name}{case['year']}年{kind}", facets, sections)


class Handler(SimpleHTTPRequestHandler):
    """Files below the base path, with the policy that the site will be served with."""

    def translate_path(self, path: str) -> str:
        return super().translate_path(path.removeprefix(BASE) if path.startswith(f"{BASE}/") else "/nowhere")

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def log_message(self, *_: object) -> None: ...


def write_site(site: Path) -> None:
    shutil.copytree(ROOT / "theme" / "assets" / "search", site / "assets" / "search")
    component = ROOT / "theme" / "components" / "search_page"
    (site / "assets" / "search_page.css").write_bytes((component / "search_page.css").read_bytes())
    tokens = ":root{--fg:#1b1b1b;--bg:#fff;--muted:#4a4a4a;--line:#767676;--link:#0b4f9c;--accent:#0b4f9c;--mark:#ffe58a}"
    (site / "assets" / "page.css").write_text(f"{tokens}body{{font:18px/1.75 sans-serif;max-width:60em;margin:auto;padding:1em}}")
    view = SearchPanel((Link("按年度查找", "years/"), Link("按部门查找", "departments/")))
    body = Components(ROOT / "theme")["search_page"](view, "../")
    sheets = "".join(f'<link rel="stylesheet" href="../assets/{name}.css">' for name in ("page", "search_page"))
    head = f'<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>搜索</title>{sheets}'
    (site / "search").mkdir()
    html = f'<!doctype html><html lang="zh-Hans"><head>{head}</head><body><main><h1>搜索</h1>{body}</main></body></html>'
    (site / "search" / "index.html").write_text(html, encoding="utf-8")
    write_index(documents(), site)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    site = tmp_path_factory.mktemp("site")
    write_site(site)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(site)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}{BASE}"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    page.on("console", lambda line: faults.append(line.text) if line.type == "error" and "favicon" not in line.location["url"] else None)
    yield page
    context.close()
    assert faults == []


def ask(page: Page, address: str, query: str, **chosen: str) -> str:
    """Open the page with a question in its address and return the sentence that answers it."""
    parts = "&".join(f"{name}={quote(value)}" for name, value in {"q": query, **chosen}.items())
    page.goto(f"{address}/search/?{parts}")
    status = page.get_by_role("status")
    expect(status).not_to_be_empty()
    return status.inner_text()


def titles(page: Page) -> list[str]:
    return page.locator(".search-result h2").all_inner_texts()


def evaluated(page: Page, address: str, function: str, values: list[str]) -> list[Any]:
    page.goto(f"{address}/search/")
    script = "async ([from, name, values]) => { const rule = await import(from); return values.map(rule[name]); }"
    found: list[Any] = page.evaluate(script, [f"{address}/assets/search/tokens.js", function, values])
    return found


def test_the_browser_cuts_texts_as_the_generator_does(page: Page, address: str) -> None:
    found = evaluated(page, address, "indexText", [case["text"] for case in TOKENS["texts"]])
    assert found == [case["tokens"] for case in TOKENS["texts"]]


def test_a_query_becomes_phrases(page: Page, address: str) -> None:
    found = evaluated(page, address, "queryTerms", [case["query"] for case in TOKENS["queries"]])
    spelled = [
        [" ".join([*phrase["tokens"], *([f"{phrase['tail']}~"] if phrase["tail"] else [])]) for phrase in phrases] for phrases in found
    ]
    assert spelled == [case["phrases"] for case in TOKENS["queries"]]


@pytest.mark.parametrize("query", ["三公经费", "“三公”经费"])
def test_quotation_marks_make_no_difference(page: Page, address: str, query: str) -> None:
    assert ask(page, address, query) == "找到 2 份含有“三公经费”的公开文本。"
    assert set(titles(page)) == {"示范市人大办2021年部门预算", "示范市人大办2022年部门预算"}


@pytest.mark.parametrize(("title", "query"), [(title, query) for title, queries in SITE["found_in_one"].items() for query in queries])
def test_what_stands_in_one_page_is_found_there_and_nowhere_else(page: Page, address: str, title: str, query: str) -> None:
    assert ask(page, address, query).startswith("找到 1 份")
    assert titles(page) == [title]


@pytest.mark.parametrize("query", SITE["found_nowhere"])
def test_what_stands_nowhere_is_not_found(page: Page, address: str, query: str) -> None:
    assert ask(page, address, query).startswith(f"没有找到含有“{query}”的公开文本。可以")
    assert titles(page) == []


def test_one_character_is_too_little_to_ask_for(page: Page, address: str) -> None:
    assert ask(page, address, "车") == "请至少输入两个字。"


def test_some_of_the_words_are_related_only_when_nothing_is_exact(page: Page, address: str) -> None:
    assert ask(page, address, "区块链活动室") == "没有找到含有“区块链活动室”的公开文本。有 1 份相关结果，只含有“活动室”。"
    expect(page.get_by_text("相关结果", exact=True)).to_be_visible()
    assert titles(page) == ["示范市老干局2021年部门预算"]


def test_a_result_leads_to_its_section_and_shows_it_as_it_is_printed(page: Page, address: str) -> None:
    ask(page, address, "三公经费", year="2021")
    result = page.locator(".search-result")
    assert result.locator(".search-facts").inner_text() == "2021 · 示范市人大办 · 部门预算"
    link = result.get_by_role("link", name="“三公”经费说明")
    assert link.get_attribute("href") == f"{address}/2021/council/budget/#travel"
    assert link.locator("mark").inner_text() == "三公”经费"
    excerpt = result.locator(".search-excerpt").first
    assert excerpt.inner_text() == "今年“三公”经费共列18.60万元，其中公务用车运行维护费9.00万元。"
    assert excerpt.locator("mark").all_inner_texts() == ["三公”经费"]


def test_what_stands_under_the_title_is_shown_without_a_heading(page: Page, address: str) -> None:
    ask(page, address, "监测点")
    assert page.locator(".search-sections").inner_text() == "本年新设阳光监测点"


def test_text_from_the_index_is_never_markup(page: Page, address: str) -> None:
    ask(page, address, "粗体")
    excerpt = page.locator(".search-excerpt").first
    assert '<img src=x onerror="document.title=1">&<b>粗体</b>' in excerpt.inner_text()
    assert page.locator(".search-results img, .search-results b").count() == 0


def test_filters_narrow_and_count(page: Page, address: str) -> None:
    ask(page, address, "三公经费", year="2022")
    assert titles(page) == ["示范市人大办2022年部门预算"]
    options = page.get_by_label("年度").locator("option").all_inner_texts()
    assert options == ["全部年度", "2022（1）", "2021（1）", "2020（0）"]
    assert page.get_by_label("年度").input_value() == "2022"
    page.get_by_label("年度").select_option("2021")
    expect(page.locator(".search-result h2")).to_have_text(["示范市人大办2021年部门预算"])
    page.get_by_label("文种").select_option("部门决算")
    expect(page.get_by_role("status")).to_contain_text("没有找到")
    assert parse_qs(urlsplit(page.url).query) == {"q": ["三公经费"], "year": ["2021"], "kind": ["部门决算"]}


def test_filters_alone_list_what_there_is(page: Page, address: str) -> None:
    assert ask(page, address, "", department="示范市老干局") == "共有 2 份公开文本。"
    assert sorted(titles(page)) == ["示范市老干局2021年部门决算", "示范市老干局2021年部门预算"]
    assert "2021（2）" in page.get_by_label("年度").locator("option").all_inner_texts()


def test_a_choice_that_does_not_exist_is_forgotten(page: Page, address: str) -> None:
    assert ask(page, address, "老干部", year="1949").startswith("找到 1 份")
    assert parse_qs(urlsplit(page.url).query) == {"q": ["老干部"]}


def test_nothing_is_loaded_before_the_form_is_used(page: Page, address: str) -> None:
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url))
    page.goto(f"{address}/search/")
    page.wait_for_load_state("networkidle")
    assert not any("/pagefind/" in url for url in loaded)
    page.get_by_role("searchbox").focus()
    expect(page.get_by_label("年度").locator("option")).to_have_count(4)


def test_typing_searches_but_an_unfinished_composition_does_not(page: Page, address: str) -> None:
    page.goto(f"{address}/search/")
    box = page.get_by_role("searchbox")
    box.evaluate("box => { box.value = 'lao gan'; box.dispatchEvent(new InputEvent('input', {bubbles: true, isComposing: true})); }")
    page.wait_for_timeout(500)
    assert page.get_by_role("status").inner_text() == ""
    box.evaluate("box => { box.value = '老干部'; box.dispatchEvent(new CompositionEvent('compositionend', {bubbles: true})); }")
    expect(page.get_by_role("status")).to_contain_text("找到 1 份")
    box.fill("三公经费")
    expect(page.get_by_role("status")).to_contain_text("找到 2 份")
    assert parse_qs(urlsplit(page.url).query) == {"q": ["三公经费"]}


def test_a_late_answer_does_not_replace_a_newer_one(page: Page, address: str) -> None:
    ask(page, address, "绿化")
    held: list[Route] = []

    def hold_the_first(route: Route) -> None:
        if held:
            route.continue_()
        else:
            held.append(route)

    page.route("**/fragment/*", hold_the_first)
    with page.expect_request("**/fragment/*"):
        page.get_by_role("searchbox").fill("老干部")
    page.get_by_role("searchbox").fill("三公经费")
    expect(page.get_by_role("status")).to_contain_text("“三公经费”")
    held[0].continue_()
    page.wait_for_timeout(400)
    assert "“三公经费”" in page.get_by_role("status").inner_text()
    assert len(titles(page)) == 2


def test_more_results_come_when_asked_for_and_take_the_focus(page: Page, address: str) -> None:
    assert ask(page, address, "行道树") == "找到 12 份含有“行道树”的公开文本。"
    assert len(titles(page)) == 10
    page.get_by_role("button", name="再显示 2 份").click()
    expect(page.locator(".search-result")).to_have_count(12)
    expect(page.locator(".search-result").nth(10).get_by_role("link").first).to_be_focused()
    expect(page.locator("[data-search-more]")).to_be_hidden()


def test_a_missing_index_is_admitted(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.route("**/pagefind/**", lambda route: route.fulfill(status=404))
    assert ask(page, address, "老干部").startswith("搜索暂时不能使用")
    page.close()


def test_without_scripts_there_are_lists_instead_of_a_form(browser: Browser, address: str) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(f"{address}/search/")
    expect(page.get_by_role("link", name="按年度查找")).to_be_visible()
    expect(page.get_by_role("searchbox")).to_be_hidden()


def test_everything_that_can_be_pressed_is_large_enough(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    ask(page, address, "三公经费")
    for target in page.locator(":is(input, select, button, .search a):visible").all():
        box = target.bounding_box()
        assert box is not None
        assert box["height"] >= 44, target.evaluate("each => each.outerHTML")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
