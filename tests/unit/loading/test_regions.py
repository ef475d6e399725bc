"""A department knows the regions above its own, from the file of regions."""

from __future__ import annotations

from pathlib import Path

from generator.loading.corpus import load_corpus

CONTENT = Path(__file__).parents[3] / "content"


def test_a_department_knows_the_regions_above_its_own_the_nearest_first() -> None:
    corpus, _ = load_corpus(CONTENT)
    above = {department.slug: [region.name for region in department.above] for department in corpus.departments}
    assert above["zunhua-npc"] == ["唐山市", "河北省"]
    assert above["zjk-npc"] == ["河北省"]
