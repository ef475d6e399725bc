"""公开文本: what one department discloses of one year in one kind."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from generator.model.attachment import Attachment
from generator.model.claims import Claim, claims
from generator.model.classification import EMPTY_CLASSIFICATION, Classification
from generator.model.comparability import Break
from generator.model.expenses import PUBLIC_EXPENSES, Expenses, expenses
from generator.model.flow_sums import flow_sums
from generator.model.headlines import Headline, headlines
from generator.model.kinds import Kind, Status, Year
from generator.model.money import MoneyUnit
from generator.model.movements import Movement, movements
from generator.model.narrative import Narrative
from generator.model.passage import Passage, passages
from generator.model.performance import Performance, Project
from generator.model.promises import Promises, promises
from generator.model.prose import Prose
from generator.model.record import Record, label
from generator.model.sections import (
    Assets,
    Changes,
    Correction,
    Dates,
    Flow,
    Operating,
    Procurement,
    PublicExpenses,
    Review,
    Term,
    Units,
    Waiver,
)
from generator.model.sheet import Sheet
from generator.model.site import OnError, Site
from generator.model.stated_changes import StatedChange, stated_changes
from generator.model.statement import Statement
from generator.model.usage import Usage
from generator.quick import kept

if TYPE_CHECKING:
    from generator.model.department import Department
    from generator.model.entry import Sums
    from generator.model.format import Form, SectionForm
    from generator.model.source_file import SourceFile


@dataclass(frozen=True, slots=True, kw_only=True)
class Text(Record):
    """Everything that a clerk writes, under the labels of the official form."""

    year: Year = label("年度", "预算年度，四位数字", required=True, example="2026")
    title: str | None = label("标题", "公开文本的原标题")
    department_name: str | None = label("部门名称", "本文本印的部门名称；与登记名称相同就不写")
    unit: MoneyUnit = label("金额单位", "本文本金额的单位：元、万元或亿元", required=True, example="万元")
    status: Status | None = label("状态", "正式公开或草案")
    dates: Dates | None = label("日期")
    review: Review | None = label("审查", "公开以前的保密审查，填写了的在网页上显示")
    provenance: Narrative | None = label("资料来源", "文本的来源")
    legal_basis: Narrative | None = label("公开依据")
    duties: Narrative | None = label("部门职责")
    units: Units | None = label("机构设置")
    general: Narrative | None = label("预算编制说明")
    income: Flow | None = label("收入")
    expenditure: Flow | None = label("支出")
    changes: Changes | None = label("比上年增减")
    breaks: tuple[Break, ...] = label("可比性", "本年的数与上年不能直接比较的，写明原因；能比较的不写", default=())
    operating: Operating | None = label("机关运行经费")
    public_expenses: PublicExpenses | None = label("三公经费")
    performance: Performance | None = label("部门整体绩效")
    special_funds_note: Narrative | None = label("专项资金说明", "没有专项资金的，在这里写明")
    projects: tuple[Project, ...] = label("项目", "项目绩效目标表，一项一条；也可以放在 projects 文件夹里", default=())
    statements: tuple[Statement, ...] = label("公开表", "按公开格式逐表填写；也可以放在 statements 文件夹里", default=())
    procurement: Procurement | None = label("政府采购")
    assets: Assets | None = label("国有资产")
    glossary: tuple[Term, ...] = label("名词解释", default=())
    other: Narrative | None = label("其他说明")
    attachments: tuple[Attachment, ...] = label("附件", "随文本公布的文件，如盖章的扫描件；文件放在 attachments 文件夹里", default=())
    corrections: tuple[Correction, ...] = label("更正", "公开以后的改动，逐条记录", default=())
    waivers: tuple[Waiver, ...] = label("豁免", "有理由不改的检查结果，逐条写明", default=())
    on_error: OnError | None = label("发现错误时", "这一份文本检查出错误时怎么办；不写就照 site.yml 的")


FIELDS: dict[str, str] = {each.metadata["label"]: each.name for each in dataclasses.fields(Text) if "label" in each.metadata}
"""The field of a text that stands under each label of the form."""


@dataclass(frozen=True, kw_only=True)
class Disclosure:
    """A clerk's text with what it is judged and shown by: whose it is, of what kind, in which form, from which files.

    ``partly_read`` says that some of its files could not be read as a whole: what seems to be missing may well be written there.
    ``previous`` is the department's disclosure of the same kind and the year before, ``register`` every department.
    """

    department: Department
    kind: Kind
    text: Text
    form: Form
    sources: tuple[SourceFile, ...]
    partly_read: bool = False
    site: Site = field(default_factory=lambda: Site(name="明账"))
    classification: Classification = EMPTY_CLASSIFICATION
    usage: Usage = field(default_factory=Usage)
    previous: Disclosure | None = None
    register: tuple[Department, ...] = ()

    @property
    def year(self) -> Year:
        """Return the fiscal year."""
        return self.text.year

    @property
    def address(self) -> str:
        """Return the permanent address below the site's root, as ``2021/zjk-npc/budget/``."""
        return self._address_of(self.department.slug)

    @property
    def former_addresses(self) -> tuple[str, ...]:
        """Return the addresses that it had, or would have had, while the department's folder bore other names."""
        return tuple(map(self._address_of, self.department.file.former))

    def _address_of(self, slug: str) -> str:
        return f"{self.year}/{slug}/{self.kind.slug}/"

    @property
    def department_name(self) -> str:
        """Return the name that the department bore in this disclosure."""
        return self.text.department_name or self.department.name_in(self.year)

    @property
    def day(self) -> date:
        """Return the day by whose rules the disclosure is judged: its publication, else its approval, else the year's first."""
        dates = self.text.dates
        known = [day for day in (dates.published, dates.finance, dates.congress) if day] if dates else []
        return known[0] if known else date(self.year, 1, 1)

    @kept
    def headlines(self) -> tuple[Headline, ...]:
        """Return the key figures, which its own page, its department's and its year's show."""
        return tuple(headlines(self))

    @kept
    def prose(self) -> Prose:
        """Return everything that is said in words, as one text to search in."""
        return Prose(passages(self.text, self.promises))

    @kept
    def narratives(self) -> tuple[Passage, ...]:
        """Return the running texts that are disclosed, without names, descriptions and values."""
        return tuple(self.prose.passages.running)

    @kept
    def claims(self) -> tuple[Claim, ...]:
        """Return the amounts in running text that are also filled in as figures."""
        return tuple(claims(self))

    @kept
    def movements(self) -> tuple[Movement, ...]:
        """Return the changes against the year before that the running text states."""
        return tuple(movements(self))

    @kept
    def flow_sums(self) -> tuple[Sums, Sums]:
        """Return the sums of income and expenditure: those whose parts must be complete, and the others."""
        return flow_sums(self.text)

    @kept
    def stated_changes(self) -> tuple[StatedChange, ...]:
        """Return the changes against the year before that are filled in."""
        return tuple(stated_changes(self))

    @kept
    def promises(self) -> Promises:
        """Return what every indicator of every project promises."""
        return promises(self.text.projects)

    @kept
    def sheets(self) -> dict[str, Sheet]:
        """Return the statements by title, each with its form."""
        forms = [(statement, self.form.statement(statement.title)) for statement in self.text.statements]
        return {statement.title: Sheet(statement, form) for statement, form in forms if form}

    @kept
    def expenses(self) -> tuple[Expenses, ...]:
        """Return every set of the “三公” items that is printed: in the text and in their statement, by year."""
        return tuple(expenses(self.text.public_expenses, self.sheets.get(PUBLIC_EXPENSES)))

    def forget(self) -> None:
        """Drop what was worked out for the rules, which nobody asks for again; a thousand disclosures would not hold it."""
        for name in ("prose", "narratives", "claims", "movements", "stated_changes", "flow_sums", "promises", "sheets", "expenses"):
            self.__dict__.pop(name, None)

    def section_form(self, label: str) -> SectionForm | None:
        """Return what the form says of the section with this label, or None where it does not name it."""
        return next((section for section in self.form.sections if section.name == label), None)

    def statement(self, title: str) -> Statement | None:
        """Return the statement with this title, or None."""
        return next((statement for statement in self.text.statements if statement.title == title), None)
