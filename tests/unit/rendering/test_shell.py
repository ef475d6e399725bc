"""Material's templates as this site uses them."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from jinja2 import Environment

from generator.rendering.shell import ShellError, shell_environment, with_shell
from generator.views.language import SOURCE, speak

if TYPE_CHECKING:
    from collections.abc import Iterator

MATERIAL = Path(str(files("material"))) / "templates"
BASE = (MATERIAL / "base.html").read_text(encoding="utf-8")
THEME = Path(__file__).parents[3] / "theme"


@pytest.fixture
def english() -> Iterator[None]:
    speak("en")
    yield
    speak(SOURCE)


def test_material_keeps_its_blocks_and_loses_its_widgets() -> None:
    changed = with_shell(BASE)
    assert '<main class="main" id="main" tabindex="-1">' in changed
    assert "{% block header %}" in changed
    for gone in ("md-toggle", "md-overlay", 'data-md-component="announce"', "md-skip", "md-dialog", "partials/language.html"):
        assert gone in BASE
        assert gone not in changed


def test_a_fault_in_material_is_told_with_its_own_line() -> None:
    lines, changed = BASE.splitlines(), with_shell(BASE).splitlines()
    assert len(changed) == len(lines)
    assert changed.index("    {% block header %}") == lines.index("    {% block header %}")


@pytest.mark.parametrize(
    ("before", "after", "count"),
    [("md-overlay", "md-veil", 0), ("</body>", '<div class="md-main__inner md-grid"></div></body>', 2)],
    ids=["gone", "twice"],
)
def test_another_material_is_refused(before: str, after: str, count: int) -> None:
    with pytest.raises(ShellError, match=f"Material 的模板变了：应当正好有一处 .*实际有 {count} 处"):
        with_shell(BASE.replace(before, after))


def own_environment(theme: Path) -> Environment:
    return shell_environment(Environment(autoescape=True), [str(theme), str(MATERIAL)])


@pytest.mark.usefixtures("english")
def test_templates_say_their_words_in_the_language_of_the_build(tmp_path: Path) -> None:
    (tmp_path / "main.html").write_text('<p title="{{ say("搜索") }}">{{ say(word) }} {{ lang.t("language") }}</p>', encoding="utf-8")
    assert own_environment(tmp_path).get_template("main.html").render(word="首页") == '<p title="Search">Home en</p>'


def test_a_site_has_the_files_of_its_theme_that_stand_for_themselves() -> None:
    names = own_environment(THEME).list_templates()
    assert {"assets/icon.svg", "assets/scripted.js", "main.html", "partials/footer.html"} <= set(names)
    assert [name for name in names if name.startswith((".icons/", "assets/javascripts/", "components/"))] == []
    assert "assets/base.css" not in names
