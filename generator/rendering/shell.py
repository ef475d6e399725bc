"""What Material's base.html hard-codes outside any block, and what stands there instead.

Each change is a text that must be found exactly once: a new release of Material that writes it otherwise fails the build
(and a test) instead of quietly bringing its widgets back.
"""

from __future__ import annotations

import re

from generator.views.language import say

_CHANGES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r'<input class="md-toggle" data-md-toggle="drawer"[^>]*>'), ""),
    (re.compile(r'<input class="md-toggle" data-md-toggle="search"[^>]*>'), ""),
    (re.compile(r'<label class="md-overlay" for="__drawer"></label>'), ""),
    # Material links to the first heading, and on a page without headings to nothing.
    (re.compile(r'<div data-md-component="skip">.*?</div>', re.DOTALL), '<a class="skip-link" href="#main">{skip}</a>'),
    (re.compile(r'<div data-md-component="announce">\s*</div>'), ""),
    (re.compile(r'<main class="md-main" data-md-component="main">'), '<main class="main" id="main" tabindex="-1">'),
    (re.compile(r'<div class="md-main__inner md-grid">'), '<div class="main__inner">'),
    (re.compile(r'<div class="md-container" data-md-component="container">'), '<div class="container">'),
    (re.compile(r'<div class="md-dialog" data-md-component="dialog">\s*<div class="md-dialog__inner md-typeset"></div>\s*</div>'), ""),
)
_BLANK_LINES = re.compile(r"\n\s*\n+")


class ShellError(Exception):
    """Material's templates no longer say what we replace."""


def with_shell(output: str) -> str:
    """Return a page of Material's templates without the parts of its widgets that no block reaches."""
    for pattern, replacement in _CHANGES:
        output, count = pattern.subn(replacement.replace("{skip}", say("跳到正文")), output)
        if count != 1:
            message = f"Material 的模板变了：应当正好有一处 {pattern.pattern}，实际有 {count} 处"
            raise ShellError(message)
    return _BLANK_LINES.sub("\n", output)
