"""The search page in a browser, on a small site of its own that lies below a path and forbids inline script."""

from __future__ import annotations

import re
import shutil
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, quote, urlsplit

import pytest
import yaml
from playwright.sync_api import expect

from generator.rendering.environment import Components
from generator.search.document import Part, SearchDocument, SearchPlace
from generator.search.guide import Guide
from generator.search.index import write_index
from generator.views.finding import search_view

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page, Route

ROOT = Path(__file__).parents[2]
TOKENS, SITE = (
    yaml.safe_load((ROOT / "tests" / "cases" / f"search_{name}.yml").read_text(encoding="utf-8")) for name in ("tokens", "site")
)
CHROMIUM = "/usr/bin/chromium"
BASE = "/open/ledger"
POLICY = "default-src 'self'; style-src 'self'; script-src 'self'"
"""Below /search/ alone, WebAssembly is allowed besides."""

GUIDE = Guide((("“三公”经费", "three", ("三公经费",)), ("公务用车运行维护费", "cars", ())), ((("公车",), ("公务用车",)),))

pytestmark = pytest.mark.xdist_group("search_client")


def documents() -> dict[str, list[SearchDocument]]:
    """Return the invented disclosures by year, in the order of their addresses."""
    streets = {
        "kind": {"slug": "budget", "name": "部门预算"},
        "year": 2020,
        "sections": [{"anchor": "green", "heading": "绿化", "texts": ["补种行道树，养护公共绿地"]}],
    }
    many = [{**streets, "department": {"slug": f"street{number:02}", "name": f"示范市第{number}街道"}} for number in range(12)]
    years: dict[str, list[SearchDocument]] = {}
    for case in [*SITE["documents"], *many]:
        name, kind = case["department"]["name"], case["kind"]["name"]
        places = tuple(
            SearchPlace(each["anchor"], each["heading"], tuple(each["texts"]), each.get("part", Part.TEXT), each.get("amount", ""))
            for each in case["sections"]
        )
        address = f"{case['year']}/{case['department']['slug']}/{case['kind']['slug']}/"
        document = SearchDocument(
            address, f"{name}{case['year']}年{kind}", places, kind, name, "示范市", (name, name.removeprefix("示范市"))
        )
        years.setdefault(str(case["year"]), []).append(document)
    return {year: sorted(group, key=lambda document: document.address) for year, group in years.items()}


class Handler(SimpleHTTPRequestHandler):
    """Files below the base path, with the policy that the site will be served with."""

    def translate_path(self, path: str) -> str:
        return super().translate_path(path.removeprefix(BASE) if path.startswith(f"{BASE}/") else "/nowhere")

    def end_headers(self) -> None:
        searching = self.path.startswith(f"{BASE}/search/")
        self.send_header("Content-Security-Policy", f"{POLICY} 'wasm-unsafe-eval'" if searching else POLICY)
        super().end_headers()

    def log_message(self, *_: object) -> None: ...


def write_site(site: Path) -> None:
    shutil.copytree(ROOT / "theme" / "assets" / "search", site / "assets" / "search")
    shutil.copy(ROOT / "theme" / "assets" / "scripted.js", site / "assets")
    component = ROOT / "theme" / "components" / "search_page"
    (site / "assets" / "search_page.css").write_bytes((component / "search_page.css").read_bytes())
    tokens = ":root{--fg:#1b1b1b;--bg:#fff;--muted:#4a4a4a;--line:#767676;--link:#0b4f9c;--accent:#0b4f9c;--mark:#ffe58a}"
    (site / "assets" / "page.css").write_text(f"{tokens}body{{font:18px/1.75 sans-serif;max-width:60em;margin:auto;padding:1em}}")
    view = search_view().blocks[0]
    body = Components(ROOT / "theme").html("search_page", view, "../")
    sheets = "".join(f'<link rel="stylesheet" href="../assets/{name}.css">' for name in ("page", "search_page"))
    head = f'<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>搜索</title>{sheets}'
    head += '<script src="../assets/scripted.js"></script>'
    # On the site, the script of every page loads it.
    head += '<script type="module" src="../assets/search/search.js"></script>'
    (site / "search").mkdir()
    html = f'<!doctype html><html lang="zh-Hans"><head>{head}</head><body><main><h1>搜索</h1>{body}</main></body></html>'
    (site / "search" / "index.html").write_text(html, encoding="utf-8")
    write_index(documents(), GUIDE, site)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    site = tmp_path_factory.mktemp("site")
    write_site(site)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(site)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}{BASE}"
    server.shutdown()
    server.server_close()


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
    """Return the pages of the results, each once."""
    facts = page.locator(".search-result .search-facts").all_inner_texts()
    return list(dict.fromkeys(text.split(" · ")[0] for text in facts))


def evaluated(page: Page, address: str, module: str, expression: str, values: list[str]) -> list[Any]:
    page.goto(f"{address}/search/")
    script = "async ([from, body, values]) => { const rule = await import(from); return values.map((value) => READ); }"
    found: list[Any] = page.evaluate(script.replace("READ", expression), [f"{address}/assets/search/{module}.js", "", values])
    return found


def test_the_browser_cuts_texts_as_the_generator_does(page: Page, address: str) -> None:
    cases = TOKENS["texts"]
    assert evaluated(page, address, "text", "rule.plain(value)", [case["text"] for case in cases]) == [case["plain"] for case in cases]
    found = evaluated(page, address, "text", 'rule.terms(value).join(" ")', [case["plain"] for case in cases])
    assert found == [case["terms"] for case in cases]
    cases = TOKENS["written"]
    found = evaluated(page, address, "text", 'rule.written(value.split(" "))', [case["terms"] for case in cases])
    assert found == [case["words"] for case in cases]


def test_a_query_becomes_words(page: Page, address: str) -> None:
    of_form = '(form) => form.phrases.map((phrase) => phrase.join(" ")).join(" + ")'
    spelled = f'rule.parse(value).map(({{ forms }}) => forms.map({of_form}).join(" | "))'
    found = evaluated(page, address, "query", spelled, [case["query"] for case in TOKENS["queries"]])
    assert found == [case["words"] for case in TOKENS["queries"]]


@pytest.mark.parametrize("query", ["三公经费", "“三公”经费"])
def test_quotation_marks_make_no_difference(page: Page, address: str, query: str) -> None:
    assert ask(page, address, query) == "找到 2 处含有“三公经费”的内容，分布在 2 个页面。"
    assert set(titles(page)) == {"示范市人大办2021年部门预算", "示范市人大办2022年部门预算"}


@pytest.mark.parametrize(("title", "query"), [(title, query) for title, queries in SITE["found_in_one"].items() for query in queries])
def test_what_stands_in_one_page_is_found_there_and_nowhere_else(page: Page, address: str, title: str, query: str) -> None:
    assert "找到 1 处" in ask(page, address, query)
    assert titles(page) == [title]


@pytest.mark.parametrize("query", SITE["found_nowhere"])
def test_what_stands_nowhere_is_not_found_but_something_is_suggested(page: Page, address: str, query: str) -> None:
    assert ask(page, address, query).startswith(f"没有找到含有“{query}”的内容。可以")
    assert titles(page) == []
    assert page.locator(".search-suggestions a").count() > 0


def test_everyday_words_say_what_they_were_taken_for(page: Page, address: str) -> None:
    assert ask(page, address, "公车") == "找到 1 处含有“公车”的内容。也包括正式的说法：公务用车。"
    assert ask(page, address, "预算连网监督").startswith("没有“预算连网监督”，按同音的“预算联网监督”查找。")
    assert ask(page, address, "預算聯網監督").startswith("按简体字“预算联网监督”查找。")


def test_words_that_do_not_stand_together_are_related(page: Page, address: str) -> None:
    assert ask(page, address, "开放老党员") == "没有连在一起的“开放老党员”；下面的内容同时含有“开放”“党员”。相关的有 1 处。"
    expect(page.get_by_text("相关结果", exact=True)).to_be_visible()


def test_one_character_finds_every_word_that_holds_it(page: Page, address: str) -> None:
    assert ask(page, address, "办").startswith("找到")
    assert ask(page, address, "树") == "找到 12 处含有“树”的内容，分布在 12 个页面。"


def test_a_result_leads_to_its_place_and_shows_it_as_it_is_printed(page: Page, address: str) -> None:
    ask(page, address, "三公经费", year="2021")
    result = page.locator(".search-result")
    assert result.locator(".search-facts").inner_text() == "示范市人大办2021年部门预算 · 示范市 · 部门预算 · 文字说明"
    link = result.get_by_role("link", name="“三公”经费说明")
    assert link.get_attribute("href") == f"{address}/2021/council/budget/#travel"
    assert link.locator("mark").inner_text() == "三公”经费"
    excerpt = result.locator(".search-excerpt")
    assert excerpt.inner_text() == "今年“三公”经费共列 18.60 万元，其中公务用车运行维护费 9.00 万元。"
    assert excerpt.locator("mark").all_inner_texts() == ["三公”经费"]


def test_a_project_shows_its_amount(page: Page, address: str) -> None:
    ask(page, address, "预算联网监督")
    assert page.locator(".search-amount").inner_text() == "预算数 2,220.42万元"


def test_what_stands_under_the_title_is_shown_with_the_title(page: Page, address: str) -> None:
    ask(page, address, "监测点")
    assert page.locator(".search-result h2").inner_text() == "示范市人大办2022年部门预算"
    assert page.locator(".search-excerpt").inner_text() == "本年新设阳光监测点"


def test_text_from_the_index_is_never_markup(page: Page, address: str) -> None:
    ask(page, address, "粗体")
    excerpt = page.locator(".search-excerpt").first
    assert '<img src=x onerror="document.title=1"> & <b>粗体</b>' in excerpt.inner_text()
    assert page.locator(".search-results img, .search-results b").count() == 0


def test_filters_narrow_and_count(page: Page, address: str) -> None:
    ask(page, address, "三公经费", year="2022")
    assert titles(page) == ["示范市人大办2022年部门预算"]
    options = page.get_by_label("年度").locator("option").all_inner_texts()
    assert options == ["全部年度", "2022（1）", "2021（1）", "2020（0）"]
    assert page.get_by_label("年度").input_value() == "2022"
    page.get_by_label("年度").select_option("2021")
    expect(page.locator(".search-result h2")).to_have_text(["“三公”经费说明"])
    page.get_by_label("文种").select_option("部门决算")
    expect(page.get_by_role("status")).to_contain_text("在所选的范围里没有找到")
    assert parse_qs(urlsplit(page.url).query) == {"q": ["三公经费"], "year": ["2021"], "kind": ["部门决算"]}


def test_parts_are_a_filter_and_amounts_an_order(page: Page, address: str) -> None:
    ask(page, address, "项目", part="项目", order="amount")
    amounts = page.locator(".search-amount").all_inner_texts()
    assert amounts == ["预算数 2,220.42万元", "预算数 30.00万元", "预算数 22204.20元"]
    assert page.get_by_label("排列").input_value() == "amount"


def test_the_newest_year_comes_first_where_that_is_asked_for(page: Page, address: str) -> None:
    ask(page, address, "三公经费", order="year")
    assert titles(page) == ["示范市人大办2022年部门预算", "示范市人大办2021年部门预算"]


def test_filters_alone_list_what_there_is(page: Page, address: str) -> None:
    assert ask(page, address, "", department="示范市老干局") == "共有 2 个页面。"
    assert "2021（2）" in page.get_by_label("年度").locator("option").all_inner_texts()


def test_a_choice_that_does_not_exist_is_forgotten(page: Page, address: str) -> None:
    assert ask(page, address, "老干部", year="1949").startswith("找到 1 处")
    assert parse_qs(urlsplit(page.url).query) == {"q": ["老干部"]}


def test_nothing_is_loaded_before_the_form_is_used(page: Page, address: str) -> None:
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url))
    page.goto(f"{address}/search/")
    page.wait_for_load_state("networkidle")
    assert not any("/search/index/" in url for url in loaded)
    page.get_by_role("searchbox").focus()
    expect(page.get_by_label("年度").locator("option")).to_have_count(4)


def test_an_archive_of_one_year_answers_for_that_year(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.route(re.compile("/search/index/202[12]-"), lambda route: route.fulfill(status=404))
    assert ask(page, address, "三公经费").startswith("没有找到")
    assert ask(page, address, "行道树").startswith("找到 12 处")
    page.close()


def test_typing_searches_but_an_unfinished_composition_does_not(page: Page, address: str) -> None:
    page.goto(f"{address}/search/")
    box = page.get_by_role("searchbox")
    box.evaluate("box => { box.value = 'lao gan'; box.dispatchEvent(new InputEvent('input', {bubbles: true, isComposing: true})); }")
    page.wait_for_timeout(500)
    assert page.get_by_role("status").inner_text() == ""
    box.evaluate("box => { box.value = '老干部'; box.dispatchEvent(new CompositionEvent('compositionend', {bubbles: true})); }")
    expect(page.get_by_role("status")).to_contain_text("找到 1 处")
    box.fill("三公经费")
    expect(page.get_by_role("status")).to_contain_text("找到 2 处")
    assert parse_qs(urlsplit(page.url).query) == {"q": ["三公经费"]}


def test_a_late_answer_does_not_replace_a_newer_one(page: Page, address: str) -> None:
    ask(page, address, "绿化")
    held: list[Route] = []

    def hold_the_first(route: Route) -> None:
        if held:
            route.continue_()
        else:
            held.append(route)

    page.route(re.compile("/search/index/2021-[^/]*/p[0-9]"), hold_the_first)
    with page.expect_request(re.compile("/search/index/2021-[^/]*/p[0-9]")):
        page.get_by_role("searchbox").fill("老干部")
    page.get_by_role("searchbox").fill("监测点")
    expect(page.get_by_role("status")).to_contain_text("“监测点”")
    held[0].continue_()
    page.wait_for_timeout(400)
    assert "“监测点”" in page.get_by_role("status").inner_text()
    assert len(titles(page)) == 1


def test_more_results_come_when_asked_for_and_take_the_focus(page: Page, address: str) -> None:
    assert ask(page, address, "行道树") == "找到 12 处含有“行道树”的内容，分布在 12 个页面。"
    assert len(titles(page)) == 10
    page.get_by_role("button", name="再显示 2 处").click()
    expect(page.locator(".search-result")).to_have_count(12)
    expect(page.locator(".search-result").nth(10).get_by_role("link").first).to_be_focused()
    expect(page.locator("[data-search-more]")).to_be_hidden()


def test_a_missing_index_is_admitted(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.route("**/search/index/**", lambda route: route.fulfill(status=404))
    assert ask(page, address, "老干部").startswith("搜索暂时不能使用")
    page.close()


def test_without_scripts_there_are_lists_instead_of_a_form(browser: Browser, address: str) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(f"{address}/search/")
    expect(page.get_by_role("link", name="年度", exact=True)).to_be_visible()
    expect(page.get_by_role("searchbox")).to_be_hidden()


def test_everything_that_can_be_pressed_is_large_enough(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    ask(page, address, "三公经费")
    for target in page.locator(":is(input, select, button, .search a):visible").all():
        box = target.bounding_box()
        assert box is not None
        assert box["height"] >= 44, target.evaluate("each => each.outerHTML")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
