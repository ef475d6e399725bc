"""The shipped site as its readers meet it: on a desk, on a phone, on paper, and without scripts."""

from __future__ import annotations

import re
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Literal
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, BrowserContext, Page

ARTEFACTS = Path(__file__).parents[1] / "artefacts"
CHROMIUM = "/usr/bin/chromium"
BASE = "/a/b"
BUDGET = "2021/zjk-npc/budget/"
PERFORMANCE = "2020/chengde-npc/performance/"
SHOWN = {"home": "", "disclosure": BUDGET, "glossary": "glossary/", "search": "search/?q=三公经费"}
NARROW = SHOWN | {
    "performance": PERFORMANCE, "year": "2021/", "years": "years/", "department": "departments/zjk-npc/", "departments": "departments/",
    "term": "glossary/basic-expenditure/",
    "rules": "rules/", "rule": "rules/ari-010/", "of the site": "rules/web-003/", "waiver": "rules/wai-001/", "all": "completeness/",
}  # fmt: skip
VIEWS: dict[str, tuple[int, Literal["light", "dark"]]] = {"desktop": (1280, "light"), "phone": (390, "light"), "dark": (1280, "dark")}

pytestmark = pytest.mark.xdist_group("site_in_browser")


class Handler(SimpleHTTPRequestHandler):
    """The site below a path, with its own page for what is not there; its policy stands in its pages."""

    def translate_path(self, path: str) -> str:
        return super().translate_path(path.removeprefix(BASE) if path.startswith(f"{BASE}/") else "/nowhere")

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        del message, explain
        body = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None: ...


@pytest.fixture(scope="module")
def address(shipped_site: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(shipped_site)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}{BASE}/"
    server.shutdown()
    server.server_close()


def watched(context: BrowserContext, host: str) -> tuple[Page, list[str]]:
    """Return a page and the list to which everything is added that no reader's browser should have to say or ask."""
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    page.on("console", lambda line: faults.append(line.text) if line.type in ("error", "warning") else None)
    page.on("request", lambda request: faults.append(request.url) if urlsplit(request.url).netloc != host else None)
    page.on("response", lambda answer: faults.append(f"{answer.status} {answer.url}") if answer.status >= 400 else None)
    return page, faults


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context()
    page, faults = watched(context, urlsplit(address).netloc)
    yield page
    context.close()
    assert faults == []


def search(page: Page, address: str, words: str) -> None:
    """Ask from the home page, as a visitor does."""
    page.goto(address)
    page.locator("main").get_by_role("searchbox").fill(words)
    page.locator("main").get_by_role("button", name="搜索").click()
    page.wait_for_url(re.compile(r"/search/\?"))
    expect(page.get_by_role("status")).to_contain_text(f"含有“{words}”")


def test_the_three_public_expenses_are_found_from_the_home_page(page: Page, address: str) -> None:
    search(page, address, "三公经费")
    expect(page.get_by_role("status")).to_have_text(re.compile(r"找到 \d+ 处"))
    result = page.locator(".search-result").filter(has_text="张家口市人大").filter(has=page.locator(f"a[href*='{BUDGET}']"))
    result.locator("a[href$='#public-expenses']").first.click()
    page.wait_for_url(f"{address}{BUDGET}#public-expenses")
    expect(page.locator("#public-expenses")).to_be_in_viewport()
    expect(page.locator("#t-public-expenses").get_by_role("row").filter(has_text="公务接待费")).to_contain_text("2.67")


def test_a_project_is_found_by_its_name_and_reached(page: Page, address: str) -> None:
    search(page, address, "预算联网监督")
    link = page.locator(".search-result a[href*='#project-']").first
    target = urlsplit(link.get_attribute("href") or "")
    link.click()
    page.wait_for_url(re.compile(re.escape(f"#{target.fragment}")))
    heading = page.locator(f"[id='{target.fragment}']")
    expect(heading).to_be_in_viewport()
    expect(heading).to_contain_text("联网监督")


def test_a_project_is_found_by_its_code(page: Page, address: str) -> None:
    search(page, address, "000-9999-JSN-2084")
    page.locator(".search-result a[href*='#project-']").first.click()
    page.wait_for_url(re.compile("/2020/chengde-npc/performance/#project-000-9999-jsn-2084"))
    expect(page.locator("#project-000-9999-jsn-2084")).to_be_in_viewport()
    expect(page.locator("#project-000-9999-jsn-2084")).to_contain_text("会议费")


def test_every_page_opens_without_a_complaint_or_a_foreign_request(page: Page, address: str, shipped_site: Path) -> None:
    names = [path.relative_to(shipped_site).as_posix().removesuffix("index.html") for path in shipped_site.rglob("index.html")]
    assert len(names) > 15
    for name in names:
        page.goto(f"{address}{name}")
        expect(page.locator("h1")).to_have_count(1)


def test_links_are_followed_below_a_path(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("navigation", name="主导航").get_by_role("link", name="部门").click()
    page.get_by_role("link", name=re.compile("遵化市人民代表大会")).first.click()
    page.locator("a[href$='2024/zunhua-npc/performance/']").click()
    page.get_by_role("navigation", name="当前位置").get_by_role("link", name="首页").click()
    assert page.url == address


def test_a_term_is_explained_below_its_text_and_leads_to_its_page(page: Page, address: str) -> None:
    page.goto(f"{address}{BUDGET}")
    notes = page.locator("details.term-notes").first
    expect(notes.locator("dd").first).to_be_hidden()
    notes.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(notes.locator("dd").first).to_be_visible()
    term = page.locator("a.term").first
    words = term.inner_text()
    term.click()
    page.wait_for_url(re.compile(r"/glossary/[a-z-]+/$"))
    assert words in page.locator("main").inner_text()


def test_the_departments_of_a_year_are_sorted_by_amount_and_by_name(page: Page, address: str) -> None:
    page.goto(f"{address}2020/")
    table = page.locator("table[data-sortable]")
    rows = table.locator("tbody th")
    before = rows.all_inner_texts()
    table.get_by_role("button", name="按项目数排序").click()
    expect(table.get_by_role("columnheader", name=re.compile("项目数"))).to_have_attribute("aria-sort", "descending")
    expect(page.locator("[data-sorted]")).to_contain_text("已按项目数从大到小排列")
    counts = [int(text) for text in table.locator("tbody tr td:nth-last-child(2)").all_inner_texts()]
    assert counts == sorted(counts, reverse=True)
    table.get_by_role("button", name="按项目数排序").click()
    assert sorted(rows.all_inner_texts()) == sorted(before)


def test_the_years_of_a_department_are_one_step_apart_and_keep_the_section(page: Page, address: str) -> None:
    page.goto(f"{address}{BUDGET}")
    page.locator("#projects ~ .section__years").first.get_by_role("link").click()
    page.wait_for_url(f"{address}2026/zjk-npc/performance/#projects")
    expect(page.locator("#projects")).to_be_in_viewport()
    page.get_by_role("navigation", name="同一部门的各年公开文本").get_by_role("link", name="2021年部门预算").click()
    page.wait_for_url(f"{address}{BUDGET}")


def test_every_project_is_reached_from_the_top(page: Page, address: str) -> None:
    page.goto(f"{address}{PERFORMANCE}")
    links = page.locator(".project-overview a")
    assert links.count() == page.locator("h3[id^='project-']").count() == 8
    links.last.click()
    expect(page.locator(f"[id='{urlsplit(page.url).fragment}']")).to_be_in_viewport()


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_no_word_of_a_chart_is_cut(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    for name in (BUDGET, PERFORMANCE, "departments/zjk-npc/"):
        page.goto(f"{address}{name}")
        cut = "all => all.filter(each => each.getBoundingClientRect().right > innerWidth).map(each => each.textContent)"
        assert page.locator(".chart text").evaluate_all(cut) == []
    assert page.locator(".chart svg[role=img]").count() == page.locator(".chart svg[role=img][aria-labelledby]").count()


def test_a_mark_at_a_figure_leads_to_its_finding_and_on_to_the_rule(page: Page, address: str) -> None:
    page.goto(f"{address}{BUDGET}")
    cell = page.locator("td", has=page.locator("a.finding-mark")).filter(has_text="135.65")
    cell.get_by_role("link").click()
    finding = page.locator(f"[id='{urlsplit(page.url).fragment}']")
    expect(finding).to_be_in_viewport()
    expect(finding).to_contain_text("收支总额的增减是135.65万元")
    finding.get_by_role("link", name="ARI-013").click()
    page.wait_for_url(f"{address}rules/ari-013/")
    expect(page.get_by_role("heading", name="有错的例子", exact=True)).to_be_visible()
    page.get_by_role("navigation", name="当前位置").get_by_role("link", name="检查规则").click()
    expect(page.get_by_role("link", name=re.compile("^ARI-013 "))).to_be_visible()


def test_every_mark_on_a_page_has_its_finding(page: Page, address: str) -> None:
    for name in (BUDGET, PERFORMANCE):
        page.goto(f"{address}{name}")
        targets = page.locator("a.finding-mark").evaluate_all("all => all.map(each => each.hash.slice(1))")
        known = page.locator(".found-list > li").evaluate_all("all => all.map(each => each.id)")
        assert set() < set(targets) <= set(known)
        assert known == [f"finding-{number}" for number in range(1, len(known) + 1)]


def test_the_outcomes_of_all_rules_unfold_and_lead_to_them(page: Page, address: str) -> None:
    page.goto(f"{address}{BUDGET}")
    outcomes = page.locator("details.rule-outcomes")
    link = outcomes.get_by_role("link", name="ARI-013", exact=True)
    expect(link).to_be_hidden()
    outcomes.locator("summary").click()
    expect(link).to_have_attribute("href", "../../../rules/ari-013/")


def test_completeness_is_told_by_year_and_department(page: Page, address: str) -> None:
    page.goto(f"{address}completeness/")
    expect(page.locator(".notice--finding")).to_contain_text("网站自己的信息")
    row = page.get_by_role("table", name="2021年公开情况").get_by_role("row").filter(has_text="张家口市人大")
    expect(row).to_contain_text("条未通过")
    expect(row).to_contain_text("1条数据不足")


def test_the_keyboard_reaches_the_text_first(page: Page, address: str) -> None:
    page.goto(f"{address}{BUDGET}")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="跳到正文")).to_be_focused()
    expect(page.get_by_role("link", name="跳到正文")).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()


def test_without_scripts_everything_is_there_and_nothing_is_dead(browser: Browser, address: str) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(f"{address}{BUDGET}")
    expect(page.locator("#duties + .narrative")).to_contain_text("向市人民代表大会负责")
    expect(page.locator("#t-public-expenses")).to_be_visible()
    for table in page.locator("table").all():
        expect(table).to_be_visible()
    assert page.locator("button:visible, select:visible, input:visible").count() == 0
    page.goto(f"{address}search/")
    expect(page.locator("main noscript p")).to_be_visible()  # Playwright finds no words in a noscript by themselves.
    assert page.locator("main").locator("button:visible, select:visible, input:visible, [role=status]:visible").count() == 0
    page.get_by_role("main").get_by_role("link", name="年度", exact=True).click()
    assert page.url == f"{address}years/"
    page.close()


def test_without_scripts_the_home_page_offers_no_search_that_leads_nowhere(browser: Browser, address: str) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(address)
    for form in page.locator("form:visible").all():
        assert form.get_attribute("action") == "./search/"
    for name in ("2026年", "2021年", "全部部门"):
        expect(page.get_by_role("main").get_by_role("link", name=name, exact=True)).to_be_visible()
    page.close()


@pytest.mark.parametrize("name", NARROW)
def test_a_narrow_phone_never_scrolls_the_page_sideways(page: Page, address: str, name: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    answer = page.goto(f"{address}{NARROW[name]}")
    assert answer is not None
    assert answer.ok
    page.locator("details").evaluate_all("all => all.forEach(each => { each.open = true; })")
    if name == "search":
        expect(page.locator(".search-result").first).to_be_visible()
    wide = "() => [...document.querySelectorAll('main *, header *, footer *')].filter(each => !each.closest('.data-table, pre')"
    wide += " && each.getBoundingClientRect().right > innerWidth + 1).map(each => each.outerHTML.slice(0, 80))"
    assert page.evaluate("document.documentElement.scrollWidth") <= 320, page.evaluate(wide)
    page.evaluate("scrollTo(500, 0)")
    assert page.evaluate("scrollX") == 0


def test_a_wide_table_scrolls_by_itself(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"{address}{BUDGET}")
    region = page.locator(".data-table").first
    assert region.evaluate("each => each.scrollWidth > each.clientWidth && getComputedStyle(each).overflowX === 'auto'")
    assert region.get_attribute("tabindex") == "0"
    expect(page.get_by_role("region", name=re.compile("机构设置情况"))).to_be_visible()


@pytest.mark.parametrize("name", ["lost/", "2021/zjk-npc/lost/in/depth/"])
def test_what_is_not_there_is_admitted(browser: Browser, address: str, name: str) -> None:
    page = browser.new_page()
    answer = page.goto(f"{address}{name}")
    assert answer is not None
    assert answer.status == 404
    expect(page.get_by_role("heading", level=1)).to_have_text("没有这一页")
    page.close()


def test_on_paper_a_disclosure_is_whole(page: Page, address: str) -> None:
    page.goto(f"{address}{BUDGET}")
    ARTEFACTS.mkdir(exist_ok=True)
    pdf = page.pdf(path=str(ARTEFACTS / "disclosure.pdf"), prefer_css_page_size=True)
    assert pdf.startswith(b"%PDF-")
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) > 5
    page.emulate_media(media="print")
    expect(page.locator(".search-box, .pager, .page__contents, .site-header__nav").first).to_be_hidden()
    cut = page.locator(".data-table").evaluate_all("all => all.filter(each => getComputedStyle(each).overflowX !== 'visible').length")
    assert cut == 0


@pytest.mark.parametrize("name", SHOWN)
@pytest.mark.parametrize("view", VIEWS)
def test_pictures_are_taken_for_whoever_looks(browser: Browser, address: str, name: str, view: str) -> None:
    width, colours = VIEWS[view]
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=colours)
    page, faults = watched(context, urlsplit(address).netloc)
    page.goto(f"{address}{SHOWN[name]}")
    if name == "search":
        expect(page.locator(".search-result").first).to_be_visible()
    ARTEFACTS.mkdir(exist_ok=True)
    picture = page.screenshot(path=str(ARTEFACTS / f"{name}-{view}.png"))
    background = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    dark = sum(map(int, re.findall(r"\d+", background)[:3])) < 3 * 128
    context.close()
    assert len(picture) > 10_000
    assert dark is (colours == "dark")
    assert faults == []


OWN_POLICY = "default-src 'none'; base-uri 'none'; img-src 'self'; style-src 'self'; "
READING = f"{OWN_POLICY}connect-src 'self'; form-action 'self'; script-src 'self'"
SEARCHING = f"{OWN_POLICY}connect-src 'self'; form-action 'self'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'"
WATCH = "addEventListener('securitypolicyviolation', event => (window.violations ??= []).push(event.effectiveDirective))"
TRY = {
    "script-src-elem": "document.body.appendChild(document.createElement('script')).textContent = 'window.ran = true'",
    "script-src-attr": "document.body.insertAdjacentHTML('beforeend', '<a onclick=\"window.ran = true\"></a>')",
    "style-src-attr": "document.body.insertAdjacentHTML('beforeend', '<p style=\"color: red\"></p>')",
    "img-src": "document.body.appendChild(new Image()).src = 'data:image/png;base64,AAAA'",
    "frame-src": "document.body.appendChild(document.createElement('iframe')).src = location.href",
    "connect-src": "fetch('https://elsewhere.example/').catch(() => {})",
}


def test_the_page_for_what_is_not_there_has_the_same_policy(shipped_site: Path) -> None:
    assert f'content="{READING}"' in (shipped_site / "404.html").read_text(encoding="utf-8").replace("&#39;", "'")


@pytest.mark.parametrize("name", [*NARROW, "corrections"])
def test_every_page_carries_its_own_strict_policy_and_keeps_it(page: Page, address: str, name: str) -> None:
    page.add_init_script(WATCH)
    page.goto(f"{address}{NARROW.get(name, 'corrections/')}")
    assert page.locator("meta[http-equiv=Content-Security-Policy]").get_attribute("content") == (SEARCHING if name == "search" else READING)
    if name == "search":
        expect(page.get_by_role("status")).to_contain_text("含有“三公经费”")
    assert page.evaluate("window.violations ?? []") == []


@pytest.mark.parametrize("directive", TRY)
def test_what_the_policy_forbids_is_stopped(browser: Browser, address: str, directive: str) -> None:
    page = browser.new_context().new_page()
    page.add_init_script(WATCH)
    page.goto(f"{address}{BUDGET}")
    page.evaluate(TRY[directive])
    page.wait_for_function("() => window.violations?.length")
    assert page.evaluate("window.violations") == [directive]
    assert page.evaluate("window.ran") is None
    page.context.close()
