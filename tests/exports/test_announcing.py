"""Sitemap, feeds and robots: whole addresses, real dates, and nothing where nothing is known."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from generator.exports.announcing import sitemap, write_announcements
from generator.pipeline import examine
from tests.exports.conftest import GOLDEN

if TYPE_CHECKING:
    from pathlib import Path

BASE = "https://open.example/ysgk/"
MAPS = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
ATOM = "{http://www.w3.org/2005/Atom}"
ADDRESSES = ("", "years/", "glossary/", "corrections/", "2032/archives/budget/", "2031/water/budget/")


@pytest.fixture(scope="module")
def announced(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder with the announcements of the golden content."""
    folder = tmp_path_factory.mktemp("announced")
    write_announcements(examine(GOLDEN)[0], ADDRESSES, folder, BASE)
    return folder


def parsed(path: Path) -> ET.Element:
    return ET.fromstring(path.read_bytes())  # noqa: S314 - our own file


def test_the_sitemap_dates_pages_by_their_texts_and_no_others(announced: Path) -> None:
    urls = {url.findtext(f"{MAPS}loc"): url.findtext(f"{MAPS}lastmod") for url in parsed(announced / "sitemap.xml")}
    assert urls == {
        BASE: "2032-03-08",
        f"{BASE}years/": "2032-03-08",
        f"{BASE}glossary/": None,
        f"{BASE}corrections/": "2032-03-08",
        f"{BASE}2032/archives/budget/": "2032-03-08",
        f"{BASE}2031/water/budget/": None,
    }


def test_a_large_sitemap_is_an_index_of_several() -> None:
    files = sitemap(["", "a/", "b/"], {"b/": dt.date(2032, 1, 2)}, BASE, most=2)
    index = ET.fromstring(files["sitemap.xml"].encode())  # noqa: S314 - our own file
    assert [part.findtext(f"{MAPS}loc") for part in index] == [f"{BASE}sitemap-1.xml", f"{BASE}sitemap-2.xml"]
    assert "2032-01-02" in files["sitemap-2.xml"]


@pytest.mark.parametrize("address", ["feed.xml", "departments/archives/feed.xml", "corrections/feed.xml"])
def test_feeds_have_what_atom_demands(announced: Path, address: str) -> None:
    feed = parsed(announced / address)
    assert feed.tag == f"{ATOM}feed"
    for part in (feed, *feed.findall(f"{ATOM}entry")):
        assert (part.findtext(f"{ATOM}id") or "").startswith(BASE)
        assert part.findtext(f"{ATOM}title")
        assert dt.datetime.fromisoformat(part.findtext(f"{ATOM}updated") or "").tzinfo is not None
        assert part.findtext(f"{ATOM}author/{ATOM}name")
    ids = [entry.findtext(f"{ATOM}id") for entry in feed.findall(f"{ATOM}entry")]
    assert ids
    assert len(ids) == len(set(ids))
    assert feed.find(f"{ATOM}link[@rel='self']").get("href") == f"{BASE}{address}"  # type: ignore[union-attr]  # it is there
    assert [link.get("href") for link in feed.findall(f"{ATOM}link") if not link.get("rel")] == [
        f"{BASE}{address.removesuffix('feed.xml')}"
    ]


def test_the_feed_of_corrections_says_what_was_corrected(announced: Path) -> None:
    (entry,) = parsed(announced / "corrections/feed.xml").findall(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}summary") == "机关运行经费/金额：原为“20.00”，更正为“200.00”。原因：录入时漏了一位。批准人：局长办公会。"


def test_a_department_without_a_date_has_no_feed(announced: Path) -> None:
    assert not (announced / "departments/water/feed.xml").exists()


def test_a_site_that_does_not_know_its_address_has_only_robots(tmp_path: Path) -> None:
    sizes = write_announcements(examine(GOLDEN)[0], ADDRESSES, tmp_path, "")
    assert [path.name for path in tmp_path.iterdir()] == list(sizes) == ["robots.txt"]
    assert (tmp_path / "robots.txt").read_text(encoding="utf-8") == "User-agent: *\nAllow: /\n"


def test_robots_are_led_to_the_sitemap(announced: Path) -> None:
    assert (announced / "robots.txt").read_text(encoding="utf-8").endswith(f"Sitemap: {BASE}sitemap.xml\n")
