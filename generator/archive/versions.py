"""Which generator and which rules made something: an archive without these could not be made again."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from generator.archive.manifest import files_below

_RULES = Path(__file__).parents[1] / "rules"


def generator_version() -> str:
    """Return the version of the generator, as the command says it."""
    try:
        return version("mingzhang")
    except PackageNotFoundError:  # Run from its source folder alone.
        return "0"


@cache
def rules_version() -> str:
    """Return a hash of the rules as they are written, sixteen digits: equal ones judge alike."""
    digest = hashlib.sha256()
    for name in files_below(_RULES):
        if name.endswith(".py"):
            digest.update(f"{name}\n".encode() + (_RULES / name).read_bytes())
    return digest.hexdigest()[:16]
