"""The search page in Firefox, where Debian's ``firefox-esr`` is installed.

No driver is needed: a script of the test stands on the page and reports to the server what a reader would see.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from functools import partial
from http.server import ThreadingHTTPServer
from queue import Queue
from threading import Thread
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, quote, urlsplit

import pytest

from tests.browser.test_search_client import BASE, Handler, write_site

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FIREFOX = shutil.which("firefox-esr")
REPORT = """
const said = document.querySelector("[role=status]");
new MutationObserver(() => {
  const titles = Array.from(document.querySelectorAll(".search-result h2"), (title) => title.textContent);
  fetch(`report?seen=${encodeURIComponent(JSON.stringify([said.textContent, titles]))}`);
}).observe(said, { childList: true });
"""

pytestmark = [
    pytest.mark.xdist_group("search_firefox"),
    pytest.mark.skipif(FIREFOX is None, reason="firefox-esr is not installed"),
]


class Listener(Handler):
    """Takes down what the page reports."""

    reports: Queue[list[object]] = Queue()

    def do_GET(self) -> None:  # noqa: N802 - the name that the server calls
        address = urlsplit(self.path)
        if address.path.endswith("/report"):
            self.reports.put(json.loads(parse_qs(address.query)["seen"][0]))
        super().do_GET()


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    site = tmp_path_factory.mktemp("site")
    write_site(site)
    (site / "assets" / "report.js").write_text(REPORT, encoding="utf-8")
    page = site / "search" / "index.html"
    page.write_text(page.read_text(encoding="utf-8").replace("</body>", '<script type="module" src="../assets/report.js"></script></body>'))
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Listener, directory=str(site)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}{BASE}"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(
    ("query", "said", "first"),
    [
        ("預算聯網監督", "按简体字“预算联网监督”查找。找到 1 处", "预算联网监督"),
        ("公车", "找到 1 处含有“公车”的内容。也包括正式的说法：公务用车。", "“三公”经费说明"),
        ("树", "找到 12 处含有“树”的内容", "绿化"),
    ],
)
def test_firefox_finds_what_chromium_finds(address: str, tmp_path: Path, query: str, said: str, first: str) -> None:
    assert FIREFOX is not None
    page = f"{address}/search/?q={quote(query)}"
    firefox = subprocess.Popen([FIREFOX, "--headless", "--no-remote", "--profile", str(tmp_path), page])  # noqa: S603 - our own page
    try:
        sentence, titles = Listener.reports.get(timeout=120)
    finally:
        firefox.terminate()
        firefox.wait()
    assert isinstance(titles, list)
    assert str(sentence).startswith(said)
    assert first in titles[0]
