"""Whether the content still is what was sealed: each change without a correction is a finding at its figure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.archive.seal import SEALS, SealError, fresh_corrections, read_seal, read_values, sealed_bytes, sources_of
from generator.findings.finding import Finding, Severity
from generator.model.kinds import Year
from generator.model.leaves import NOT_THERE, Leaf, leaves, plain_path, plain_value
from generator.source.place import Place

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from generator.archive.seal import Seal, SealedDisclosure
    from generator.model.corpus import Corpus
    from generator.model.disclosure import Disclosure
    from generator.model.sections import Correction

_MOST_LISTED = 20


def sealed_findings(content: Path, corpus: Corpus) -> tuple[Finding, ...]:
    """Return what has changed in sealed years without a correction; nothing where no year is sealed."""
    findings: list[Finding] = []
    for path in sorted((content / SEALS).glob("[!.]*.json")):
        place = Place(f"{content.name}/{SEALS}/{path.name}", 1, 1)
        if not re.fullmatch("[12][0-9]{3}", path.stem):
            cure = "封存记录的文件名是年度，如 2021.json；别的文件请移走。"
            findings.append(Finding("ARC-001", Severity.ERROR, place, f"“{path.name}”不是封存记录的文件名", cure))
            continue
        try:
            seal = read_seal(path, Year(int(path.stem)))
        except SealError as error:
            findings.append(_damaged(str(error), place))
        else:
            damaged = list(_damaged_values(seal, content, place))
            # What cannot be compared with is not compared with: what was there has to come back first.
            findings += damaged or _of_year(seal, content, corpus, place)
    for folder in sorted((content / SEALS).glob("[12][0-9][0-9][0-9]/")):
        if not folder.with_suffix(".json").exists():
            place = Place(f"{content.name}/{SEALS}/{folder.name}.json", 1, 1)
            findings.append(_damaged(f"{folder.name} 年封存过，封存记录 {folder.name}.json 却不见了", place))
    return tuple(findings)


def _damaged(message: str, place: Place) -> Finding:
    return Finding("ARC-001", Severity.ERROR, place, message, "封存记录不能手改：请从版本库或者存档里取回原来的文件。")


def _damaged_values(seal: Seal, content: Path, place: Place) -> Iterator[Finding]:
    for name, sha256 in seal.values.items():
        try:
            sealed_bytes(content / SEALS / str(seal.year) / name, sha256)
        except SealError as error:
            yield _damaged(str(error), place)


def _of_year(seal: Seal, content: Path, corpus: Corpus, place: Place) -> Iterator[Finding]:
    now = {disclosure.address: disclosure for disclosure in corpus.of_year(seal.year)}
    moved = corpus.redirects
    once = {address for state in seal.states for address in state.disclosures}
    for address in sorted(once - seal.last.disclosures.keys()):
        if moved.get(address, address) not in now:
            yield _gone(address, place)
    for address, sealed in seal.last.disclosures.items():
        disclosure = now.pop(moved.get(address, address), None)
        if disclosure is not None:
            taken = [each for each in seal.corrections if moved.get(each["address"], each["address"]) == disclosure.address]
            yield from _of_name(seal.year, sealed.department, disclosure)
            yield from _of_disclosure(seal, sealed, disclosure, fresh_corrections(disclosure, taken), content)
        elif not any((content / "departments" / address.split("/")[1] / str(seal.year) / name).exists() for name in sealed.sources):
            yield _gone(address, place)
    for disclosure in now.values():
        message = f"{seal.year} 年已经封存，这一份公开文本是后来加的"
        cure = f"确实要补充公开的，运行 mingzhang seal {seal.year} --correct 登记；放错了的，请移走。"
        yield Finding("ARC-002", Severity.ERROR, Place(disclosure.sources[0].path, 1, 1), message, cure)


def _gone(address: str, place: Place) -> Finding:
    message = f"封存过的公开文本不见了，网址 {address} 会失效"
    cure = "请恢复原来的文件；部门换了代号的，把文件移过去，并在新部门的 department.yml 的“原网址”里写上旧代号。"
    return Finding("TIM-004", Severity.ERROR, place, message, cure)


def _of_name(year: Year, name: str, disclosure: Disclosure) -> Iterator[Finding]:
    """Yield a finding where the department's name of the year is another than it was: it stands in a file that all years share."""
    borne = disclosure.department.borne_in(year)
    if borne.full != name:
        message = f"{year} 年已经封存，部门的名称原来是{name}，现在是{borne.full}"
        cure = f"部门后来改了名的，另加一条名称，写明从哪一年起；原来写错了的，运行 mingzhang seal {year} --correct 登记。"
        yield Finding("ARC-005", Severity.ERROR, borne.at("full"), message, cure, expected=name, actual=borne.full)


def _of_disclosure(
    seal: Seal, sealed: SealedDisclosure, disclosure: Disclosure, fresh: list[Correction], content: Path
) -> Iterator[Finding]:
    if sources_of(disclosure) == sealed.sources:
        return
    before = read_values(content / SEALS / str(seal.year) / sealed.values, sealed.values_sha256)
    after = leaves(disclosure.text)
    changed = [path for path in dict.fromkeys((*before, *after)) if before.get(path) != (after[path].text if path in after else None)]
    uncovered = [path for path in changed if not any(_covers(each, path, before, after) for each in fresh)]
    for path in uncovered[:_MOST_LISTED]:
        yield _uncorrected(seal.year, path, before.get(path), after.get(path), Place(disclosure.sources[0].path, 1, 1))
    if len(uncovered) > _MOST_LISTED:
        place, rest = Place(disclosure.sources[0].path, 1, 1), len(uncovered) - _MOST_LISTED
        yield Finding("TIM-005", Severity.ERROR, place, f"另有{rest}处改动没有更正说明，没有逐条列出", "请先改正前面的。")
    known = {plain_path(path): text for path, text in before.items()}
    for correction in fresh:
        was = known.get(plain_path(correction.figure), NOT_THERE)
        if correction.before and "全文指纹" not in was and _differs(correction.before, was, disclosure, correction, before):
            message = f"更正说“{correction.figure}”原来是{correction.before}，封存的是{was}"
            cure = "请照封存的值写原值；同一处更正过的，原值是上一次更正以后的值。"
            yield Finding("ARC-004", Severity.ERROR, correction.at("before"), message, cure, expected=was, actual=correction.before)
    if not changed and not fresh:
        message = f"{seal.year} 年封存以后，源文件的写法变了，公开的内容没有变"
        cure = f"请恢复原来的文件，或者运行 mingzhang seal {seal.year} --correct 登记。"
        yield Finding("ARC-003", Severity.WARNING, Place(disclosure.sources[0].path, 1, 1), message, cure)


def _differs(said: str, was: str, disclosure: Disclosure, correction: Correction, before: dict[str, str]) -> bool:
    unit = disclosure.text.unit
    if plain_value(said, unit) == plain_value(was, unit):
        return False
    # What was taken out may be a whole part, whose old value is said in words.
    inside = f"{plain_path(correction.figure)}/"
    whole = plain_value(correction.after, unit) == NOT_THERE and any(plain_path(path).startswith(inside) for path in before)
    return not whole


def _covers(correction: Correction, path: str, before: dict[str, str], after: dict[str, Leaf]) -> bool:
    """Return whether a correction speaks of a value: of itself, or of the whole part that came or went with it."""
    figure, plain = plain_path(correction.figure), plain_path(path)
    if figure == plain:
        return True
    came = path not in before and (correction.before or "").strip() == NOT_THERE
    went = path not in after and (correction.after or "").strip() == NOT_THERE
    return (came or went) and plain.startswith(f"{figure}/")


def _uncorrected(year: Year, path: str, before: str | None, after: Leaf | None, file: Place) -> Finding:
    was = NOT_THERE if before is None else before
    now = NOT_THERE if after is None else after.text
    cure = (
        f"请恢复原来的内容；确实要改的，在“更正”里写一条：位置“{path}”，原值“{was}”，新值“{now}”，"
        "以及日期、原因和批准人。"
    )  # fmt: skip
    message = f"{year} 年已经封存，“{path}”原来是{was}，现在是{now}，没有更正说明"
    return Finding("TIM-005", Severity.ERROR, after.place if after else file, message, cure, expected=was, actual=now)


def uncorrected(findings: Sequence[Finding]) -> list[Finding]:
    """Return the findings that keep a seal from being renewed: everything but what a renewal is for."""
    return [finding for finding in findings if finding.code not in {"ARC-002", "ARC-003", "ARC-005"}]
