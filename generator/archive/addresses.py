"""Addresses are for good: what was published once is still there, or another page stands in its place and leads on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.archive.manifest import SITE_MANIFEST, ManifestError, read_manifest
from generator.views.downloads import API, DATA

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

_PAGE = "index.html"
# Ways to something else, which come and go with what they lead to: the groups of a long list, the samples of the theme.
_PASSING = ("projects/", "gallery/")
_LASTING = frozenset(("projects/", "projects/codes/"))
# What nobody links to: what pages are made with, the index of the search, the words to robots. An attachment's name is made of
# its bytes: another scan has another address, and one that must not be seen can be taken away.
_PARTS = re.compile(r"assets/|search/index/|(?:404\.html|robots\.txt|sitemap[-0-9]*\.xml)$|(?:.*/)?attachment-[0-9a-f]{12}\.")
_LIST = re.compile(rf"{re.escape(API)}(?:years/(?=[0-9]))?(?P<page>.+)\.json")


def lost_addresses(published: Path, site: Path, by_hand: Collection[str] = ()) -> list[str]:
    """Return the addresses of pages and data files that the site ``published`` has and the new ``site`` has not, in their order.

    ``published`` is the folder of a site, or its list of hashes as it was fetched from a server; a folder without such a list, or
    none at all, has published nothing. A page written ``by_hand`` (its address) answers for the data of what stood there, too.
    Raises ManifestError, with a message in Chinese, for a list that is none.
    """
    gone = _addresses(published) - _addresses(site)
    lost = {address for address in gone if not address.startswith(_PASSING) or address in _LASTING}
    # Where a page is lost, so is what stands beside it: it need not be named.
    return sorted(address for address in lost if (page := _page_of(address)) not in by_hand and (page == address or page not in lost))


def _addresses(published: Path) -> set[str]:
    path = published / SITE_MANIFEST if published.is_dir() else published
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return set()
    except UnicodeDecodeError as error:
        message = f"{path} 不是 UTF-8 编码的清单"
        raise ManifestError(message) from error
    names = (name for name in read_manifest(text, str(path)) if not _PARTS.match(name))
    return {name.removesuffix(_PAGE) if name.rpartition("/")[2] == _PAGE else name for name in names}


def _page_of(file: str) -> str:
    """Return the address of the page that a file belongs to: beside it, above a folder of data, or what a list lists; of a page, itself."""
    listed = _LIST.fullmatch(file)
    if listed:
        return f"{listed['page']}/"
    folder = file[: file.rfind("/") + 1]
    return folder.removesuffix(DATA) or folder
