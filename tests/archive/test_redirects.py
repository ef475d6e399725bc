"""A department that changed its folder, or went into another one, is still found at its former address."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

import html5lib
import pytest

from generator.loading.corpus import load_corpus
from generator.mkdocs_plugin import RefusedError
from tests.projects import build, own_project
from tests.site_build.test_atomic import CONTENT, YEAR

if TYPE_CHECKING:
    from pathlib import Path

DEPARTMENT = "departments/archive/department.yml"
TEXT = f"{YEAR}/budget.yml"


def with_former(former: str) -> dict[str, str]:
    other = {
        "departments/water/department.yml": "名称:\n  - {自: 2020, 全称: 示例市水务局}\n地区: shili\n",
    }
    return CONTENT | other | {DEPARTMENT: CONTENT[DEPARTMENT] + f"原网址: {former}\n"}


@pytest.mark.parametrize("address", ["2026/old-archive/budget/", "departments/old-archive/", "2026/records/budget/"])
def test_a_former_address_leads_on(tmp_path: Path, address: str) -> None:
    site = build(own_project(tmp_path, with_former("[old-archive, records]")))
    page = html5lib.parse((site / address / "index.html").read_bytes(), namespaceHTMLElements=False)
    target = address.replace("old-archive", "archive").replace("records", "archive")
    up = "../" * address.count("/")
    assert [meta.get("content") for meta in page.findall("head/meta[@http-equiv='refresh']")] == [f"0; url={up}{target}"]
    assert [link.get("href") for link in page.findall("head/link[@rel='canonical']")] == [f"{up}{target}"]
    assert any(link.get("href") == f"{up}{target}" for link in page.iter("a"))
    assert (site / target / "index.html").is_file()


def test_a_redirect_names_the_whole_address_where_the_site_knows_its_own(tmp_path: Path) -> None:
    project = own_project(tmp_path, with_former("[old-archive]"))
    config = (project / "mkdocs.yml").read_text(encoding="utf-8")
    (project / "mkdocs.yml").write_text(f"site_url: https://open.example/a/\n{config}", encoding="utf-8")
    page = html5lib.parse((build(project) / "2026/old-archive/budget/index.html").read_bytes(), namespaceHTMLElements=False)
    target = "https://open.example/a/2026/archive/budget/"
    assert [link.get("href") for link in page.findall("head/link[@rel='canonical']")] == [target]
    assert [meta.get("content") for meta in page.findall("head/meta[@property='og:url']")] == [target]
    assert page.findall("head/meta[@name='robots']") == []


def test_data_stand_at_a_former_address_as_at_the_new_one(tmp_path: Path) -> None:
    files = with_former("[old-archive, records]")
    files[TEXT] += "附件:\n  - {标题: 盖章扫描件, 文件: scan.pdf}\n"
    project = own_project(tmp_path, files)
    config = (project / "mkdocs.yml").read_text(encoding="utf-8")
    (project / "mkdocs.yml").write_text(f"site_url: https://open.example/a/\n{config}", encoding="utf-8")
    scan = (project / "content" / TEXT).parent / "attachments/scan.pdf"
    scan.parent.mkdir()
    scan.write_bytes(b"%PDF-1.4\n")
    site = build(project)
    names = {path.name for path in (site / "2026/archive/budget").iterdir()}
    assert {path.partition(".")[2] for path in names} == {"csv", "json", "xlsx", "pdf", "html"}
    for slug in ("old-archive", "records"):
        former = site / f"2026/{slug}/budget"
        assert {path.name for path in former.iterdir()} == {name.replace("2026-archive", f"2026-{slug}") for name in names}
        for path in former.iterdir():
            if path.name not in ("index.html", "datapackage.json"):
                same = path.name.replace(f"2026-{slug}", "2026-archive")
                assert path.read_bytes() == (site / "2026/archive/budget" / same).read_bytes()
        (resource,) = json.loads((former / "datapackage.json").read_bytes())["resources"]
        table = (former / resource["path"]).read_bytes()
        assert (resource["bytes"], resource["hash"]) == (len(table), f"sha256:{hashlib.sha256(table).hexdigest()}")
        for address in ("api/v1/departments/{}.json", "departments/{}/feed.xml"):
            assert (site / address.format(slug)).read_bytes() == (site / address.format("archive")).read_bytes()


def test_a_redirect_is_no_page_of_the_search_or_of_the_lists(tmp_path: Path) -> None:
    site = build(own_project(tmp_path, with_former("[old-archive]")))
    linking = [
        page for page in site.rglob("*.html") if "old-archive/" in page.read_text(encoding="utf-8") and "old-archive" not in str(page)
    ]
    assert linking == []


@pytest.mark.parametrize(
    ("former", "code", "words"),
    [
        ("[water]", "DAT-015", "原网址“water”已经是示例市水务局的"),
        ("[archive]", "DAT-015", "已经是示例市档案馆的"),
        ("[a, a]", "DAT-015", "已经是示例市档案馆的"),
        ("[../etc]", "DAT-020", "“../etc”不是部门的代号"),
        ("[档案]", "DAT-020", "“档案”不是部门的代号"),
    ],
)
def test_a_former_address_that_cannot_lead_on_is_refused(tmp_path: Path, former: str, code: str, words: str) -> None:
    project = own_project(tmp_path, with_former(former))
    corpus, findings = load_corpus(project / "content")
    (finding,) = findings
    assert (finding.code, finding.place.line, finding.place.path) == (code, 4, f"content/{DEPARTMENT}")
    assert words in finding.message
    assert set(corpus.redirects) <= {"departments/a/", "2026/a/budget/"}  # A preview goes on with what is sound.
    with pytest.raises(RefusedError):
        build(project)
