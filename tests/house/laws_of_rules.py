"""What every rule owes the house: a file named for its fault, a manual page, a basis, a code of its own, and examples of both kinds."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from generator.rules.rule import SiteRule
from tests.cases.rule_cases import Examples, read_examples

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from generator.rules.rule import AnyRule

_CODE = re.compile(r"[A-Z]{1,3}-\d{3}")
_CODES_OF_LOADING = ("SRC-", "DAT-")
_MANUAL = re.compile(r"(?P<law>\S[^\n]*。)\n\n(?P<why> *为什么：[^\n]+)\n(?P<cure> *怎么改：[^\n]+)\s*")
_MODULE = re.compile(r'"""(?P<code>[A-Z]{1,3}-\d{3})\.(?:"""|\n)')


def faults(folder: Path, rules: Sequence[AnyRule]) -> list[str]:
    """Return what is wrong with the rules in ``folder`` and their register; nothing if every law is kept."""
    return [*_faults_of_the_register(folder, rules), *(fault for rule in rules for fault in _faults_of_one(folder, rule))]


def _faults_of_the_register(folder: Path, rules: Sequence[AnyRule]) -> Iterator[str]:
    files = Counter(path.stem for path in folder.glob("*/*.py") if path.name != "__init__.py")
    registered = Counter(rule.name for rule in rules)
    for name in sorted(files.keys() | registered.keys()):
        if registered[name] != 1:
            yield f"{name}: registered {registered[name]} times"
        if files[name] != 1:
            yield f"{name}: {files[name]} files of this name"
    for path in sorted(folder.glob("*/*.md")):
        if not path.with_suffix(".py").exists():
            yield f"{path.stem}: examples without a rule"
    for code, count in sorted(Counter(rule.code for rule in rules).items()):
        if count > 1:
            yield f"{code}: borne by {count} rules"


def _faults_of_one(folder: Path, rule: AnyRule) -> Iterator[str]:
    _, _, group, module = rule.find.__module__.split(".")
    path = folder / group / f"{module}.py"
    if module != rule.name:
        yield f"{rule.name}: stands in {module}.py"
    if not _CODE.fullmatch(rule.code) or rule.code.startswith(_CODES_OF_LOADING):
        yield f"{rule.name}: {rule.code} is no code of a rule"
    if not rule.basis or not all(basis.law.strip() for basis in rule.basis):
        yield f"{rule.name}: rests on no basis"
    if not _MANUAL.fullmatch(rule.manual):
        yield f"{rule.name}: its manual page is not law, 为什么, 怎么改"
    if path.exists():
        heading = _MODULE.match(path.read_text(encoding="utf-8"))
        if heading is None or heading["code"] != rule.code:
            yield f"{rule.name}: its file does not begin with {rule.code}"
    yield from _faults_of_examples(path.with_suffix(".md"), rule)


def _faults_of_examples(path: Path, rule: AnyRule) -> Iterator[str]:
    if not path.exists():
        yield f"{rule.name}: no examples"
        return
    try:
        examples: Examples = read_examples(path.read_text(encoding="utf-8"))
    except ValueError as error:
        yield f"{rule.name}: {error}"
        return
    if examples.code != rule.code:
        yield f"{rule.name}: its examples are titled {examples.code}"
    names = Counter(case.name for case in examples.cases)
    yield from (f"{rule.name}: two examples “{name}”" for name, count in names.items() if count > 1)
    if not any(case.marks for case in examples.cases):
        yield f"{rule.name}: no failing example"
    if any(bool(case.site) is not isinstance(rule, SiteRule) for case in examples.cases):
        yield f"{rule.name}: examples of the site belong to rules of the site, and no others"
    if all(case.marks for case in examples.cases):
        yield f"{rule.name}: no passing example"
