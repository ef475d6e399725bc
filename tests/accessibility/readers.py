"""The site as different readers open it: every kind of page, in every way in which it can look, over HTTP."""

from __future__ import annotations

import gzip
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any

from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page, Route

CHROMIUM = "/usr/bin/chromium"
KINDS = {
    "home": "",
    "years": "years/",
    "year": "2021/",
    "departments": "departments/",
    "department": "departments/zjk-npc/",
    "budget": "2021/zjk-npc/budget/",
    "performance": "2020/chengde-npc/performance/",
    "glossary": "glossary/",
    "term": "glossary/basic-expenditure/",
    "rules": "rules/",
    "rule": "rules/ari-010/",
    "completeness": "completeness/",
    "corrections": "corrections/",
    "data": "data/",
    "projects": "projects/",
    "search": "search/",
    "found": "search/?q=三公经费",
    "nothing found": "search/?q=航空母舰",
    "about": "about/",
    "statement": "accessibility/",
    "gallery": "gallery/",
    "lost": "no/such/page/",
}
"""Every kind of page, and the states of those that have some."""

DESK, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
MODES: dict[str, dict[str, Any]] = {
    "light": {"viewport": DESK},
    "dark": {"viewport": DESK, "color_scheme": "dark"},
    "phone": {"viewport": PHONE, "has_touch": True},
    "forced colours": {"viewport": DESK, "forced_colors": "active"},
    "large": {"viewport": DESK},
    "large on a phone": {"viewport": PHONE, "has_touch": True},
    "no scripts": {"viewport": DESK},
}
CHOOSE_LARGE = "localStorage.setItem('mingzhang-size', 'large')"


class Handler(SimpleHTTPRequestHandler):
    """A built site, with its own page for what is not there."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        del message, explain
        body = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None: ...


@dataclass
class Site:
    """A served site and the contexts in which it was opened; one of each mode serves all tests of a file."""

    browser: Browser
    folder: Path
    server: ThreadingHTTPServer
    contexts: dict[str, BrowserContext] = field(default_factory=dict)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server.server_port}/"

    def open(self, kind: str, mode: str = "light") -> Page:
        """Return a page that has settled: what a search finds is there."""
        page = self.context(mode).new_page()
        page.goto(f"{self.address}{KINDS.get(kind, kind)}")
        if "?q=" in KINDS.get(kind, "") and mode != "no scripts":
            expect(page.get_by_role("status")).not_to_be_empty()
        return page

    def context(self, mode: str) -> BrowserContext:
        if mode not in self.contexts:
            context = self.browser.new_context(**MODES[mode])
            if mode.startswith("large"):
                context.add_init_script(CHOOSE_LARGE)
            if mode == "no scripts":
                context.route("**/*", _without_scripts)
            self.contexts[mode] = context
        return self.contexts[mode]

    def close(self) -> None:
        for context in self.contexts.values():
            context.close()
        self.server.shutdown()
        self.server.server_close()


def serve(browser: Browser, folder: Path) -> Site:
    """Return a site being served; whoever asked closes it."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    return Site(browser, folder, server)


def _without_scripts(route: Route) -> None:
    """Answer as to a browser whose scripts are off; one that really is could not be asked anything by a test either."""
    if route.request.resource_type == "script":
        route.abort()
    elif route.request.resource_type == "document":
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace("<noscript>", "<div>").replace("</noscript>", "</div>"))
    else:
        route.continue_()


def on_the_wire(path: Path) -> int:
    """Return the bytes of a file as a server with gzip sends them."""
    return len(gzip.compress(path.read_bytes(), compresslevel=9, mtime=0))
