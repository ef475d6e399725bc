"""The site is made beside the published one and put in its place whole, whichever command makes it.

MkDocs clears the published site away before it knows whether there will be another.
"""

from __future__ import annotations

from contextlib import ExitStack, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError

from generator.archive.addresses import lost_addresses
from generator.archive.manifest import ManifestError
from generator.staging import replacing

if TYPE_CHECKING:
    from collections.abc import Collection

    from mkdocs.config.defaults import MkDocsConfig

_MOST_LOST = 20


class _AbandonedError(Exception):
    """Ends the making of a folder that nobody will see."""


class Replacement:
    """One build in the making: until it is finished, ``site_dir`` of the configuration is a folder beside the published site."""

    def __init__(self, config: MkDocsConfig, published: Path | None = None) -> None:
        """Begin. No address may be lost of the site ``published`` (its folder, or its list of hashes), by default the replaced one.

        Raises BusyError, with a message in Chinese, while somebody else is building the same site.
        """
        self._config = config
        self._target = Path(config.site_dir)
        self._published = published or self._target
        self._open = ExitStack()
        config.site_dir = str(self._open.enter_context(replacing(self._target)))

    def finish(self, by_hand: Collection[str]) -> None:
        """Put the finished site in place; ``by_hand`` are the addresses of the pages that were written by hand.

        Raises PluginError, with a message in Chinese, for a site that would lose an address; the published one stays as it was.
        """
        self._refuse_losses(by_hand)
        self._open.close()
        self._config.site_dir = str(self._target)

    def abandon(self) -> None:
        """Leave the published site as it was, and nothing beside it; does nothing after ``finish``."""
        with suppress(_AbandonedError), self._open:
            raise _AbandonedError
        self._config.site_dir = str(self._target)

    def _refuse_losses(self, by_hand: Collection[str]) -> None:
        try:
            lost = lost_addresses(self._published, Path(self._config.site_dir), by_hand)
        except ManifestError as error:
            raise PluginError(str(error)) from error
        if lost:
            listed = "\n".join(f"  {address}" for address in lost[:_MOST_LOST])
            rest = f"\n  还有 {len(lost) - _MOST_LOST} 个没有列出" if len(lost) > _MOST_LOST else ""
            page = next((address.rstrip("/") for address in lost if address.endswith("/")), "index")
            message = (
                f"公布过的网址不见了，原来的网站没有改动：\n{listed}{rest}\n"
                "部门换了代号或者合并了的，在新部门的 department.yml 的“原网址”里写上旧代号，旧网址会自动转到新网址；"
                f"不再公布的，在手写页面的文件夹里同一个位置放一页说明，如 {page}.md，它的数据文件就可以不要；"
                "只有数据文件或者订阅源不见了的，看 mkdocs.yml 的 exports 和 site_url 是不是改过，也可以在同一个位置放一个同名的文件；"
                f"只是试做、没有公布过的，删去 {self._target} 再生成。"
            )
            raise PluginError(message)
