"""Every rule over every disclosure: what was found, and how each rule came out."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.findings.finding import Finding, Severity
from generator.rules.rule import Outcome, Remark, Rule
from generator.source.place import Place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model.corpus import Corpus
    from generator.model.disclosure import Disclosure


@dataclass(frozen=True)
class Judgement:
    """One disclosure's findings and the outcome of each rule by its code."""

    findings: tuple[Finding, ...]
    outcomes: dict[str, Outcome]


@dataclass(frozen=True)
class Report:
    """The findings of loading, and the judgement of each disclosure by its address."""

    loading: tuple[Finding, ...]
    judgements: dict[str, Judgement]

    def of(self, disclosure: Disclosure) -> tuple[Finding, ...]:
        """Return what the rules found in one disclosure."""
        judgement = self.judgements.get(disclosure.address)
        return judgement.findings if judgement else ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Return everything that was found, in the order of files and places."""
        own = (finding for judgement in self.judgements.values() for finding in judgement.findings)
        return tuple(sorted((*self.loading, *own), key=lambda finding: (finding.place, finding.code)))

    def count(self) -> Counter[Severity]:
        """Return how many findings there are of each severity."""
        return Counter(finding.severity for finding in self.findings)


def check(corpus: Corpus, loading: tuple[Finding, ...], rules: Sequence[Rule]) -> Report:
    """Return the report over the corpus; ``loading`` is what reading it has found already."""
    return Report(loading, {disclosure.address: judge(disclosure, rules) for disclosure in corpus.disclosures})


def judge(disclosure: Disclosure, rules: Sequence[Rule]) -> Judgement:
    """Return what the rules say of one disclosure. A rule that raises is 未能执行, is reported, and never looks like a pass."""
    findings: list[Finding] = []
    outcomes: dict[str, Outcome] = {}
    for rule in rules:
        try:
            said = list(rule.find(disclosure))
        except Exception as error:  # noqa: BLE001 - whatever a rule trips over must not stop the others
            outcomes[rule.code] = Outcome.BROKEN
            findings.append(_broken(rule, disclosure, error))
            continue
        remarks = [each for each in said if isinstance(each, Remark)]
        silence = [each for each in said if isinstance(each, Outcome)]
        findings += [Finding(rule.code, rule.severity, each.place, each.message, each.cure, each.also) for each in remarks]
        outcomes[rule.code] = Outcome.FAILED if remarks else silence[0] if silence else Outcome.PASSED
    return Judgement(tuple(findings), outcomes)


def _broken(rule: Rule, disclosure: Disclosure, error: Exception) -> Finding:
    message = f"规则 {rule.code} 没有能够执行（{type(error).__name__}: {error}），这一项没有检查"
    cure = "这是程序的毛病，不是文本的毛病；请把这一条连同文件告诉维护人员。"
    return Finding(rule.code, Severity.WARNING, Place(disclosure.sources[0].path, 1, 1), message, cure)
