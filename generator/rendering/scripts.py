"""The script of every page, in one file; it brings the words of all scripts where the interface is not Chinese."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from generator.views.language import SOURCE, say, spoken

if TYPE_CHECKING:
    from pathlib import Path

SCRIPTS = ("page.js", "search/box.js")
"""The scripts of every page, below the theme's assets."""
_SAID = re.compile(r'\bsay\("([^"\n]*)"')


def words_in(script: str) -> list[tuple[int, str]]:
    """Return (line, text) of every text that a script says, as ``say("…")``, in their order."""
    return [(script.count("\n", 0, found.start()) + 1, found[1]) for found in _SAID.finditer(script)]


def whole_script(assets: Path) -> str:
    """Return what every page can do beyond being read: each file more would be one request more."""
    script = "\n".join((assets / name).read_text(encoding="utf-8").strip() for name in SCRIPTS) + "\n"
    return script if spoken() == SOURCE else _words(assets) + script


def _words(assets: Path) -> str:
    """Return the line that gives ``say`` of scripted.js the words of all scripts in the language of the interface."""
    texts = {text for path in assets.rglob("*.js") for _, text in words_in(path.read_text(encoding="utf-8"))}
    return f"say.words = {json.dumps({text: say(text) for text in sorted(texts)}, ensure_ascii=False)};\n"
