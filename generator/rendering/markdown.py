"""Running text becomes HTML: Markdown without raw HTML, without images, with the glossary's terms linked."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from markdown_it.token import Token

from generator.rendering.escaping import escaped_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.views.blocks import Prose

# An image in a text would be fetched from wherever it says.
_MARKDOWN = MarkdownIt("commonmark", {"html": False}).enable("table").disable(["image", "html_block", "html_inline", "lheading"])
# A line that begins with a Chinese character, its punctuation or a number that begins no list,
# and holds nothing that Markdown could take for a mark.
_LINE = r"(?:[\u4e00-\u9fff“《（]|[0-9]+(?![0-9.)]))[^\\`*_\[\]<>&!~|\n\r\t\"']*(?<!\s)"
_ITEMS = rf"- {_LINE}(?:\n- {_LINE})*"
_PARAGRAPH = rf"{_LINE}(?:\n\n?{_ITEMS})?"
# Such lines alone, as paragraphs and as items: what nearly all texts are. Items after items, with nothing between, are another list.
_PLAIN = re.compile(rf"(?:{_PARAGRAPH}|{_ITEMS})(?:\n\n{_PARAGRAPH})*")
_ALIGNED = {"text-align:left": "start", "text-align:center": "center", "text-align:right": "end"}
_SAFE_SCHEMES = ("http://", "https://", "mailto:", "tel:", "#")


def _is_safe(address: str) -> bool:
    return address.lower().startswith(_SAFE_SCHEMES)


# Replacing the method is markdown-it's own way to narrow what may be linked; the types know only the class's.
setattr(_MARKDOWN, "validateLink", _is_safe)  # noqa: B010


def render_markdown(prose: Prose, base: str) -> str:
    """Return the text as HTML. ``base`` leads from the page to the site's root; links out of the site keep their address.

    Raw HTML comes out as text; a link that is no web, mail or telephone address stays text.
    """
    return _rendered(prose.text, prose.terms, base)


@lru_cache(maxsize=1 << 10)
def _rendered(text: str, terms: tuple[tuple[str, str], ...], base: str) -> str:
    """Return the HTML of a text; the explanations of terms stand on most pages."""
    return (_plain if _PLAIN.fullmatch(text) else _marked)(text, terms, base)


def _marked(text: str, terms: Iterable[tuple[str, str]], base: str) -> str:
    """Return what markdown-it makes of a text."""
    tokens = _MARKDOWN.parse(text)
    waiting = list(terms)
    for token in tokens:
        if token.type == "inline" and token.children:
            token.children = list(_with_terms(token.children, waiting, base))
        elif token.type in ("heading_open", "heading_close"):
            # A text's own headings would break the outline of the page that it stands in.
            token.tag, token.attrs = "p", {"class": "heading"} if token.nesting > 0 else {}
        elif token.type in ("th_open", "td_open") and "style" in token.attrs:
            # A page without inline styles can be served under a policy that forbids them.
            token.attrs = {"class": _ALIGNED[str(token.attrs["style"])]}
    # markdown-it escapes everything that it was given.
    return str(_MARKDOWN.renderer.render(tokens, _MARKDOWN.options, {}))


def _plain(text: str, terms: Iterable[tuple[str, str]], base: str) -> str:
    """Return what markdown-it makes of a text without marks but those of items, fifty times faster; a test compares the two."""
    waiting = list(terms)
    html, inside = "", False
    for line in text.split("\n"):
        item = line.startswith("- ")
        if line and item != inside:
            html += "<ul>\n" if item else "</ul>\n"
            inside = item
        if item:
            html += f"<li>{_linked(line[2:], waiting, base)}</li>\n"
        elif line:
            html += f"<p>{_linked(line, waiting, base)}</p>\n"
    return f"{html}</ul>\n" if inside else html


def _linked(line: str, waiting: list[tuple[str, str]], base: str) -> str:
    """Return a line, each waiting term linked where it first stands."""
    html = ""
    while waiting and (found := _first(line, waiting)):
        at, (words, address) = found
        waiting.remove((words, address))
        html += f'{escaped_text(line[:at])}<a class="term" href="{escaped_text(base + address)}">{escaped_text(words)}</a>'
        line = line[at + len(words) :]
    return html + escaped_text(line)


def _first(text: str, waiting: Iterable[tuple[str, str]]) -> tuple[int, tuple[str, str]] | None:
    """Return the waiting term that stands first in a text, and where."""
    return min(((at, term) for term in waiting if (at := text.find(term[0])) >= 0), default=None)


def _with_terms(children: list[Token], waiting: list[tuple[str, str]], base: str) -> Iterator[Token]:
    """Yield the tokens of a line, each waiting term linked where it first stands outside another link."""
    inside_link = 0
    for child in children:
        inside_link += child.nesting if child.type.startswith("link_") else 0
        if child.type != "text" or inside_link or not waiting:
            yield child
            continue
        rest = child.content
        while found := _first(rest, waiting):
            at, (words, address) = found
            waiting.remove((words, address))
            yield _text(rest[:at])
            opening = Token("link_open", "a", 1, attrs={"class": "term", "href": f"{base}{address}"})
            yield from (opening, _text(words), Token("link_close", "a", -1))
            rest = rest[at + len(words) :]
        yield _text(rest)


def _text(content: str) -> Token:
    return Token("text", "", 0, content=content)
