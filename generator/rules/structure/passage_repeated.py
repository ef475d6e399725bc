"""STR-012."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.performance import Goal
from generator.rules.rule import Basis, Outcome, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.model.disclosure import Disclosure
    from generator.model.narrative import Narrative
    from generator.model.passage import Passage
    from generator.model.performance import Measure
    from generator.model.sections import Unit

_PARAGRAPH = re.compile(r"[^\n]+")
_LONG_SENTENCE = 40
_SENTENCE = re.compile(rf"[^。；！？\n]{{{_LONG_SENTENCE},}}")
_CLAUSE = re.compile(r"[^，。；！？]+[，。；！？]")
_LONG_RUN = 22
"""Characters of two clauses that follow each other in both places; single ones are slogans."""
_SHORTEST = 30
"""Characters; shorter paragraphs are often alike with good reason."""


@rule("STR-012", Severity.WARNING, Basis("地方预决算公开操作规程（财预〔2016〕143号）", "第四条", read=False))
def passage_repeated(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """同一段文字、同一项内容不应当出现两次。

    为什么：重复多半是粘贴时多贴了一次，或者该写的没有写，用上一段顶替。
    怎么改：删去重复的一处；两处本该不同的，改写其中一处。
    """
    if not disclosure.narratives:
        yield Outcome.NOT_APPLICABLE
    seen: dict[str, tuple[Passage, int]] = {}
    for passage in disclosure.narratives:
        # Projects and goals that share their words are judged with the performance rules, notes of empty statements with STR-006.
        if passage.project is not None or isinstance(passage.record, Goal) or passage.section == "公开表":
            continue
        if len(passage.text) < _SHORTEST:
            continue
        for match in _PARAGRAPH.finditer(passage.text):
            words = "".join(match[0].split())
            if len(words) < _SHORTEST or words.startswith("|"):
                continue
            earlier, at = seen.setdefault(words, (passage, match.start()))
            if earlier is not passage or at != match.start():
                message = f"这一段与前面的一段完全相同：“{words[:16]}……”"
                yield Remark(passage.at(match.start()), message, "请删去重复的一段，或者改写成应写的内容。", (earlier.at(at),))
    yield from _sentences(disclosure, set(seen))
    yield from _runs(disclosure)
    text = disclosure.text
    if text.units:
        yield from _twice("单位", text.units.rows)
    if text.performance:
        yield from _twice("分项目标", text.performance.goals)
        yield from _twice("保障措施", text.performance.measures)


def _sentences(disclosure: Disclosure, paragraphs: set[str]) -> Iterator[Remark]:
    """Yield the long sentences that another text of the same section has said before; whole paragraphs are told apart from them."""
    seen: dict[tuple[str, str], tuple[Passage, int]] = {}
    for passage in disclosure.narratives:
        if passage.project is not None or isinstance(passage.record, Goal) or passage.section in ("公开表", "名词解释"):
            continue
        for match in _SENTENCE.finditer(passage.text):
            words = "".join(match[0].replace("*", "").split())
            earlier, at = seen.setdefault((passage.section, words), (passage, match.start()))
            if earlier is not passage and f"{words}。" not in paragraphs:
                message = f"这一句与前面的完全相同：“{words[:16]}……”"
                cure = "请只在一处写；两处本该不同的，改写其中一处。"
                yield Remark(passage.at(match.start()), message, cure, (earlier.at(at),), severity=Severity.INFO)


def _runs(disclosure: Disclosure) -> Iterator[Remark]:
    """Yield, one for two measures, where a later one goes over the words of an earlier one, which no whole sentence shows."""
    performance = disclosure.text.performance
    texts = [performance.overall, *(measure.text for measure in performance.measures)] if performance else []
    long = [text for text in texts if text is not None and len(text.text) > 2 * _LONG_RUN]
    seen: dict[str, tuple[Narrative, int]] = {}
    said: set[tuple[int, int]] = set()
    for text in long if len(long) > 1 else ():
        plain, back = _joined(text.text)
        clauses = list(_CLAUSE.finditer(plain))
        for one, two in itertools.pairwise(clauses):
            words = f"{one[0]}{two[0][:-1]}"
            if len(words) < _LONG_RUN or one[0][-1] in "。！？" or len(f"{words}。") > 2 * _SHORTEST:
                continue
            earlier, at = seen.setdefault(words, (text, back[one.start()]))
            whole = plain[plain.rfind("。", 0, one.start()) + 1 : plain.find("。", one.end())]
            # A long sentence that stands there as a whole is told as such.
            told = len(whole) >= _LONG_SENTENCE and whole in earlier.text
            if earlier is not text and not told and (id(text), id(earlier)) not in said:
                said.add((id(text), id(earlier)))
                message = f"这几句前面已经说过：“{words[:24]}……”"
                cure = "请只在一处写；两处本该不同的，改写其中一处。"
                yield Remark(text.at(back[one.start()]), message, cure, (earlier.at(at),), severity=Severity.INFO)


def _joined(text: str) -> tuple[str, list[int]]:
    """Return a text without blanks and line ends, and where each of its characters stood."""
    kept = [at for at, character in enumerate(text) if not character.isspace() and character != "*"]
    return "".join(text[at] for at in kept), kept


def _twice(what: str, entries: Sequence[Unit | Goal | Measure]) -> Iterator[Remark]:
    seen: dict[str, Unit | Goal | Measure] = {}
    for entry in entries:
        name = "".join((entry.name or "").split())
        if name in seen:
            yield Remark(entry.at("name"), f"{what}“{entry.name}”列了两次", "请删去重复的一项，或者改正名称。", (seen[name].at("name"),))
        elif name:
            seen[name] = entry
