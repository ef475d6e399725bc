"""更正: which figures of a text were corrected, and every correction of the site in one list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.leaves import leaves, plain_path
from generator.views.blocks import Block, Entries, Entry, Fact, Facts, Link, Notice, PageView, Section
from generator.views.language import say
from generator.views.lists import home
from generator.views.wording import UNSTATED, day, title_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.model.corpus import Corpus
    from generator.model.disclosure import Text
    from generator.model.sections import Correction
    from generator.source.place import Place


_FEED = "corrections/feed.xml"


def corrected_places(text: Text) -> Iterator[Place]:
    """Yield where the figures stand that corrections of the text speak of."""
    figures = {plain_path(correction.figure) for correction in text.corrections}
    if figures:
        yield from (leaf.place for path, leaf in leaves(text).items() if plain_path(path) in figures)


def corrections_view(corpus: Corpus, files: Mapping[str, int]) -> PageView:
    """Return the list of all corrections, the newest first; ``files`` are the written files, of which the feed may be one."""
    given = [
        (correction.day, disclosure.address, number, correction, disclosure)
        for disclosure in corpus.disclosures
        for number, correction in enumerate(disclosure.text.corrections)
    ]
    newest_first = sorted(given, key=lambda each: (-each[0].toordinal(), *each[1:3]))
    sections = tuple(
        Section(
            f"correction-{position}",
            say("{day}：{figure}", day=day(correction.day), figure=correction.figure),
            (Entries((Entry(Link(title_of(disclosure), f"{disclosure.address}#corrections")),)), _facts(correction)),
        )
        for position, (_, _, _, correction, disclosure) in enumerate(newest_first, 1)
    )
    above: tuple[Block, ...] = () if sections else (Notice("note", say("公开以后没有更正过。")),)
    if _FEED in files:
        above = (Entries((Entry(Link(say("订阅更正公告"), _FEED), say("Atom 订阅源，有了新的更正，阅读器会提醒")),)),)
    return PageView(
        title=say("更正公告"),
        description=say("公开以后的全部更正：日期、位置、原值、新值和原因。"),
        lead=say("公开以后的改动逐条列在这里，最近的在前，一共{count}条。", count=len(sections))
        if sections
        else say("公开以后的改动逐条列在这里。"),
        breadcrumbs=(home(),),
        blocks=above,
        sections=sections,
    )


def _facts(correction: Correction) -> Facts:
    rows = (
        (say("原值"), correction.before),
        (say("新值"), correction.after),
        (say("原因"), correction.reason),
        (say("批准人"), correction.approved_by),
    )
    return Facts(tuple(Fact(name, value or say(UNSTATED)) for name, value in rows))
