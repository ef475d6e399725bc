"""Invented disclosures without a fault, and what the rules say of one whose text has been spoilt."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bench.synthesis import write_content
from generator.check import judge
from generator.loading.corpus import load_corpus
from generator.loading.reader import Reader
from generator.loading.records import RecordShape
from generator.model.disclosure import Disclosure, Text
from generator.rules import ALL_RULES
from generator.source.yaml_file import read_yaml

if TYPE_CHECKING:
    from pathlib import Path

    from generator.check import Judgement
    from generator.model.corpus import Corpus

DEPARTMENTS, YEARS = 100, (2025, 2026)


def write_sound_content(folder: Path) -> Corpus:
    """Return the corpus of two years of a hundred departments; reading it must find nothing."""
    write_content(folder, DEPARTMENTS, YEARS)
    corpus, findings = load_corpus(folder)
    assert findings == ()
    return corpus


@dataclass(frozen=True)
class Sound:
    """A disclosure without a fault, and the file that it was read from."""

    disclosure: Disclosure
    text: str

    @staticmethod
    def of(disclosure: Disclosure, folder: Path) -> Sound:
        """Return a disclosure of the corpus in ``folder`` with its file."""
        path = folder.parent / disclosure.sources[0].path
        return Sound(disclosure, path.read_text(encoding="utf-8"))

    def judged_as(self, text: str) -> Judgement:
        """Return what the rules say where the file reads ``text`` instead; it must still be readable."""
        path = self.disclosure.sources[0].path
        mapping, flaws = read_yaml(path, text)
        assert mapping is not None
        reader = Reader(path, form=self.disclosure.form)
        record = RecordShape(Text).read(mapping, reader)
        assert not flaws
        assert not reader.findings
        assert isinstance(record, Text)
        return judge(dataclasses.replace(self.disclosure, text=record), ALL_RULES)
