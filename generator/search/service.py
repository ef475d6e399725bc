"""Pagefind's binary as a service: records go in and the bundle comes out, one question and one answer at a time.

The command line of Pagefind walks a folder and numbers pages as the file system happens to list them, so that two
machines get two indexes of the same site. Its service mode, which Pagefind's own wrappers are built on, numbers pages
in the order in which they are handed over, and needs no folder at all.
"""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
import threading
from base64 import b64decode, b64encode
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING, Any

import pagefind_bin

from generator.search.error import SearchError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

CHUNK_SIZE = 500
"""Postings per chunk of the word index: Pagefind's own 20,000 would cost each query many times the bytes."""

_END = b","
"""Ends a message in both directions; base64 has no comma."""

_MAX_QUOTED = 2000
_LANGUAGE = "unknown"
_ANSWERS = {"AddRecord": "IndexedFile"}


_ALONE = threading.Lock()
"""Held while Pagefind runs: it needs two megabytes a page, and works on two cores by itself."""


def build_bundle(records: Iterable[tuple[str, str]]) -> dict[str, bytes]:
    """Return the files of Pagefind's bundle, by path, for records given as (address, words) in the order given.

    Whoever else asks for one waits until this is made.
    """
    with _ALONE, _running() as service:
        # An unknown language has no stemming and no segmentation of its own, which would cut our words again.
        index = service.ask("NewIndex", config={"force_language": _LANGUAGE})["index_id"]
        for address, words in records:
            record = {"url": address, "content": words, "language": _LANGUAGE, "meta": {}, "filters": {}, "sort": {}}
            service.ask("AddRecord", index_id=index, **record)
        # The index is built when its files are asked for; asked to build it before, Pagefind would do so twice.
        return {file["path"]: b64decode(file["content"]) for file in service.ask("GetFiles", index_id=index)["files"]}


class _Service:
    """One running binary."""

    def __init__(self, process: subprocess.Popen[bytes], complaints: IO[bytes]) -> None:
        self._process = process
        self._complaints = complaints
        self._asked = 0

    def ask(self, action: str, **arguments: object) -> dict[str, Any]:
        """Send one message and return the payload of its answer."""
        self._asked += 1
        message = {"message_id": self._asked, "payload": {"type": action, **arguments}}
        try:
            self._send(b64encode(json.dumps(message).encode()) + _END)
            payload: dict[str, Any] = json.loads(b64decode(self._receive()))["payload"]
        except (OSError, EOFError, ValueError, KeyError) as fault:
            said = "程序意外退出。"
            raise self._failure(said) from fault
        if payload["type"] != _ANSWERS.get(action, action):
            raise self._failure(str(payload.get("message", payload)))
        return payload

    def _send(self, message: bytes) -> None:
        assert self._process.stdin is not None  # noqa: S101 - opened as a pipe below
        self._process.stdin.write(message)
        self._process.stdin.flush()

    def _receive(self) -> bytes:
        assert self._process.stdout is not None  # noqa: S101 - opened as a pipe below
        parts: list[bytes] = []
        while not parts or not parts[-1].endswith(_END):
            part = os.read(self._process.stdout.fileno(), 1 << 20)
            if not part:
                raise EOFError
            parts.append(part)
        return b"".join(parts)[: -len(_END)]

    def _failure(self, said: str) -> SearchError:
        self._complaints.seek(0)
        complaint = self._complaints.read().decode("utf-8", "replace").strip()[-_MAX_QUOTED:]
        return SearchError("\n".join(filter(None, ("建立搜索索引失败。Pagefind 的输出：", said, complaint))))


@contextmanager
def _running() -> Iterator[_Service]:
    try:
        binary = pagefind_bin.get_executable()
    except FileNotFoundError as fault:
        message = "找不到建立搜索索引的程序 Pagefind。请重新安装依赖：pip install pagefind-bin==1.5.2"
        raise SearchError(message) from fault
    # Pagefind also takes orders from its environment and from a file in its working directory: it gets neither.
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PAGEFIND_")}
    environment["PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE"] = str(CHUNK_SIZE)
    with tempfile.TemporaryDirectory(prefix="mingzhang-search-") as empty, tempfile.TemporaryFile() as complaints:
        try:
            process = subprocess.Popen(  # noqa: S603 - the binary is the wheel's own and every argument is ours
                [str(binary), "--service"],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=complaints, cwd=empty, env=environment,
            )  # fmt: skip
        except OSError as fault:
            message = f"无法运行建立搜索索引的程序 Pagefind（{binary}）：{fault.strerror or fault}"
            raise SearchError(message) from fault
        try:
            yield _Service(process, complaints)
        finally:
            # The service has no farewell: it ends when it is ended.
            process.kill()
            process.communicate()
