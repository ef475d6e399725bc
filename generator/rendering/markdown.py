"""Running text becomes HTML: Markdown without raw HTML, without images, with the glossary's terms linked."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup

from generator.rendering.escaping import as_markup, escaped_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.views.blocks import Prose

# An image in a text would be fetched from wherever it says.
_MARKDOWN = MarkdownIt("commonmark", {"html": False}).enable("table").disable(["image", "html_block", "html_inline", "lheading"])
# One line that begins with a Chinese character, its punctuation or a number that begins no list,
# and holds nothing that Markdown could take for a mark.
_PLAIN = re.compile(r"(?:[\u4e00-\u9fff“《（]|[0-9]+(?![0-9.)]))[^\\`*_\[\]<>&!~|\n\r\t\"']*(?<!\s)")
_ALIGNED = {"text-align:left": "start", "text-align:center": "center", "text-align:right": "end"}
_SAFE_SCHEMES = ("http://", "https://", "mailto:", "tel:", "#")


def _is_safe(address: str) -> bool:
    return address.lower().startswith(_SAFE_SCHEMES)


# Replacing the method is markdown-it's own way to narrow what may be linked; the types know only the class's.
setattr(_MARKDOWN, "validateLink", _is_safe)  # noqa: B010


def render_markdown(prose: Prose, base: str) -> Markup:
    """Return the text as HTML. ``base`` leads from the page to the site's root; links out of the site keep their address.

    Raw HTML comes out as text; a link that is no web, mail or telephone address stays text.
    """
    if _PLAIN.fullmatch(prose.text):
        return as_markup(_paragraph(prose, base))
    tokens = _MARKDOWN.parse(prose.text)
    waiting = list(prose.terms)
    for token in tokens:
        if token.type == "inline" and token.children:
            token.children = list(_with_terms(token.children, waiting, base))
        elif token.type in ("heading_open", "heading_close"):
            # A text's own headings would break the outline of the page that it stands in.
            token.tag, token.attrs = "p", {"class": "heading"} if token.nesting > 0 else {}
        elif token.type in ("th_open", "td_open") and "style" in token.attrs:
            # A page without inline styles can be served under a policy that forbids them.
            token.attrs = {"class": _ALIGNED[str(token.attrs["style"])]}
    # markdown-it escapes everything that it was given; its output is the only HTML that is not escaped again.
    return Markup(_MARKDOWN.renderer.render(tokens, _MARKDOWN.options, {}))  # noqa: S704 - see the line above


def _paragraph(prose: Prose, base: str) -> str:
    """Return what markdown-it returns for a text that holds no mark of Markdown, twenty times faster; a test compares the two."""
    html, rest = "", prose.text
    for words, address in prose.terms:
        before, found, after = rest.partition(words)
        if not found:
            break
        html += f'{escaped_text(before)}<a class="term" href="{escaped_text(base + address)}">{escaped_text(words)}</a>'
        rest = after
    return f"<p>{html}{escaped_text(rest)}</p>\n"


def _with_terms(children: list[Token], waiting: list[tuple[str, str]], base: str) -> Iterator[Token]:
    """Yield the tokens of a line, each waiting term linked where it first stands outside another link."""
    inside_link = 0
    for child in children:
        inside_link += child.nesting if child.type.startswith("link_") else 0
        if child.type != "text" or inside_link or not waiting:
            yield child
            continue
        rest = child.content
        while found := min(((at, term) for term in waiting if (at := rest.find(term[0])) >= 0), default=None):
            at, (words, address) = found
            waiting.remove((words, address))
            yield _text(rest[:at])
            opening = Token("link_open", "a", 1, attrs={"class": "term", "href": f"{base}{address}"})
            yield from (opening, _text(words), Token("link_close", "a", -1))
            rest = rest[at + len(words) :]
        yield _text(rest)


def _text(content: str) -> Token:
    return Token("text", "", 0, content=content)
