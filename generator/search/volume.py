"""One volume of the index: the places of one fiscal year, or of the pages that belong to none.

Pagefind is given each page as one record, its places one after the other, and answers with the positions of words; what
the browser needs besides to make a place of a position is a handful of small files, each compressed by itself:

* ``head``: what is known of the volume's documents, and how many words each of their places has,
* ``p<n>``: the texts of some places, for showing what was found,
* ``c<n>``: which places hold some characters, for readers who ask for one alone,
* ``amounts``: the amounts of its projects, for putting them in order.

A record for each place would do without the positions, but costs nearly three times the time, twice the memory, and
forty times the files.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.search.characters import Characters
from generator.search.document import Part
from generator.search.service import build_bundle
from generator.search.spelling import place_words, word
from generator.search.tokens import BLOCK_END, YUAN, plain, terms

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.search.document import SearchDocument, SearchPlace

_PACK = 2400
"""Characters of text in one file."""
_DECODED = b"pagefind_dcd"
_FRAGMENT = ".pf_fragment"
_LOADED = ("pagefind.js", "pagefind-worker.js", "pagefind-entry.json", ".pagefind", ".pf_meta", ".pf_index")
"""What the browser loads of a bundle: neither Pagefind's own interfaces nor the texts of its records, which are words for it alone."""


@dataclass(slots=True)
class Volume:
    """Takes documents one after the other and becomes files; the same documents in the same order give the same bytes."""

    documents: list[tuple[str, list[object]]] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    packs: list[int] = field(default_factory=list)
    amounts: list[tuple[int, str]] = field(default_factory=list)
    files: dict[str, bytes] = field(default_factory=dict)
    _records: list[tuple[str, str]] = field(default_factory=list)
    _words: list[int] = field(default_factory=list)
    _texts: list[list[str]] = field(default_factory=list)
    _characters: Characters = field(default_factory=Characters)
    _length: int = 0

    def add(self, document: SearchDocument) -> None:
        """Take the places of a document."""
        about = [document.title, document.kind, document.department, document.region, document.context, document.within, len(self.parts)]
        self.documents.append((document.address, about))
        # One word beyond all places: Pagefind leaves out a record that has none.
        self._records.append((document.address, " ".join((*filter(None, map(self._add_place, document.places)), word("")))))

    def _add_place(self, place: SearchPlace) -> str:
        heading, text = plain(place.heading), plain(BLOCK_END.join(place.texts))
        headed, held, words = place_words(heading, text, place.sums)
        self._words += (headed, held)
        self._characters.add(len(self.parts), heading + text)
        if place.amount:
            self.amounts.append((len(self.parts), place.amount))
        self.parts.append(str(Part.ALL.index(place.part)))
        self._shelve([place.anchor, place.heading, place.amount, *(text for text in place.texts if text.strip())])
        return words

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
        """Return the files by name; the volume takes nothing more. Raises SearchError where Pagefind cannot be run."""
        self._close_pack()
        bundle = build_bundle(self._records)
        names = _names(bundle)
        self.files |= {path: content for path, content in bundle.items() if path.endswith(_LOADED)}
        self.files["amounts"] = packed([[place, _in_yuan(amount)] for place, amount in self.amounts])
        listed = list(self._characters.files())
        self.files |= {f"c{number}": packed(each) for number, each in enumerate(listed)}
        documents = [[names[address], address, *about] for address, about in self.documents]
        head = {
            "documents": documents,
            "parts": "".join(self.parts),
            "packs": self.packs,
            "words": self._words,
            "characters": [each[0][0] for each in listed],
        }
        self.files["head"] = packed(head)
        return self.files


def _names(bundle: Mapping[str, bytes]) -> dict[str, str]:
    """Return how Pagefind's answers call each record, by the record's address."""
    fragments = {path.split("/")[-1].removesuffix(_FRAGMENT): content for path, content in bundle.items() if path.endswith(_FRAGMENT)}
    return {json.loads(gzip.decompress(content).removeprefix(_DECODED))["url"]: name for name, content in fragments.items()}


def folder_of(name: str, files: dict[str, bytes]) -> str:
    """Return the folder of a volume, whose name changes with its content, so that no cache mixes two builds."""
    digest = hashlib.sha256()
    for path, content in sorted(files.items()):
        digest.update(f"{path} {hashlib.sha256(content).hexdigest()}\n".encode())
    return f"{name}-{digest.hexdigest()[:10]}"


def packed(value: object) -> bytes:
    """Return a value as compressed JSON."""
    return gzip.compress(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode(), 9, mtime=0)


def _in_yuan(amount: str) -> float:
    found = [term for term in terms(plain(amount)) if term.startswith(YUAN)]
    return float(found[0].removeprefix(YUAN)) if found else 0.0
