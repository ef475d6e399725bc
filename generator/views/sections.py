"""The sections of a disclosure, one function each, named by the label of the form that it shows."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from generator.views.addresses import Addresses
from generator.views.blocks import Block, Cell, Entries, Entry, Fact, Facts, HeadCell, Link, Look, Notice, Prose, Row, Section
from generator.views.charted import composition_chart, public_expense_chart
from generator.views.language import noted, remembered, say, say_as
from generator.views.marks import NO_MARKS, Marks
from generator.views.tables import parts_table, row_header, table
from generator.views.terms import SectionTerms
from generator.views.wording import comparison, day, figure_cell, file_size, money, share_cell, text_cell, year_and_phase

if TYPE_CHECKING:
    from generator.model.attachment import Attachment
    from generator.model.disclosure import Disclosure, Text
    from generator.model.narrative import Narrative
    from generator.model.record import Record
    from generator.model.sections import Flow, PublicExpense
    from generator.views.terms import TermFinder

_NUMBER = Look.NUMBER
_CORRECTION = (noted("日期"), noted("位置"), noted("原值"), noted("新值"), noted("原因"), noted("批准人"))


class Shown:
    """What every section needs: the text, its captions' ending, and which terms it has linked already."""

    def __init__(self, disclosure: Disclosure, finder: TermFinder, marks: Marks = NO_MARKS, addresses: Addresses | None = None) -> None:
        """Take the disclosure, the site's term finder, the page's findings and its addresses; one instance serves one section."""
        self.disclosure = disclosure
        self.finder = finder
        self.marks = marks
        self.addresses = addresses or Addresses(disclosure)
        self.text: Text = disclosure.text
        self.year = year_and_phase(disclosure.year, disclosure.kind)
        self.terms = SectionTerms(finder)

    def prose(self, narrative: Narrative) -> Prose:
        """Return running text with the terms that it is the first in this section to use."""
        uses = self.terms.first_uses(narrative.text)
        return self.marks.within(narrative, Prose(narrative.text, uses, notes=self.finder.notes_at(uses)))

    def afresh(self) -> Shown:
        """Return the same for another section, where terms are linked anew."""
        return Shown(self.disclosure, self.finder, self.marks, self.addresses)

    def figure(self, record: Record, name: str) -> Cell:
        """Return the cell of a record's amount, with the mark of the finding at it."""
        return self.marks.on(figure_cell(getattr(record, name), self.text.unit), record, name)

    def fact(self, name: str, record: Record, field: str) -> Fact:
        """Return a record's amount beside its name, with its address and the mark of the finding at it."""
        return Fact(
            name,
            money(getattr(record, field)),
            None,
            self.marks.at(record, field),
            self.addresses.key(record, field),
            self.marks.changed(record, field),
        )

    def words(self, record: Record, name: str) -> Cell:
        """Return the cell of a record's text, with the mark of the finding at it."""
        return self.marks.on(text_cell(getattr(record, name)), record, name)

    def text_of(self, narrative: Narrative | None) -> list[Block]:
        """Return the block of a text, or nothing where there is none."""
        return [self.prose(narrative)] if narrative else []

    def caption(self, title: str) -> str:
        """Return a table's caption: what, of which year and phase."""
        return _caption(title, self.year)


@remembered(maxsize=1 << 10)
def _caption(title: str, year: str) -> str:
    return say("{title}（{year}）", title=title, year=year)


Builder = Callable[["Shown"], list[Block]]


def plain(attribute: str) -> Builder:
    """Return a builder of a section that is nothing but running text."""

    def build(shown: Shown) -> list[Block]:
        return shown.text_of(getattr(shown.text, attribute))

    return build


def units(shown: Shown) -> list[Block]:
    """机构设置."""
    part = shown.text.units
    if part is None:
        return []
    fields = ("nature", "rank", "funding")
    rows = [
        Row((shown.marks.on(row_header(unit.name), unit, "name"), *(shown.words(unit, field) for field in fields))) for unit in part.rows
    ]
    head = [HeadCell(say("单位名称")), HeadCell(say("单位性质")), HeadCell(say("单位规格")), HeadCell(say("经费保障形式"))]
    return [*shown.text_of(part.note), *([table("t-units", shown.caption(say("部门机构设置情况")), head, rows)] if rows else [])]


def income(shown: Shown) -> list[Block]:
    """收入."""
    return _flow(shown, shown.text.income, "income", say("收入构成"))


def expenditure(shown: Shown) -> list[Block]:
    """支出."""
    return _flow(shown, shown.text.expenditure, "expenditure", say("支出构成"))


def _flow(shown: Shown, flow: Flow | None, slug: str, title: str) -> list[Block]:
    if flow is None:
        return []
    blocks = shown.text_of(flow.note)
    if flow.previous is not None:
        blocks.append(Facts((shown.fact(say("上年"), flow, "previous"),)))
    if flow.parts or flow.total is not None:
        caption = shown.caption(title)
        charts = composition_chart(f"c-{slug}", caption, flow)
        blocks.append(parts_table(f"t-{slug}", caption, flow, shown.text.unit, shown.marks, shown.addresses, charts))
    return blocks


def changes(shown: Shown) -> list[Block]:
    """比上年增减."""
    part = shown.text.changes
    if part is None:
        return []
    with_rate = any(change.rate for change in part.rows)
    head = [HeadCell(say_as("item", "项目")), HeadCell(say("方向")), HeadCell(say("增减额"), look=_NUMBER)]
    head += [HeadCell(say("增减比例"), look=_NUMBER)] if with_rate else []
    head.append(HeadCell(say("原因")))
    rows = []
    for change in part.rows:
        cells = [shown.marks.on(row_header(change.name), change, "name")]
        cells.append(shown.marks.on(text_cell(say(change.direction.value) if change.direction else None), change, "direction"))
        cells.append(shown.figure(change, "amount"))
        cells += [shown.marks.on(share_cell(change.rate), change, "rate")] if with_rate else []
        cells.append(shown.words(change, "reason"))
        rows.append(Row(tuple(cells), key=shown.addresses.key(change)))
    if not rows:
        return shown.text_of(part.note)
    columns = ("amount", "rate", "") if with_rate else ("amount", "")
    caption = shown.caption(say("收支比上年增减变化"))
    return [*shown.text_of(part.note), table("t-changes", caption, head, rows, shown.text.unit, columns)]


def operating(shown: Shown) -> list[Block]:
    """机关运行经费."""
    part = shown.text.operating
    if part is None:
        return []
    amounts = ((say("本年安排"), "amount", part.amount), (say("上年"), "previous", part.previous))
    facts = [shown.fact(name, part, field) for name, field, figure in amounts if figure is not None]
    return [*([Facts(tuple(facts))] if facts else []), *shown.text_of(part.note)]


def public_expenses(shown: Shown) -> list[Block]:
    """“三公”经费."""
    part = shown.text.public_expenses
    if part is None:
        return []
    items: list[tuple[str, str, PublicExpense | None]] = [
        (say("因公出国（境）费"), "1", part.abroad),
        (say("公务用车购置及运行维护费"), "1", part.vehicles),
        (say("其中：公务用车购置费"), "2", part.vehicle_purchase),
        (say("其中：公务用车运行维护费"), "2", part.vehicle_running),
        (say("公务接待费"), "1", part.reception),
        (say("合计"), "", part.total),
    ]
    given = [(name, level, item) for name, level, item in items if item is not None]
    with_previous = any(item.previous is not None for _, _, item in given)
    head = [HeadCell(say_as("item", "项目")), *([HeadCell(say("上年"), look=_NUMBER)] if with_previous else [])]
    head += [HeadCell(say("本年"), look=_NUMBER), HeadCell(say("增减变化及原因"))]
    rows = []
    for name, level, item in given:
        cells = [row_header(name, level), *([shown.figure(item, "previous")] if with_previous else [])]
        compared = text_cell(comparison(item) or None)
        for field in ("direction", "change", "reason"):
            compared = shown.marks.on(compared, item, field)
        cells += [shown.figure(item, "amount"), compared]
        rows.append(Row(tuple(cells), item is part.total, shown.addresses.key(item)))
    if not rows:
        return shown.text_of(part.note)
    columns = ("previous", "amount", "change") if with_previous else ("amount", "change")
    caption, charts = shown.caption(say("财政拨款“三公”经费")), public_expense_chart(shown.caption(say("“三公”经费各项")), part)
    return [*shown.text_of(part.note), table("t-public-expenses", caption, head, rows, shown.text.unit, columns, charts)]


def procurement(shown: Shown) -> list[Block]:
    """政府采购."""
    part = shown.text.procurement
    if part is None:
        return []
    items = (
        (say("货物"), "goods"), (say("工程"), "works"), (say("服务"), "services"), (say("面向中小企业"), "small_and_medium"),
        (say("其中：小微企业"), "small_and_micro"), (say("合计"), "total"),
    )  # fmt: skip
    rows = [
        Row((row_header(name), shown.figure(part, field)), field == "total", shown.addresses.key(part, field))
        for name, field in items
        if getattr(part, field) is not None
    ]
    head = [HeadCell(say_as("item", "项目")), HeadCell(say("金额"), look=_NUMBER)]
    if not rows:
        return shown.text_of(part.note)
    return [
        *shown.text_of(part.note),
        table("t-procurement", shown.caption(say("政府采购预算")), head, rows, shown.text.unit, ("amount",)),
    ]


def assets(shown: Shown) -> list[Block]:
    """国有资产."""
    part = shown.text.assets
    if part is None:
        return []
    facts = [shown.marks.fact(say("截止日期"), day(part.as_of), part, "as_of")] if part.as_of else []
    amounts = ((say("固定资产金额"), "total", part.total), (say("本年度拟购置"), "planned", part.planned))
    facts += [shown.fact(name, part, field) for name, field, figure in amounts if figure is not None]
    facts += [shown.marks.fact(say("编制部门"), part.compiled_by, part, "compiled_by")] if part.compiled_by else []
    rows = []
    for asset in part.rows:
        quantity = asset.quantity
        look = _NUMBER if quantity and quantity.value is not None else Look.TEXT
        cell = text_cell(quantity.text if quantity else None)
        counted = shown.marks.on(cell._replace(look=look) if quantity and quantity.text else cell, asset, "quantity")
        named = shown.marks.on(row_header(asset.name), asset, "name")
        rows.append(Row((named, counted, shown.figure(asset, "value")), key=shown.addresses.key(asset)))
    head = [HeadCell(say_as("item", "项目")), HeadCell(say("数量"), look=_NUMBER), HeadCell(say("价值"), look=_NUMBER)]
    title = shown.caption(say("固定资产占用情况"))
    if part.as_of:
        title = say("固定资产占用情况（截至{day}）", day=day(part.as_of))
    notes = (
        (say("“——”表示这一行没有数量。"),)
        if any(asset.quantity and asset.quantity.text and asset.quantity.value is None for asset in part.rows)
        else ()
    )
    tables = [table("t-assets", title, head, rows, shown.text.unit, ("quantity", "value"), notes=notes)] if rows else []
    return [*([Facts(tuple(facts))] if facts else []), *shown.text_of(part.note), *tables]


def attachments(shown: Shown) -> list[Block]:
    """附件."""
    entries = tuple(
        Entry(
            Link(attachment.title, f"{shown.disclosure.address}{attachment.published_name}"),
            _about(attachment),
        )
        for attachment in shown.text.attachments
    )
    return [Entries(entries)] if entries else []


def _about(attachment: Attachment) -> str:
    parts = (attachment.suffix[1:].upper(), file_size(attachment.size), f"SHA-256 {attachment.sha256[:16]}…")
    return say("，").join(parts)


def corrections(shown: Shown) -> list[Block]:
    """更正."""
    rows = [
        Row((row_header(day(correction.day)), text_cell(correction.figure), text_cell(correction.before), text_cell(correction.after),
             text_cell(correction.reason), text_cell(correction.approved_by)))
        for correction in shown.text.corrections
    ]  # fmt: skip
    head = [HeadCell(say(name)) for name in _CORRECTION]
    return [table("t-corrections", say("公开以后的更正"), head, rows)] if rows else []


def glossary(shown: Shown) -> list[Section]:
    """名词解释: one part for each term, in the order of the text."""
    return [
        Section(f"term-{number}", term.name, tuple(shown.text_of(term.text)) or (Notice("lacking", say("没有解释。")),))
        for number, term in enumerate(shown.text.glossary, 1)
    ]
