"""MkDocs' own commands, run in a website folder: build the site, build one fiscal year alone, and serve a preview."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.commands import build as mkdocs_build
from mkdocs.commands import serve as mkdocs_serve
from mkdocs.exceptions import Abort, BuildError, MkDocsException
from mkdocs.utils.yaml import yaml_load

from generator.archive.addresses import lost_addresses
from generator.archive.manifest import ManifestError
from generator.archive.sources import WebsiteFolder
from generator.mkdocs_plugin import MingzhangPlugin, RefusedError
from generator.mkdocs_plugin.configuration import ConfigurationFaultError, load_configuration
from generator.pipeline import Edition, Publication, rare_cyclic_collection
from generator.rendering.environment import TemplateMismatchError
from generator.rendering.shell import ShellError
from generator.search.error import SearchError
from generator.staging import replacing

if TYPE_CHECKING:
    from collections.abc import Callable

    from mkdocs.config.defaults import MkDocsConfig

    from generator.search.index import IndexReport


class BuildFailedError(Exception):
    """The site could not be built for a reason that lies outside the content; the message is Chinese."""


_MOST_LOST = 20


def build_site(
    config_file: str, progress: Callable[[str], None], published: Path | None = None
) -> tuple[Publication, IndexReport | None, Path]:
    """Build the site beside the published one and put it in its place; return what was published, and where.

    No address may be lost of the site ``published`` (its folder, or its list of hashes), by default the one that is replaced.
    Raises RefusedError for errors in the content and BuildFailedError for anything else; the published site is then as it was.
    """
    target = Path(_loaded(config_file).site_dir)
    if published and not published.exists():
        message = f"没有这个文件或文件夹：{published}"
        raise BuildFailedError(message)
    with replacing(target) as staging:
        plugin = _built(_loaded(config_file, site_dir=str(staging)), progress)
        _refuse_losses(published or target, staging, target)
    return plugin.ready()[0], plugin.index, target


def _refuse_losses(published: Path, staging: Path, target: Path) -> None:
    try:
        lost = lost_addresses(published, staging)
    except ManifestError as error:
        raise BuildFailedError(str(error)) from error
    if lost:
        listed = "\n".join(f"  {address}" for address in lost[:_MOST_LOST])
        rest = f"\n  还有 {len(lost) - _MOST_LOST} 个没有列出" if len(lost) > _MOST_LOST else ""
        message = (
            f"公布过的网址不见了，原来的网站没有改动：\n{listed}{rest}\n"
            "部门换了代号或者合并了的，在新部门的 department.yml 的“原网址”里写上旧代号，旧网址会自动转过去；"
            f"不再公布的，在手写页面的文件夹里同一个位置放一页说明，如 {lost[0].rstrip('/') or 'index'}.md；"
            f"只是试做、没有公布过的，删去 {target} 再生成。"
        )
        raise BuildFailedError(message)


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
        with rare_cyclic_collection():
            mkdocs_build.build(config)
    except RefusedError:
        raise
    except (MkDocsException, SearchError, ShellError, TemplateMismatchError) as error:
        raise BuildFailedError(str(_first_cause(error))) from error
    finally:
        # MkDocs keeps one instance for all builds of a process; the next one is a site like any other.
        plugin.edition = None
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


def _first_cause(error: BaseException) -> BaseException:
    """Return what a plugin raised, which MkDocs replaces by its own word for giving up."""
    return error.__context__ if isinstance(error, Abort) and isinstance(error.__context__, BuildError) else error


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
    except (MkDocsException, SearchError, ShellError, TemplateMismatchError) as error:
        raise BuildFailedError(str(_first_cause(error))) from error


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
