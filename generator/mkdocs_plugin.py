"""The only module that knows MkDocs: it hands over finished HTML and receives Material's shell around it."""

from __future__ import annotations

import errno
import logging
import os
import shutil
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from mkdocs.commands import build as mkdocs_build
from mkdocs.commands import serve as mkdocs_serve
from mkdocs.config import config_options, load_config
from mkdocs.config.base import Config
from mkdocs.exceptions import Abort, BuildError, MkDocsException, PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.structure.toc import AnchorLink, TableOfContents

from generator.pages.page import Page
from generator.pipeline import Publication, finish, publish, rare_cyclic_collection, source_date, this_day
from generator.rendering.environment import Components
from generator.rendering.gallery import gallery_view
from generator.rendering.render import render
from generator.rendering.shell import ShellError, with_shell
from generator.search.error import SearchError
from generator.views.identity import around

if TYPE_CHECKING:
    from collections.abc import Callable

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page as MkDocsPage

    from generator.search.index import IndexReport
    from generator.views.blocks import PageView, Section

_LOGGER = logging.getLogger("mkdocs.plugins.mingzhang")
STYLESHEET = "assets/mingzhang.css"
# Stands for the page's own HTML while the shell is put around it, so that the shell's templates never copy it.
_CONTENT = "<!-- mingzhang:content -->"


class RefusedError(Abort):
    """The content has errors that stop publication; what was published before stays untouched."""

    def __init__(self, publication: Publication) -> None:
        """Take what was read and found."""
        found = "\n".join(str(finding) for finding in publication.report.findings)
        super().__init__(f"{found}\n公开文本有错误，没有生成网站；原来的网站没有改动。")
        self.publication = publication


class BuildFailedError(Exception):
    """The site could not be built for a reason that lies outside the content; the message is Chinese."""


class MingzhangOptions(Config):  # type: ignore[no-untyped-call]  # MkDocs leaves it untyped
    """What ``mkdocs.yml`` may say to the plugin."""

    content = config_options.Type(str, default="content")
    search = config_options.Type(bool, default=True)
    gallery = config_options.Type(bool, default=False)


class MingzhangPlugin(BasePlugin[MingzhangOptions]):  # type: ignore[no-untyped-call]  # likewise
    """Reads the content, makes every page of it, and lets MkDocs write them."""

    def __init__(self) -> None:
        """Begin with nothing read."""
        self.serving = False
        self.progress: Callable[[str], None] = lambda _: None
        self.announce: Callable[[Publication], None] = _log
        self.forget()

    def forget(self) -> None:
        """Let go of what an earlier build has made; MkDocs keeps one instance for all builds of a process."""
        self.publication: Publication | None = None
        self.index: IndexReport | None = None
        self.components: Components | None = None
        self.pages: dict[str, Page] = {}
        self.html: dict[str, str] = {}
        self.also: tuple[str, ...] = ()

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Learn whether this is a preview, which errors do not stop: whoever is mending them wants to see the rest."""
        self.serving = command == "serve"

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Read and check before MkDocs clears anything away, so that a refused build leaves the old site."""
        self.forget()
        theme = config.theme.custom_dir
        if theme is None:
            message = "mkdocs.yml 的 theme 里没有写 custom_dir，找不到明账的模板；请写“custom_dir: theme”。"
            raise PluginError(message)
        folder = self.content_folder(config)
        if not folder.is_dir():
            message = f"找不到内容文件夹 {folder}；请检查 mkdocs.yml 里 mingzhang 插件的 content。"
            raise PluginError(message)
        self.components = Components(Path(theme))
        self.progress("读取")
        try:
            today = this_day() if self.serving else source_date()
        except ValueError as error:
            raise PluginError(str(error)) from error
        publication = publish(folder, self.progress, today=today)
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
        """Leave the theme's own bundle out, and add our pages and our style sheet."""
        publication, components = self.ready()
        for file in list(files):
            own = Path(config.theme.custom_dir or "")
            from_theme = file.src_dir is not None and Path(file.src_dir) != Path(config.docs_dir)
            if from_theme and (
                Path(file.src_dir or "") != own or file.src_uri.startswith("components/") or file.src_uri.endswith("base.css")
            ):
                files.remove(file)
        files.append(File.generated(config, STYLESHEET, content=components.stylesheet()))
        statement = ["accessibility/"] if files.get_file_from_path("accessibility.md") else []
        gallery = [Page("gallery/", "组件一览", partial(gallery_view, components), ())] if self.config.gallery else []
        self.also = (*statement, *(page.address for page in gallery))
        for page in (*publication.pages, *gallery):
            source = f"{page.address.rstrip('/') or 'index'}.md"
            files.append(File.generated(config, source, content="", inclusion=InclusionLevel.NOT_IN_NAV))
            self.pages[source] = page
        return files

    def on_page_markdown(self, markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str | None:
        """Give our pages their titles; they have no Markdown."""
        own = self.pages.get(page.file.src_uri)
        if own is None:
            return None
        page.meta = {"title": own.title}
        return ""

    def on_page_context(self, context: Any, *, page: MkDocsPage, config: MkDocsConfig, nav: Any) -> Any:
        """Render the page's own HTML, and tell the shell its table of contents and description."""
        own = self.pages.get(page.file.src_uri)
        view = view_of(own) if own is not None else None
        context |= around(self.ready()[0].corpus.site, view, str(page.title), page.canonical_url or page.url, self.also)
        if own is None or view is None:
            return context
        page.meta = {"title": view.title, "description": view.description}
        page.toc = TableOfContents([_anchor_link(section, 1) for section in view.sections])
        page.content = _CONTENT
        self.html[page.file.src_uri] = render(view, own.address, self.ready()[1])
        return context

    def on_template_context(self, context: Any, *, template_name: str, config: MkDocsConfig) -> Any:
        """Give pages that are templates of their own, such as 404, the same site."""
        return context | around(self.ready()[0].corpus.site, None, "没有这一页", "", self.also)

    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:
        """Put our HTML where its mark stands in the finished shell."""
        self.progress("页面")
        output = with_shell(output)
        html = self.html.pop(page.file.src_uri, None)
        return output if html is None else output.replace(_CONTENT, html, 1)

    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Clear the shell of template pages as well."""
        return with_shell(output_content) if template_name.endswith(".html") else output_content

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write what needs the finished site."""
        if self.config.search:
            self.progress("索引")
            self.index = finish(Path(config.site_dir), self.ready()[0])

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
        """Build again whenever a source, a template or a style sheet changes."""
        server.watch(str(self.content_folder(config)))
        server.watch(str(config.theme.custom_dir))
        return server

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


def _anchor_link(section: Section, level: int) -> AnchorLink:
    link = AnchorLink(section.heading, section.anchor, level)
    link.children = [_anchor_link(part, level + 1) for part in section.sections]
    return link


def build_site(config_file: str, progress: Callable[[str], None]) -> tuple[Publication, IndexReport | None, Path]:
    """Build the site beside the published one and put it in its place; return what was published, and where.

    Raises RefusedError for errors in the content and BuildFailedError for anything else; the published site is then as it was.
    """
    target = Path(_loaded(config_file).site_dir)
    staging = target.with_name(f".{target.name}-{os.getpid()}")
    config = _loaded(config_file, site_dir=str(staging))
    plugin = plugin_of(config)
    plugin.progress = progress
    config.plugins.on_startup(command="build", dirty=False)
    try:
        with rare_cyclic_collection():
            mkdocs_build.build(config)
        _put_in_place(staging, target)
    except RefusedError:
        raise
    except (MkDocsException, SearchError, ShellError) as error:
        raise BuildFailedError(str(_first_cause(error))) from error
    finally:
        config.plugins.on_shutdown()
        shutil.rmtree(staging, ignore_errors=True)
    return plugin.ready()[0], plugin.index, target


def _loaded(config_file: str, **settings: str) -> MkDocsConfig:
    if not Path(config_file).is_file():
        message = f"找不到网站配置文件 {config_file}；请在网站文件夹里运行，或者用 -f 指明。"
        raise BuildFailedError(message)
    try:
        return load_config(config_file, **settings)
    except MkDocsException as error:
        message = f"网站配置文件 {config_file} 有误：{error}"
        raise BuildFailedError(message) from error


def plugin_of(config: MkDocsConfig) -> MingzhangPlugin:
    """Return our plugin of a loaded configuration."""
    plugin = config.plugins.get("mingzhang")
    if not isinstance(plugin, MingzhangPlugin):
        message = f"网站配置文件 {config.config_file_path} 的 plugins 里没有 mingzhang。"
        raise BuildFailedError(message)
    return plugin


def _first_cause(error: BaseException) -> BaseException:
    """Return what a plugin raised, which MkDocs replaces by its own word for giving up."""
    return error.__context__ if isinstance(error, Abort) and isinstance(error.__context__, BuildError) else error


def _put_in_place(staging: Path, target: Path) -> None:
    old = target.with_name(f".{target.name}-old")
    shutil.rmtree(old, ignore_errors=True)
    if target.exists():
        target.rename(old)
    staging.rename(target)
    shutil.rmtree(old, ignore_errors=True)


def serve_site(config_file: str, address: str, announce: Callable[[Publication], None]) -> None:
    """Show the site at ``address`` and build it again on every change, until interrupted; ``announce`` is told of each reading.

    Errors in the content do not stop it. Raises BuildFailedError for anything else that keeps the preview from starting.
    """
    plugin_of(_loaded(config_file)).announce = announce
    try:
        mkdocs_serve.serve(config_file=config_file, dev_addr=address)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            message = f"地址 {address} 已经有别的程序在用；请用 -a 换一个端口，如 -a 127.0.0.1:8001。"
            raise BuildFailedError(message) from error
        raise
    except (MkDocsException, SearchError, ShellError) as error:
        raise BuildFailedError(str(_first_cause(error))) from error


def content_folder(config_file: str) -> Path:
    """Return the content folder that ``mkdocs.yml`` names."""
    config = _loaded(config_file)
    return plugin_of(config).content_folder(config)
