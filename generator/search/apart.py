"""The index is made in a process of its own, so that it costs the build of the pages next to nothing where there are two cores.

Whoever builds the site sends documents through a pipe and forgets them. This is both ends of it: what is started as
``python -m generator.search.apart`` takes the folder first; then (volume, document) for each document in any order,
(volume, None) when a volume has all of its own, and the guide at the end; it answers with the report, or with what went
wrong as a text.
"""

from __future__ import annotations

import gc
import os
import pickle
import signal
import subprocess
import sys
from collections import defaultdict
from contextlib import suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING

from generator.search.error import SearchError
from generator.search.guide import Guide
from generator.search.index import IndexReport, IndexWriter

if TYPE_CHECKING:
    from generator.search.document import SearchDocument

_LOST = "建立搜索索引的进程意外退出。请检查内存和磁盘是否够用，然后重新生成。"


class IndexProcess:
    """Makes an index elsewhere; documents of several volumes may come in any order."""

    def __init__(self, folder: Path) -> None:
        """Write to ``folder``, which is there and empty."""
        # The same generator, wherever it was found, and nothing that happens to lie in the working directory.
        environment = {**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parents[2])}
        self._process = subprocess.Popen(  # noqa: S603 - it is our own program and every argument is ours
            [sys.executable, "-P", "-m", __name__], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment
        )
        self._send(folder)

    def take(self, volume: str, document: SearchDocument) -> None:
        """Take a document of a volume."""
        self._send((volume, document))

    def close(self, volume: str) -> None:
        """Have a volume made that has all its documents."""
        self._send((volume, None))

    def finish(self, guide: Guide) -> IndexReport:
        """Return what was written. Raises SearchError as :meth:`IndexWriter.finish` does, and where the process is lost."""
        self._send(guide)
        assert self._process.stdout is not None  # noqa: S101 - opened as a pipe above
        try:
            answer = pickle.load(self._process.stdout)  # noqa: S301 - it comes from our own process
        except (EOFError, pickle.UnpicklingError) as fault:
            raise SearchError(_LOST) from fault
        finally:
            self.abandon()
        if not isinstance(answer, IndexReport):
            raise SearchError(answer)
        return answer

    def abandon(self) -> None:
        """End the process; Pagefind ends with it."""
        self._process.kill()
        with suppress(OSError):  # What was not sent is not wanted any more.
            self._process.communicate()

    def _send(self, message: object) -> None:
        assert self._process.stdin is not None  # noqa: S101 - opened as a pipe above
        with suppress(OSError):  # Where the process is lost, finish finds no answer, and says so.
            pickle.dump(message, self._process.stdin, pickle.HIGHEST_PROTOCOL)
            self._process.stdin.flush()


def work(messages: IO[bytes], answers: IO[bytes]) -> None:
    """Do what the messages say. Raises EOFError where they end before the guide: whoever sent them is no more."""
    writer = IndexWriter(pickle.load(messages))  # noqa: S301 - it comes from our own process
    held: defaultdict[str, list[SearchDocument]] = defaultdict(list)
    answer: IndexReport | str
    try:
        while True:
            message = pickle.load(messages)  # noqa: S301 - as above
            if isinstance(message, Guide):
                answer = writer.finish(message)
                break
            volume, document = message
            if document is not None:
                held[volume].append(document)
            else:
                writer.add(volume, sorted(held.pop(volume, []), key=lambda each: each.address))
    except SearchError as fault:
        answer = str(fault)
    finally:
        writer.abandon()
    pickle.dump(answer, answers, pickle.HIGHEST_PROTOCOL)
    answers.flush()


def main() -> None:
    """Work for the process that started this one, and end with it."""
    # Who interrupts a build from the keyboard interrupts this process, too, and has no use for two tracebacks.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # There are no cycles to be found among millions of terms and positions.
    gc.disable()
    with suppress(EOFError):
        work(sys.stdin.buffer, sys.stdout.buffer)


if __name__ == "__main__":
    main()
