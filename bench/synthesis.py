"""A content folder of invented but sound disclosures, for measuring how the generator bears many of them.

The same arguments give the same bytes.
"""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path

from bench.books import PROJECTS, Books, Draw
from bench.invention import OFFICES, PLACES, Office, Place
from bench.writing import disclosure

_REFERENCE = Path(__file__).parents[1] / "content" / "reference"
_FIRST_NAMED = 2020
_SITE = """\
网站名称: 明账测量站
一句话介绍: 虚构的部门预算，只用于测量
提示: 本站内容全部是虚构的，与任何真实的地方和部门无关
主办单位: 明账
联系方式: 000-0000000
网站标识码: "0000000000"
备案号: 虚ICP备00000000号
发现错误时: 停止发布
"""


def write_content(  # noqa: PLR0913 - where, how much, and from which seed
    folder: Path, departments: int, years: tuple[int, ...] = (2026,), seed: int = 1, *, terse: bool = False, projects: int = PROJECTS
) -> None:
    """Write a complete content folder with one budget a department and year into ``folder``, which must be new or empty."""
    pairs = [(place, office) for place in PLACES for office in OFFICES]
    if departments > len(pairs):
        message = f"最多能造 {len(pairs)} 个部门"
        raise ValueError(message)
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.iterdir()):
        message = f"文件夹不是空的：{folder}"
        raise ValueError(message)
    _write(folder / "site.yml", _SITE)
    shutil.copytree(_REFERENCE, folder / "reference")
    chosen = pairs[:departments]
    _write(folder / "reference" / "regions.yml", _regions(list(dict.fromkeys(place for place, _ in chosen))))
    for number, (place, office) in enumerate(chosen, start=1):
        slug = f"{place.slug}-{office.slug}"
        home = folder / "departments" / slug
        _write(home / "department.yml", _department(place, office))
        draw = Draw(f"{seed}/{slug}")
        for year in years:
            now, before = Books(draw, office, year, projects), Books(draw, office, year - 1, projects)
            text = disclosure(place, number, now, before, terse=terse)
            _write(home / str(year) / "budget.yml", text)


def _regions(places: list[Place]) -> str:
    lines = ["地区:"]
    for slug, name in dict.fromkeys((place.city_slug, place.city) for place in places):
        lines.append(f"  {slug}: {{名称: {name}, 级次: 市级}}")
    lines += [f"  {place.slug}: {{名称: {place.name}, 级次: 县级, 上级: {place.city_slug}}}" for place in places]
    return "\n".join(lines) + "\n"


def _department(place: Place, office: Office) -> str:
    return (
        f"名称:\n- 自: {_FIRST_NAMED}\n  全称: {office.name.format(place.name)}\n  简称: {office.short.format(place.name)}\n"
        f"地区: {place.slug}\n单位编码: {office.code}\n所属单位:\n- {office.unit.format(place.name)}\n"
    )


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def main() -> None:
    """Write a folder from the command line."""
    parser = argparse.ArgumentParser(prog="python -m bench.synthesis", description="造一个内容文件夹，里面是虚构但勾稽相符的部门预算。")
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="要写入的文件夹，必须是新的或空的")
    parser.add_argument("-n", "--departments", type=int, default=1000, help="部门的个数，默认 %(default)s")
    parser.add_argument("--years", type=int, nargs="+", default=[2026], help="年度，可以写几个，默认 2026")
    parser.add_argument("--seed", type=int, default=1, help="种子：种子不同，数字就不同，默认 %(default)s")
    options = parser.parse_args()
    try:
        write_content(options.folder, options.departments, tuple(options.years), options.seed)
    except ValueError as error:
        parser.error(str(error))
    files = list(options.folder.glob("departments/*/*/budget.yml"))
    size = sum(file.stat().st_size for file in files)
    print(f"写好 {len(files)} 份部门预算，共 {size / 1e6:.1f} MB，平均每份 {size / max(1, len(files)) / 1024:.1f} KB。")


if __name__ == "__main__":
    main()
