"""Material's templates as this site uses them: what its base.html hard-codes outside any block is changed where it is read.

Each change is a text that must be found exactly once: a new release of Material that writes it otherwise fails the build
(and a test) instead of quietly bringing its widgets back.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jinja2 import FileSystemLoader

from generator.rendering.scripts import SCRIPTS
from generator.views.language import say, spoken

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from jinja2 import Environment

_CHANGES: tuple[tuple[re.Pattern[str], str], ...] = (
    # Two catalogues of its widgets’ words, of which the skin shows none but two: see _Words.
    (re.compile(r'{% import "partials/language.html" as lang with context %}'), "{##}"),
    # Inline scripts; our pages have none.
    (re.compile(r'{% include "partials/javascripts/base.html" %}'), ""),
    (re.compile(r'{% include "partials/javascripts/content.html" %}'), ""),
    (re.compile(r'<input class="md-toggle" data-md-toggle="drawer"[^>]*>'), ""),
    (re.compile(r'<input class="md-toggle" data-md-toggle="search"[^>]*>'), ""),
    (re.compile(r'<label class="md-overlay" for="__drawer"></label>'), ""),
    # Material links to the first heading, and on a page without headings to nothing.
    (re.compile(r'<div data-md-component="skip">.*?</div>', re.DOTALL), '<a class="skip-link" href="#main">{skip}</a>'),
    (re.compile(r'<div data-md-component="announce">.*?{% endif %}\s*</div>', re.DOTALL), "{% block announce %}{% endblock %}"),
    (re.compile(r'<main class="md-main" data-md-component="main">'), '<main class="main" id="main" tabindex="-1">'),
    (re.compile(r'<div class="md-main__inner md-grid">'), '<div class="main__inner">'),
    (re.compile(r'<div class="md-container" data-md-component="container">'), '<div class="container">'),
    (re.compile(r'<div class="md-dialog" data-md-component="dialog">\s*<div class="md-dialog__inner md-typeset"></div>\s*</div>'), ""),
)
_SAID = re.compile(r'{{ say\("([^"\n]*)"\) }}')
_BLANK_LINES = re.compile(r"\n\s*\n+")
_IN_ONE_FILE = ("base.css", *(f"assets/{name}" for name in SCRIPTS))


class ShellError(Exception):
    """Material's templates no longer say what we replace."""


def with_shell(base: str) -> str:
    """Return Material's base.html without the parts of its widgets that no block reaches; every line stays where it is."""
    for pattern, replacement in _CHANGES:
        found = list(pattern.finditer(base))
        if len(found) != 1:
            message = f"Material 的模板变了：应当正好有一处 {pattern.pattern}，实际有 {len(found)} 处"
            raise ShellError(message)
        start, end = found[0].span()
        base = base[:start] + replacement.replace("{skip}", say("跳到正文")) + "\n" * found[0][0].count("\n") + base[end:]
    return base


def without_blank_lines(output: str) -> str:
    """Return a page of the templates without the lines that their conditions leave empty."""
    return _BLANK_LINES.sub("\n", output)


def shell_environment(environment: Environment, folders: Sequence[str]) -> Environment:
    """Return MkDocs' environment, reading the templates in ``folders`` as this site uses them; the first folder is our own theme.

    It is for one build: what the templates say by themselves is said when they are read, in the language that is spoken then.
    """
    environment.loader = _ShellLoader(folders)
    environment.globals.update(say=say, spoken=spoken, lang=_Words)
    return environment


class _ShellLoader(FileSystemLoader):
    """Reads the templates, and knows which files of the theme a site has beside its pages."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """Return a template with its words said, and Material's own with our changes."""
        source, path, is_current = super().get_source(environment, template)
        if template == "base.html":
            source = with_shell(source)
        return _SAID.sub(lambda found: say(found[1]), source), path, is_current

    def list_templates(self) -> list[str]:
        """Return the files of our own theme that stand for themselves; Material has thousands, for widgets that we leave out."""
        own = FileSystemLoader(self.searchpath[0]).list_templates()
        return [name for name in own if not name.startswith("components/") and not name.endswith(_IN_ONE_FILE)]


class _Words:
    """What Material's templates ask its catalogues for, as far as the skin shows it."""

    @staticmethod
    def t(key: str) -> str:
        """Return the language or the direction of the pages."""
        return {"language": spoken(), "direction": "ltr"}[key]
