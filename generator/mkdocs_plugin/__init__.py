"""The only package that knows MkDocs: it hands over finished HTML and receives Material's shell around it."""

from __future__ import annotations

import logging
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.exceptions import Abort, BuildError, PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.structure.toc import AnchorLink, TableOfContents

from generator.mkdocs_plugin.finished_page import FinishedPage
from generator.mkdocs_plugin.replacement import Replacement
from generator.mkdocs_plugin.speaking import reason, speak_chinese
from generator.pages.page import Page
from generator.pipeline import (
    Publication,
    begin_index,
    export,
    finish,
    publish,
    publish_alone,
    rare_cyclic_collection,
    source_date,
    this_day,
)
from generator.rendering.environment import Components, TemplateMismatchError, fault_of_template
from generator.rendering.gallery import gallery_view
from generator.rendering.head import head_by_hand, head_of, site_tags
from generator.rendering.on_disk import with_files_named
from generator.rendering.policy import policy
from generator.rendering.render import base_of, render
from generator.rendering.shell import ShellError, shell_environment, without_blank_lines
from generator.rendering.tongues import with_tongues
from generator.search.error import SearchError
from generator.views.identity import OFFERED, around
from generator.views.language import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page as MkDocsPage

    from generator.pipeline import Edition
    from generator.search.index import IndexReport
    from generator.search.indexing import Indexing
    from generator.views.blocks import PageView

_LOGGER = logging.getLogger("mkdocs.plugins.mingzhang")
STYLESHEET = "assets/mingzhang.css"
SCRIPT = "assets/mingzhang.js"
# What goes wrong for reasons outside the content, with a message in Chinese or one that the system has words for.
_FAILURES = (BuildError, SearchError, ShellError, TemplateMismatchError, OSError)
# Stands for the page's own HTML while the shell is put around it, so that the shell's templates never copy it.
_CONTENT = "<!-- mingzhang:content -->"


class RefusedError(Abort):
    """The content has errors that stop publication; what was published before stays untouched."""

    def __init__(self, publication: Publication) -> None:
        """Take what was read and found."""
        found = "\n".join(str(finding) for finding in publication.report.findings)
        super().__init__(f"{found}\n公开文本有错误，没有生成网站；原来的网站没有改动。")
        self.publication = publication


class MingzhangOptions(Config):  # type: ignore[no-untyped-call]  # MkDocs leaves it untyped
    """What ``mkdocs.yml`` may say to the plugin."""

    content = config_options.Type(str, default="content")
    search = config_options.Type(bool, default=True)
    exports = config_options.Type(bool, default=True)
    gallery = config_options.Type(bool, default=False)


class MingzhangPlugin(BasePlugin[MingzhangOptions]):  # type: ignore[no-untyped-call]  # likewise
    """Reads the content, makes every page of it, and lets MkDocs write them."""

    def __init__(self) -> None:
        """Begin with nothing read."""
        self.serving = False
        self.building = ExitStack()
        self.edition: Edition | None = None
        self.published: Path | None = None
        """A site, or its list of hashes, of which no address may be lost, in place of the one that is replaced."""
        self.progress: Callable[[str], None] = lambda _: None
        self.announce: Callable[[Publication], None] = _log
        self.forget()

    def forget(self) -> None:
        """Let go of what an earlier build has made; MkDocs keeps one instance for all builds of a process."""
        self.publication: Publication | None = None
        self.indexing: Indexing | None = None
        self.index: IndexReport | None = None
        self.components: Components | None = None
        self.pages: dict[str, Page] = {}
        self.html: dict[str, str] = {}
        self.also: tuple[str, ...] = ()
        self.by_hand: list[str] = []
        self.replacement: Replacement | None = None

    def load_config(self, options: dict[str, Any], config_file_path: str | None = None) -> tuple[list[Any], list[Any]]:
        """Read the plugin's own options; from now on MkDocs speaks Chinese, also of the rest of its configuration."""
        speak_chinese(config_file_path)
        return super().load_config(options, config_file_path)

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Learn whether this is a preview, which errors do not stop: whoever is mending them wants to see the rest."""
        self.serving = command == "serve"
        if not self.serving:
            self.building.enter_context(rare_cyclic_collection())

    def on_shutdown(self) -> None:
        """End what is for one command alone."""
        self.building.close()

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Begin a site beside the published one, read and check."""
        self.forget()
        if not self.serving and self.edition is None:
            self.replacement = Replacement(config, self.published)
        theme = config.theme.custom_dir
        if theme is None:
            message = "mkdocs.yml 的 theme 里没有写 custom_dir，找不到明账的模板；请写“custom_dir: theme”。"
            raise PluginError(message)
        folder = self.content_folder(config)
        if not folder.is_dir():
            message = f"找不到内容文件夹 {folder}；请检查 mkdocs.yml 里 mingzhang 插件的 content。"
            raise PluginError(message)
        self.components = Components(Path(theme))
        made, folders = type(config.theme).get_env, config.theme.dirs
        config.theme.get_env = lambda: shell_environment(made(config.theme), folders)  # type: ignore[method-assign]  # MkDocs has no other way
        self.progress("读取")
        try:
            today = this_day() if self.serving else source_date()
        except ValueError as error:
            raise PluginError(str(error)) from error
        if self.edition:
            publication = publish_alone(folder, self.edition, self.progress, exports=self.config.exports)
            # Its links would be those of a server's root.
            config.theme.static_templates -= {"404.html"}
        else:
            publication = publish(folder, self.progress, today=today, exports=self.config.exports)
        self.publication = publication
        if self.serving:
            self.announce(publication)
        elif publication.stopped:
            raise RefusedError(publication)
        # The sitemap's dates would be the clock's; Material's own page not found is replaced by ours.
        config.theme.static_templates -= {"sitemap.xml"}

    def content_folder(self, config: MkDocsConfig) -> Path:
        """Return the content folder, which stands beside ``mkdocs.yml`` unless the option is an absolute path."""
        return Path(config.config_file_path or ".").parent / self.config.content

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add our pages, our style sheet and our script."""
        publication, components = self.ready()
        files.append(File.generated(config, STYLESHEET, content=components.stylesheet()))
        files.append(File.generated(config, SCRIPT, content=components.script()))
        statement = ["accessibility/"] if files.get_file_from_path("accessibility.md") else []
        gallery = [Page("gallery/", say("组件一览"), partial(gallery_view, components), ())] if self.config.gallery else []
        self.also = (*statement, *(page.address for page in (*publication.pages, *gallery) if page.address in OFFERED))
        for page in (*publication.pages, *gallery):
            source = f"{page.address.rstrip('/') or 'index'}.md"
            files.append(File.generated(config, source, content="", inclusion=InclusionLevel.NOT_IN_NAV))
            self.pages[source] = page
        others = (file.url for file in files.documentation_pages() if file.src_uri not in self.pages)
        self.by_hand = [address.removeprefix("./") for address in others]
        if self.config.exports:
            self.progress("数据")
            export(Path(config.site_dir), publication, self.by_hand, config.site_url or "")
        if self.config.search:
            self.indexing = begin_index(Path(config.site_dir), publication)
        return files

    def on_nav(self, nav: Any, *, config: MkDocsConfig, files: Files) -> Any:
        """Say the menu, and keep our pages from MkDocs' own reading and rendering; the few in the menu have titles there, and stay."""
        for item in nav.items:
            # mkdocs.yml words it in Chinese, and the titles of its pages with it.
            if item.title:
                item.title = say(item.title)
        named = {page.file.src_uri for page in nav.pages}
        for source in self.pages.keys() - named:
            file = files.get_file_from_path(source)
            if file is not None:
                FinishedPage(None, file, config)
        return nav

    def on_page_markdown(self, markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str | None:
        """Give our pages their titles; they have no Markdown."""
        own = self.pages.get(page.file.src_uri)
        if own is None:
            return None
        page.meta = {"title": own.title}
        return ""

    def on_page_context(self, context: Any, *, page: MkDocsPage, config: MkDocsConfig, nav: Any) -> Any:
        """Render the page's own HTML, and tell the shell its table of contents and description."""
        publication, components = self.ready()
        site, base_url = publication.corpus.site, config.site_url or ""
        own = self.pages.get(page.file.src_uri)
        view = view_of(own) if own is not None else None
        context |= around(site, str(page.title), page.canonical_url or page.url, self.also)
        context |= {"written_by_hand": own is None, "site_tags": site_tags(site, base_url), "policy": self.policy_of(page.url)}
        if own is None or view is None:
            context["head"] = head_by_hand(str(page.title), str(page.meta.get("description", "")), page.url, site, base_url)
            return context
        if self.indexing:
            self.indexing.take(own.address, view)
        moved_to = view.moved_to and base_of(own.address) + view.moved_to
        lasting = base_url + view.moved_to if view.moved_to and base_url else moved_to
        page.meta = {"title": view.title, "description": view.description, "moved_to": moved_to, "lasting": lasting}
        page.toc = TableOfContents([AnchorLink(section.heading, section.anchor, 1) for section in view.sections])
        page.content = _CONTENT
        context["head"] = head_of(view, own.address, site, base_url, feed=f"{own.address}feed.xml" in publication.files)
        self.html[page.file.src_uri] = render(view, own.address, components)
        return context

    def on_template_context(self, context: Any, *, template_name: str, config: MkDocsConfig) -> Any:
        """Give pages that are templates of their own, such as 404, the same site."""
        site = self.ready()[0].corpus.site
        context |= around(site, say("没有这一页"), "", self.also)
        return context | {"site_tags": site_tags(site, config.site_url or ""), "policy": self.policy_of(template_name)}

    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:
        """Put our HTML where its mark stands in the finished shell."""
        self.progress("页面")
        output = without_blank_lines(output)
        html = self.html.pop(page.file.src_uri, None)
        output = with_tongues(output if html is None else output.replace(_CONTENT, html, 1))
        return with_files_named(output) if self.edition else output

    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Clear the shell of template pages as well."""
        return with_tongues(without_blank_lines(output_content)) if template_name.endswith(".html") else output_content

    @event_priority(-100)  # What other plugins add belongs to the site.
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write what needs the finished site, and put it in place."""
        self.progress("索引")
        self.index = finish(Path(config.site_dir), self.ready()[0], self.indexing)
        if self.replacement:
            self.replacement.finish(self.by_hand)

    def on_build_error(self, *, error: Exception) -> None:
        """Leave nothing at work behind, and the published site as it was.

        Raises Abort with the reason where there is one to say; what is left is a fault of ours.
        """
        self.abandon()
        said = reason(error) if isinstance(error, _FAILURES) else fault_of_template(error)
        if said:
            raise Abort(said) from error

    def abandon(self) -> None:
        """End what is at work; does nothing after a finished build."""
        if self.indexing:
            self.indexing.abandon()
        if self.replacement:
            self.replacement.abandon()

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
        """Build again whenever a source, a template or a style sheet changes."""
        server.watch(str(self.content_folder(config)))
        server.watch(str(config.theme.custom_dir))
        return server

    def policy_of(self, address: str) -> str:
        """Return a page's policy; none for a preview, whose reloading MkDocs writes into the page."""
        return "" if self.serving else policy(address, on_disk=self.edition is not None)

    def ready(self) -> tuple[Publication, Components]:
        """Return what ``on_pre_build`` has made; MkDocs calls it before everything else."""
        if self.publication is None or self.components is None:
            message = "内容还没有读取"
            raise PluginError(message)
        return self.publication, self.components


def _log(publication: Publication) -> None:
    """Say what was found through MkDocs' own log, as ``mkdocs serve`` does everything."""
    for finding in publication.report.findings:
        _LOGGER.warning("%s", finding)


def view_of(page: Page) -> PageView:
    """Return what a page shows, made now and kept by nobody."""
    return page.view()
