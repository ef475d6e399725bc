"""Whatever a department writes, and wherever, it is shown as it was written and never becomes part of the page's markup."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin, urlsplit

import html5lib
import pytest

from generator.loading.corpus import load_corpus
from generator.model.disclosure import Text
from generator.model.performance import Project
from tests.projects import build, own_project
from tests.site_security.hostile import LINES, Filler, as_yaml
from tests.site_security.hostile_site import FILE_NAME, hostile_files
from tests.site_security.markup import MARKDOWN, SHELL, faults, part, scheme

if TYPE_CHECKING:
    from pathlib import Path
    from xml.etree.ElementTree import Element

# Fields whose text is read and shown to no reader, each with the reason.
NOT_SHOWN = {
    "GlossaryTerm.slug",  # Addresses.
    "StatementForm.slug",
    "Site.domain",  # For the inspectors' machines, in the head.
    "Site.source_address",  # Where it is no web address, it makes no link.
    "Site.feedback",  # Where it is no mail or web address, it makes no link.
    "StatementForm.row_label",  # Statements with codes head their rows by themselves.
    "StatementForm.note",  # For whoever writes the form.
    "Name.short",  # Only the newest short name leads to the department.
    "Indicator.sign",  # A printed target stands for its three columns.
    "Indicator.value",
    "Indicator.scale",
}
HOST = "https://site.example"

pytestmark = pytest.mark.xdist_group("hostile_site")


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    """Return the site of the hostile content, and the text that was given to each field."""
    filler = Filler()
    project = own_project(tmp_path_factory.mktemp("hostile"), hostile_files(filler))
    _, findings = load_corpus(project / "content")
    assert findings == (), "the content is hostile, but sound"
    return build(project), filler.given


@cache
def parsed(path: Path) -> Element:
    tree: Element = html5lib.parse(path.read_bytes(), namespaceHTMLElements=False, transport_encoding="utf-8")
    return tree


def pages(site: Path) -> list[Path]:
    found = sorted(site.rglob("*.html"))
    assert len(found) > 10
    return found


def text_of(page: Path) -> str:
    """Return the words of a page as a reader sees them, without what its head holds."""
    return re.sub(r"\s+", " ", "".join(parsed(page).find("body").itertext()))  # type: ignore[union-attr]  # html5lib makes a body


def test_no_page_has_anything_that_we_did_not_put_there(hostile: tuple[Path, dict[str, str]]) -> None:
    for page in pages(hostile[0]):
        tree = parsed(page)
        for script in tree.iter("script"):
            if script.get("type") == "application/ld+json":
                assert json.loads(script.text or "")["@context"] == "https://schema.org", page
                continue
            address = urlsplit(urljoin(f"{HOST}/{page.relative_to(hostile[0]).as_posix()}", script.get("src") or "")).path
            known = ("/assets/scripted.js", "/assets/mingzhang.js", "/assets/units.js", "/assets/search/begin.js", "/assets/sorting.js")
            assert address in known, page
            script.set("src", "../assets/")
        assert list(faults(tree, SHELL | MARKDOWN)) == [], page


def test_pages_are_sound_html(hostile: tuple[Path, dict[str, str]]) -> None:
    for page in pages(hostile[0]):
        parser = html5lib.HTMLParser(namespaceHTMLElements=False)
        parser.parse(page.read_bytes(), transport_encoding="utf-8")
        assert parser.errors == [], page


def test_every_text_is_shown_as_it_was_written(hostile: tuple[Path, dict[str, str]]) -> None:
    site, given = hostile
    everything = "\n".join(map(text_of, pages(site)))
    hidden = {name.rpartition(" ")[0] for name, text in given.items() if text not in everything}
    assert hidden - NOT_SHOWN == set()
    assert FILE_NAME in everything


def test_the_title_and_the_description_are_text(hostile: tuple[Path, dict[str, str]]) -> None:
    site, given = hostile
    name = next(text for key, text in given.items() if key.startswith("Site.name"))
    department = next(text for key, text in given.items() if key.startswith("Text.department_name"))
    page = parsed(site / "2026" / "demo" / "budget" / "index.html")
    assert page.findtext("head/title") == f"{department} 2026年部门预算 - {name}"
    description = page.find("head/meta[@name='description']")
    assert description is not None
    assert (description.get("content") or "").startswith(f"{department} 2026年部门预算：")
    for path in pages(site):
        assert name in (parsed(path).findtext("head/title") or ""), path


def test_links_lead_out_only_where_markdown_wrote_a_web_or_mail_address(hostile: tuple[Path, dict[str, str]]) -> None:
    site, _ = hostile
    outside = {
        href for page in pages(site) for link in parsed(page).iter("a") if scheme(href := link.get("href") or "") or href.startswith("//")
    }
    assert outside == {
        "https://open.example/?a=1&b=2",
        "https://open.example/?a=%22",
        "https://open.example/auto",
        "mailto:mail@open.example",
        "https://beian.miit.gov.cn/",  # The registers in which a footer's numbers can be looked up.
        "https://beian.mps.gov.cn/",
        "https://else.example/a.png",  # An image becomes a link, which fetches nothing by itself.
    }


def test_links_inside_lead_to_pages_and_anchors_in_spite_of_their_names(hostile: tuple[Path, dict[str, str]]) -> None:
    site, _ = hostile
    for page in pages(site):
        own = page.relative_to(site).as_posix().removesuffix("index.html")
        for link in parsed(page).iter("a"):
            href = link.get("href") or ""
            target = urlsplit(urljoin(f"{HOST}/{own}", href))
            if target.netloc != "site.example" or own == "404.html":
                continue
            file = site / unquote(target.path).strip("/")
            if file.suffix in (".csv", ".json", ".xlsx", ".zip", ".pdf"):
                assert file.is_file(), (own, href)
                continue
            file /= "index.html"
            assert file.is_file(), (own, href)
            anchors = {element.get("id") for element in parsed(file).iter()}
            assert not target.fragment or target.fragment in anchors or unquote(target.fragment) in anchors, (own, href)


def test_every_field_of_a_disclosure_is_tried() -> None:
    filler = Filler()
    tried = as_yaml(filler.record(Text)) + as_yaml(filler.record(Project))
    kinds = {name.partition(".")[0] for name in filler.given}
    assert kinds == {
        "Asset", "Assets", "Attachment", "Break", "Change", "Changes", "Correction", "Criterion", "Flow", "Goal", "Indicator", "Measure",
        "Operating", "Part", "Performance", "Procurement", "Project", "PublicExpense", "PublicExpenses", "Review", "Term", "Text",
        "Unit", "Units", "Waiver",
    }  # fmt: skip
    assert all(line in tried.replace("''", "'") for line in LINES if '"' not in line)


@pytest.mark.parametrize(
    ("html", "fault"),
    [
        ("<p><img src=x></p>", "element img"),
        ("<p onclick=alert(1)>文</p>", "attribute onclick of p"),
        ("<a href='java\tscript:alert(1)'>文</a>", "address java\tscript:alert(1)"),
        ("<a href=' JAVASCRIPT:alert(1)'>文</a>", "address  JAVASCRIPT:alert(1)"),
        ("<script src=../assets/search/search.js>alert(1)</script>", "script ../assets/search/search.js alert(1)"),
        ("<!-- 注 -->", "comment  注 "),
    ],
)
def test_markup_in_a_page_is_seen(html: str, fault: str) -> None:
    assert list(faults(part(html), SHELL)) == [fault]


@pytest.mark.parametrize("character", ["\u202e", "\u2066", "\u200f", "\u200b", "\x00", "\x1b"])
def test_text_that_reads_differently_from_what_it_is_is_refused(tmp_path: Path, character: str) -> None:
    files = hostile_files(Filler())
    project = own_project(tmp_path, {**files, "site.yml": f"网站名称: 甲{character}乙\n"})
    _, findings = load_corpus(project / "content")
    assert [(finding.code, finding.place.line, finding.place.column) for finding in findings] == [("SRC-004", 1, 8)]
