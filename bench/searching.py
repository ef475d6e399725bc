"""``python -m bench.searching``: makes the search index of many synthetic pages, and asks it in Chromium.

What is measured is what a reader would meet: bytes are counted where they are served, time from the press of the button
to the list of results. Each query is asked on a page of its own after one other query, so that what every search loads
once (program, heads of the volumes) is told apart from what a query costs; then it is asked again, with all of it at hand.

Figures of a search that does not work would say nothing: every query is drawn from the pages, so that each must find
something, and whatever the page's scripts complain of ends the measurement.
"""

from __future__ import annotations

import argparse
import random
import resource
import shutil
import statistics
import sys
import tempfile
import time
from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from playwright.sync_api import sync_playwright

from bench.books import PROJECTS
from bench.processes import Helpers
from bench.synthesis import write_content
from generator.pipeline import begin_index, finish, publish, rare_cyclic_collection
from generator.rendering.environment import Components
from generator.search.documents import disclosure_document
from generator.views.finding import search_view
from generator.views.wording import money

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.pipeline import Publication
    from generator.search.index import IndexReport

ROOT = Path(__file__).resolve().parent.parent
CHROMIUM = "/usr/bin/chromium"
FIRST = "档案"
"""Asked before each query."""
_PATIENCE = 120_000
"""Milliseconds for the first answer: a busy machine is slow, and a search that does not work never answers."""

WORDS = (
    "三公经费", "公务接待费", "预算", "机关运行经费", "政府采购", "满意度", "培训", "验收", "专项检查", "国有资产", "人大代表",
    "公车", "吃喝", "出国费用", "工资福利支出", "办公用房 2024年", "2026年 政府采购", "岚桥县 培训", "岚浦县2025年三公经费",
    "三工经费", "機關運行經費", "公车花了多少钱", "钱花到哪里去了", "合格率", "抽样调查", "固定资产", "上年结转", "办公用房",
)  # fmt: skip
_ASK = """query => new Promise((done) => {
  const root = document.querySelector("[data-search]"), form = root.querySelector("form");
  const start = performance.now();
  form.elements.q.value = query;
  form.requestSubmit();
  const look = () => {
    if (root.hasAttribute("aria-busy")) return requestAnimationFrame(look);
    done([performance.now() - start, root.querySelectorAll(".search-result").length, root.querySelector("[role=status]").textContent]);
  };
  requestAnimationFrame(look);
})"""


@dataclass
class Served:
    """Bytes that went out, by what they are for."""

    bytes: Counter[str] = field(default_factory=Counter)
    requests: int = 0


class _Handler(SimpleHTTPRequestHandler):
    """Serves the site, and counts what it serves."""

    served = Served()

    def copyfile(self, source: Any, outputfile: Any) -> None:
        """Send a file, and add its size to the account of its kind."""
        content = source.read()
        name = self.path.partition("?")[0].rpartition("/")[2]
        kind = "index" if name.endswith(".pf_index") else "text" if name.startswith("p") and name[1:].isdigit() else "other"
        self.served.bytes[kind] += len(content)
        self.served.requests += 1
        outputfile.write(content)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@dataclass(frozen=True)
class Asked:
    """One query: bytes of index and of texts, requests, milliseconds the first time and again, results shown."""

    query: str
    index: int
    text: int
    requests: int
    cold: float
    warm: float
    shown: int
    said: str


def build(content: Path, site: Path) -> tuple[Publication, IndexReport, dict[str, float]]:
    """Return what was published, the index of its pages, and the seconds and megabytes that it took."""
    with rare_cyclic_collection():
        publication = publish(content)
        before = _memory()
        helpers = Helpers()
        start, spent = time.perf_counter(), time.process_time()
        indexing = begin_index(site, publication)
        viewed = waited = 0.0
        for page in publication.pages:
            if indexing.awaits(page.address):
                begun, at = time.thread_time(), time.perf_counter()
                view = page.view()
                viewed, waited = viewed + time.thread_time() - begun, waited + time.perf_counter() - at
                indexing.take(page.address, view)
        index = finish(site, publication, indexing)
    assert index is not None  # noqa: S101 - it was begun
    wall, own = time.perf_counter() - start, time.process_time() - spent - viewed
    python, pagefind = helpers.stop()
    costs = {
        "墙钟": wall,
        "其中页面视图": waited,
        "页面视图 CPU": viewed,
        "交出 CPU": own,
        "索引进程 CPU": python.seconds,
        "Pagefind CPU": pagefind.seconds,
        "生成 内存": _memory(),
        "其中内容 内存": before,
        "索引进程 内存": python.most,
        "Pagefind 内存": pagefind.most,
    }
    return publication, index, costs


def _memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def characters(publication: Publication) -> float:
    """Return how many characters the search is told of a page, on average of some fifty."""
    views = {page.address: page.view for page in publication.pages}
    some = publication.corpus.disclosures[:: max(1, len(publication.corpus.disclosures) // 50)]
    documents = [disclosure_document(disclosure, views[disclosure.address]()) for disclosure in some]
    return statistics.mean(sum(len(place.heading) + sum(map(len, place.texts)) for place in each.places) for each in documents)


def queries_of(publication: Publication) -> list[str]:
    """Return words that everybody knows, and names, codes and amounts of pages drawn by lot, always the same ones."""
    lot = random.Random(5)  # noqa: S311 - a lot that anybody may foresee
    drawn = []
    for disclosure in lot.sample(publication.corpus.disclosures, k=8):
        project = lot.choice(disclosure.text.projects)
        code, name = str(project.code), str(project.name)
        drawn += [
            code,
            code[-8:],
            code[:12],
            f"{disclosure.department.short_name}{name[:4]}",
            f"{name} {disclosure.year}年",
            money(project.budget),
        ]
    return [*WORDS, *drawn]


def write_search_page(site: Path) -> None:
    """Write the search page and its scripts, without the shell; ``scripted.js`` is what says their words.

    On the site, the script of every page loads the module.
    """
    assets = ROOT / "theme" / "assets"
    shutil.copytree(assets / "search", site / "assets" / "search")
    shutil.copy(assets / "scripted.js", site / "assets" / "scripted.js")
    body = Components(ROOT / "theme").html("search_page", search_view().blocks[0], "../")
    head = '<meta charset="utf-8"><title>搜索</title><link rel="icon" href="data:,"><script src="../assets/scripted.js"></script>'
    script = '<script type="module" src="../assets/search/search.js"></script>'
    page = site / "search" / "index.html"
    page.write_text(f'<!doctype html><html lang="zh-Hans" class="no-js">{head}<main>{body}</main>{script}</html>', encoding="utf-8")


@contextmanager
def _serving(site: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(site)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/search/"
    server.shutdown()
    server.server_close()


def ask(site: Path, queries: Sequence[str]) -> list[Asked]:
    """Return how each query fared. Raises ValueError where the page complains, and where a query finds nothing."""
    answers = []
    complaints: list[str] = []
    with _serving(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for query in queries:
            page = browser.new_context().new_page()
            page.on("pageerror", lambda error: complaints.append(str(error)))
            page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
            page.goto(f"{address}?q={quote(FIRST)}")
            page.wait_for_selector("[data-search]:not([aria-busy]) [role=status]:not(:empty)", timeout=_PATIENCE)
            _Handler.served = Served()
            cold, *_ = page.evaluate(_ASK, query)
            served = _Handler.served
            warm, shown, said = page.evaluate(_ASK, query)
            answers.append(Asked(query, served.bytes["index"], served.bytes["text"], served.requests, cold, warm, shown, said))
            page.context.close()
            if complaints:
                message = f"搜索页的脚本出错，测量作废：{'；'.join(complaints)}"
                raise ValueError(message)
        browser.close()
    if empty := [answer.query for answer in answers if not answer.shown]:
        message = f"有 {len(empty)} 个查询本应有结果却没有，测量作废：{'、'.join(empty)}"
        raise ValueError(message)
    return answers


def main() -> None:
    """Make the index and ask; print what it costs."""
    parser = argparse.ArgumentParser(
        prog="python -m bench.searching",
        add_help=False,
        description="造许多虚构的页面，测量搜索索引的生成和在 Chromium 里的查询。",
    )
    parser.add_argument("-n", type=int, default=1000, metavar="页数", help="页面的个数，默认 1000")
    parser.add_argument("--years", type=int, default=4, metavar="年数", help="分成几个年度，默认 4")
    parser.add_argument("--projects", type=int, default=PROJECTS, metavar="项目数", help="每份公开文本的项目数，至少3，默认 %(default)s")
    parser.add_argument("--each", action="store_true", help="逐个查询列出")
    parser.add_argument("-h", "--help", action="help", help="显示本说明")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        years = tuple(range(2027 - options.years, 2027))
        write_content(folder / "content", max(1, options.n // options.years), years, terse=True, projects=options.projects)
        publication, index, costs = build(folder / "content", folder / "site")
        _print_costs(publication, index, costs)
        write_search_page(folder / "site")
        try:
            answers = ask(folder / "site", queries_of(publication))
        except ValueError as fault:
            sys.exit(str(fault))
        _print_answers(answers, each=options.each)


def _print_costs(publication: Publication, index: IndexReport, costs: dict[str, float]) -> None:
    pages = len(publication.corpus.disclosures)
    size = f"{index.size / 1e6:.1f} MB（每页 {index.size / pages / 1024:.1f} KB）"
    print(f"页面 {pages} 个，地方 {index.places} 处，索引 {size}，文件 {index.files} 个")
    for what, value in costs.items():
        print(f"  {what:<14}{value:10.1f} MB" if "内存" in what else f"  {what:<14}{value:10.1f} 秒，每页 {value / pages * 1000:.2f} 毫秒")
    alone = pages / (costs["墙钟"] - costs["其中页面视图"])
    length = characters(publication)
    print(f"  连同页面视图 {pages / costs['墙钟']:.0f} 页/秒，视图之外 {alone:.0f} 页/秒")
    print(f"  每页 {length:.0f} 字，即视图之外每秒 {alone * length / 10_000:.1f} 万字")
    print(f"  自检 {index.proof.asked} 处，查全率 {index.proof.recall:.0%}")


def _print_answers(answers: Sequence[Asked], *, each: bool) -> None:
    if each:
        for answer in answers:
            figures = f"{answer.index / 1024:8.1f}{answer.text / 1024:8.1f}{answer.requests:6}{answer.cold:8.0f}{answer.warm:8.0f}"
            print(f"{figures}  {answer.query}：{answer.said}")
    print(f"查询 {len(answers)} 个，有结果的 {sum(answer.shown > 0 for answer in answers)} 个；中位数、九成以内、最多：")
    for what, values in (
        ("索引 KB", [answer.index / 1024 for answer in answers]),
        ("连同原文 KB", [(answer.index + answer.text) / 1024 for answer in answers]),
        ("请求", [float(answer.requests) for answer in answers]),
        ("首次 毫秒", [answer.cold for answer in answers]),
        ("再次 毫秒", [answer.warm for answer in answers]),
    ):
        ninth = statistics.quantiles(values, n=10)[-1]
        print(f"  {what:<10}{statistics.median(values):8.1f}{ninth:8.1f}{max(values):8.1f}")


if __name__ == "__main__":
    main()
