"""A character alone is looked up in a list of its own: every place that holds it, in files that are small."""

from __future__ import annotations

from itertools import accumulate

from generator.search.characters import Characters


def listed(*texts: str) -> list[list[tuple[str, list[int]]]]:
    characters = Characters()
    for place, text in enumerate(texts):
        characters.add(place, text)
    return list(characters.files())


def test_a_character_has_every_place_that_it_stands_in_once() -> None:
    (only,) = listed("公务用车", "用房、用车", "无", "车")
    assert {character: list(accumulate(steps)) for character, steps in only} == {
        "公": [0], "务": [0], "房": [1], "无": [2], "用": [0, 1], "车": [0, 1, 3],
    }  # fmt: skip


def test_letters_figures_and_stops_are_no_characters_of_han() -> None:
    assert listed("A 1，—") == []


def test_files_are_bounded_and_in_the_order_in_which_browsers_sort() -> None:
    files = listed(*("一丁七" for _ in range(3000)), "\uf900\U00020000")
    assert [[character for character, _ in each] for each in files] == [["一", "丁"], ["七", "\U00020000", "\uf900"]]
