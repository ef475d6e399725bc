"""Whatever a content folder holds, loading it gives a model and findings that stand inside its files, and never an exception."""

from __future__ import annotations

import json
import shutil
import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.loading.corpus import load_corpus
from generator.loading.records import FieldPlan, KeyedShape, ListShape, RecordShape, plans_of
from generator.model.department import DepartmentFile
from generator.model.disclosure import Text
from generator.model.format import FormatFile
from generator.model.region import Regions
from tests.faults.cases import HERE
from tests.fuzz.profile import looks
from tests.fuzz.texts import CSV, MARKDOWN, PIECES, YAML, damaged, soup

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from generator.model.record import Record

YEAR = "departments/demo/2026"
BUDGET, IN_MARKDOWN, STATEMENT = f"{YEAR}/budget.yml", f"{YEAR}/budget.md", f"{YEAR}/statements/支出总表.csv"
OTHERS = [path.relative_to(HERE / "content").as_posix() for path in sorted((HERE / "content").rglob("*.yml")) if path.stem != "budget"]


def labels_of(record: type[Record], seen: set[type[Record]]) -> Iterator[str]:
    """Yield every label that stands somewhere below a record of the model."""
    if record in seen:
        return
    seen.add(record)
    for label, plan in plans_of(record).items():
        yield label
        inner = record_in(plan)
        if inner is not None:
            yield from labels_of(inner, seen)


def record_in(plan: FieldPlan) -> type[Record] | None:
    shape = plan.shape.item if isinstance(plan.shape, ListShape) else plan.shape
    shape = shape.record if isinstance(shape, KeyedShape) else shape
    return shape.record if isinstance(shape, RecordShape) else None


LABELS = sorted({label for record in (Text, FormatFile, Regions, DepartmentFile) for label in labels_of(record, set())})
KEYS = st.sampled_from([*LABELS, "支出总表", "收支总表", "行", "说明", "栏", "部门预算", "shili", "national", "a"]) | st.text(max_size=3)
VALUES = (
    st.sampled_from(
        [
            "",
            "0",
            "5",
            "2,220.42",
            "不公开",
            "2026",
            "2026-02-20",
            "万元",
            "≥95%",
            "national",
            "shili",
            "１",
            "nan",
            "9" * 60,
            "9," * 30,
            "1E+19",
        ]
    )
    | st.sampled_from(PIECES)
    | st.text(max_size=20)
    | st.integers()
    | st.floats()
    | st.none()
    | st.booleans()
)
TREES = st.recursive(VALUES, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=6), max_leaves=40)


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a sound folder that every example changes and :func:`check` mends."""
    return shutil.copytree(HERE / "content", tmp_path_factory.mktemp("fuzz") / "content")


def check(content: Path, name: str, data: bytes) -> None:
    """Load the folder with one file replaced, and put the file back."""
    path = content / name
    path.parent.mkdir(exist_ok=True)
    hidden = content / BUDGET if name == IN_MARKDOWN else None
    before = path.read_bytes() if path.exists() else None
    aside = hidden.read_bytes() if hidden else b""
    try:
        if hidden:
            hidden.unlink()
        path.write_bytes(data)
        load_and_look(content)
    finally:
        path.unlink()
        if before is not None:
            path.write_bytes(before)
        if hidden:
            hidden.write_bytes(aside)


def load_and_look(content: Path) -> None:
    start = time.perf_counter()
    corpus, findings = load_corpus(content)
    assert time.perf_counter() - start < 20
    assert findings or corpus.disclosures
    for finding in findings:
        path = content.parent / finding.place.path
        lines = path.read_bytes().decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n").split("\n") if path.is_file() else []
        assert 1 <= finding.place.line <= len(lines) + 1, finding
        assert finding.place.column >= 1
        assert finding.message
        assert len(finding.message) < 300
        f"{finding.place} {finding.code} {finding.message} {finding.cure}".encode()


def encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


@pytest.mark.parametrize("name", [BUDGET, IN_MARKDOWN, STATEMENT])
@looks(60)
@given(data=st.binary(max_size=200) | soup().map(encoded))
def test_any_bytes(content: Path, name: str, data: bytes) -> None:
    check(content, name, data)


@pytest.mark.parametrize(("name", "sound"), [(BUDGET, YAML), (IN_MARKDOWN, MARKDOWN), (STATEMENT, CSV)])
@looks(120)
@given(draw=st.data())
def test_sound_files_with_slips(content: Path, name: str, sound: str, draw: st.DataObject) -> None:
    check(content, name, encoded(draw.draw(damaged([sound]))))


@pytest.mark.parametrize("name", OTHERS)
@looks(50)
@given(draw=st.data())
def test_reference_files_with_slips(content: Path, name: str, draw: st.DataObject) -> None:
    check(content, name, encoded(draw.draw(damaged([(content / name).read_text(encoding="utf-8")]))))


@looks(120)
@given(tree=st.dictionaries(KEYS, TREES, max_size=8))
def test_any_tree_under_labels_of_the_form(content: Path, tree: dict[str, object]) -> None:
    check(content, BUDGET, encoded(json.dumps({"年度": "2026", "金额单位": "万元"} | tree, ensure_ascii=False, indent=1)))


@pytest.mark.parametrize("name", OTHERS)
@looks(50)
@given(tree=st.dictionaries(KEYS, TREES, max_size=8))
def test_any_tree_in_reference_files(content: Path, name: str, tree: dict[str, object]) -> None:
    check(content, name, encoded(json.dumps(tree, ensure_ascii=False)))


@looks(80)
@given(front=st.dictionaries(KEYS, TREES, max_size=4), sections=st.lists(st.tuples(st.integers(1, 4), KEYS, soup() | st.text(max_size=20))))
def test_any_sections_under_labels_of_the_form(content: Path, front: dict[str, object], sections: list[tuple[int, str, str]]) -> None:
    head = json.dumps({"年度": "2026", "金额单位": "万元"} | front, ensure_ascii=False)
    body = "\n\n".join(f"{'#' * level} {heading}\n\n{text}" for level, heading, text in sections)
    check(content, IN_MARKDOWN, encoded(f"---\n{head}\n---\n\n{body}\n"))


@looks(100)
@given(rows=st.lists(st.lists(st.sampled_from(["科目编码", "科目名称", "合计", "栏", "", "5", *PIECES]), max_size=6), max_size=8))
def test_any_cells_in_a_statement(content: Path, rows: list[list[str]]) -> None:
    quoted = [",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows]
    check(content, STATEMENT, encoded("\n".join(quoted)))
