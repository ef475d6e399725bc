"""The gallery shows every case of every component once, so that all of them can stand on one page."""

from __future__ import annotations

import re
from collections import Counter

from generator.rendering.environment import Components
from generator.rendering.gallery import gallery_view
from generator.rendering.render import render
from tests.cases.component_cases import THEME, cases_of

COMPONENTS = Components(THEME)
HTML = render(gallery_view(COMPONENTS), "gallery/", COMPONENTS)


def test_every_case_of_every_component_is_shown() -> None:
    shown = {section.anchor: [part.heading for part in section.sections] for section in gallery_view(COMPONENTS).sections}
    cases = {path.stem.replace("_", "-"): [case.name for case in cases_of(path)] for path in THEME.glob("components/*/*.md")}
    assert shown == cases


def test_no_example_takes_another_ones_name_or_runs_anything() -> None:
    assert [name for name, count in Counter(re.findall(r' id="([^"]*)"', HTML)).items() if count > 1] == []
    assert "<script" not in HTML
    assert HTML.count("<h1") == 1


def test_links_of_examples_stay_in_the_gallery() -> None:
    addresses = set(re.findall(r'(?:href|action)="([^"]*)"', HTML)) - {"../"}
    assert {address[0] for address in addresses} == {"#"}
    assert {address[1:] for address in addresses} <= set(re.findall(r' id="([^"]*)"', HTML))
