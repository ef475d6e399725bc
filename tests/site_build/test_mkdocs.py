"""The site is an ordinary MkDocs site: MkDocs' own commands build it and serve it."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from tests.projects import ENVIRONMENT, digests, shipped_project

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

COMMAND = [sys.executable, "-m"]
PATIENCE = 30


def test_plain_mkdocs_builds_the_same_site(tmp_path: Path, shipped_site: Path) -> None:
    project = shipped_project(tmp_path)
    command = [*COMMAND, "mkdocs", "build", "--strict"]
    done = subprocess.run(command, cwd=project, env=ENVIRONMENT, capture_output=True, text=True, check=False)  # noqa: S603 - our own command
    assert done.returncode == 0, done.stderr
    assert "WARNING" not in done.stdout + done.stderr
    assert digests(project / "site") == digests(shipped_site)


def test_plain_mkdocs_refuses_what_cannot_be_read(tmp_path: Path) -> None:
    project = shipped_project(tmp_path)
    (project / "content" / "departments" / "zunhua-npc" / "2024" / "performance.yml").write_text("年度: 二〇二四\n", encoding="utf-8")
    command = [*COMMAND, "mkdocs", "build"]
    done = subprocess.run(command, cwd=project, env=ENVIRONMENT, capture_output=True, text=True, check=False)  # noqa: S603 - our own command
    assert done.returncode == 1
    said = done.stdout + done.stderr
    assert "performance.yml:1:5: 错误 “二〇二四”不是年度" in said
    assert "公开文本有错误，没有生成网站" in said
    assert "Traceback" not in said
    assert not (project / "site").exists()


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
    return port


@contextmanager
def served(project: Path, *command: str) -> Iterator[str]:
    """Serve the website folder with a command and yield its address."""
    address = f"127.0.0.1:{free_port()}"
    environment = {**ENVIRONMENT, "TMPDIR": str(project)}  # A server that is ended leaves what it built where the test's own files are.
    with (project / "log.txt").open("wb") as log:
        server = subprocess.Popen([*COMMAND, *command, "-a", address], cwd=project, env=environment, stdout=log, stderr=log)  # noqa: S603 - our own
        try:
            yield f"http://{address}"
        finally:
            server.terminate()
            try:
                server.wait(10)
            except subprocess.TimeoutExpired:
                server.kill()
                server.wait(10)


def awaited(address: str, words: str, log: Path) -> str:
    """Return the page once it has these words; fail with what the server said when it never gets them."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:  # noqa: S310 - the address of our own server
                html: str = answer.read().decode()
            if words in html:
                return html
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            pass
        time.sleep(0.1)
    pytest.fail(f"{address} never said {words!r}\n{log.read_text(encoding='utf-8')}")


def awaited_in(log: Path, words: str) -> None:
    """Return once the server has said these words."""
    end = time.monotonic() + PATIENCE
    while words not in log.read_text(encoding="utf-8"):
        assert time.monotonic() < end, log.read_text(encoding="utf-8")
        time.sleep(0.1)


@pytest.mark.parametrize("command", [("mkdocs", "serve", "--livereload"), ("generator", "serve")], ids=["mkdocs", "mingzhang"])
def test_the_preview_shows_a_page_and_follows_its_sources(tmp_path: Path, command: tuple[str, ...]) -> None:
    project = shipped_project(tmp_path)
    log = project / "log.txt"
    source = project / "content" / "departments" / "zunhua-npc" / "2024" / "performance.yml"
    sound = source.read_text(encoding="utf-8")
    with served(project, *command) as address:
        page = f"{address}/2024/zunhua-npc/performance/"
        assert "核对到此为止。" not in awaited(page, "<h1>遵化市人民代表大会常务委员会", log)

        source.write_text("年度: 二〇二四\n", encoding="utf-8")
        awaited_in(log, "不是年度")

        source.write_text(f"{sound}\n其他说明: 核对到此为止。\n", encoding="utf-8")
        awaited(page, "核对到此为止。", log)

        component = project / "theme" / "components" / "section" / "section.html"
        component.write_text(
            component.read_text(encoding="utf-8").replace("<h{{ level }} ", '<h{{ level }} data-tried="yes" '), encoding="utf-8"
        )
        awaited(page, 'data-tried="yes"', log)
