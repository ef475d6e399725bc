"""Each way in which a sound disclosure goes wrong is caught by its rule, at its line, and raises no other alarm."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

import pytest

from bench.synthesis import write_content
from generator.findings.finding import Severity
from generator.loading.corpus import load_corpus
from tests.precision.draft import Draft, Mutation
from tests.precision.mutations import codes, form, projects, tables, words
from tests.precision.sound import Sound

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.findings.finding import Finding

    Judge = Callable[[Mutation, int], tuple[int, tuple[Finding, ...]]]

MUTATIONS = [each for module in (tables, codes, form, words, projects) for each in vars(module).values() if isinstance(each, Mutation)]
DEPARTMENTS, YEARS = 60, (2025, 2026)
ROUNDED, EMPTY = "四舍五入", "故本表为空表"


@pytest.fixture(scope="module")
def sounds(tmp_path_factory: pytest.TempPathFactory) -> list[Sound]:
    """Return three unlike disclosures, each with one empty statement and with last year's; sums of the first are rounded."""
    folder = tmp_path_factory.mktemp("content") / "content"
    write_content(folder, DEPARTMENTS, YEARS)
    corpus, _ = load_corpus(folder)
    found = [Sound.of(disclosure, folder) for disclosure in corpus.disclosures if disclosure.previous]
    apt = [sound for sound in found if sound.text.count(EMPTY) == 1]
    rounded = next(sound for sound in apt if ROUNDED in sound.text)
    exact = [sound for sound in apt if ROUNDED not in sound.text]
    other = next(sound for sound in exact if empty_of(sound) != empty_of(exact[0]))
    return [rounded, exact[0], other]


def empty_of(sound: Sound) -> str:
    return next(line for line in sound.text.splitlines() if EMPTY in line).split(":")[0]


@pytest.fixture(scope="module")
def judged(sounds: list[Sound]) -> Judge:
    @cache
    def judge(mutation: Mutation, which: int) -> tuple[int, tuple[Finding, ...]]:
        sound = sounds[which]
        own, year = sound.disclosure.department, sound.disclosure.year
        others = [each for each in sound.disclosure.register if each.region != own.region and each.slug != own.slug]
        draft = Draft(sound.text.splitlines(), own.name_in(year), others[0].name_in(year), year)
        line = mutation.spoil(draft)
        return line, sound.judged_as(draft.text).findings

    return judge


@pytest.mark.parametrize("which", [0, 1, 2], ids=["rounded", "exact", "other"])
@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.name)
def test_the_fault_is_caught_at_its_line_and_nothing_else_is(judged: Judge, mutation: Mutation, which: int) -> None:
    line, findings = judged(mutation, which)
    said = "\n".join(str(finding) for finding in findings)
    lines = {place.line for finding in findings if finding.code == mutation.code for place in (finding.place, *finding.also)}
    assert line in lines, f"line {line}\n{said}"
    grave = {finding.code for finding in findings if finding.severity is not Severity.INFO}
    assert grave <= {mutation.code, *mutation.consequences}, said


@pytest.mark.parametrize("mutation", [each for each in MUTATIONS if each.consequences], ids=lambda mutation: mutation.name)
def test_every_accepted_consequence_occurs(judged: Judge, mutation: Mutation) -> None:
    occurring = {finding.code for which in range(3) for finding in judged(mutation, which)[1]}
    assert mutation.consequences <= occurring


def test_no_two_mutations_share_a_name_and_most_rules_have_one() -> None:
    names = Counter(mutation.name for mutation in MUTATIONS)
    assert names.most_common(1)[0][1] == 1
    assert len(names) >= 70
    assert len({mutation.code for mutation in MUTATIONS}) >= 70
