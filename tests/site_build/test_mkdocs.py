"""The site is an ordinary MkDocs site: MkDocs' own commands build it and serve it."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from tests.projects import ENVIRONMENT, build, digests, own_project, shipped_project
from tests.site_build.test_atomic import CONTENT

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


def said_by_mkdocs(project: Path, *known: str) -> str:
    """Return what plain MkDocs says while it builds, without the names of its levels; all but what is ``known`` must be Chinese."""
    command = [*COMMAND, "mkdocs", "build"]
    done = subprocess.run(command, cwd=project, env=ENVIRONMENT, capture_output=True, text=True, check=False)  # noqa: S603 - our own command
    said = done.stdout + done.stderr
    assert "Traceback" not in said
    lines = [re.sub(r"^(?:INFO|WARNING|ERROR) +-  ", "", line) for line in said.splitlines() if line]
    assert [line for line in lines if not re.search("[\u4e00-\u9fff]", line)] == list(known)
    return "\n".join(lines)


def test_plain_mkdocs_speaks_chinese(tmp_path: Path) -> None:
    project = own_project(tmp_path, CONTENT)
    with (project / "content/pages/about.md").open("a", encoding="utf-8") as page:
        page.write("\n[没有的页](nowhere.md)、[没有的位置](about.md#nowhere)\n")
    config = project / "mkdocs.yml"
    config.write_text(config.read_text(encoding="utf-8").replace("关于: about.md", "关于: abaut.md"), encoding="utf-8")
    said = said_by_mkdocs(project)
    assert "about.md 里的链接“nowhere.md”指向没有的文件" in said
    assert "about.md 里的链接“about.md#nowhere”指向没有的位置" in said
    assert "导航里的 abaut.md 没有这个文件" in said
    assert "生成完毕，用时 " in said


@pytest.mark.parametrize(
    ("file", "before", "after", "words"),
    [
        ("theme/partials/footer.html", "</footer>", "{{ nowhere.x }}</footer>", "footer.html 第20行（'nowhere' is undefined）"),
        (
            "theme/components/notice/notice.html",
            "{%- endmacro -%}",
            "{{ nowhere.x }}{%- endmacro -%}",
            "notice.html 第3行（'nowhere' is undefined）",
        ),
        ("content/site.yml", "发现错误时: 停止发布", "发现错误时: 随便", "site.yml:6:"),
    ],
    ids=["shell", "component", "content"],
)
def test_plain_mkdocs_fails_in_chinese(tmp_path: Path, file: str, before: str, after: str, words: str) -> None:
    project = own_project(tmp_path, CONTENT)
    path = project / file
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")
    assert words in said_by_mkdocs(project)
    assert not (project / "site").exists()
    assert [path.name for path in project.iterdir() if path.name.startswith(".")] == []


def test_plain_mkdocs_objects_to_options_in_chinese_once_it_knows_the_plugin(tmp_path: Path) -> None:
    project = own_project(tmp_path, CONTENT)
    config = project / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    config.write_text(text.replace("gallery: true", "gallery: 7"), encoding="utf-8")
    # Its last word passes no log; and what stands before the plugins in its own order it objects to before it knows of them.
    last = "Aborted with a configuration error!"
    assert "mkdocs.yml:15 的“plugins → mingzhang → gallery”有误：写法不对" in said_by_mkdocs(project, last)
    config.write_text(text.replace("content: content", "content: nowhere"), encoding="utf-8")
    assert "找不到内容文件夹" in said_by_mkdocs(project)


def test_plain_mkdocs_leaves_the_published_site_to_its_readers_until_the_new_one_is_whole(tmp_path: Path) -> None:
    project = own_project(tmp_path, CONTENT)
    build(project)
    before = digests(project / "site")
    component = project / "theme/components/notice/notice.html"
    component.write_text(
        component.read_text(encoding="utf-8").replace("{%- endmacro -%}", "{{ nowhere.x }}{%- endmacro -%}"), encoding="utf-8"
    )
    said_by_mkdocs(project)
    assert digests(project / "site") == before


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
