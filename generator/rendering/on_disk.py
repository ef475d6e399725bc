"""Pages that are opened from a folder: no server turns ``2021/`` into ``2021/index.html`` there, so every link says it itself."""

from __future__ import annotations

import re

_LINK = re.compile(r'(<(?:a|link|form|area)\b[^<>]*?\s(?:href|action)="|<meta http-equiv="refresh" content="0; url=)([^"]*)(")')
_ELSEWHERE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//|#|\?")


def with_files_named(html: str) -> str:
    """Return a page whose links to folders of the site lead to the ``index.html`` in them."""
    return _LINK.sub(lambda match: f"{match[1]}{_named(match[2])}{match[3]}", html)


def _named(address: str) -> str:
    if _ELSEWHERE.match(address):
        return address
    path, mark, anchor = address.partition("#")
    if path in (".", "..") or path.endswith(("/.", "/..")):
        path += "/"
    return f"{path}index.html{mark}{anchor}" if path.endswith("/") or not path else address
