"""A volume: what is written can be read back, and what was left out is noticed before anybody publishes it."""

from __future__ import annotations

import gzip
import json
from typing import Any

import pytest

from generator.search.document import Part, SearchDocument, SearchPlace
from generator.search.error import SearchError
from generator.search.proof import prove
from generator.search.spelling import word
from generator.search.volume import Volume, folder_of, packed
from generator.search.words import WordIndex


def volume(places: int = 40) -> Volume:
    made = Volume()
    for number in range(places):
        project = SearchPlace(
            f"project-{number}",
            f"{number}. 河道清淤",
            (f"清淤第{number}段，长{number}.50千米", f"编码2031-7.0{number}-AB-X{number}Z9"),
            Part.PROJECT,
            f"{number}.20万元",
        )
        lead = SearchPlace("", f"水务局{number}", ("公务用车运行维护费", "1,234.50"), Part.SUMMARY)
        made.add(SearchDocument(f"2031/water-{number:02}/budget/", f"水务局{number} 2031年部门预算", (lead, project), "部门预算"))
    return made


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return volume().finish()


def unpacked(content: bytes) -> dict[str, Any]:
    value: dict[str, Any] = json.loads(gzip.decompress(content))
    return value


def test_every_page_is_found_by_its_own_pieces(files: dict[str, bytes]) -> None:
    proof = prove(files)
    assert proof.asked > 200
    assert proof.missed == ()
    assert proof.recall == 1


def test_a_lost_chunk_of_words_is_noticed(files: dict[str, bytes]) -> None:
    lost = max((path for path in files if path.endswith(".pf_index")), key=lambda path: len(files[path]))
    proof = prove({path: content for path, content in files.items() if path != lost})
    assert proof.missed
    assert proof.recall < 1


def test_a_lost_character_is_noticed(files: dict[str, bytes]) -> None:
    proof = prove({**files, "c0": packed([])})
    assert proof.missed
    assert {len(missed.rpartition("：")[2]) for missed in proof.missed} == {len("“字”")}


def test_the_lot_and_the_bytes_are_the_same_each_time(files: dict[str, bytes]) -> None:
    again = volume().finish()
    assert again == files
    assert prove(again) == prove(files)


def test_words_have_the_positions_that_places_count(files: dict[str, bytes]) -> None:
    index, head = WordIndex(files), unpacked(files["head"])
    assert index.names == [document[0] for document in head["documents"]]
    # 水务 务局 局 7 | 公务 … 费 1234.5; then the project: 7 河道 …
    assert head["words"][28:30] == [4, 4 + 10]
    assert index.positions(word("公务"), 7) == {4}
    assert index.positions(word("河道"), 7) == {15}
    assert index.positions(word("没有"), 7) == frozenset()


def test_the_texts_that_pagefind_keeps_for_itself_and_its_interfaces_are_left_out(files: dict[str, bytes]) -> None:
    assert not [path for path in files if "fragment" in path or "ui" in path.split("/")[-1] or path.endswith(".css")]
    assert {"pagefind.js", "pagefind-worker.js", "pagefind-entry.json", "wasm.unknown.pagefind"} <= set(files)


def test_the_folder_is_named_for_what_is_in_it(files: dict[str, bytes]) -> None:
    other = volume(41).finish()
    assert folder_of("2031", files) == folder_of("2031", volume().finish())
    assert folder_of("2031", files) != folder_of("2031", other)
    assert folder_of("2031", files).startswith("2031-")


def test_amounts_are_kept_in_yuan_and_parts_by_their_number() -> None:
    files = volume(3).finish()
    assert json.loads(gzip.decompress(files["amounts"])) == [[1, 2000.0], [3, 12000.0], [5, 22000.0]]
    assert unpacked(files["head"])["parts"] == "040404"


def test_the_index_of_another_pagefind_is_refused(files: dict[str, bytes]) -> None:
    name = next(path for path in files if path.endswith(".pf_meta"))
    other = gzip.compress(gzip.decompress(files[name]).replace(b"1.5.2", b"1.6.0"))
    with pytest.raises(SearchError, match=r"1\.6\.0"):
        WordIndex({**files, name: other})


def test_the_same_value_is_packed_into_the_same_bytes() -> None:
    assert packed({"名词": ["三公"]}) == packed({"名词": ["三公"]})
