"""What the processes below this one use, where they are gone before anybody can ask."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread


@dataclass
class Used:
    """Seconds that helping processes worked, and the megabytes that the largest of them had."""

    seconds: float = 0.0
    most: float = 0.0


class Helpers(Thread):
    """Looks ten times a second what the processes below this one have used; what one does in its last tenth goes unseen."""

    def __init__(self) -> None:
        """Begin to look."""
        super().__init__(daemon=True)
        self.seen: dict[str, tuple[str, float, float]] = {}
        self.over = Event()
        self.start()

    def run(self) -> None:
        """Look until told to stop."""
        while not self.over.wait(0.1):
            self.look(Path("/proc/self"))

    def look(self, process: Path) -> None:
        """Look at what a process has started, and at what that has started."""
        for children in process.glob("task/*/children"):
            with suppress(OSError):
                for number in children.read_text().split():
                    child = Path("/proc", number)
                    name, seconds, most = _use_of(child)
                    # One that has ended has no memory any more.
                    self.seen[number] = name, seconds, max(most, self.seen.get(number, ("", 0.0, 0.0))[2])
                    self.look(child)

    def stop(self) -> tuple[Used, Used]:
        """Return what Python and what Pagefind has used."""
        self.over.set()
        self.join()
        python, pagefind = Used(), Used()
        for name, seconds, most in self.seen.values():
            used = pagefind if name == "pagefind" else python
            used.seconds, used.most = used.seconds + seconds, max(used.most, most)
        return python, pagefind


def _use_of(process: Path) -> tuple[str, float, float]:
    said = (process / "status").read_text()
    spent = (process / "stat").read_text().rpartition(")")[2].split()
    most = float(said.partition("VmHWM:")[2].split()[0]) / 1024 if "VmHWM:" in said else 0.0
    return (process / "comm").read_text().strip(), (int(spent[11]) + int(spent[12])) / os.sysconf("SC_CLK_TCK"), most
