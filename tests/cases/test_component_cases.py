"""Every component makes of the views beside it exactly the HTML that stands there; the examples are also the public gallery."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from generator.views.blocks import Fact, Facts, Prose, Section, Table
from tests.cases.component_cases import THEME, VIEWS, Case, build, cases_of, normalised, rendered

if TYPE_CHECKING:
    from pathlib import Path

CASES = [case for path in sorted(THEME.glob("components/*/*.md")) for case in cases_of(path)]
NOTICE = """\
# 提示

## 说明

```yaml view
kind: note
text: 甲
```

```html
<p class="notice notice--note">甲</p>
```
"""


@pytest.mark.parametrize("case", CASES, ids=[f"{case.component}：{case.name}" for case in CASES])
def test_component_makes_the_html_of_its_example(case: Case) -> None:
    assert normalised(rendered(case)) == normalised(case.html)


@pytest.fixture
def notice(tmp_path: Path) -> Path:
    """Return the file of a component's one example."""
    path = tmp_path / "notice.md"
    path.write_text(NOTICE, encoding="utf-8")
    return path


def test_a_case_is_read_whole(notice: Path) -> None:
    assert cases_of(notice) == [Case("notice", "说明", "kind: note\ntext: 甲\n", '<p class="notice notice--note">甲</p>\n')]


@pytest.mark.parametrize(
    ("written", "instead"),
    [
        pytest.param("# 提示\n", "", id="no title"),
        pytest.param("```yaml view", "```yaml", id="no view"),
        pytest.param("```html", "```", id="no HTML"),
        pytest.param("## 说明", "## 另一个\n\n## 说明", id="a heading without example"),
    ],
)
def test_a_file_that_is_not_understood_is_refused(notice: Path, written: str, instead: str) -> None:
    notice.write_text(NOTICE.replace(written, instead), encoding="utf-8")
    with pytest.raises(ValueError, match="needs a title"):
        cases_of(notice)


@pytest.mark.parametrize(
    ("written", "instead"),
    [
        pytest.param("{{ view.text }}", "{{ view.text | safe }}", id="text that is not escaped"),
        pytest.param("notice--{{ view.kind }}", "notice", id="a class left out"),
        pytest.param("{{ view.cure }}", "{{ view.text }}", id="another field"),
        pytest.param("<p ", "<div ", id="another element"),
        pytest.param(' <span class="notice__cure">', '<span class="notice__cure">', id="a space between words"),
    ],
)
def test_a_spoilt_component_disagrees_with_its_examples(tmp_path: Path, written: str, instead: str) -> None:
    theme = shutil.copytree(THEME, tmp_path / "theme")
    template = theme / "components/notice/notice.html"
    text = template.read_text(encoding="utf-8")
    assert written in text
    template.write_text(text.replace(written, instead), encoding="utf-8")

    assert any(normalised(rendered(case, theme)) != normalised(case.html) for case in CASES if case.component == "notice")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("<ul>\n<li>甲</li>\n</ul>\n", "<ul>\n  <li>甲</li>\n\n</ul>", True),
        ("<b>甲</b> <i>乙</i>", "<b>甲</b><i>乙</i>", False),
        ("<p>甲\n乙</p>", "<p>甲乙</p>", False),
        ('<p class="a">甲</p>', '<p class="b">甲</p>', False),
    ],
)
def test_only_line_breaks_between_tags_do_not_count(one: str, other: str, *, same: bool) -> None:
    assert (normalised(one) == normalised(other)) is same


def test_views_are_built_from_what_a_case_writes() -> None:
    written = {
        "anchor": "a",
        "heading": "甲",
        "blocks": [{"fact_list": {"rows": [{"name": "乙", "prose": {"text": "丙", "terms": [["丙", "b/"]]}}]}}],
        "sections": [{"anchor": "c", "heading": "丁"}],
    }
    facts = Facts((Fact("乙", prose=Prose("丙", (("丙", "b/"),))),))
    assert build(Section, written) == Section("a", "甲", (facts,), (Section("c", "丁"),))


@pytest.mark.parametrize(
    ("component", "written"),
    [
        pytest.param("notice", {"kind": "note", "words": "甲"}, id="a field that the view has not"),
        pytest.param("notice", {"kind": "note"}, id="a field left out"),
        pytest.param("notice", {"kind": "note", "text": ["甲"]}, id="a list for a text"),
        pytest.param("item_list", {"items": "甲"}, id="a text for a list"),
        pytest.param("section", {"anchor": "a", "heading": "甲", "blocks": [{"notice": ["甲"]}]}, id="a list for a block"),
    ],
)
def test_a_view_that_the_component_never_gets_is_refused(component: str, written: dict[str, object]) -> None:
    with pytest.raises(TypeError):
        build(VIEWS[component], written)


def test_a_cell_may_be_written_as_its_text_alone() -> None:
    table = build(Table, {"anchor": "a", "caption": "", "unit": "", "head": [["甲"]], "groups": [[{"cells": ["乙"]}]]})
    assert (table.head[0][0].text, table.groups[0][0].cells[0].text, table.groups[0][0].total) == ("甲", "乙", False)
