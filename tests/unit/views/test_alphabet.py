"""Names in the order of their sound."""

from __future__ import annotations

import pytest

from generator.views.alphabet import initial, sounds


@pytest.mark.parametrize(("name", "letter"), [("办公用房", "B"), ("“智慧人大”系统", "Z"), ("open data", "O"), ("2021年会议", ""), ("", "")])
def test_a_name_is_listed_under_the_letter_of_its_sound(name: str, letter: str) -> None:
    assert initial(name) == letter


def test_names_stand_in_the_order_of_their_sounds() -> None:
    names = ["选举工作", "会议费", "办公用房", "会务费", "安全检查"]
    assert sorted(names, key=sounds) == ["安全检查", "办公用房", "会务费", "会议费", "选举工作"]


def test_characters_sound_by_themselves_whatever_word_they_stand_in() -> None:
    assert sounds("银行") == ("yin2", "xing2")
