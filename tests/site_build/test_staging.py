"""A build that is killed, that runs out of room, or that meets another one leaves a whole site."""

from __future__ import annotations

import json
import resource
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from generator.staging import BusyError, replacing
from tests.projects import ENVIRONMENT, ROOT, build, digests, own_project
from tests.site_build.test_atomic import CONTENT
from tests.unit.cli.command import run

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return own_project(tmp_path / "project", CONTENT)


def module(name: str, *arguments: object, before: tuple[str, ...] = ()) -> subprocess.CompletedProcess[str]:
    command = [*before, sys.executable, "-m", f"tests.site_build.{name}", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, env=ENVIRONMENT, capture_output=True, text=True, check=False)  # noqa: S603 - our own


def test_a_build_killed_at_any_step_leaves_the_old_site_or_the_new_one(project: Path) -> None:
    done = module("killing", project, 20260101, 50)
    assert done.returncode == 0, done.stderr
    said = json.loads(done.stdout)
    assert len(said["outcome"]) >= 50
    assert [step for step, whole in said["outcome"] if not whole] == []
    assert said["ended"]
    assert said["beside"] == []


def test_a_full_disk_leaves_the_old_site_and_is_said_in_chinese(project: Path, tmp_path: Path) -> None:
    (tmp_path / "small").mkdir()
    alone = ("unshare", "--user", "--map-root-user", "--mount")
    probe = (*alone, "mount", "-t", "tmpfs", "tmpfs", str(tmp_path / "small"))
    if shutil.which("unshare") is None or subprocess.run(probe, capture_output=True, check=False).returncode:  # noqa: S603 - of the system
        pytest.skip("no mount namespaces for ordinary users here")
    done = module("filling", project, tmp_path / "small", before=alone)
    assert done.returncode == 0, done.stderr
    said = json.loads(done.stdout)
    assert (said["code"], said["whole"], said["beside"]) == (2, True, [])
    assert "磁盘满了" in said["said"]
    assert "Traceback" not in said["said"]


def test_files_that_may_not_grow_leave_the_old_site(project: Path) -> None:
    before = digests(build(project))
    (project / "content/pages/new.md").write_text("# 新的一页\n", encoding="utf-8")

    def small_files() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))

    done = subprocess.run(
        [sys.executable, "-m", "generator", "build"],
        cwd=project, env=ENVIRONMENT, capture_output=True, text=True, check=False, preexec_fn=small_files,
    )  # fmt: skip
    assert done.returncode == 2
    assert "文件超过了允许的大小" in done.stderr
    assert digests(project / "site") == before
    assert [path.name for path in project.iterdir() if path.name.startswith(".")] == []


def test_a_second_build_says_that_one_is_running(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = digests(build(project))
    monkeypatch.chdir(project)
    with replacing(project / "site") as staging:
        said = run("build")
        assert said.code == 2
        assert "另一个程序正在生成" in said.err
        with pytest.raises(BusyError), replacing(project / "site"):
            pytest.fail("two at once")
        staging.mkdir()
        shutil.copytree(project / "site", staging, dirs_exist_ok=True)
    assert digests(project / "site") == before


def folder(path: Path, text: str) -> Path:
    path.mkdir()
    (path / "index.html").write_text(text)
    return path


def page(path: Path) -> str:
    return (path / "index.html").read_text()


@pytest.mark.parametrize("exchange", [True, False], ids=["exchange", "two renames"])
def test_the_new_folder_takes_the_place_of_the_old_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, exchange: bool) -> None:
    if not exchange:
        monkeypatch.setattr("generator.staging._exchanged", lambda *_: False)
    folder(tmp_path / "site", "old")
    with replacing(tmp_path / "site") as staging:
        folder(staging, "new")
        assert page(tmp_path / "site") == "old"
    assert page(tmp_path / "site") == "new"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_what_was_killed_between_two_renames_is_brought_back(tmp_path: Path) -> None:
    folder(tmp_path / ".site-old", "old")
    folder(tmp_path / ".site-new", "new, perhaps not whole")
    message = "the next build is refused"
    with pytest.raises(ValueError, match=message), replacing(tmp_path / "site"):
        raise ValueError(message)
    assert page(tmp_path / "site") == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_site_behind_a_link_is_replaced_where_it_lies(tmp_path: Path) -> None:
    folder(tmp_path / "real", "old")
    (tmp_path / "site").symlink_to("real")
    with replacing(tmp_path / "site") as staging:
        folder(staging, "new")
    assert (tmp_path / "site").is_symlink()
    assert page(tmp_path / "real") == "new"
