"""One order for what Pagefind writes in any order."""

from __future__ import annotations

import gzip
import json

import cbor2
import pytest

from generator.search.canonical import canonical
from generator.search.error import SearchError


def packed(value: object) -> bytes:
    return gzip.compress(b"pagefind_dcd" + cbor2.dumps(value))


def bundle(filters: list[tuple[str, str, list[object]]], version: str = "1.5.2") -> dict[str, bytes]:
    """Return a bundle whose filters and values come in the order given, under names that differ with it."""
    meta = [version, [["p1", 3], ["p0", 3]], [["a", "z", "i1"]], [[label, name] for label, name, _ in filters], [], ["title"]]
    name = "unknown_" + "".join(name for _, name, _ in filters)
    entry = {"version": version, "languages": {"unknown": {"hash": name}}, "include_characters": ["‿", "_"]}
    return {
        "pagefind-entry.json": json.dumps(entry).encode(),
        f"pagefind.{name}.pf_meta": packed(meta),
        **{f"filter/{name}.pf_filter": packed([label, values]) for label, name, values in filters},
    }


ONE = bundle([("年度", "f1", [["2022", [1, 0]], ["2021", [2]]]), ("文种", "f2", [["部门预算", [0, 1, 2]]])])
OTHER = bundle([("文种", "f4", [["部门预算", [2, 0, 1]]]), ("年度", "f3", [["2021", [2]], ["2022", [0, 1]]])])


def test_two_orders_of_the_same_index_become_one() -> None:
    assert canonical(ONE) == canonical(OTHER)


def test_the_entry_names_the_metadata_and_the_metadata_names_the_filters() -> None:
    files = canonical(ONE)
    name = json.loads(files["pagefind-entry.json"])["languages"]["unknown"]["hash"]
    meta = cbor2.loads(gzip.decompress(files[f"pagefind.{name}.pf_meta"]).removeprefix(b"pagefind_dcd"))
    assert [label for label, _ in meta[3]] == ["年度", "文种"]
    assert {f"filter/{chunk}.pf_filter" for _, chunk in meta[3]} == {path for path in files if path.startswith("filter/")}


def test_the_order_of_pages_is_kept_because_their_numbers_are_in_the_word_index() -> None:
    files = canonical(ONE)
    meta = next(content for path, content in files.items() if path.endswith(".pf_meta"))
    assert cbor2.loads(gzip.decompress(meta)[12:])[1] == [["p1", 3], ["p0", 3]]


def test_canonical_is_canonical_already() -> None:
    assert canonical(canonical(ONE)) == canonical(ONE)


def test_another_version_of_pagefind_is_refused() -> None:
    with pytest.raises(SearchError, match=r"1\.6\.0"):
        canonical(bundle([], version="1.6.0"))
