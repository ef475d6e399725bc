"""组件一览: every component in every state, from the cases beside it, which the tests hold it to."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from generator.views.blocks import PageView, Prose, Section
from generator.views.judged_blocks import Example
from generator.views.language import say
from generator.views.lists import home

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from generator.rendering.environment import Components

_TITLE = re.compile(r"# (?P<title>[^\n]+)\n(?P<prose>.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
_CASE = re.compile(
    r"^## (?P<name>[^\n]+)\n(?P<prose>.*?)^```yaml view\n(?P<view>.*?)^```\n\n```html\n(?P<html>.*?)^```$", re.MULTILINE | re.DOTALL
)
_SCRIPT = re.compile(r"<script\b.*?</script>", re.DOTALL)
_HEADING = re.compile(r"<(?P<end>/?)h(?P<level>[1-6])\b")
_REFERENCE = re.compile(r'(?P<name>\s(?:id|for|aria-labelledby|aria-describedby|aria-controls))="(?P<value>[^"]*)"')
_ANCHOR = re.compile(r'href="#(?P<value>[^"]*)"')
_ELSEWHERE = re.compile(r'(?P<name>href|action)="(?!#)[^"]*"')
_LANDMARKS = (
    (re.compile(r"<nav\b"), '<div role="group"'),
    (re.compile(r"</nav>"), "</div>"),
    (re.compile(r' role="search" aria-label="[^"]*"'), ""),
    (re.compile(r'role="region" aria-labelledby="([^"]*)" tabindex="0"'), r'role="group" aria-labelledby="\1"'),
)
# A case stands below the headings of its component (h2) and of itself (h3).
_HIGHEST = 4
_LOWEST = 6


def gallery_view(components: Components) -> PageView:
    """Return the page that shows every component in every state, in the order of their names."""
    files = sorted(components.folder.glob("*/*.md"))
    return PageView(
        title=say("组件一览"),
        description=say("网站的每一个组件，每一种状态。"),
        lead=say("网站由这些组件拼成。每个例子都是组件的测试，页面上看到的就是读者会看到的。"),
        breadcrumbs=(home(),),
        sections=tuple(_component(path) for path in files),
        contents=True,
    )


def _component(path: Path) -> Section:
    text = path.read_text(encoding="utf-8")
    title = _TITLE.match(text)
    prose = title["prose"].strip() if title else ""
    name = title["title"] if title else path.stem
    return Section(
        path.stem.replace("_", "-"),
        say("{header}（{key}）", header=name, key=path.stem),
        (Prose(prose),) if prose else (),
        tuple(_cases(path.stem, text)),
    )


def _cases(component: str, text: str) -> Iterator[Section]:
    for number, case in enumerate(_CASE.finditer(text), 1):
        anchor = f"{component.replace('_', '-')}-{number}"
        prose = case["prose"].strip()
        example = Example(case["view"].rstrip("\n"), _beside_others(case["html"].strip(), anchor))
        yield Section(anchor, case["name"], (*((Prose(prose),) if prose else ()), example))


def _beside_others(html: str, anchor: str) -> str:
    """Return a case's HTML so that many can stand on one page: own names, links that stay, headings below ours, no landmark or script."""
    html = _SCRIPT.sub("", html)
    html = _REFERENCE.sub(lambda found: f'{found["name"]}="{_own(found["value"], anchor)}"', html)
    html = _ELSEWHERE.sub(lambda found: f'{found["name"]}="#{anchor}"', html)
    html = _ANCHOR.sub(lambda found: f'href="#{_kept(html, found["value"], anchor)}"', html)
    for pattern, instead in _LANDMARKS:
        html = pattern.sub(instead, html)
    deeper = _HIGHEST - min((int(found["level"]) for found in _HEADING.finditer(html)), default=_HIGHEST)
    return _HEADING.sub(partial(_deeper, deeper), html)


def _own(values: str, anchor: str) -> str:
    return " ".join(f"{anchor}-{value}" for value in values.split(" "))


def _kept(html: str, value: str, anchor: str) -> str:
    """Return where a link inside a case leads: to its own target if the case holds it, else to the case."""
    own = _own(value, anchor)
    return own if f' id="{own}"' in html else anchor


def _deeper(levels: int, found: re.Match[str]) -> str:
    level = min(int(found["level"]) + levels, _LOWEST)
    return f"</h{level}" if found["end"] else f'<h{level} data-was="h{found["level"]}"'
