"""PER-021."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.promises import asked
from generator.model.readings import Aspect
from generator.rules.rule import Basis, Outcome, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure
    from generator.model.readings import Reading


@rule("PER-021", Severity.WARNING, Basis("绩效目标表的填报要求（三级指标）"))
def indicator_named_for_its_class(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """三级指标应当说明衡量什么，不应当只是重复它所属的类的名称。

    为什么：三级指标写“服务对象满意度指标”，与二级指标一样，看不出问的是谁、衡量的是什么。
    怎么改：写出具体的内容，如“参训人员满意度”“系统正常运行率”。
    """
    if not _is_named.any(disclosure.promises):
        yield Outcome.NOT_APPLICABLE
    for promise, field in _repeated.among(disclosure.promises):
        indicator, cure = promise.indicator, "请写出具体衡量什么，如“参训人员满意度”。"
        yield Remark(indicator.at("third"), f"三级指标“{promise.name}”只是重复了类的名称", cure, (indicator.at(field),))


@asked
def _is_named(reading: Reading) -> bool:
    return bool(reading.third)


@asked
def _repeated(reading: Reading) -> str:
    """Return the field of the class that a name repeats."""
    name, classes = reading.third, (reading.first, reading.second)
    # “服务对象满意度” is what such an indicator is usually called, and says something.
    if name and (name in classes or (reading.aspect is not Aspect.SATISFACTION and f"{name}指标" in classes)):
        return "first" if name == reading.first else "second"
    return ""
