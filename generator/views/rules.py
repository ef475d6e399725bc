"""Every rule's public page, from its own manual, and the list of all rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.findings.codes import SEALING, WAIVING
from generator.rules.manual import GROUPS, group_of, manual_of, marked
from generator.views.blocks import Block, Entries, Entry, Fact, Facts, Link, PageView, Section
from generator.views.judged import rule_address
from generator.views.judged_blocks import CodeSample
from generator.views.language import say, say_as
from generator.views.lists import home
from generator.views.wording import day

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.findings.codes import Meaning
    from generator.rules.manual import Example
    from generator.rules.rule import AnyRule


def _way_here() -> tuple[Link, ...]:
    return (home(), Link(say("检查规则"), "rules/"))


def rules_view(rules: Sequence[AnyRule]) -> PageView:
    """Return the list of all rules by group."""
    groups: dict[str, list[AnyRule]] = {}
    for rule in rules:
        groups.setdefault(group_of(rule), []).append(rule)
    sections = tuple(
        Section(name, say(GROUPS.get(name, name)), (Entries(tuple(_entry(rule) for rule in group)),)) for name, group in groups.items()
    )
    others = [
        Section(anchor, title, (Entries(tuple(_other(code, meaning) for code, meaning in table.items())),))
        for anchor, title, table in (("seals", say("封存"), SEALING), ("waivers", say("豁免"), WAIVING))
    ]
    return PageView(
        title=say("检查规则"),
        description=say("公开文本逐条检查的规则、依据和改法。"),
        lead=say(
            "每一份公开文本和网站自己的信息都要检查，一共{count}条规则。每条写明应当怎样、为什么、怎么改和依据，并附例子。",
            count=len(rules),
        ),
        breadcrumbs=(home(),),
        sections=(*sections, *others),
    )


def code_view(code: str) -> PageView:
    """Return the page of a code that is no rule: what can be wrong with a waiver, or with what was sealed."""
    meaning = (SEALING | WAIVING)[code]
    lead = say("有理由不改的检查结果可以豁免；豁免本身也要核对。")
    if code not in WAIVING:
        lead = say("封存过的年度，每次检查都与封存时的内容逐条比较。")
    facts = [Fact(say("编号"), code), Fact(say("轻重"), say(meaning.severity.value))]
    told = ((say("依据"), meaning.basis), (say("为什么"), meaning.why), (say("怎么改"), meaning.cure))
    facts += [Fact(name, text) for name, text in told if text]
    return PageView(
        title=meaning.name,
        description=say("{title}。", title=meaning.name),
        lead=lead,
        breadcrumbs=_way_here(),
        blocks=(Facts(tuple(facts)),),
    )


def _other(code: str, meaning: Meaning) -> Entry:
    return Entry(Link(f"{code} {meaning.name}", rule_address(code)), say(meaning.severity.value))


def _entry(rule: AnyRule) -> Entry:
    return Entry(Link(f"{rule.code} {manual_of(rule).fault}", rule_address(rule.code)), say(rule.severity.value))


def rule_view(rule: AnyRule) -> PageView:
    """Return a rule's manual page with its examples, wrong ones and right ones."""
    manual = manual_of(rule)
    facts = [Fact(say("编号"), rule.code), Fact(say("轻重"), say(rule.severity.value))]
    facts.append(Fact(say("依据"), say("；").join(map(str, rule.basis))))
    facts += [Fact(say("施行"), say("{day}起", day=day(rule.since)))] if rule.since else []
    facts += [Fact(say("停用"), say("{day}以后", day=day(rule.until)))] if rule.until else []
    facts += [Fact(say("为什么"), manual.why), Fact(say("怎么改"), manual.cure)]
    return PageView(
        title=manual.fault,
        description=manual.law,
        lead=manual.law,
        breadcrumbs=_way_here(),
        blocks=(Facts(tuple(facts)),),
        sections=(
            Section("wrong", say("有错的例子"), (), _examples("wrong", [each for each in manual.examples if each.fails])),
            Section("right", say("没有错的例子"), (), _examples("right", [each for each in manual.examples if not each.fails])),
        ),
    )


def _examples(slug: str, examples: list[Example]) -> tuple[Section, ...]:
    sections = []
    for number, example in enumerate(examples, 1):
        blocks: list[Block] = [CodeSample(whose or say_as("one", "公开文本"), marked(text)) for whose, text in example.blocks]
        sections.append(Section(f"{slug}-{number}", example.name, tuple(blocks)))
    return tuple(sections)
