"""A volume: what is written can be read back, and what was left out is noticed before anybody publishes it."""

from __future__ import annotations

import gzip
import json

import pytest

from generator.search.document import Part, SearchDocument, SearchPlace
from generator.search.proof import prove
from generator.search.volume import Volume, folder_of, packed, places_in, spelled


def volume(places: int = 40) -> Volume:
    made = Volume("2031")
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


@pytest.mark.parametrize("codes", [[], [0], [3, 5, 9], [4, 400_000, 1_400_001], [55_295 * 4, 57_344 * 4]])
def test_places_are_read_as_they_were_spelled(codes: list[int]) -> None:
    assert places_in(spelled(codes)) == [code // 4 for code in codes]


def test_a_spelling_holds_nothing_that_parts_lines_or_has_no_bytes() -> None:
    text = "".join(spelled([step * 4 + flags]) for step in range(60_000) for flags in range(4))
    assert not set(text) & set("\t\n\r")
    assert text.encode().decode() == text


def test_every_page_is_found_by_its_own_pieces() -> None:
    proof = prove(volume().finish())
    assert proof.asked > 200
    assert proof.missed == ()
    assert proof.recall == 1


def test_a_lost_file_of_terms_is_noticed() -> None:
    files = volume().finish()
    number = max(int(name[1:]) for name in files if name.startswith("t")) // 2
    files[f"t{number}"] = gzip.compress("￿\t!".encode())
    proof = prove(files)
    assert proof.missed
    assert proof.recall < 1


def test_the_lot_is_the_same_each_time() -> None:
    assert prove(volume().finish()) == prove(volume().finish())


def test_the_folder_is_named_for_what_is_in_it() -> None:
    files, other = volume().finish(), volume(41).finish()
    assert folder_of("2031", files) == folder_of("2031", volume().finish())
    assert folder_of("2031", files) != folder_of("2031", other)
    assert folder_of("2031", files).startswith("2031-")


def test_amounts_are_kept_in_yuan_and_parts_by_their_number() -> None:
    files = volume(3).finish()
    assert json.loads(gzip.decompress(files["amounts"])) == [[1, 2000.0], [3, 12000.0], [5, 22000.0]]
    assert json.loads(gzip.decompress(files["head"]))["parts"] == "040404"


def test_the_same_value_is_packed_into_the_same_bytes() -> None:
    assert packed({"名词": ["三公"]}) == packed({"名词": ["三公"]})
