"""Whether a bag or a published site is still what its own manifests say, and if not, which files."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.archive.bag import ALGORITHMS, DECLARATION, INFO, PAYLOAD, read_info
from generator.archive.holdings import DAMAGED, digests_of, holdings_of
from generator.archive.manifest import SITE_MANIFEST, ManifestError, digest_of, files_below, read_manifest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from generator.archive.holdings import Holdings

_MANIFEST = re.compile(r"(?P<tag>tag)?manifest-(?P<algorithm>[a-z0-9]+)\.txt")
_KNOWN = ("md5", "sha1", *ALGORITHMS)
_DECLARED = re.compile(r"BagIt-Version: [01]\.[0-9]+\s+Tag-File-Character-Encoding: UTF-8\s*")
_LARGEST_LIST = 64 << 20


@dataclass(frozen=True, slots=True)
class Verdict:
    """How many files were checked, and what is wrong with which; ``info`` is what a bag says about itself."""

    checked: int
    differing: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    """What is wrong with the whole, as sentences."""
    fingerprint: str = ""
    info: tuple[tuple[str, str], ...] = ()

    @property
    def sound(self) -> bool:
        """Return whether everything is as it was."""
        return not (self.differing or self.missing or self.extra or self.remarks)


def verify(path: Path) -> Verdict:
    """Return the verdict on a bag (a folder or a ZIP file) or the folder of a published site.

    Raises ManifestError, with a message in Chinese, for what has no manifest that can be read.
    """
    with holdings_of(path) as holdings:
        if DECLARATION in holdings.names:
            return _of_bag(holdings)
        if SITE_MANIFEST in holdings.names:
            return _of_site(holdings)
    message = f"{path} 里没有 {DECLARATION}，也没有 {SITE_MANIFEST}，无从核对；请指明存档或者网站的文件夹"
    raise ManifestError(message)


def _of_site(holdings: Holdings) -> Verdict:
    listed = {name: {"sha256": digest} for name, digest in _listed(holdings, SITE_MANIFEST).items()}
    return _compared(holdings, listed, {SITE_MANIFEST})


def _of_bag(holdings: Holdings) -> Verdict:
    listed: dict[str, dict[str, str]] = {}
    algorithms: dict[str, set[str]] = {"": set(), "tag": set()}
    remarks = []
    for name in holdings.names:
        match = _MANIFEST.fullmatch(name)
        if match is None:
            continue
        if match["algorithm"] not in _KNOWN:
            remarks.append(f"{name} 用的算法 {match['algorithm']} 不认识，没有核对")
            continue
        algorithms[match["tag"] or ""].add(match["algorithm"])
        for file, digest in _listed(holdings, name).items():
            listed.setdefault(file, {})[match["algorithm"]] = digest
    if not algorithms[""]:
        message = "存档里没有 manifest-sha256.txt 之类的清单，无从核对"
        raise ManifestError(message)
    for file, digests in listed.items():
        # RFC 8493: every payload file stands in every payload manifest.
        if file.startswith(f"{PAYLOAD}/"):
            remarks += [f"manifest-{each}.txt 里没有列出 {file}" for each in sorted(algorithms[""] - digests.keys())]
    info = read_info(_text(holdings, INFO)) if INFO in holdings.names else {}
    if _DECLARED.fullmatch(_text(holdings, DECLARATION)) is None:
        remarks.append(f"{DECLARATION} 的内容不合 BagIt 的规定")
    tag_manifests = {name for name in holdings.names if name.startswith("tagmanifest-")}
    # Nothing vouches for the topmost lists but whoever wrote their hash down elsewhere.
    top = "tagmanifest-sha256.txt" if "tagmanifest-sha256.txt" in tag_manifests else "manifest-sha256.txt"
    fingerprint = digests_of(holdings, top, ("sha256",)).get("sha256", "") if top in holdings.names else ""
    found = _compared(holdings, listed, tag_manifests)
    return replace(found, remarks=tuple(remarks), fingerprint=fingerprint, info=tuple(info.items()))


def _compared(holdings: Holdings, listed: dict[str, dict[str, str]], beyond: set[str]) -> Verdict:
    """Return the verdict on files by what each of their hashes should be; ``beyond`` are those that no list names."""
    present = set(holdings.names)
    differing = [name for name, expected in listed.items() if name in present and digests_of(holdings, name, tuple(expected)) != expected]
    missing, extra = listed.keys() - present, present - listed.keys() - beyond
    return Verdict(len(listed), tuple(sorted(differing)), tuple(sorted(missing)), tuple(sorted(extra)))


def _listed(holdings: Holdings, name: str) -> dict[str, str]:
    return read_manifest(_text(holdings, name), name)


def _text(holdings: Holdings, name: str) -> str:
    try:
        with holdings.open(name) as file:
            return file.read(_LARGEST_LIST).decode("utf-8")
    except (UnicodeDecodeError, *DAMAGED) as error:
        message = f"{name} 损坏，读不出来"
        raise ManifestError(message) from error


def compare(one: Path, other: Path, beside: str) -> Verdict:
    """Return how the folder ``other`` differs from ``one``, file by file; what stands below ``beside`` in either is not looked at."""
    before, after = (dict(_digests(folder, f"{beside}/")) for folder in (one, other))
    differing = [name for name in before.keys() & after.keys() if before[name] != after[name]]
    missing, extra = before.keys() - after.keys(), after.keys() - before.keys()
    return Verdict(len(before), tuple(sorted(differing)), tuple(sorted(missing)), tuple(sorted(extra)))


def _digests(folder: Path, beside: str) -> Iterator[tuple[str, str]]:
    for name in files_below(folder):
        if not name.startswith(beside):
            yield name, digest_of(folder / name)
