"""Every module of the generator and the benchmark keeps the laws of the house; one that breaks them does not pass here."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.house.laws_of_files import faults
from tests.house.test_imports import ROOT

if TYPE_CHECKING:
    from pathlib import Path

SOUND = '"""A module."""\n\nMESSAGE = "没有发现问题。"\n'


def test_every_module_keeps_the_laws() -> None:
    assert faults(ROOT) == []


def found(root: Path, name: str, text: str) -> list[str]:
    path = root / name
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    return faults(root)


def test_a_sound_module_is_left_alone(tmp_path: Path) -> None:
    assert found(tmp_path, "generator/views/a.py", SOUND) == []


@pytest.mark.parametrize(
    ("name", "text", "fault"),
    [
        pytest.param("generator/a.py", 'MESSAGE = "甲"\n', "has no docstring", id="no docstring"),
        pytest.param("generator/views/__init__.py", "", "has no docstring", id="empty"),
        pytest.param("bench/a.py", '"""  """\n', "has no docstring", id="blank docstring"),
        pytest.param("bench/a.py", SOUND + "#\n" * 297, "has 300 lines", id="300 lines"),
        pytest.param("generator/utils/a.py", SOUND, "is a drawer for anything", id="utils"),
        pytest.param("generator/views/common.py", SOUND, "is a drawer for anything", id="common"),
        pytest.param("bench/helpers/__init__.py", SOUND, "is a drawer for anything", id="helpers"),
        pytest.param("generator/check.py", SOUND + "print(MESSAGE)\n", "prints on line 4", id="print"),
        pytest.param("generator/check.py", SOUND + "say = print\n", "prints on line 4", id="print by another name"),
        pytest.param("generator/check.py", SOUND + "sys.stdout.write(MESSAGE)\n", "prints on line 4", id="stdout"),
        *(
            pytest.param("generator/a.py", SOUND.replace("没", escape), "hides a character behind an escape on line 3", id=escape)
            for escape in (r"\u6ca1", r"\u201c", r"\uff1a", r"\U00006ca1", r"\N{LEFT DOUBLE QUOTATION MARK}")
        ),
        pytest.param("generator/a.py", SOUND + 'SAID = f"{1}\\u6ca1"\n', "hides a character behind an escape on line 4", id="f-string"),
    ],
)
def test_a_broken_law_is_noticed(tmp_path: Path, name: str, text: str, fault: str) -> None:
    assert found(tmp_path, name, text) == [f"{name}: {fault}"]


@pytest.mark.parametrize(
    ("name", "line"),
    [
        pytest.param("generator/a.py", "#\n" * 296, id="299 lines"),
        pytest.param("generator/cli/a.py", "print(MESSAGE)\n", id="print in the command line"),
        pytest.param("bench/a.py", "print(MESSAGE)\n", id="print in the benchmark"),
        pytest.param("generator/a.py", "def pretty_print() -> None: ...\n", id="another name"),
        pytest.param("generator/a.py", "CHINESE = re.compile('[\\u4e00-\\u9fff]')\n", id="a range of characters"),
        pytest.param("generator/a.py", "IS_CHINESE = '\\u4e00' <= MESSAGE <= '\\u9fff'\n", id="bounds"),
        pytest.param("generator/a.py", "BLANK = '\\u3000\\u200b'\n", id="characters that no editor shows"),
    ],
)
def test_what_is_allowed_is_not_a_fault(tmp_path: Path, name: str, line: str) -> None:
    assert found(tmp_path, name, SOUND + line) == []
