"""The hook and the examples for forges do what content/README.md says that they do."""

from __future__ import annotations

import re
import shlex
import tomllib
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from tests.projects import ROOT
from tests.unit.cli.made_up import NAME, Command, mingzhang, passes, project

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["mingzhang"]

EXAMPLES = ROOT / ".ci" / "examples"
COMMAND = re.compile(r"\.venv/bin/mingzhang (?P<arguments>[^>|\n]+?) *(?:>|\|\||$)")


def read(path: Path) -> Any:  # noqa: ANN401 - YAML
    return yaml.safe_load(path.read_text("utf-8"))


def test_the_hook_runs_the_command_on_changed_content(tmp_path: Path, mingzhang: Command) -> None:
    (hook,) = read(ROOT / ".pre-commit-hooks.yaml")
    assert hook["id"] == "mingzhang-check"
    assert hook["language"] == "python"
    assert hook["require_serial"] is True
    assert re.search(hook["files"], NAME)
    assert not re.search(hook["files"], "generator/cli/__init__.py")
    program, *arguments = shlex.split(hook["entry"])
    assert program in tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["scripts"]
    folder = project(tmp_path)
    assert mingzhang(folder, *arguments, NAME)[0] == 1
    assert mingzhang(folder, *arguments, "content/site.yml", "content/pages/about.md")[0] == 0
    mingzhang.use([passes])
    assert mingzhang(folder, *arguments, NAME)[0] == 0


def commands(path: Path) -> list[list[str]]:
    return [shlex.split(match["arguments"]) for line in path.read_text("utf-8").splitlines() for match in COMMAND.finditer(line)]


@pytest.mark.parametrize("name", ["github-actions.yml", "gitlab-ci.yml"])
def test_the_commands_of_an_example_fail_on_a_finding(tmp_path: Path, mingzhang: Command, name: str) -> None:
    assert (ROOT / ".ci" / "setup").is_file()
    assert ".ci/setup site" in (EXAMPLES / name).read_text("utf-8")
    folder = project(tmp_path)
    run = commands(EXAMPLES / name)
    assert len(run) >= 2
    assert [mingzhang(folder, *arguments)[0] for arguments in run] == [1] * len(run)
    mingzhang.use([passes])
    assert [mingzhang(folder, *arguments)[0] for arguments in run] == [0] * len(run)


def test_the_example_for_github_annotates_before_it_explains() -> None:
    steps = read(EXAMPLES / "github-actions.yml")["jobs"]["check"]["steps"]
    lines = [step["run"] for step in steps if "run" in step]
    assert [line.split("mingzhang ")[-1] for line in lines] == [".ci/setup site", "check --format github", "check"]
    assert steps[-1]["if"] == "failure()"


def test_the_example_for_gitlab_hands_over_the_reports_that_it_writes() -> None:
    job = read(EXAMPLES / "gitlab-ci.yml")["check"]
    written = {match[1] for line in job["script"] if (match := re.search(r"> (\S+)", line))}
    assert set(job["artifacts"]["reports"].values()) == written
    assert job["artifacts"]["when"] == "always"
    assert job["script"][-1] == ".venv/bin/mingzhang check"


def test_the_clerks_page_names_them() -> None:
    page = (ROOT / "content" / "README.md").read_text("utf-8")
    for name in ("mingzhang-check", "github-actions.yml", "gitlab-ci.yml", "mingzhang explain"):
        assert name in page
