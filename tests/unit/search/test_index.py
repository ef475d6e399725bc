"""The index folder: complete, the same to the byte however often it is made, and refused where it would miss something."""

from __future__ import annotations

import gzip
import json
import threading
from typing import TYPE_CHECKING

import pytest

from generator.search import index
from generator.search.document import SearchDocument, SearchPlace
from generator.search.error import SearchError
from generator.search.guide import Guide
from generator.search.index import write_index
from generator.search.proof import Proof
from generator.search.volume import Volume

if TYPE_CHECKING:
    from pathlib import Path

GUIDE = Guide((("“三公”经费", "three", ("三公经费",)),), ((("公车",), ("公务用车",)),))


def documents(year: str) -> list[SearchDocument]:
    return [
        SearchDocument(
            f"{year}/{slug}/budget/",
            f"{name}{year}年部门预算",
            (SearchPlace("sum", "收支总表", (f"本年收入{number},{number:03}.50万元", "公务用车运行维护费")),),
            "部门预算",
            name,
            f"第{number % 3}区",
        )
        for number, (slug, name) in enumerate([("book", "图书馆"), ("forest", "林草局"), ("sport", "体育局"), ("water", "水务局")], start=1)
    ]


def volumes(*years: str) -> dict[str, list[SearchDocument]]:
    return {year: documents(year) for year in years}


def contents(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_builds_of_the_same_documents_are_the_same_to_the_byte_whichever_year_came_first(tmp_path: Path) -> None:
    for number, years in enumerate((("2030", "2031"), ("2030", "2031"), ("2031", "2030"))):
        write_index(volumes(*years), GUIDE, tmp_path / str(number))
    one, again, turned = (contents(tmp_path / str(number)) for number in range(3))
    assert one == again == turned
    assert len(one) > 8


def test_what_fails_in_the_background_is_told_at_the_end_and_nothing_is_left_at_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_: Volume) -> dict[str, bytes]:
        message = "建立搜索索引失败。"
        raise SearchError(message)

    monkeypatch.setattr(Volume, "finish", broken)
    with pytest.raises(SearchError, match="建立搜索索引失败"):
        write_index(volumes("2030", "2031"), GUIDE, tmp_path)
    assert [thread for thread in threading.enumerate() if thread.name.startswith("search")] == []


def test_the_manifest_names_the_volumes_and_what_readers_call_things(tmp_path: Path) -> None:
    report = write_index(volumes("2031"), GUIDE, tmp_path)
    files = contents(tmp_path / "search" / "index")
    manifest = json.loads(gzip.decompress(files["manifest.json"]))
    (folder,) = manifest["volumes"]
    assert f"{folder}/head" in files
    assert manifest["synonyms"] == [[["公车"], ["公务用车"]]]
    assert "收支总表" in json.loads(gzip.decompress(files["names"]))
    assert (report.documents, report.places, report.files, report.size) == (4, 4, len(files), sum(map(len, files.values())))


def test_traditional_characters_and_sounds_are_at_hand(tmp_path: Path) -> None:
    write_index(volumes("2031"), GUIDE, tmp_path)
    letters = json.loads(gzip.decompress((tmp_path / "search" / "index" / "letters").read_bytes()))
    pairs = dict(zip(letters["simple"][::2], letters["simple"][1::2], strict=True))
    assert (pairs["經"], pairs["費"], pairs["預"]) == ("经", "费", "预")
    assert {"工", "公"} <= set(letters["sounds"]["gong"])
    assert "行" in letters["sounds"]["xing"]
    assert "行" in letters["sounds"]["hang"]


def test_a_page_without_words_is_no_trouble_and_a_year_without_pages_has_no_volume(tmp_path: Path) -> None:
    silent = SearchDocument("2031/silent/budget/", "……", (SearchPlace("", "——", ()),), "部门预算")
    report = write_index({"2031": [silent], "2032": []}, GUIDE, tmp_path)
    assert (report.documents, report.places) == (1, 1)
    assert [path.name[:4] for path in (tmp_path / "search" / "index").iterdir() if path.is_dir()] == ["2031"]


def test_an_older_index_is_replaced(tmp_path: Path) -> None:
    write_index(volumes("2030", "2031"), GUIDE, tmp_path)
    write_index(volumes("2031"), GUIDE, tmp_path)
    assert [path.name[:4] for path in (tmp_path / "search" / "index").iterdir() if path.is_dir()] == ["2031"]


def test_an_index_that_misses_something_is_not_published(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index, "prove", lambda _: Proof(7, ("2031/book/budget/：“公务”",)))
    with pytest.raises(SearchError, match="抽查 7 处，有 1 处搜不到自己所在的页面。\n2031/book/budget/：“公务”"):
        write_index(volumes("2031"), GUIDE, tmp_path)


@pytest.mark.parametrize("address", ["/2021/a/", "2021/../a/", "2021/a"])
def test_an_address_that_is_not_a_page_of_the_site_is_refused(address: str, tmp_path: Path) -> None:
    with pytest.raises(SearchError, match="不正确"):
        write_index({"2021": [SearchDocument(address, "标题", (), "部门预算")]}, GUIDE, tmp_path)


def test_two_pages_cannot_share_an_address(tmp_path: Path) -> None:
    with pytest.raises(SearchError, match="顺序不对或者重复"):
        write_index({"2031": documents("2031")[:1] * 2}, GUIDE, tmp_path)
