"""A department bears the name of its year; its level and short name have sensible stand-ins."""

from __future__ import annotations

import pytest

from generator.model.department import Department, DepartmentFile, Name
from generator.model.kinds import Level, Year
from generator.model.region import Region
from generator.model.source_file import SourceFile

REGION = Region(slug="shili", name="示例市", level=Level.CITY)


def department(*names: Name, level: Level | None = None) -> Department:
    file = DepartmentFile(names=names, region="shili", level=level)
    return Department(slug="demo", file=file, region=REGION, source=SourceFile(path="", sha256=""))


OLD = Name(since=Year(2019), full="示例市档案局", short="市档案局")
NEW = Name(since=Year(2023), full="示例市档案馆")


@pytest.mark.parametrize(
    ("year", "name"),
    [(2015, "示例市档案局"), (2019, "示例市档案局"), (2022, "示例市档案局"), (2023, "示例市档案馆"), (2030, "示例市档案馆")],
)
def test_the_name_is_the_one_borne_in_the_year(year: int, name: str) -> None:
    assert department(OLD, NEW).name_in(Year(year)) == name


def test_the_newest_name_is_the_name() -> None:
    renamed = department(OLD, NEW)
    assert (renamed.name, renamed.short_name) == ("示例市档案馆", "示例市档案馆")
    assert department(OLD).short_name == "市档案局"


def test_the_level_is_the_regions_unless_written() -> None:
    assert department(NEW).level is Level.CITY
    assert department(NEW, level=Level.ZONE).level is Level.ZONE


def test_the_address_is_the_folder() -> None:
    assert department(NEW).address == "departments/demo/"
