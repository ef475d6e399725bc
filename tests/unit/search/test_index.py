"""The bundle: complete, without what no client loads, and the same to the byte however often it is made."""

from __future__ import annotations

import gzip
import random
from itertools import product
from typing import TYPE_CHECKING

import cbor2
import pagefind_bin
import pytest

from generator.search.document import SearchDocument, SearchSection
from generator.search.error import SearchError
from generator.search.index import write_index

if TYPE_CHECKING:
    from pathlib import Path


def documents() -> list[SearchDocument]:
    return [
        SearchDocument(
            f"{year}/{slug}/{kind}/",
            f"{name}{year}年{kind_name}",
            {"年度": str(year), "部门": name, "文种": kind_name, "地区": f"第{number % 3}区"},
            (SearchSection("sum", "收支总表", (f"本年收入{year * number},{number:03}.50万元", "公务用车运行维护费")),),
        )
        for year, (number, (slug, name)), (kind, kind_name) in product(
            (2020, 2021, 2022),
            enumerate([("forest", "林草局"), ("water", "水务局"), ("sport", "体育局"), ("book", "图书馆")], start=1),
            (("budget", "部门预算"), ("accounts", "部门决算")),
        )
    ]


def contents(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_five_builds_of_the_same_documents_are_the_same_to_the_byte(tmp_path: Path) -> None:
    builds = []
    for number in range(5):
        given = documents()
        random.Random(number).shuffle(given)  # noqa: S311 - any other order will do
        write_index(given, tmp_path / str(number))
        builds.append(contents(tmp_path / str(number)))
    assert len(builds[0]) > len(documents())
    assert all(build == builds[0] for build in builds)


def test_only_what_the_client_loads_is_published(tmp_path: Path) -> None:
    report = write_index(documents(), tmp_path)
    files = contents(tmp_path / "pagefind")
    assert {name for name in files if "/" not in name and not name.endswith(".pf_meta")} == {
        "pagefind.js", "pagefind-worker.js", "pagefind-entry.json", "wasm.unknown.pagefind",
    }  # fmt: skip
    assert {name.split("/")[0] for name in files if "/" in name} == {"filter", "fragment", "index"}
    assert (report.documents, report.files, report.size) == (len(documents()), len(files), sum(map(len, files.values())))


def test_an_older_index_is_replaced(tmp_path: Path) -> None:
    write_index(documents(), tmp_path)
    write_index(documents()[:1], tmp_path)
    assert len(list((tmp_path / "pagefind" / "fragment").iterdir())) == 1


def test_nothing_to_index_leaves_no_index(tmp_path: Path) -> None:
    write_index(documents(), tmp_path)
    assert write_index([], tmp_path).files == 0
    assert not (tmp_path / "pagefind").exists()


@pytest.mark.parametrize("mark", "\"'“”‘’「」『』《》〈〉【】〔〕()（）[]、·・")
def test_a_mark_inside_a_pair_is_not_part_of_the_indexed_word(mark: str, tmp_path: Path) -> None:
    write_index([SearchDocument("x/", "标题", {}, (SearchSection("s", "说明", (f"修水{mark}渠道",)),))], tmp_path)
    (index,) = (tmp_path / "pagefind" / "index").iterdir()
    words = cbor2.loads(gzip.decompress(index.read_bytes()).removeprefix(b"pagefind_dcd"))[0]
    assert {"修水", "水渠", "渠道", "道z"} <= {word for word, *_ in words}


@pytest.mark.parametrize("address", ["/2021/a/", "2021/../a/", "2021/a"])
def test_an_address_that_is_not_a_page_of_the_site_is_refused(address: str, tmp_path: Path) -> None:
    with pytest.raises(SearchError, match="不正确"):
        write_index([SearchDocument(address, "标题", {}, ())], tmp_path)


def test_two_pages_cannot_share_an_address(tmp_path: Path) -> None:
    with pytest.raises(SearchError, match="同一个地址"):
        write_index([*documents(), documents()[3]], tmp_path)


def test_a_failing_binary_is_reported_in_chinese_and_the_older_index_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_index(documents(), tmp_path)
    before = contents(tmp_path)
    binary = tmp_path.parent / "broken-pagefind"
    binary.write_text("#!/bin/sh\necho no room >&2\nexit 3\n")
    binary.chmod(0o755)
    monkeypatch.setattr(pagefind_bin, "get_executable", lambda: binary)
    with pytest.raises(SearchError, match=r"建立搜索索引失败[\s\S]*no room"):
        write_index(documents(), tmp_path)
    assert contents(tmp_path) == before


def test_a_missing_binary_is_reported_with_its_cure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> Path:
        raise FileNotFoundError

    monkeypatch.setattr(pagefind_bin, "get_executable", missing)
    with pytest.raises(SearchError, match="pip install pagefind-bin"):
        write_index(documents(), tmp_path)


def test_orders_from_the_environment_change_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_index(documents(), tmp_path / "one")
    monkeypatch.setenv("PAGEFIND_FORCE_LANGUAGE", "en")
    monkeypatch.setenv("PAGEFIND_KEEP_INDEX_URL", "true")
    write_index(documents(), tmp_path / "other")
    assert contents(tmp_path / "one") == contents(tmp_path / "other")
