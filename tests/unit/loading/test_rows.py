"""A row of a table is read by its texts alone, and says no less of itself than one that is written line by line."""

from __future__ import annotations

import pytest

from generator.loading.reader import Reader
from generator.loading.records import RecordShape
from generator.model.performance import Indicator
from generator.model.record import FieldPlaces, RowPlaces
from generator.source.values import LONGEST_ROW, Mapping, Row
from generator.source.yaml_file import read_with_parser, read_yaml

ROW = "指标:\n- {一级指标: 产出指标, 三级指标: 培训次数, 指标值: ≥2次}\n"


def entry(text: str, *, plainly: bool) -> Mapping:
    whole, _ = read_yaml("a.yml", text) if plainly else read_with_parser("a.yml", text)
    assert whole is not None
    value = whole.entries["指标"].items[0]  # type: ignore[union-attr] # every text here holds a list
    assert isinstance(value, Mapping)
    return value


@pytest.mark.parametrize(("plainly", "kind"), [(True, RowPlaces), (False, FieldPlaces)])
def test_a_row_tells_the_place_of_each_of_its_texts(*, plainly: bool, kind: type) -> None:
    indicator = RecordShape(Indicator).read(entry(ROW, plainly=plainly), Reader("a.yml"))
    assert indicator is not None
    assert type(indicator.places) is kind
    assert indicator.places.by_field == {"": (2, 3), "first": (2, 10), "third": (2, 22), "target": (2, 33)}
    assert [str(indicator.at(name)) for name in ("third", "basis")] == ["a.yml:2:22", "a.yml:2:3"]
    assert (indicator.places.extent, indicator.places.lines(["first", "target"])) == ((2, 2), [2, 2])


def test_a_row_that_is_not_plain_in_the_model_is_refused_at_its_text() -> None:
    row = entry(ROW.replace("培训次数", "nan"), plainly=True)
    assert type(row) is Row
    reader = Reader("a.yml")
    RecordShape(Indicator).read(row, reader)
    assert [str(finding.place) for finding in reader.findings] == ["a.yml:2:22"]


def test_a_row_too_long_for_its_widths_is_read_all_the_same() -> None:
    text = ROW.replace("培训次数", "长" * LONGEST_ROW)
    assert type(entry(text, plainly=True)) is Mapping
    assert entry(text, plainly=True) == entry(text, plainly=False)


def test_a_row_is_equal_to_what_it_holds() -> None:
    row = entry(ROW, plainly=True)
    assert type(row) is Row
    assert row == entry(ROW, plainly=False)
    assert row != entry(ROW.replace("≥2次", "≥3次"), plainly=True)
    with pytest.raises(AttributeError):
        _ = row.items
