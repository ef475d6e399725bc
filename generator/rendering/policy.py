"""What a page may load and run, as its Content-Security-Policy: our own files, and nothing that is written on the page itself."""

from __future__ import annotations

_EVERY_PAGE = ("default-src 'none'", "base-uri 'none'", "img-src {own}", "style-src {own}")
# The box in the header offers names, which it fetches.
_READING = ("connect-src {own}", "form-action {own}", "script-src {own}")
# Pagefind is WebAssembly; it fetches the parts of its index, and asks them in a worker.
_SEARCHING = ("connect-src {own}", "form-action {own}", "script-src {own} 'wasm-unsafe-eval'", "worker-src {own}")
_SEARCH = "search/"


def policy(address: str, *, on_disk: bool) -> str:
    """Return the policy of the page at ``address``; the search page alone may run WebAssembly.

    A site that is opened ``on_disk`` has no server that would be “self” to every browser: files may use files.
    """
    own = "'self' file:" if on_disk else "'self'"
    parts = (*_EVERY_PAGE, *(_SEARCHING if address == _SEARCH else _READING))
    return "; ".join(part.format(own=own) for part in parts)
