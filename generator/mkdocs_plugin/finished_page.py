"""A page for MkDocs that has no Markdown: its HTML is put into the finished shell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import TableOfContents

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files


class FinishedPage(MkDocsPage):
    """A page that is neither read nor rendered by MkDocs, which would make a Markdown parser for each."""

    def read_source(self, config: MkDocsConfig) -> None:
        """Have no source."""
        self.markdown, self.meta = "", {}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Have no content of MkDocs' own."""
        self.content, self.toc, self.present_anchor_ids = "", TableOfContents([]), set()
