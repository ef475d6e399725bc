"""A region's name as people say it."""

from __future__ import annotations

import pytest

from generator.model.kinds import Level
from generator.model.region import Region


@pytest.mark.parametrize(
    ("name", "spoken"),
    [("河北省", "河北"), ("遵化市", "遵化"), ("宁夏回族自治区", "宁夏"), ("西藏自治区", "西藏"), ("蓟县", "蓟县"), ("兴安盟", "兴安")],
)
def test_people_leave_out_what_kind_of_place_it_is(name: str, spoken: str) -> None:
    assert Region(slug="demo", name=name, level=Level.CITY).spoken == spoken
