"""What pages say to programs and offer to readers: tags, data blocks, downloads; and a site without open data."""

from __future__ import annotations

import json
import re
import struct
from typing import TYPE_CHECKING, Any

import html5lib
import pytest

from generator.mkdocs_plugin.commands import build_site
from generator.model.site import Site
from generator.rendering.head import data_block, head_by_hand
from generator.views.downloads import size_in_words
from generator.views.machine_blocks import Address
from tests.site.golden import golden_project

if TYPE_CHECKING:
    from pathlib import Path
    from xml.etree.ElementTree import Element

BASE = "https://open.example/ysgk/"
BUDGET = "2032/archives/budget/"


def built(folder: Path, *changes: tuple[str, str]) -> Path:
    """Build the golden site with a changed configuration and return the site."""
    project = golden_project(folder)
    config = project / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    for before, after in changes:
        assert before in text
        text = text.replace(before, after)
    config.write_text(text, encoding="utf-8")
    return build_site(str(config), lambda _: None)[2]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the golden site, told its own address."""
    return built(
        tmp_path_factory.mktemp("whole"),
        ("docs_dir:", f"site_url: {BASE}\ndocs_dir:"),
        ("content: content", "{content: content, search: false}"),
    )


def page(site: Path, address: str) -> Element:
    tree: Element = html5lib.parse((site / address / "index.html").read_bytes(), namespaceHTMLElements=False)
    return tree


def tags(tree: Element, key: str = "name") -> dict[str, str]:
    return {str(each.get(key)): str(each.get("content")) for each in tree.iter("meta") if each.get(key)}


def thing(tree: Element) -> Any:  # noqa: ANN401 - a document
    (block,) = [each.text for each in tree.iter("script") if each.get("type") == "application/ld+json"]
    return json.loads(block or "")


def test_a_disclosure_has_the_tags_of_a_content_page(site: Path) -> None:
    found = tags(page(site, BUDGET))
    assert (
        found.items()
        >= {
            "SiteName": "云岭省部门预算公开",
            "SiteDomain": "open.example",
            "ArticleTitle": "清河市档案馆 2032年部门预算",
            "PubDate": "2032-02-25 00:00",
            "ContentSource": "清河市档案馆",
            "Url": f"{BASE}{BUDGET}",
        }.items()
    )
    assert "SiteIDCode" not in found
    assert "ColumnName" not in found


@pytest.mark.parametrize(
    ("address", "name", "kind"),
    [
        ("", "云岭省部门预算公开", "首页"),
        ("2032/", "2032年公开文本", "信息公开目录"),
        ("corrections/", "更正公告", "信息公开目录"),
        ("data/", "开放数据", "数据开放"),
        ("reading/", "读法", "信息公开指南"),
    ],
)
def test_a_list_has_the_tags_of_a_column(site: Path, address: str, name: str, kind: str) -> None:
    found = tags(page(site, address))
    assert (found["ColumnName"], found["ColumnType"]) == (name, kind)
    assert "ArticleTitle" not in found


def test_every_page_has_the_tags_that_its_kind_must_have(site: Path) -> None:
    whole, column = {"SiteName", "SiteDomain"}, {"ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType"}
    for path in site.rglob("index.html"):
        address = path.relative_to(site).as_posix().removesuffix("index.html")
        found = tags(page(site, address))
        content = {"ArticleTitle", "ContentSource"} | ({"PubDate"} if address == BUDGET else set())
        assert found.keys() >= whole | (content if "ArticleTitle" in found else column), address
        assert re.fullmatch("[0-9]{4}-[01][0-9]-[0-3][0-9] [0-2][0-9]:[0-5][0-9]", found.get("PubDate", "2032-01-01 00:00")), address


def test_a_disclosure_is_a_data_set_with_its_files(site: Path) -> None:
    about = thing(page(site, BUDGET))
    assert (about["@type"], about["datePublished"], about["dateModified"]) == ("Dataset", "2032-02-25", "2032-03-08")
    assert about["creator"] == {"@type": "GovernmentOrganization", "name": "清河市档案馆", "url": f"{BASE}departments/archives/"}
    assert "license" not in about
    for download in about["distribution"]:
        path = site / download["contentUrl"].removeprefix(BASE)
        assert download["contentSize"] == f"{path.stat().st_size} B"
    assert len(about["distribution"]) == 3


def test_a_department_is_an_organization(site: Path) -> None:
    assert thing(page(site, "departments/archives/"))["@type"] == "GovernmentOrganization"


def test_open_graph_and_canonical_name_the_whole_address(site: Path) -> None:
    tree = page(site, BUDGET)
    assert tags(tree, "property")["og:url"] == f"{BASE}{BUDGET}"
    links = {str(link.get("rel")): str(link.get("href")) for link in tree.iter("link")}
    assert links["canonical"] == f"{BASE}{BUDGET}"
    assert {str(link.get("rel")): link.get("href") for link in page(site, "").iter("link")}["alternate"].endswith("feed.xml")  # type: ignore[union-attr]


def test_open_graph_has_a_picture_of_our_own(site: Path) -> None:
    found = tags(page(site, BUDGET), "property")
    assert found["og:image"] == f"{BASE}assets/picture.png"
    head = (site / "assets/picture.png").read_bytes()[:24]
    assert head.startswith(b"\x89PNG")
    size = (int(found["og:image:width"]), int(found["og:image:height"]))
    assert size == struct.unpack(">2I", head[16:]) == (1200, 630)
    assert (found["og:image:type"], found["og:image:alt"]) == ("image/png", "明账的标志：三条长短不一的横线")


def test_a_site_that_does_not_know_its_address_names_no_picture() -> None:
    head = head_by_hand("读法", "", "reading/", Site(name="甲"), "")
    assert [tag.name for tag in head.properties if tag.name.startswith("og:image")] == []


def test_the_list_of_corrections_offers_its_feed(site: Path) -> None:
    (link,) = [each for each in page(site, "corrections/").iter("a") if (each.get("href") or "").endswith("feed.xml")]
    assert (link.text, link.get("href")) == ("订阅更正公告", "../corrections/feed.xml")
    assert (site / "corrections/feed.xml").is_file()


def test_downloads_are_offered_with_their_sizes(site: Path) -> None:
    links = {link.get("href") for link in page(site, BUDGET).iter("a")}
    for ending in ("csv", "json", "xlsx"):
        assert f"../../../{BUDGET}2032-archives-budget.{ending}" in links
    text = "".join(page(site, BUDGET).itertext())
    size = (site / f"{BUDGET}2032-archives-budget.csv").stat().st_size
    assert f"（CSV，一个数一行，{size_in_words(size)}）" in text


def test_without_exports_there_is_no_data_and_no_word_of_it(tmp_path: Path) -> None:
    site = built(tmp_path, ("content: content", "{content: content, search: false, exports: false}"))
    assert [path.name for path in site.rglob("*") if path.suffix in (".csv", ".json", ".xlsx", ".zip")] == []
    assert not (site / "data").exists()
    assert not (site / "robots.txt").exists()
    for address in ("", "2032/", BUDGET):
        text = "".join(page(site, address).itertext())
        assert "下载数据" not in text
        assert "开放数据" not in text


def test_a_data_block_cannot_be_ended_by_what_it_says() -> None:
    block = str(data_block({"name": "</script><!-- & \u2028", "url": Address("a/"), "license": ""}, "../"))
    assert not set("<>&\u2028") & set(block)
    assert json.loads(block) == {"@context": "https://schema.org", "name": "</script><!-- & \u2028", "url": "../a/"}


@pytest.mark.parametrize(("size", "words"), [(0, "1 KB"), (1024, "1 KB"), (1025, "2 KB"), (1024 * 1023, "1023 KB"), (3 << 20, "3.0 MB")])
def test_sizes_in_words(size: int, words: str) -> None:
    assert size_in_words(size) == words
