"""The names that readers are helped with: what headings, projects and rows are called, the commonest first.

They are offered while somebody types, and they tell what was meant where a word was typed by its sound.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.search.document import SearchDocument

_MOST = 3000
_LONGEST = 24
_HAN = "\u3400-\u4dbf\u4e00-\u9fff"
# A row of a table as the search is told of it: its name, and then a figure.
_ROW = re.compile(f"(?:[0-9]+；)?([{_HAN}（）“”、]{{2,16}})；[−0-9]")
_NUMBER = re.compile(r"^(?:[0-9]+[.．、]|[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）)\s*")
_SPEAKING = re.compile(f"[{_HAN}]{{2}}")


class Names(Counter[str]):
    """Names with how often they stand in the site."""

    def take(self, document: SearchDocument) -> None:
        """Take the names of a document."""
        known = {document.department, document.region, *document.context[:2]}
        for place in document.places:
            if place.anchor:
                known.add(_NUMBER.sub("", place.heading).strip())
            known.update(found[1] for text in place.texts if (found := _ROW.match(text)))
        self.update(name for name in known if len(name) <= _LONGEST and _SPEAKING.search(name))

    def most_common(self, first: Iterable[str] = ()) -> list[str]:  # type: ignore[override]  # names alone are asked for
        """Return ``first`` and then the commonest names, each once, in an order that does not depend on how they were met."""
        ordered = sorted(self.items(), key=lambda item: (-item[1], item[0]))[:_MOST]
        return list(dict.fromkeys((*first, *(name for name, _ in ordered))))
