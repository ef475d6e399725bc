"""``mingzhang words``: brings the catalogues of interface words up to the source."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from generator.rendering.scripts import words_in
from generator.views.language import CATALOGUES
from generator.views.vocabulary import declared_words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_METHODS = [("**.py", "python"), ("**.html", "jinja2.ext:babel_extract")]
# Babel's own name for which argument is the text, and which says its use.
_KEYWORDS: dict[str, Any] = {"say": None, "noted": None, "say_as": ((1, "c"), 2)}


def interface_words(*folders: Path) -> Catalog:
    """Return every text that the sources below these folders say or note, and the words that the model declares."""
    catalogue = Catalog(fuzzy=False)
    for word in declared_words():
        catalogue.add(word)
    for folder in folders:
        for file, line, text, _, use in extract_from_dir(str(folder), _METHODS, keywords=_KEYWORDS):
            catalogue.add(str(text), locations=[(f"{folder.name}/{file}", line)], context=use)
        for script in sorted(folder.rglob("*.js")):
            for line, text in words_in(script.read_text(encoding="utf-8")):
                catalogue.add(text, locations=[(f"{folder.name}/{script.relative_to(folder).as_posix()}", line)])
    return catalogue


def update_catalogues(*folders: Path) -> Iterator[Path]:
    """Write into every catalogue the words that it lacks, untranslated, drop what nobody says any more; yield the files."""
    words = interface_words(*folders)
    for path in sorted(CATALOGUES.glob("*.po")):
        with path.open("rb") as file:
            catalogue = read_po(file, locale=path.stem)
        catalogue.update(words, no_fuzzy_matching=True, update_creation_date=False)
        catalogue.obsolete.clear()
        with path.open("wb") as file:
            write_po(file, catalogue, omit_header=True, no_location=True, sort_output=True, width=0)
        yield path
