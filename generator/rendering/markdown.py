"""Running text becomes HTML: Markdown without raw HTML, without images, with the glossary's terms linked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.views.blocks import Prose

# An image in a text would be fetched from wherever it says, and Markdown's headings would break the page's outline.
_MARKDOWN = MarkdownIt("commonmark", {"html": False}).enable("table").disable(["image", "html_block", "html_inline", "heading", "lheading"])
_SAFE_SCHEMES = ("http://", "https://", "mailto:", "tel:", "#")


def _is_safe(address: str) -> bool:
    return address.lower().startswith(_SAFE_SCHEMES)


_MARKDOWN.validateLink = _is_safe  # type: ignore[method-assign]  # the documented way to narrow what may be linked


def render_markdown(prose: Prose, base: str) -> Markup:
    """Return the text as HTML. ``base`` leads from the page to the site's root; links out of the site keep their address.

    Raw HTML comes out as text; a link that is no web, mail or telephone address stays text.
    """
    tokens = _MARKDOWN.parse(prose.text)
    waiting = list(prose.terms)
    for token in tokens:
        if token.type == "inline" and token.children:
            token.children = list(_with_terms(token.children, waiting, base))
    # markdown-it escapes everything that it was given; its output is the only HTML that is not escaped again.
    return Markup(_MARKDOWN.renderer.render(tokens, _MARKDOWN.options, {}))


def _with_terms(children: list[Token], waiting: list[tuple[str, str]], base: str) -> Iterator[Token]:
    """Yield the tokens of a line, each waiting term linked where it first stands outside another link."""
    inside_link = 0
    for child in children:
        inside_link += child.nesting if child.type.startswith("link_") else 0
        if child.type != "text" or inside_link or not waiting:
            yield child
            continue
        rest = child.content
        while waiting:
            at = rest.find(waiting[0][0])
            if at < 0:
                break
            words, address = waiting.pop(0)
            yield _text(rest[:at])
            opening = Token("link_open", "a", 1, attrs={"class": "term", "href": f"{base}{address}"})
            yield from (opening, _text(words), Token("link_close", "a", -1))
            rest = rest[at + len(words) :]
        yield _text(rest)


def _text(content: str) -> Token:
    return Token("text", "", 0, content=content)
