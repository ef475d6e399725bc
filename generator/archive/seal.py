"""封存: what a fiscal year was when it was published, and every change since, as a chain that nobody rewrites.

``content/seals/<year>.json`` holds one state after the other; each names the hash of the one before and its own.
``content/seals/<year>/`` holds the values of each sealed disclosure, so that a change can be told figure by figure.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any

from generator.model.leaves import leaves

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from generator.model.disclosure import Disclosure
    from generator.model.kinds import Year
    from generator.model.sections import Correction

SEALS = "seals"
VERSION = 1
_PRINTED = "fingerprint"


class SealError(ValueError):
    """A seal that cannot be read or that somebody has rewritten; the message is Chinese."""


@dataclass(frozen=True, slots=True)
class SealedDisclosure:
    """One disclosure as it was: its files by their path below the year's folder, its page, the file of its values, its department."""

    sources: dict[str, str]
    page: str
    values: str
    values_sha256: str
    department: str
    """The department's name of that year, which stands in a file that all years share."""


@dataclass(frozen=True, slots=True)
class State:
    """One link of the chain: when, by what it was made, and the hashes of everything."""

    number: int
    date: str
    generator: str
    rules: str
    previous: str
    disclosures: dict[str, SealedDisclosure]
    pages: dict[str, str]
    corrections: tuple[dict[str, str], ...] = ()
    """The corrections by which this state differs from the one before."""

    def as_json(self) -> dict[str, Any]:
        """Return the state as it is written, without its own hash."""
        return {
            "number": self.number,
            "date": self.date,
            "generator": self.generator,
            "rules": self.rules,
            "previous": self.previous,
            "disclosures": {address: asdict(each) for address, each in sorted(self.disclosures.items())},
            "pages": dict(sorted(self.pages.items())),
            "corrections": list(self.corrections),
        }

    @property
    def fingerprint(self) -> str:
        """Return the SHA-256 of the state in its one canonical spelling."""
        canonical = json.dumps(self.as_json(), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(canonical.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Seal:
    """The chain of one fiscal year, oldest state first."""

    year: Year
    states: tuple[State, ...] = field(default=())

    @property
    def last(self) -> State:
        """Return what holds now."""
        return self.states[-1]

    @property
    def values(self) -> dict[str, str]:
        """Return the hash of every file of values that the chain has ever named, by its name."""
        return {each.values: each.values_sha256 for state in self.states for each in state.disclosures.values()}

    @property
    def corrections(self) -> list[dict[str, str]]:
        """Return every correction that the chain has taken in."""
        return [each for state in self.states for each in state.corrections]


def read_seal(path: Path, year: Year) -> Seal:
    """Return the seal of a year. Raises SealError where it is damaged or its chain is broken."""
    try:
        written = json.loads(path.read_text(encoding="utf-8"))
        states = tuple(_state(each) for each in written["states"])
        printed = [each[_PRINTED] for each in written["states"]]
        sound = written["version"] == VERSION and written["year"] == year and bool(states)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        message = "封存记录损坏，读不出来"
        raise SealError(message) from error
    if not sound:
        message = f"封存记录的年度或者版本不是 {year} 年的"
        raise SealError(message)
    before = ""
    for number, (state, fingerprint) in enumerate(zip(states, printed, strict=True), 1):
        if (state.number, state.previous, state.fingerprint) != (number, before, fingerprint):
            message = f"封存记录的第 {number} 次被改动过：指纹对不上"
            raise SealError(message)
        before = fingerprint
    return Seal(year, states)


def _state(written: dict[str, Any]) -> State:
    disclosures = {address: SealedDisclosure(**each) for address, each in written["disclosures"].items()}
    kept = {name: value for name, value in written.items() if name not in {_PRINTED, "disclosures", "corrections"}}
    return State(**kept, disclosures=disclosures, corrections=tuple(written["corrections"]))


def write_seal(content: Path, seal: Seal, values: Mapping[str, str]) -> Path:
    """Write a seal and the files of values that belong to its last state, the seal itself last; return its path."""
    folder = content / SEALS / str(seal.year)
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in values.items():
        _replace(folder / name, text)
    path = content / SEALS / f"{seal.year}.json"
    _replace(path, seal_text(seal))
    return path


def _replace(path: Path, text: str) -> None:
    part = path.with_name(f".{path.name}-new")
    part.write_text(text, encoding="utf-8", newline="\n")
    part.replace(path)


def seal_text(seal: Seal) -> str:
    """Return the file of a seal."""
    states = [state.as_json() | {_PRINTED: state.fingerprint} for state in seal.states]
    return json.dumps({"version": VERSION, "year": seal.year, "states": states}, ensure_ascii=False, indent=1) + "\n"


def values_text(disclosure: Disclosure) -> str:
    """Return the file of a disclosure's values: its paths as a tree, where they take a third of the room."""
    tree: dict[str, Any] = {}
    for path, leaf in leaves(disclosure.text).items():
        *folders, name = path.split("/")
        branch = tree
        for folder in folders:
            branch = branch.setdefault(folder + "/", {})
        branch[name] = leaf.text
    return json.dumps(tree, ensure_ascii=False, indent=0) + "\n"


def read_values(path: Path, sha256: str) -> dict[str, str]:
    """Return the sealed values of a disclosure. Raises SealError where they are not those that were sealed."""
    return dict(_flat(json.loads(sealed_bytes(path, sha256)), ""))


def sealed_bytes(path: Path, sha256: str) -> bytes:
    """Return what a file of values holds. Raises SealError where that is not what was sealed."""
    try:
        data = path.read_bytes()
    except OSError as error:
        message = f"封存的数值 {path.name} 不见了"
        raise SealError(message) from error
    if hashlib.sha256(data).hexdigest() != sha256:
        message = f"封存的数值 {path.name} 被改动过：指纹对不上"
        raise SealError(message)
    return data


def _flat(tree: Mapping[str, Any], path: str) -> Iterator[tuple[str, str]]:
    for name, held in tree.items():
        if isinstance(held, str):
            yield path + name, held
        else:
            yield from _flat(held, path + name)


def sources_of(disclosure: Disclosure) -> dict[str, str]:
    """Return the hashes of a disclosure's files by their path below the year's folder, wherever its department's folder lies."""
    return {source.path.split("/", 4)[4]: source.sha256 for source in disclosure.sources}


def recorded(correction: Correction, address: str) -> dict[str, str]:
    """Return a correction as a seal keeps it."""
    return {
        "address": address,
        "date": correction.day.isoformat(),
        "figure": correction.figure,
        "before": correction.before or "",
        "after": correction.after or "",
        "reason": correction.reason or "",
        "approved_by": correction.approved_by or "",
    }


def fresh_corrections(disclosure: Disclosure, taken: Sequence[Mapping[str, str]]) -> list[Correction]:
    """Return the corrections of a disclosure that are not among those ``taken`` into its seal; each stands for one change."""
    waiting = [{**each, "address": ""} for each in taken]
    fresh = []
    for correction in disclosure.text.corrections:
        written = recorded(correction, "")
        if written in waiting:
            waiting.remove(written)
        else:
            fresh.append(correction)
    return fresh
