"""MkDocs' own commands, run in a website folder: build the site, build one fiscal year alone, and serve a preview."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.commands import build as mkdocs_build
from mkdocs.commands import serve as mkdocs_serve
from mkdocs.exceptions import MkDocsException
from mkdocs.utils.yaml import yaml_load

from generator.archive.sources import WebsiteFolder
from generator.mkdocs_plugin import MingzhangPlugin, RefusedError
from generator.mkdocs_plugin.configuration import ConfigurationFaultError, load_configuration

if TYPE_CHECKING:
    from collections.abc import Callable

    from mkdocs.config.defaults import MkDocsConfig

    from generator.pipeline import Edition, Publication
    from generator.search.index import IndexReport


class BuildFailedError(Exception):
    """The site could not be built for a reason that lies outside the content; the message is Chinese."""


def build_site(
    config_file: str, progress: Callable[[str], None], published: Path | None = None
) -> tuple[Publication, IndexReport | None, Path]:
    """Build the site beside the published one and put it in its place; return what was published, and where.

    No address may be lost of the site ``published`` (its folder, or its list of hashes), by default the one that is replaced.
    Raises RefusedError for errors in the content and BuildFailedError for anything else; the published site is then as it was.
    """
    config = _loaded(config_file)
    if published and not published.exists():
        message = f"没有这个文件或文件夹：{published}"
        raise BuildFailedError(message)
    plugin_of(config).published = published
    plugin = _built(config, progress)
    return plugin.ready()[0], plugin.index, Path(config.site_dir)


def build_edition(sources: Path, edition: Edition, site: Path, progress: Callable[[str], None], *, search: bool = True) -> Publication:
    """Build the site of one fiscal year alone from a copied website folder; the errors are those of ``build_site``."""
    website = WebsiteFolder.copied_to(sources.resolve())  # MkDocs takes relative paths from the configuration's own folder.
    written = _written(website.config).get("theme")
    theme = {**written, "custom_dir": str(website.theme)} if isinstance(written, dict) else written
    config = _loaded(str(website.config), site_dir=str(site), docs_dir=str(website.pages), theme=theme, site_url="")
    plugin = plugin_of(config)
    plugin.config.content, plugin.config.search, plugin.edition = str(website.content), search, edition
    return _built(config, progress).ready()[0]


def _built(config: MkDocsConfig, progress: Callable[[str], None]) -> MingzhangPlugin:
    plugin = plugin_of(config)
    plugin.progress = progress
    config.plugins.on_startup(command="build", dirty=False)
    try:
        mkdocs_build.build(config)
    except RefusedError:
        raise
    except MkDocsException as error:
        raise BuildFailedError(str(error)) from error
    finally:
        plugin.abandon()  # Of an interruption MkDocs tells nobody.
        # MkDocs keeps one instance for all builds of a process; the next one is a site like any other.
        plugin.edition = plugin.published = None
        config.plugins.on_shutdown()
    return plugin


def _loaded(config_file: str, **settings: Any) -> MkDocsConfig:
    if not Path(config_file).is_file():
        message = f"找不到网站配置文件 {config_file}；请在网站文件夹里运行，或者用 -f 指明。"
        raise BuildFailedError(message)
    try:
        return load_configuration(config_file, **settings)
    except ConfigurationFaultError as error:
        raise BuildFailedError(str(error)) from error


def plugin_of(config: MkDocsConfig) -> MingzhangPlugin:
    """Return our plugin of a loaded configuration."""
    plugin = config.plugins.get("mingzhang")
    if not isinstance(plugin, MingzhangPlugin):
        message = f"网站配置文件 {config.config_file_path} 的 plugins 里没有 mingzhang。"
        raise BuildFailedError(message)
    return plugin


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
    except MkDocsException as error:
        raise BuildFailedError(str(error)) from error


def website_folder(config_file: str) -> WebsiteFolder:
    """Return the parts of a website folder."""
    config = _loaded(config_file)
    content = _content_of(config)
    return WebsiteFolder(Path(config_file), Path(config.theme.custom_dir or ""), content, Path(config.docs_dir))


def site_address(sources: Path) -> str:
    """Return the address at which a copied website folder's site is published, or the empty string."""
    return str(_written(WebsiteFolder.copied_to(sources).config).get("site_url") or "")


def _written(config: Path) -> dict[str, Any]:
    """Return a configuration as its file says it, without what MkDocs makes of it."""
    with config.open("rb") as file:
        return yaml_load(file)


def content_folder(config_file: str) -> Path:
    """Return the content folder that ``mkdocs.yml`` names."""
    return _content_of(_loaded(config_file))


def _content_of(config: MkDocsConfig) -> Path:
    folder = plugin_of(config).content_folder(config)
    if not folder.is_dir():
        message = f"找不到内容文件夹 {folder}；请检查 mkdocs.yml 里 mingzhang 插件的 content。"
        raise BuildFailedError(message)
    return folder
