"""The schemas that editors check with are those of the model, and all that is shipped is sound by them."""

from __future__ import annotations

import json
import re
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from generator.loading.json_schema import FILES, text_of, write_schemas

CONTENT = Path(__file__).parents[3] / "content"
SCHEMAS = CONTENT / "reference" / "schemas"
FIRST_LINE = re.compile(r"# yaml-language-server: \$schema=(\S+)")
WRITTEN = sorted(
    path
    for path in CONTENT.rglob("*")
    if path.suffix == ".yml" or (path.suffix == ".md" and "departments" in path.parts and path.name != "README.md")
)
IDS = [path.relative_to(CONTENT).as_posix() for path in WRITTEN]


def yaml_of(path: Path) -> str:
    """Return the YAML of a file: all of it, or the front matter of a Markdown file."""
    text = path.read_text(encoding="utf-8")
    return text if path.suffix == ".yml" else text.split("---\n")[1]


def schema_beside(path: Path) -> Path:
    """Return the schema that the first line names, as an editor finds it."""
    named = FIRST_LINE.match(yaml_of(path))
    assert named is not None, f"{path} names no schema"
    return (path.parent / named[1]).resolve()


@cache
def validator(path: Path) -> Draft202012Validator:
    schema = json.loads(path.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def faults(path: Path, value: object) -> list[str]:
    return [f"{'/'.join(map(str, error.path))}: {error.message}" for error in validator(schema_beside(path)).iter_errors(value)]


def as_json(value: object) -> Any:  # noqa: ANN401 - whatever the file holds
    """Return YAML's values as JSON has them: its dates are text there."""
    return json.loads(json.dumps(value, default=str))


@pytest.mark.parametrize("name", FILES)
def test_a_shipped_schema_is_what_the_model_gives(name: str) -> None:
    assert (SCHEMAS / f"{name}.json").read_text(encoding="utf-8") == text_of(*FILES[name]), "run: mingzhang schema"


def test_no_schema_is_left_over() -> None:
    assert {path.name for path in SCHEMAS.iterdir()} == {f"{name}.json" for name in FILES}


def test_writing_again_gives_the_same_bytes(tmp_path: Path) -> None:
    written = write_schemas(tmp_path / "new" / "schemas")
    assert {path.name: path.read_bytes() for path in written} == {path.name: path.read_bytes() for path in SCHEMAS.iterdir()}


@pytest.mark.parametrize("path", WRITTEN, ids=IDS)
def test_a_shipped_file_names_the_schema_of_its_kind(path: Path) -> None:
    kind = {"projects": "project", "formats": "format", "classification": "classification"}.get(path.parent.name, path.stem)
    assert schema_beside(path) == SCHEMAS / f"{kind}.json"


@pytest.mark.parametrize("path", WRITTEN, ids=IDS)
def test_a_shipped_file_is_sound_by_its_schema(path: Path) -> None:
    assert faults(path, as_json(yaml.safe_load(yaml_of(path)))) == []


@pytest.mark.parametrize("path", WRITTEN, ids=IDS)
def test_a_misspelt_key_is_seen(path: Path) -> None:
    value = as_json(yaml.safe_load(yaml_of(path)))
    first = next(iter(value))
    value[f"{first}名"] = value[first]
    assert any(f"'{first}名' was unexpected" in fault for fault in faults(path, value))


def shipped(name: str) -> tuple[Path, Any]:
    path = CONTENT / "departments" / name
    return path, as_json(yaml.safe_load(yaml_of(path)))


def test_a_misspelt_key_deep_within_is_seen() -> None:
    path, value = shipped("zunhua-npc/2024/performance.yml")
    value["项目"][2]["绩效指标"][0]["指标植"] = "≥1次"
    assert [fault.partition(": ")[0] for fault in faults(path, value)] == ["项目/2/绩效指标/0"]


@pytest.mark.parametrize(
    ("label", "wrong"),
    [
        ("年度", "二〇二一"),
        ("年度", 21),
        ("金额单位", "千元"),
        ("收入", {"合计": "约5万"}),
        ("项目", {"名称": "甲"}),
        ("日期", {"公开": "去年"}),
    ],
)
def test_a_wrong_value_is_seen(label: str, wrong: object) -> None:
    path, value = shipped("zjk-npc/2021/budget.md")
    assert faults(path, {**deepcopy(value), label: wrong}) != []


@pytest.mark.parametrize("label", ["年度", "金额单位"])
def test_a_missing_value_is_seen(label: str) -> None:
    path, value = shipped("zjk-npc/2021/budget.md")
    del value[label]
    assert faults(path, value) == [f": '{label}' is a required property"]
