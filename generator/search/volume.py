"""One volume of the index: the places of one fiscal year, or of the pages that belong to none.

A volume is a handful of small files, each compressed by itself, of which a query loads only those that it needs:

* ``head``: what is known of its documents, and where everything else stands,
* ``t<n>``: the terms in the order of their characters, each with the places in which it stands,
* ``p<n>``: the texts of some places, for showing what was found,
* ``amounts``: the amounts of its projects, for putting them in order.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.search.document import Part
from generator.search.tokens import BLOCK_END, YUAN, plain, terms

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.search.document import SearchDocument, SearchPlace

_CHUNK = 5000
"""Characters of terms and places in one file: little enough for a phone, much enough not to scatter a query."""
_PACK = 2400
"""Characters of text in one file."""
_OFTEN = 3
_FLAGS = 4
_FIRST = 0x20
_SURROGATES = 0xD800, 0x800


@dataclass(slots=True)
class Volume:
    """Takes documents one after the other and becomes files; the same documents in the same order give the same bytes."""

    name: str
    documents: list[list[object]] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    packs: list[int] = field(default_factory=list)
    amounts: list[tuple[int, str]] = field(default_factory=list)
    files: dict[str, bytes] = field(default_factory=dict)
    _postings: dict[str, list[int]] = field(default_factory=dict)
    _texts: list[list[str]] = field(default_factory=list)
    _length: int = 0

    def add(self, document: SearchDocument) -> None:
        """Take the places of a document."""
        about = (document.address, document.title, document.kind, document.department, document.region, document.context)
        self.documents.append([*about, len(self.parts)])
        for place in document.places:
            self._add_place(place)

    def _add_place(self, place: SearchPlace) -> None:
        number = len(self.parts)
        heading = frozenset(terms(plain(place.heading)))
        counts = Counter(terms(plain(BLOCK_END.join(place.texts))))
        counts.update(place.sums)
        postings = self._postings
        base = number * _FLAGS
        for term, count in counts.items():
            code = base + (count >= _OFTEN) + 2 * (term in heading)
            if term in postings:
                postings[term].append(code)
            else:
                postings[term] = [code]
        for term in heading:
            if term not in counts:
                postings.setdefault(term, []).append(base + 2)
        if place.amount:
            self.amounts.append((number, place.amount))
        self.parts.append(str(Part.ALL.index(place.part)))
        self._shelve([place.anchor, place.heading, place.amount, *(text for text in place.texts if text.strip())])

    def _shelve(self, texts: list[str]) -> None:
        if not self._texts:
            self.packs.append(len(self.parts) - 1)
        self._texts.append(texts)
        self._length += sum(map(len, texts))
        if self._length >= _PACK:
            self._close_pack()

    def _close_pack(self) -> None:
        if self._texts:
            self.files[f"p{len(self.packs) - 1}"] = packed(self._texts)
            self._texts, self._length = [], 0

    def finish(self) -> dict[str, bytes]:
        """Return the files by name; the volume takes nothing more."""
        self._close_pack()
        firsts = self._write_terms()
        self._postings = {}
        self.files["amounts"] = packed([[place, _in_yuan(amount)] for place, amount in self.amounts])
        head = {"documents": self.documents, "parts": "".join(self.parts), "packs": self.packs, "chunks": firsts}
        self.files["head"] = packed(head)
        return self.files

    def _write_terms(self) -> list[str]:
        # In the order in which JavaScript compares strings, which for rare characters is not Python's.
        firsts: list[str] = []
        lines: list[str] = []
        size = 0
        for term in sorted(self._postings, key=lambda term: term.encode("utf-16-be")):
            line = f"{term}\t{spelled(self._postings[term])}"
            if not lines:
                firsts.append(term)
            lines.append(line)
            size += len(line)
            if size >= _CHUNK:
                self.files[f"t{len(firsts) - 1}"] = _compressed("\n".join(lines).encode())
                lines, size = [], 0
        if lines:
            self.files[f"t{len(firsts) - 1}"] = _compressed("\n".join(lines).encode())
        return firsts


def folder_of(name: str, files: dict[str, bytes]) -> str:
    """Return the folder of a volume, whose name changes with its content, so that no cache mixes two builds."""
    digest = hashlib.sha256()
    for path, content in sorted(files.items()):
        digest.update(f"{path} {hashlib.sha256(gzip.decompress(content)).hexdigest()}\n".encode())
    return f"{name}-{digest.hexdigest()[:10]}"


def spelled(codes: Iterable[int]) -> str:
    """Return rising codes (place × 4 + flags) as characters, each of which holds the distance in places and the flags."""
    before = 0
    characters = []
    for code in codes:
        place = code // _FLAGS
        value = (place - before) * _FLAGS + code % _FLAGS + _FIRST
        before = place
        characters.append(chr(value if value < _SURROGATES[0] else value + _SURROGATES[1]))
    return "".join(characters)


def places_in(text: str) -> list[int]:
    """Return the places that :func:`spelled` wrote down."""
    place = 0
    places = []
    for character in text:
        value = ord(character)
        place += ((value if value < _SURROGATES[0] else value - _SURROGATES[1]) - _FIRST) // _FLAGS
        places.append(place)
    return places


def packed(value: object) -> bytes:
    """Return a value as compressed JSON."""
    return _compressed(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode())


def _compressed(content: bytes) -> bytes:
    return gzip.compress(content, 9, mtime=0)


def _in_yuan(amount: str) -> float:
    found = [term for term in terms(plain(amount)) if term.startswith(YUAN)]
    return float(found[0].removeprefix(YUAN)) if found else 0.0
