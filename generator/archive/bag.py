"""A folder becomes a bag after RFC 8493 (BagIt 1.0): its payload under ``data/``, two manifests, and what it is about."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from generator.archive.manifest import digest_of, files_below, manifest_text, total

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

PAYLOAD = "data"
DECLARATION = "bagit.txt"
INFO = "bag-info.txt"
ALGORITHMS = ("sha256", "sha512")
_BAGIT = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"


def close_bag(folder: Path, info: Sequence[tuple[str, str]], notes: dict[str, str]) -> None:
    """Make a bag of ``folder``, whose payload stands in ``data/`` already.

    ``info`` goes into ``bag-info.txt`` in its order; ``notes`` are further text files beside it, by name.
    """
    payload = [f"{PAYLOAD}/{name}" for name in files_below(folder / PAYLOAD)]
    size, count = total(payload, folder)
    rows = [*((label, one_line(value)) for label, value in info if value), ("Payload-Oxum", f"{size}.{count}")]
    tags = {DECLARATION: _BAGIT, INFO: "".join(f"{label}: {value}\n" for label, value in rows), **notes}
    for algorithm in ALGORITHMS:
        tags[f"manifest-{algorithm}.txt"] = manifest_text({name: digest_of(folder / name, algorithm) for name in payload})
    for algorithm in ALGORITHMS:
        own = {
            name: hashlib.new(algorithm, text.encode()).hexdigest() for name, text in tags.items() if not name.startswith("tagmanifest-")
        }
        tags[f"tagmanifest-{algorithm}.txt"] = manifest_text(own)
    for name, text in tags.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


def one_line(value: str) -> str:
    """Return a value as it stands after its label: on one line."""
    return re.sub(r"\s+", " ", value).strip()


def read_info(text: str) -> dict[str, str]:
    """Return what ``bag-info.txt`` says, by label; a line that begins with a blank goes on from the one before."""
    unfolded = re.sub(r"\r?\n[ \t]+", " ", text)
    rows = (line.partition(":") for line in unfolded.splitlines() if ":" in line)
    return {label.strip(): value.strip() for label, _, value in rows}
