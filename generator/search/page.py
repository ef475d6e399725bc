"""The page that Pagefind reads in place of the published one: only what is to be found, already in tokens."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from generator.search.codes import further_words
from generator.search.tokens import index_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.search.document import SearchDocument, SearchSection


def index_page(document: SearchDocument) -> str:
    """Return the HTML of one document for the indexer; no reader ever sees it."""
    return "\n".join(
        (
            "<!doctype html>",
            "<html><head><meta charset='utf-8'></head><body data-pagefind-body>",
            f"<h1>{_tokens(document.title)}</h1>",
            *_facets(document),
            *_codes(document),
            *(line for section in document.sections for line in _section(section)),
            "</body></html>\n",
        )
    )


def _facets(document: SearchDocument) -> Iterator[str]:
    # The attribute form: a filter taken from an element's text would show its tokens to the reader.
    for name, value in sorted(document.facets.items()):
        yield f'<div data-pagefind-filter="{escape(name)}[data-value]" data-value="{escape(value)}"></div>'


def _codes(document: SearchDocument) -> Iterator[str]:
    # Metadata is searched but never part of an excerpt.
    texts = (text for section in document.sections for text in (section.heading, *section.texts))
    if found := further_words((document.title, *texts)):
        yield f'<div data-pagefind-meta="codes[data-value]" data-value="{escape(" ".join(found))}"></div>'


def _section(section: SearchSection) -> Iterator[str]:
    if section.anchor:
        yield f'<h2 id="{escape(section.anchor)}">{_tokens(section.heading)}</h2>'
    for text in section.texts:
        if tokens := _tokens(text):
            yield f"<p>{tokens}</p>"


def _tokens(text: str) -> str:
    return escape(index_text(text))
