"""STR-008."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.numerals import NUMERAL, read_numeral
from generator.rules.rule import Basis, Outcome, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure
    from generator.model.sections import Units

_CELLS = (("nature", "单位性质"), ("rank", "单位规格"), ("funding", "经费保障形式"))
# A count of units of one nature (3个事业单位) is not that of all.
_COUNT = re.compile(
    rf"(?:所属|下设|下属|直属|包括|包含|下辖)(?:本级和|本级及)?(?:所属|下属|直属)?(?:预算)?(?:单位)?(?:共|共有)?(?P<first>{NUMERAL})[个家](?:所属|下属|直属|二级)?(?:预算)?单位"
    rf"|(?:所属|下属|直属|预算)单位(?:共|共有|有|为|共计)?(?P<second>{NUMERAL})[个家](?!(?:行政|参公|事业|企业|全额|差额))"
)


@rule("STR-008", Severity.WARNING, Basis("预算法实施条例", "第五条"), Basis("预算法实施条例", "第六条第四款"))
def units_incomplete(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """机构设置应当列全所属单位，每个单位的各栏填全，正文写的个数与表里的一致。

    为什么：部门预算是本级和所属各单位的合计；少列一个单位，读者就不知道合计里有没有它的钱。
    怎么改：照编制部门的批文补列单位、补填空格；个数写错的改正文。没有规格的填“——”。
    """
    units = disclosure.text.units
    if units is None:
        yield Outcome.NOT_APPLICABLE
        return
    used = [(attribute, label) for attribute, label in _CELLS if any(getattr(unit, attribute) for unit in units.rows)]
    for unit in units.rows:
        blank = [(attribute, label) for attribute, label in used if not getattr(unit, attribute)]
        if blank:
            labels = "、".join(label for _, label in blank)
            yield Remark(unit.at(blank[0][0]), f"单位“{unit.name}”没有填{labels}", f"请填写{labels}；没有的填“——”。")
    # Where there is a table, to be mentioned in the text is not to be listed.
    listed = "\n".join([unit.name for unit in units.rows]) or (units.note.text if units.note else "")
    file = disclosure.department.file
    for position, name in enumerate(file.units):
        if name not in listed:
            message = f"所属单位“{name}”没有列在机构设置里"
            place = units.at("rows") if units.rows else disclosure.text.at("units")
            yield Remark(place, message, "请补列；已经撤并的，改部门登记。", (file.at(f"units.{position}"),))
    yield from _miscounted(disclosure, units)


def _miscounted(disclosure: Disclosure, units: Units) -> Iterator[Remark]:
    own = disclosure.department_name
    office = [unit for unit in units.rows if unit.name.endswith(("本级", "机关", "（本级）")) or unit.name == own]
    count = len(units.rows)
    match = _COUNT.search(units.note.text) if units.note and count > 1 else None
    if match is None or units.note is None:
        return
    group = "first" if match["first"] else "second"
    said = read_numeral(match[group])
    if said not in (count, count - len(office)):
        message = f"正文写有{match[group]}个单位，表里列了{count}个" + (f"（其中本级{len(office)}个）" if office else "")
        yield Remark(units.note.at(match.start(group)), message, "请改正个数，或者补列单位。", (units.at("rows"),))
