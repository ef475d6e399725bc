"""Whatever is changed in a bag or a site is named; what is sound is called so; what cannot be checked is refused."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.archive.bag import close_bag
from generator.archive.container import zip_folder
from generator.archive.manifest import ManifestError, read_manifest, write_site_manifest
from generator.archive.verification import Verdict, verify
from tests.unit.cli.command import run

if TYPE_CHECKING:
    from collections.abc import Callable

PAGE = "data/site/一般公共预算.html"


@pytest.fixture
def bag(tmp_path: Path) -> Path:
    folder = tmp_path / "bag"
    (folder / "data" / "site").mkdir(parents=True)
    (folder / PAGE).write_text("收入 100.00 万元\n", encoding="utf-8")
    (folder / "data" / "100%.txt").write_text("百分之百\n", encoding="utf-8")
    close_bag(folder, [("Source-Organization", "示例市\n财政局"), ("Contact-Name", "")], {"README.txt": "说明\n"})
    return folder


def flipped(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[3] ^= 1
    path.write_bytes(data)


def test_a_sound_bag_is_sound(bag: Path) -> None:
    found = verify(bag)
    assert found.sound
    assert found.checked == 7
    assert dict(found.info) == {"Source-Organization": "示例市 财政局", "Payload-Oxum": "34.2"}
    assert len(found.fingerprint) == 64


CHANGES: dict[str, tuple[Callable[[Path], object], Verdict]] = {
    "one byte of a page": (lambda bag: flipped(bag / PAGE), Verdict(7, differing=(PAGE,))),
    "one byte of the description": (lambda bag: flipped(bag / "bag-info.txt"), Verdict(7, differing=("bag-info.txt",))),
    "a page taken away": (lambda bag: (bag / PAGE).unlink(), Verdict(7, missing=(PAGE,))),
    "a page put in": (lambda bag: (bag / "data/新.html").write_text("多"), Verdict(7, extra=("data/新.html",))),
    "a file put beside": (lambda bag: (bag / "note.txt").write_text("多"), Verdict(7, extra=("note.txt",))),
    "a page replaced by a link": (
        lambda bag: (bag / PAGE).replace(bag.parent / "moved") and (bag / PAGE).symlink_to(bag.parent / "moved"),  # type: ignore[func-returns-value]  # nobody asks for it
        Verdict(7, differing=(PAGE,)),
    ),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_is_named(bag: Path, change: str) -> None:
    make, expected = CHANGES[change]
    make(bag)
    found = verify(bag)
    assert (found.differing, found.missing, found.extra) == (expected.differing, expected.missing, expected.extra)
    assert not found.sound


def test_a_file_left_out_of_one_list_is_named(bag: Path) -> None:
    path = bag / "manifest-sha512.txt"
    path.write_text("".join(line for line in path.read_text(encoding="utf-8").splitlines(keepends=True) if "100%" not in line))
    found = verify(bag)
    assert found.remarks == ("manifest-sha512.txt 里没有列出 data/100%.txt",)
    assert found.differing == ("manifest-sha512.txt",)


def test_whoever_rewrites_the_lists_as_well_changes_the_fingerprint(bag: Path) -> None:
    before = verify(bag).fingerprint
    flipped(bag / PAGE)
    close_bag(bag, [("Source-Organization", "示例市财政局")], {"README.txt": "说明\n"})
    found = verify(bag)
    assert found.sound
    assert found.fingerprint != before


def test_a_zip_file_is_checked_without_unpacking(bag: Path, tmp_path: Path) -> None:
    flipped(bag / PAGE)
    path = shutil.make_archive(str(tmp_path / "packed"), "zip", tmp_path, "bag")
    assert verify(Path(path)).differing == (PAGE,)


def test_a_site_is_checked_by_its_own_list(tmp_path: Path) -> None:
    site = tmp_path / "site"
    (site / "2031").mkdir(parents=True)
    (site / "index.html").write_text("首页")
    (site / "2031" / "index.html").write_text("年度")
    write_site_manifest(site)
    assert verify(site).sound
    (site / "index.html").write_text("首 页")
    (site / "2031" / "index.html").rename(site / "2031" / "old.html")
    found = verify(site)
    assert (found.differing, found.missing, found.extra) == (("index.html",), ("2031/index.html",), ("2031/old.html",))


DIGEST = "0" * 64


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (f"{DIGEST}  ../secret\n", "指向文件夹外面"),
        (f"{DIGEST}  /etc/passwd\n", "指向文件夹外面"),
        (f"{DIGEST}  a\n{DIGEST}  a\n", "第2行的文件“a”前面已经列过"),
        ("没有校验值\n", "第1行不是"),
    ],
)
def test_a_list_that_cannot_be_right_is_refused(text: str, words: str) -> None:
    with pytest.raises(ManifestError, match=words):
        read_manifest(text, "manifest-sha256.txt")


def test_names_with_line_breaks_and_percent_signs_come_back() -> None:
    assert set(read_manifest(f"{DIGEST}  a%0Ab%25c\n{DIGEST} *d e\n", "")) == {"a\nb%c", "d e"}


def test_the_command_names_files_and_ends_with_the_right_code(bag: Path) -> None:
    assert run("verify", str(bag)).code == 0
    flipped(bag / PAGE)
    said = run("verify", str(bag))
    assert said.code == 1
    assert f"改过：{PAGE}" in said.out
    assert "与清单不一致：改过 1。" in said.out


def test_what_has_no_list_is_refused(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "nowhere"):
        said = run("verify", str(path))
        assert said.code == 2
        assert "Traceback" not in said.err
    (tmp_path / "cut.zip").write_bytes(b"PK\x03\x04")
    assert "不是完整的 ZIP 文件" in run("verify", str(tmp_path / "cut.zip")).err


def test_a_damaged_byte_in_a_zip_file_names_its_file(bag: Path, tmp_path: Path) -> None:
    path = tmp_path / "bag.zip"
    zip_folder(bag, path, date(2031, 2, 3))
    data = bytearray(path.read_bytes())
    data[data.index("收入 100.00".encode())] ^= 1
    path.write_bytes(data)
    assert verify(path).differing == (PAGE,)


@pytest.mark.usefixtures("bag")
def test_a_zip_file_that_is_damaged_wherever_it_can_be_is_no_traceback(tmp_path: Path) -> None:
    path = Path(shutil.make_archive(str(tmp_path / "packed"), "zip", tmp_path, "bag"))
    sound = path.read_bytes()
    for at in range(0, len(sound), 211):
        path.write_bytes(sound[:at] + bytes([sound[at] ^ 0x55]) + sound[at + 1 :])
        said = run("verify", str(path))
        assert said.code in {0, 1, 2}  # A date in a header means nothing.
        assert "Traceback" not in said.err
