"""Builds a site on a small file system that is nearly full; run in a mount namespace of its own, apart from the tests.

``python -m tests.site_build.filling FOLDER MOUNTPOINT``: FOLDER is a website folder that has not been built. Prints a JSON
object: the exit code of the build that ran out of room, what it said, whether the site was whole, and what lay beside it.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.projects import ENVIRONMENT, build, digests

_ROOM = 200_000


def main(source: Path, mounted: Path) -> None:
    """Publish, fill the disk up, change the content, and build again."""
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=40m", "tmpfs", str(mounted)], check=True)  # noqa: S603, S607 - of the system
    project = shutil.copytree(source, mounted / "project")
    before = digests(build(project))
    (project / "content/pages/new.md").write_text("# 新的一页\n", encoding="utf-8")
    free = os.statvfs(mounted).f_bavail * os.statvfs(mounted).f_frsize
    (mounted / "filler").write_bytes(b"\0" * (free - _ROOM))
    done = subprocess.run(
        [sys.executable, "-m", "generator", "build"], cwd=project, env=ENVIRONMENT, capture_output=True, text=True, check=False
    )
    beside = sorted(path.name for path in project.iterdir() if path.name.startswith("."))
    outcome = {"code": done.returncode, "said": done.stderr, "whole": digests(project / "site") == before, "beside": beside}
    sys.stdout.write(json.dumps(outcome))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
