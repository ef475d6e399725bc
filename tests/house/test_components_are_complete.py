"""Every component has a macro of its name and examples; every block has a component; one that lacks either does not pass here."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest

from tests.cases.component_cases import THEME, VIEWS, cases_of

if TYPE_CHECKING:
    from pathlib import Path


def faults(components: Path) -> list[str]:
    """Return what the components in a folder lack; nothing if every one is whole."""
    folders = {path.name: path for path in components.iterdir() if path.is_dir()}
    found = [f"{name}: {'no view' if name in folders else 'no component'}" for name in sorted(folders.keys() ^ VIEWS.keys())]
    for name, folder in sorted(folders.items()):
        template, examples = folder / f"{name}.html", folder / f"{name}.md"
        text = template.read_text(encoding="utf-8") if template.exists() else ""
        if re.findall(r"\{%-? macro (\w+)\(view, base\b", text) != [name]:
            found.append(f"{name}: no macro of its name")
        found += [f"{name}: {path.name} is named otherwise" for path in sorted(folder.iterdir()) if path.stem != name]
        try:
            cases = cases_of(examples)
        except (OSError, ValueError):
            found.append(f"{name}: no examples")
            continue
        if not any("<" in case.view and "&lt;" in case.html for case in cases):
            found.append(f"{name}: no example with a mark of HTML in its text")
    return found


def test_every_component_is_complete() -> None:
    assert faults(THEME / "components") == []


@pytest.fixture
def components(tmp_path: Path) -> Path:
    """Return a copy of the components that a test may spoil."""
    return shutil.copytree(THEME / "components", tmp_path / "components")


def test_a_component_without_examples_is_noticed(components: Path) -> None:
    (components / "notice/notice.md").unlink()
    (components / "pager/pager.md").write_text("# 没有例子\n", encoding="utf-8")

    assert faults(components) == ["notice: no examples", "pager: no examples"]


def test_a_component_without_a_macro_of_its_name_is_noticed(components: Path) -> None:
    template = components / "notice/notice.html"
    template.write_text(template.read_text(encoding="utf-8").replace("macro notice(", "macro remark("), encoding="utf-8")
    (components / "pager/pager.html").unlink()

    assert faults(components) == ["notice: no macro of its name", "pager: no macro of its name"]


def test_a_component_that_no_view_names_is_noticed(components: Path) -> None:
    (components / "graph").mkdir()

    assert faults(components) == ["graph: no view", "graph: no macro of its name", "graph: no examples"]


def test_a_view_without_a_component_is_noticed(components: Path) -> None:
    shutil.rmtree(components / "notice")

    assert faults(components) == ["notice: no component"]


def test_a_stray_file_is_noticed(components: Path) -> None:
    (components / "notice/old.css").write_text("", encoding="utf-8")

    assert faults(components) == ["notice: old.css is named otherwise"]


def test_examples_without_a_mark_of_html_are_noticed(components: Path) -> None:
    examples = components / "notice/notice.md"
    text = examples.read_text(encoding="utf-8")
    examples.write_text(text[: text.index("## 没有改法的说明")], encoding="utf-8")

    assert faults(components) == ["notice: no example with a mark of HTML in its text"]
