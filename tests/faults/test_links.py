"""What is no ordinary file inside the content folder is refused, and never followed."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from generator.loading.corpus import load_corpus

if TYPE_CHECKING:
    from pathlib import Path

    from generator.findings.finding import Finding

BUDGET = "departments/demo/2026/budget.yml"


def _findings(content: Path) -> list[tuple[str, str]]:
    _, findings = load_corpus(content)
    return [(finding.place.path, finding.code) for finding in findings]


def _only(content: Path) -> Finding:
    _, findings = load_corpus(content)
    assert len(findings) == 1
    return findings[0]


def test_a_link_out_of_the_folder_is_refused(content: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside.yml"
    outside.write_text("年度: 2026\n金额单位: 万元\n标题: 外面的文件\n", encoding="utf-8")
    (content / BUDGET).unlink()
    (content / BUDGET).symlink_to(outside)

    finding = _only(content)

    assert (str(finding.place), finding.code) == (f"content/{BUDGET}:1:1", "SRC-016")
    assert "内容文件夹外面" in finding.message
    assert "请把文件本身放进来" in finding.cure


def test_a_linked_folder_out_of_the_folder_is_refused(content: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "01.yml").write_text("名称: 外面的项目\n", encoding="utf-8")
    (content / "departments/demo/2026/projects").symlink_to(outside, target_is_directory=True)

    assert _findings(content) == [("content/departments/demo/2026/projects/01.yml", "SRC-016")]


def test_a_link_inside_the_folder_is_read(content: Path) -> None:
    (content / BUDGET).rename(content / "shared.yml")
    (content / BUDGET).symlink_to(content / "shared.yml")

    assert _findings(content) == []


def test_links_in_a_circle_are_refused(content: Path) -> None:
    (content / BUDGET).unlink()
    (content / BUDGET).symlink_to(content / BUDGET)

    finding = _only(content)

    assert (finding.place.path, finding.code) == (f"content/{BUDGET}", "SRC-016")
    assert "链接请换成文件本身" in finding.cure


def test_a_link_to_nothing_is_refused_in_chinese(content: Path) -> None:
    (content / BUDGET).unlink()
    (content / BUDGET).symlink_to(content / "nowhere.yml")

    assert _only(content).message == "没有“budget.yml”这个文件"


def test_a_folder_named_like_a_file_is_refused(content: Path) -> None:
    (content / "site.yml").unlink()
    (content / "site.yml").mkdir()

    assert _findings(content) == [("content/site.yml", "SRC-016")]


def test_a_missing_reference_file_is_named(content: Path) -> None:
    (content / "reference/regions.yml").unlink()

    assert ("content/reference/regions.yml", "SRC-016") in _findings(content)


def test_a_file_name_in_another_encoding_can_be_printed(content: Path) -> None:
    folder = os.fsencode(content / "departments/demo/2026/statements")
    os.mkdir(folder)  # noqa: PTH102 - The name below is bytes that no Path can be written as.
    with open(os.path.join(folder, "支出总表.csv".encode("gbk")), "wb") as file:  # noqa: PTH118, PTH123
        file.write(b"x")

    finding = _only(content)

    assert finding.code == "DAT-020"
    f"{finding.place} {finding.message}".encode()
