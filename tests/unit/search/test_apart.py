"""The index is made in a process of its own: the same files, and every fault told here."""

from __future__ import annotations

import io
import pickle
import sys
from typing import TYPE_CHECKING

import pytest

from generator.search import apart
from generator.search.apart import IndexProcess, work
from generator.search.document import SearchDocument, SearchPlace
from generator.search.error import SearchError
from generator.search.guide import Guide
from generator.search.index import IndexReport, empty_folder, write_index

if TYPE_CHECKING:
    from pathlib import Path

GUIDE = Guide(parts=("Summary",))


def document(number: int, year: int = 2031) -> SearchDocument:
    place = SearchPlace("duties", "部门职责", (f"承担第{number}片河道清淤",))
    return SearchDocument(f"{year}/water-{number}/budget/", f"水务局{number}", (place,), "部门预算")


def contents(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_files_are_those_that_are_made_here_in_whatever_order_documents_come(tmp_path: Path) -> None:
    process = IndexProcess(empty_folder(tmp_path / "apart"))
    for year, number in ((2031, 2), (2032, 1), (2031, 1), (2032, 2)):
        process.take(str(year), document(number, year))
    process.close("2032")
    process.close("2031")
    report = process.finish(GUIDE)
    here = {str(year): [document(1, year), document(2, year)] for year in (2031, 2032)}
    assert report == write_index(here, GUIDE, tmp_path / "here")
    assert contents(tmp_path / "apart") == contents(tmp_path / "here")


def test_what_goes_wrong_there_is_told_here(tmp_path: Path) -> None:
    process = IndexProcess(empty_folder(tmp_path))
    process.take("2031", document(1))
    process.take("2031", document(1))
    process.close("2031")
    with pytest.raises(SearchError, match="顺序不对或者重复"):
        process.finish(GUIDE)


def test_a_process_that_is_lost_is_told_without_a_traceback(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/bin/false")
    with pytest.raises(SearchError, match="意外退出"):
        IndexProcess(empty_folder(tmp_path)).finish(GUIDE)


def test_without_a_guide_nothing_is_answered(tmp_path: Path) -> None:
    messages = io.BytesIO(b"".join(map(pickle.dumps, (empty_folder(tmp_path), ("2031", document(1)), ("2031", None)))))
    answers = io.BytesIO()
    with pytest.raises(EOFError):
        work(messages, answers)
    assert answers.getvalue() == b""


def test_the_same_program_answers_here(tmp_path: Path) -> None:
    messages = io.BytesIO(b"".join(map(pickle.dumps, (empty_folder(tmp_path), ("2031", document(1)), ("2031", None), GUIDE))))
    answers = io.BytesIO()
    apart.work(messages, answers)
    report = pickle.loads(answers.getvalue())  # noqa: S301 - it was made two lines before
    assert isinstance(report, IndexReport)
    assert report.documents == 1
