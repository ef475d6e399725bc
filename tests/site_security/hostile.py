"""Content in which every free text of the model is hostile, written by the model's own declarations so that no field is missed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import yaml

from generator.loading.records import KeyedShape, ListShape, RecordShape, plans_of
from generator.loading.scalars import (
    ChoiceShape,
    DateShape,
    FigureShape,
    NarrativeShape,
    QuantityShape,
    ShareShape,
    SlugShape,
    TargetShape,
    TextShape,
    YearShape,
)
from generator.loading.statements import StatementsShape

if TYPE_CHECKING:
    from generator.loading.scalars import Shape
    from generator.model.record import Record

LINES = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)' x='",
    '" autofocus onfocus="alert(1)" x="',
    "]]><b>甲</b>",
    "</title><svg onload=alert(1)>",
    "</textarea></style></noscript></main>",
    "<!-- mingzhang:content -->",
    "--><iframe src=//else.example>",
    "{{7*7}}{% raw %}",
    "{% endraw %}{{ config }}{# #}",
    "&lt;u&gt;&#60;u&#62;&amp;lt;",
    "[点](javascript:alert(1))",
    "![图](https://else.example/a.png)",
    "<a href=javascript:alert(1)>点</a>",
)
"""Texts of one line that would be markup, or would break out of it, if anything forgot to escape them."""

MARKDOWN = """\
[一](javascript:alert(1)) [二](JaVaScRiPt:alert(1)) [三](java&#115;cript:alert(1)) [四](<java\tscript:alert(1)>)
[五](data:text/html,<script>alert(1)</script>) [六](DATA:text/html;base64,PHN2Zz4=) [七](vbscript:msgbox(1)) [八](VBScript:msgbox(1))
[九](&#x6A;avascript:alert(1)) [十](&Tab;javascript:alert(1)) [引][j] [对](//else.example/a) [己](../../../)

[j]: javascript:alert(1) "' onmouseover='alert(1)"

![图](https://else.example/a.png) ![图](javascript:alert(1)) ![引][j]

<javascript:alert(1)> <https://open.example/?a="><img src=x onerror=alert(1)>

[好](https://open.example/?a=1&b=2 "提'示\\"><b>") <https://open.example/auto> <mail@open.example>

<script>alert(1)</script> <!-- 注 --> <!-- mingzhang:content --> <img src=x onerror=alert(1)> <b onclick=alert(1)>粗</b>

<div onclick="alert(1)">

<style>body{display:none}</style>

]]> {{7*7}} {% raw %} &lt;u&gt; &#60;u&#62; `<b>&lt;</b>` **重** *轻*

# 标题

标题
====

```html" onclick="alert(1)
</code></pre><script>alert(1)</script>
```

    </code></pre><img src=x onerror=alert(1)>

> - 1. <u>列</u>

| 甲<u> | [乙](javascript:alert(1)) |
|:--|--:|
| </td></tr></table> | " onclick="alert(1) |
"""
"""Running text with everything that Markdown could be talked into."""


SOUND: dict[type, object] = {
    StatementsShape: {},
    FigureShape: "7",
    ShareShape: "7",
    QuantityShape: "7",
    YearShape: "2026",
    DateShape: "2026-02-03",
}
"""What stands in fields that hold no free text."""


@dataclass
class Filler:
    """Writes values that fill every field of a record, and remembers the text that it gave to each."""

    given: dict[str, str] = field(default_factory=dict)
    count: int = 0

    def line(self, name: str) -> str:
        """Return a hostile line that no other field has."""
        self.count += 1
        text = f"文{self.count}号{' '.join(LINES)}"
        self.given[f"{name} {self.count}"] = text
        return text

    def address(self) -> str:
        """Return a sound address that no other field has; whatever else is refused."""
        self.count += 1
        return f"a{self.count}"

    def key(self, record: type[Record]) -> str:
        """Return the key of a record in a group: a hostile line, unless the key is its address."""
        (plan,) = (plan for plan in plans_of(record).values() if plan.attribute == record.key_field)
        return self.address() if isinstance(plan.shape, SlugShape) else self.line(f"{record.__name__}.{record.key_field}")

    def text(self, name: str) -> str:
        """Return a hostile text of many lines; Markdown changes how it reads, so only its first words are remembered."""
        self.count += 1
        self.given[f"{name} {self.count}"] = f"文{self.count}号"
        return f"文{self.count}号\n\n{MARKDOWN}"

    def record(self, record: type[Record], depth: int = 0, /, **own: object) -> dict[str, object]:
        """Return the YAML value of a record; ``own`` says what stands in fields that must be sound, by attribute."""
        return {
            plan.label: own[plan.attribute] if plan.attribute in own else self.value(record, plan.attribute, plan.shape, depth)
            for plan in plans_of(record).values()
            if plan.attribute != record.key_field and own.get(plan.attribute, "") is not None
        }

    def value(self, record: type[Record], attribute: str, shape: Shape, depth: int) -> object:  # noqa: PLR0911 - one answer a spelling
        """Return the YAML value of one field."""
        name = f"{record.__name__}.{attribute}"
        if type(shape) in SOUND:
            return SOUND[type(shape)]
        match shape:
            case NarrativeShape() | TextShape() | TargetShape():
                return self.text(name) if isinstance(shape, NarrativeShape) else self.line(name)
            case ChoiceShape():
                return shape.words[0]
            case ListShape():
                recursive = isinstance(shape.item, RecordShape) and shape.item.record is record
                return [] if recursive and depth else [self.value(record, attribute, shape.item, depth + recursive) for _ in range(2)]
            case KeyedShape():
                inner = shape.record.record
                return {self.key(inner): self.record(inner, depth) for _ in range(2)}
            case SlugShape():
                return self.address()
            case RecordShape():
                return self.record(shape.record, depth)
        message = f"no hostile value for {shape!r}"
        raise TypeError(message)


def as_yaml(value: dict[str, object]) -> str:
    """Return a value as the text of a YAML file."""
    text: str = yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=10_000)
    return text
