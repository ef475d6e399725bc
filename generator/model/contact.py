"""Where a site can be written to: a mail address, or the web address of a form."""

from __future__ import annotations

import re

_MAIL = re.compile(r"[^@\s/?#:&%]+@[^@\s/?#:&%]+\.[^@\s/?#:&%]+")
_FORM = re.compile(r"https?://[^\s/]+(/\S*)?")


def is_mail(target: str) -> bool:
    """Return whether a text is one mail address and nothing else."""
    return _MAIL.fullmatch(target) is not None


def is_form(target: str) -> bool:
    """Return whether a text is the whole address of a page on the web."""
    return _FORM.fullmatch(target) is not None
