"""Texts that a clerk, an editor, a spreadsheet or a bad day can leave behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Iterable

YAML = """\
# 说明
年度: 2026
金额单位: 万元
标题: "示例市档案馆: 2026年预算"
部门职责: |
  甲：一是保管，二是查阅。

  | 科室 | 职责 |
  |---|---|
收入: {合计: 2,220.42, 上年: 30.10}
支出:
  合计: 5
  构成:
    - 名称: 基本支出
      金额: 不公开
    - {名称: 项目支出, 金额: 3}
项目:
  - 名称: '档案整理'
    项目编码: 010
    绩效目标:
      - 第一：整理
    绩效指标:
      - 指标值: ≥95%
公开表:
  支出总表:
    - {科目编码: 2010101, 科目名称: 行政运行, 合计: 5}
"""
MARKDOWN = """\
---
年度: 2026
金额单位: 万元
收入:
  合计: 5
---

# 示例市档案馆2026年部门预算

## 部门职责

甲：保管。

```
## 不是标题
```

### 内设机构

- 乙

## 收入

丙。

## 名词解释

### 基本支出

丁。
"""
CSV = """\
科目编码,科目名称,合计,基本支出
2010101,"行政""运行\"\"\","2,220.42",
2010102,"一般
行政管理事务",30.10,5

2010103,其他,不公开,0
"""

PIECES = (
    *"：，；“”＃－—·　０９％％？！（）",
    *"\t\n\r\x00\x1b\x85\u00a0\u00ad\u200b\u202e\u2028\ufeff\U0001f600",
    *"'\"[]{}<>|&*!%@`#,:-?\\~ ",
    *("&a ", "*a", "!!str ", "<<: *a", "---\n", "...\n", "- ", ": ", ":\n", " #", "|5", ">5", "|-\n", "```", "~~~", "## ", "### ", "? "),
    *(
        "NaN",
        "#REF!",
        "1e999999999",
        "9" * 40,
        "1,23",
        "٣",
        "²",
        "\\x",
        '"""',
        "%YAML 1.2\n",
        "\n\t",
        "\n  ",
        "[[[[[[[[[[[[[[[[[[[[",
        "- - - -",
    ),
)


@st.composite
def damaged(draw: st.DrawFn, sound: Iterable[str]) -> str:
    """Draw a sound text with one to six slips: something deleted, put in, doubled, cut off, moved or replaced."""
    text = draw(st.sampled_from(list(sound)))
    for _ in range(draw(st.integers(1, 6))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 12)))
        piece = draw(st.sampled_from(PIECES) | st.text(max_size=3))
        slip = draw(st.sampled_from(("delete", "insert", "double", "cut", "replace", "indent")))
        text = {
            "delete": text[:start] + text[end:],
            "insert": text[:start] + piece + text[start:],
            "double": text[:end] + text[start:],
            "cut": text[:start],
            "replace": text[:start] + piece + text[end:],
            "indent": text[:start].replace("\n", "\n ", 1) + text[start:],
        }[slip]
    return text


def soup() -> st.SearchStrategy[str]:
    """Return texts made of nothing but what means something to YAML, Markdown or CSV."""
    return st.lists(st.sampled_from((*PIECES, "年度", "收入", "a", "1", "\n", "\n  ", "  ")), max_size=60).map("".join)
