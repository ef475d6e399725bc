"""Builds a site again and again and kills each build at one step of its work with files; run apart from the tests.

A step is anything that Python reports to an audit hook about files: opening, making, renaming, removing. Usage:
``python -m tests.site_build.killing FOLDER SEED COUNT``, in which FOLDER is a website folder whose
texts have no 其他说明. Prints a JSON list of [step, whether the site was whole afterwards].
"""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import sys
from pathlib import Path
from unittest.mock import patch

from tests.projects import build, digests

STEPS = ("open", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.scandir", "os.listdir", "shutil.rmtree", "ctypes.dlsym", "os.chmod")


def run_until(folder: Path, last: int) -> int:
    """Build in a process of its own until its step ``last``, or to the end where there are fewer; return how many there were."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        steps = 0

        def hook(event: str, _: object) -> None:
            nonlocal steps
            if event in STEPS:
                steps += 1
                if steps == last:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(hook)
        build(folder)
        os.write(writing, str(steps).encode())
        os._exit(0)
    os.close(writing)
    said = os.read(reading, 99)
    os.close(reading)
    os.waitpid(child, 0)
    return int(said or last)


def main(folder: Path, seed: int, count: int) -> None:
    """Kill ``count`` builds at random steps, and one at each of the last steps, where the folders change places."""
    site, kept = build(folder), folder.parent / "kept"
    for path in folder.glob("content/departments/*/*/*.yml"):
        path.write_text(path.read_text(encoding="utf-8") + "其他说明: 改过了。\n", encoding="utf-8")
    shutil.copytree(site, kept)
    old = digests(kept)
    total = run_until(folder, 1 << 60)
    new = digests(site)
    assert old != new

    def restore() -> None:
        shutil.rmtree(site)
        shutil.copytree(kept, site)

    restore()
    chosen = sorted({*random.Random(seed).sample(range(1, total), count), *range(total - 12, total)})  # noqa: S311 - a draw of lots
    outcome = []
    for last in chosen:
        run_until(folder, last)
        found = digests(site) if site.is_dir() else {}
        outcome.append((last, found in (old, new)))
        if found != old:
            restore()
    build(folder)
    beside = sorted(path.name for path in folder.iterdir() if path.name.startswith("."))
    sys.stdout.write(json.dumps({"outcome": outcome, "ended": digests(site) == new, "beside": beside}))


if __name__ == "__main__":
    # The pages of a hundred rules would only take time.
    with patch("generator.pipeline.ALL_RULES", ()), patch("generator.pipeline.SITE_RULES", ()):
        main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
