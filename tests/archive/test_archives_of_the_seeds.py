"""The archive of every shipped year holds by the standards' own tools, can be made again, and reads without a server."""

from __future__ import annotations

import base64
import hashlib
import json
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import bagit
import pytest
from playwright.sync_api import Browser, Route, expect
from warcio.archiveiterator import ArchiveIterator

from generator.archive.bag import close_bag, read_info
from tests.archive.conftest import YEARS, mingzhang
from tests.projects import digests, shipped_project
from tests.site_build.test_links import ids, references

PROGRAMS = Path(sys.executable).parent


@pytest.mark.parametrize("year", YEARS)
def test_bagit_and_warcio_find_nothing_wrong(archives: Path, year: int) -> None:
    bag = archives / f"mingzhang-{year}"
    validated = subprocess.run([PROGRAMS / "bagit.py", "--validate", bag], capture_output=True, text=True, check=False)  # noqa: S603 - of our environment
    assert validated.returncode == 0, validated.stderr
    checked = subprocess.run(  # noqa: S603 - likewise
        [PROGRAMS / "warcio", "check", "-v", bag / "data" / f"mingzhang-{year}.warc"], capture_output=True, text=True, check=False
    )
    assert checked.returncode == 0, checked.stdout
    assert "digest pass" in checked.stdout


@pytest.mark.parametrize("year", YEARS)
def test_its_own_sources_give_the_same_site_again(archives: Path, year: int) -> None:
    for kept in (f"mingzhang-{year}", f"mingzhang-{year}.zip"):
        done = mingzhang(archives, "verify", "--rebuild", kept)
        assert done.returncode == 0, done.stdout + done.stderr
        assert "重新生成的内容与存档完全一致" in done.stdout
        assert done.stderr == ""


def test_the_same_year_is_the_same_bytes_wherever_and_whenever_it_is_packed(tmp_path: Path, archives: Path) -> None:
    there = shipped_project(tmp_path / "一个 很长的 路径")
    environment = {"TZ": "America/New_York", "LANG": "C", "LC_ALL": "C", "PYTHONHASHSEED": "7", "PYTHONUTF8": "1"}
    done = mingzhang(there, "archive", "2021", "-o", "../elsewhere", "--zip", "--warc", **environment)
    assert done.returncode == 0, done.stderr
    one, other = digests(archives / "mingzhang-2021"), digests(tmp_path / "elsewhere" / "mingzhang-2021")
    assert one == other
    assert len(one) > 200
    assert (archives / "mingzhang-2021.zip").read_bytes() == (tmp_path / "elsewhere" / "mingzhang-2021.zip").read_bytes()


def test_the_bag_says_who_when_and_by_what(archives: Path) -> None:
    info = bagit.Bag(str(archives / "mingzhang-2020")).info
    assert info["Fiscal-Year"] == "2020"
    assert info["External-Description"] == "明账2020年公开文本：2个部门，2份"
    assert info["Bagging-Date"] == "2020-01-01"
    assert info["Bag-Software-Agent"].startswith("mingzhang ")
    assert len(info["Rules-Version"]) == 16
    assert info["Content-Revision"].startswith("sha256:")


def test_the_date_can_be_given_and_is_built_again_by(tmp_path: Path) -> None:
    project = shipped_project(tmp_path)
    assert mingzhang(project, "archive", "2024", SOURCE_DATE_EPOCH="1735689600").returncode == 0
    info = bagit.Bag(str(project / "dist" / "mingzhang-2024")).info
    assert (info["Bagging-Date"], info["Source-Date-Epoch"]) == ("2025-01-01", "1735689600")
    assert mingzhang(project, "verify", "dist/mingzhang-2024", "--rebuild").returncode == 0


def test_an_archive_holds_one_year_its_sources_and_its_findings(archives: Path) -> None:
    data = archives / "mingzhang-2021" / "data"
    site = data / "site"
    assert {path.name for path in site.iterdir() if path.name.isdecimal()} == {"2021"}
    assert (data / "sources/content/departments/zjk-npc/2021/budget.md").is_file()
    assert not (data / "sources/content/departments/zjk-npc/2026").exists()
    report = json.loads((data / "findings.json").read_text(encoding="utf-8"))
    assert [each["address"] for each in report["disclosures"]] == ["2021/zjk-npc/budget/"]
    assert {finding["place"]["path"].split("/")[0] for finding in report["findings"]} == {"content"}
    assert not (site / "404.html").exists()


def test_what_is_compared_with_is_kept_too(tmp_path: Path) -> None:
    project = shipped_project(tmp_path)
    budget = project / "content/departments/zunhua-npc/2024/performance.yml"
    later = project / "content/departments/zunhua-npc/2025/performance.yml"
    later.parent.mkdir()
    later.write_text(budget.read_text(encoding="utf-8").replace("年度: 2024", "年度: 2025"), encoding="utf-8")
    assert mingzhang(project, "archive", "2025").returncode == 0
    data = project / "dist/mingzhang-2025/data"
    assert (data / "sources/content/departments/zunhua-npc/2024/performance.yml").is_file()
    assert not (data / "site/2024").exists()


def test_every_page_says_by_file_where_its_links_lead(archives: Path) -> None:
    for year in YEARS:
        site = archives / f"mingzhang-{year}" / "data" / "site"
        for page in site.rglob("*.html"):
            for reference in references(page):
                target, anchor = urldefrag(urljoin(page.as_uri(), reference))
                path = Path(unquote(urlsplit(target).path))
                assert path.is_file(), f"{page}: {reference}"
                assert path.is_relative_to(site)
                assert not anchor or unquote(anchor) in ids(path), f"{page}: {reference}"


def test_it_reads_from_a_folder_in_a_browser(browser: Browser, archives: Path) -> None:
    site = archives / "mingzhang-2020" / "data" / "site"
    asked: list[str] = []
    page = browser.new_context().new_page()
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda line: said.append(line.text))
    page.goto((site / "index.html").as_uri())
    expect(page.locator(".search-box")).to_be_hidden()
    page.get_by_role("link", name="项目（按编码）").click()
    page.get_by_role("link", name="000-9999-JSN-2084").click()
    expect(page.locator("#project-000-9999-jsn-2084")).to_be_in_viewport()
    assert page.locator("table").first.evaluate("table => getComputedStyle(table).borderCollapse") == "collapse"
    page.get_by_role("link", name="首页").click()
    page.get_by_role("navigation", name="主导航").get_by_role("link", name="名词").click()
    expect(page.locator("h1")).to_have_text("名词解释")
    page.get_by_role("navigation", name="主导航").get_by_role("link", name="搜索").click()
    expect(page.locator(".search-on-disk")).to_contain_text("搜索要由网页服务器提供")
    expect(page.locator(".search-lists").get_by_role("link").first).to_be_visible()
    expect(page.locator(".search-form")).to_be_hidden()
    page.wait_for_load_state("networkidle")
    assert said == []
    page.context.close()
    assert {urlsplit(address).scheme for address in asked} == {"file"}


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_every_page_opens_from_a_folder_and_asks_for_nothing_outside(browser: Browser, archives: Path, *, scripts: bool) -> None:
    site = archives / "mingzhang-2021" / "data" / "site"
    context = browser.new_context(java_script_enabled=scripts)
    page = context.new_page()
    asked: set[str] = set()
    said: list[str] = []
    page.on("request", lambda request: asked.add(request.url))
    page.on("console", lambda line: said.append(f"{page.url}: {line.text}"))
    pages = [path for path in sorted(site.rglob("*.html")) if path.relative_to(site).parts[0] != "rules"]
    for path in pages:
        page.goto(path.as_uri())
        assert page.locator("h1").count() == 1, path
    page.goto((site / "2021/zjk-npc/budget/index.html").as_uri())
    assert page.locator("table").count() > 10
    assert page.locator(".bars, .waterfall, svg, figure").first.is_visible()
    context.close()
    assert len(pages) > 40
    assert [address for address in asked if not address.startswith(site.as_uri())] == []
    assert said == []


def test_a_bag_that_was_forged_with_its_lists_is_found_out_by_its_own_sources(archives: Path, tmp_path: Path) -> None:
    bag = Path(shutil.copytree(archives / "mingzhang-2024", tmp_path / "bag"))
    page, findings, warc = ("site/2024/zunhua-npc/performance/index.html", "findings.json", "mingzhang-2024.warc")
    for name in (page, findings, warc):
        data = (bag / "data" / name).read_bytes()
        assert "遵化市".encode() in data
        (bag / "data" / name).write_bytes(data.replace("遵化市".encode(), "遵义市".encode(), 1))
    info = read_info((bag / "bag-info.txt").read_text(encoding="utf-8")) | {"Content-Revision": "sha256:0"}
    readme = (bag / "README.txt").read_text(encoding="utf-8")
    for path in bag.glob("*manifest-*.txt"):
        path.unlink()
    close_bag(bag, [(label, value) for label, value in info.items() if label != "Payload-Oxum"], {"README.txt": readme})
    assert bagit.Bag(str(bag)).is_valid()
    done = mingzhang(archives, "verify", "--rebuild", str(bag))
    assert done.returncode == 1
    assert [line for line in done.stdout.splitlines() if line.startswith("改过")] == [
        f"改过：{name}" for name in sorted((page, findings, warc))
    ]
    assert "bag-info.txt 的 Content-Revision 是“sha256:0”" in done.stdout


def test_every_record_of_the_web_archive_holds_what_its_page_holds(archives: Path) -> None:
    site = archives / "mingzhang-2026/data/site"
    with (archives / "mingzhang-2026/data/mingzhang-2026.warc").open("rb") as file:
        for record in ArchiveIterator(file):
            if record.rec_type != "response":
                continue
            name = unquote(urlsplit(record.rec_headers.get_header("WARC-Target-URI")).path[1:])
            content = record.content_stream().read()
            assert content == (site / (name or "index.html")).read_bytes(), name
            digest = base64.b32encode(hashlib.sha1(content, usedforsecurity=False).digest()).decode()
            assert record.rec_headers.get_header("WARC-Payload-Digest") == f"sha1:{digest}"
            assert record.http_headers.get_header("Content-Length") == str(len(content))


def test_the_web_archive_answers_every_link_that_leads_inside(archives: Path) -> None:
    with (archives / "mingzhang-2021/data/mingzhang-2021.warc").open("rb") as file:
        records = list(ArchiveIterator(file))
        kinds = [record.rec_type for record in records]
        answered = {record.rec_headers.get_header("WARC-Target-URI") for record in records[1:]}
    assert kinds[0] == "warcinfo"
    assert set(kinds[1:]) == {"response", "revisit"}
    names = digests(archives / "mingzhang-2021/data/site")
    folders = {name.removesuffix("index.html") for name in names if name.endswith("index.html")}
    assert answered == {f"https://mingzhang.invalid/{name}" for name in names.keys() | folders}
    assert len({record.rec_headers.get_header("WARC-Record-ID") for record in records}) == len(records)


def answers_of(warc: Path) -> dict[str, tuple[dict[str, str], bytes]]:
    """Return what a web archive answers to each address, as (headers, content), read by the rules of ISO 28500."""
    answers: dict[str, tuple[dict[str, str], bytes]] = {}
    with warc.open("rb") as file:
        for record in ArchiveIterator(file):
            address = record.rec_headers.get_header("WARC-Target-URI")
            if record.rec_type == "response":
                answers[address] = (dict(record.http_headers.headers), record.content_stream().read())
            elif record.rec_type == "revisit":
                answers[address] = answers[record.rec_headers.get_header("WARC-Refers-To-Target-URI")]
                digest = base64.b32encode(hashlib.sha1(answers[address][1], usedforsecurity=False).digest()).decode()
                assert record.rec_headers.get_header("WARC-Payload-Digest") == f"sha1:{digest}"
    return answers


def test_a_browser_reads_the_web_archive_and_nothing_else(browser: Browser, archives: Path) -> None:
    answers = answers_of(archives / "mingzhang-2021/data/mingzhang-2021.warc")
    lacking: list[str] = []

    def answer(route: Route) -> None:
        address = urldefrag(route.request.url)[0].partition("?")[0]
        if address in answers:
            headers, content = answers[address]
            route.fulfill(status=200, headers=headers, body=content)
        else:
            lacking.append(address)
            route.fulfill(status=404, body="")

    context = browser.new_context()
    context.route("**/*", answer)
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda line: said.append(line.text))
    page.goto("https://mingzhang.invalid/")
    assert page.locator(".site-header").evaluate("(header) => getComputedStyle(header).display") == "flex"
    page.locator(".search-box input").fill("机关运行经费")
    page.locator(".search-box button").click()
    expect(page.locator(".search-status")).to_contain_text("找到")
    page.locator(".search-results a").first.click()
    expect(page.locator("h1")).to_contain_text("2021年部门预算")
    # The address by which everybody links to the page, and the file's name by which an archive's own pages do.
    for address in ("2021/zjk-npc/budget/", "2021/zjk-npc/budget/index.html"):
        page.goto(f"https://mingzhang.invalid/{address}")
        assert page.locator("table").count() > 10
    context.close()
    assert (lacking, said) == ([], [])


def test_a_zip_file_unpacks_to_the_bag(archives: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(archives / "mingzhang-2026.zip") as container:
        container.extractall(tmp_path)
    assert digests(tmp_path / "mingzhang-2026") == digests(archives / "mingzhang-2026")


def test_a_year_without_disclosures_has_no_archive(tmp_path: Path) -> None:
    project = shipped_project(tmp_path)
    done = mingzhang(project, "archive", "1999")
    assert done.returncode == 2
    assert "1999 年没有公开文本" in done.stderr
    assert list((project / "dist").iterdir()) == []


def test_errors_leave_the_archive_that_was_there(tmp_path: Path) -> None:
    project = shipped_project(tmp_path)
    assert mingzhang(project, "archive", "2024").returncode == 0
    before = digests(project / "dist")
    (project / "content/departments/zunhua-npc/2024/performance.yml").write_text("年度: 二〇二四\n", encoding="utf-8")
    done = mingzhang(project, "archive", "2024")
    assert done.returncode == 1
    assert "performance.yml:1:5" in done.stdout
    assert "原来的存档没有改动" in done.stderr
    assert digests(project / "dist") == before
    # What another year says does not concern this one.
    assert mingzhang(project, "archive", "2021").returncode == 0
