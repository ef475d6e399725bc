"""Addresses are for good: what was published once is still there, or another page stands in its place and leads on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.archive.manifest import SITE_MANIFEST, ManifestError, read_manifest

if TYPE_CHECKING:
    from pathlib import Path

_PAGE = "index.html"
# Ways to something else, which come and go with what they lead to: the groups of a long list, the samples of the theme.
_PASSING = ("projects/", "gallery/")
_LASTING = frozenset(("projects/", "projects/codes/"))


def lost_addresses(published: Path, site: Path) -> list[str]:
    """Return the addresses of pages that the site ``published`` has and the new ``site`` has not, in their order.

    ``published`` is the folder of a site, or its list of hashes as it was fetched from a server; a folder without such a list, or
    none at all, has published nothing. Raises ManifestError, with a message in Chinese, for a list that is none.
    """
    return sorted(address for address in _pages(published) - _pages(site) if not address.startswith(_PASSING) or address in _LASTING)


def _pages(published: Path) -> set[str]:
    path = published / SITE_MANIFEST if published.is_dir() else published
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return set()
    except UnicodeDecodeError as error:
        message = f"{path} 不是 UTF-8 编码的清单"
        raise ManifestError(message) from error
    names = read_manifest(text, str(path))
    return {name.removesuffix(_PAGE) for name in names if name.rpartition("/")[2] == _PAGE}
