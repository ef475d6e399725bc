"""What tells other programs of the site: the map of its addresses, feeds of what is new, and the word to robots."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from generator.exports.described import changed_on, corrected_on, published_on
from generator.views.language import say, spoken
from generator.views.wording import UNSTATED, run_on, title_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date
    from pathlib import Path

    from generator.model.corpus import Corpus
    from generator.model.disclosure import Disclosure

SITEMAP, FEED, ROBOTS = "sitemap.xml", "feed.xml", "robots.txt"
CORRECTIONS = "corrections/"
_MOST_ADDRESSES = 50_000
_NEWEST = 50
_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
_MAPS = "http://www.sitemaps.org/schemas/sitemap/0.9"


def write_announcements(corpus: Corpus, addresses: Iterable[str], site: Path, base_url: str) -> dict[str, int]:
    """Write robots.txt, and where ``base_url`` is known the sitemap and the feeds; return their sizes in bytes by address.

    ``addresses`` are those of all pages, below the root. Both the sitemap and feeds must name whole addresses, so a site that
    does not know its own has none.
    """
    files = {ROBOTS: f"User-agent: *\nAllow: /\n{f'Sitemap: {base_url}{SITEMAP}' if base_url else ''}".rstrip("\n") + "\n"}
    if base_url:
        files |= sitemap(sorted(addresses), _days(corpus), base_url)
        files |= _feeds(corpus, base_url)
    sizes = {}
    for address, text in files.items():
        path = site / address
        path.parent.mkdir(parents=True, exist_ok=True)
        sizes[address] = path.write_bytes(text.encode())
    return sizes


def _days(corpus: Corpus) -> dict[str, date]:
    """Return the day on which each page last changed, as far as the texts on it state one."""
    days: dict[str, date] = {}
    for disclosure in corpus.disclosures:
        day, corrected = changed_on(disclosure), corrected_on(disclosure)
        if corrected:
            days[CORRECTIONS] = max(corrected, days.get(CORRECTIONS, corrected))
        if day:
            for address in (
                disclosure.address,
                f"{disclosure.year}/",
                disclosure.department.address,
                "",
                "years/",
                "departments/",
                "data/",
            ):
                days[address] = max(day, days.get(address, day))
    return days


def sitemap(addresses: Sequence[str], days: dict[str, date], base_url: str, most: int = _MOST_ADDRESSES) -> dict[str, str]:
    """Return the files of the sitemap by address; beyond ``most`` addresses it is an index of several."""
    parts = [addresses[start : start + most] for start in range(0, len(addresses), most)]
    if len(parts) <= 1:
        return {SITEMAP: _map(addresses, days, base_url)}
    files = {f"sitemap-{number}.xml": _map(part, days, base_url) for number, part in enumerate(parts, 1)}
    listed = "".join(f"<sitemap><loc>{escape(base_url + name)}</loc></sitemap>\n" for name in files)
    return {SITEMAP: f'{_DECLARATION}<sitemapindex xmlns="{_MAPS}">\n{listed}</sitemapindex>\n', **files}


def _map(addresses: Iterable[str], days: dict[str, date], base_url: str) -> str:
    lines = []
    for address in addresses:
        changed = f"<lastmod>{days[address].isoformat()}</lastmod>" if address in days else ""
        lines.append(f"<url><loc>{escape(base_url + address)}</loc>{changed}</url>\n")
    return f'{_DECLARATION}<urlset xmlns="{_MAPS}">\n{"".join(lines)}</urlset>\n'


@dataclass(frozen=True, slots=True)
class _News:
    """One entry of a feed."""

    address: str
    title: str
    day: date
    author: str
    summary: str
    published: date | None = None


def _feeds(corpus: Corpus, base_url: str) -> dict[str, str]:
    """Return the feeds by address; one without an entry whose day is known is not made, since a feed must be dated."""
    feeds = {"": (corpus.site.name, _news(corpus.disclosures)[:_NEWEST])}
    for department in corpus.departments:
        feeds[department.address] = (f"{department.name} - {corpus.site.name}", _news(corpus.of_department(department.slug)))
    feeds[CORRECTIONS] = (f"{say('更正公告')} - {corpus.site.name}", _corrections(corpus)[:_NEWEST])
    author = corpus.site.publisher or corpus.site.name
    files = {f"{address}{FEED}": _feed(address, title, news, author, base_url) for address, (title, news) in feeds.items() if news}
    # Who reads the feed at a former address goes on reading it.
    for department in corpus.departments:
        feed = files.get(f"{department.address}{FEED}", "")
        files |= {f"{address}{FEED}": feed for address in department.former_addresses if feed}
    return files


def _news(disclosures: Iterable[Disclosure]) -> list[_News]:
    """Return the dated disclosures, the last changed first."""
    news = []
    for disclosure in disclosures:
        day = changed_on(disclosure)
        if day:
            kind, phase, unit = say(disclosure.kind.value), say(disclosure.kind.phase), say(disclosure.text.unit.value)
            summary = say("{kind}（{phase}），金额单位：{unit}。", kind=kind, phase=phase, unit=unit)
            if disclosure.text.corrections:
                count = len(disclosure.text.corrections)
                summary = say("{kind}（{phase}），金额单位：{unit}，有{count}处更正。", kind=kind, phase=phase, unit=unit, count=count)
            author = disclosure.department_name
            news.append(_News(disclosure.address, title_of(disclosure), day, author, summary, published_on(disclosure)))
    return sorted(news, key=lambda each: (-each.day.toordinal(), each.address))


def _corrections(corpus: Corpus) -> list[_News]:
    news = []
    for disclosure in corpus.disclosures:
        for number, correction in enumerate(disclosure.text.corrections, 1):
            before, after = correction.before or say(UNSTATED), correction.after or say(UNSTATED)
            summary = run_on(
                say("{figure}：原为“{before}”，更正为“{after}”。", figure=correction.figure, before=before, after=after),
                say("原因：{reason}。", reason=correction.reason) if correction.reason else "",
                say("批准人：{person}。", person=correction.approved_by) if correction.approved_by else "",
            )
            title = say("更正：{title}", title=title_of(disclosure))
            # The query tells one correction from the next; the page does not read it.
            address = f"{disclosure.address}?correction={number}#corrections"
            news.append(_News(address, title, correction.day, disclosure.department_name, summary))
    return sorted(news, key=lambda each: (-each.day.toordinal(), each.address))


def _feed(address: str, title: str, news: Sequence[_News], author: str, base_url: str) -> str:
    entries = "".join(
        f"<entry><id>{escape(base_url + each.address)}</id><title>{escape(each.title)}</title>"
        f"<link href={quoteattr(base_url + each.address)}/>"
        f"{f'<published>{_moment(each.published)}</published>' if each.published else ''}<updated>{_moment(each.day)}</updated>"
        f"<author><name>{escape(each.author)}</name></author><summary>{escape(each.summary)}</summary></entry>\n"
        for each in news
    )
    own = base_url + address + FEED
    page = base_url + address
    return (
        f'{_DECLARATION}<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{spoken()}">\n'
        f"<id>{escape(own)}</id><title>{escape(title)}</title>"
        f'<link rel="self" type="application/atom+xml" href={quoteattr(own)}/><link href={quoteattr(page)}/>'
        f"<updated>{_moment(news[0].day)}</updated><author><name>{escape(author)}</name></author>\n{entries}</feed>\n"
    )


def _moment(day: date) -> str:
    """Return the beginning of a day in China, as Atom writes moments; no text states an hour."""
    return f"{day.isoformat()}T00:00:00+08:00"
