"""What the plain reading of YAML takes, it reads exactly as the parser does, and the parser finds no flaw in it."""

from __future__ import annotations

from hypothesis import event, given
from hypothesis import strategies as st

from generator.source.plain_yaml import read_plain
from generator.source.text import decode
from generator.source.yaml_file import read_with_parser
from tests.fuzz.profile import looks
from tests.fuzz.texts import YAML, damaged

SOUND = """\
年度: 2026
金额单位: 万元
标题: "示例市档案馆"
部门职责: |
  甲：一是保管，二是查阅。

  | 科室 | 职责 |
收入: {合计: 2220.42, 上年: 30.10}
支出:
  合计: 5
  其他:
  构成:
  - 名称: 基本支出
    金额: 不公开
  - {名称: 项目支出, 金额: 3, 其中: [{名称: 甲, 金额: 1}]}
项目:
  - 名称: '档案整理'
    项目编码: 010
    绩效目标:
      - 第一，整理
    绩效指标:
      - 指标值: ≥95%
"""
PIECES = st.sampled_from(
    ["年度", "合计", ": ", ":", "\n", "\n  ", "\n- ", "\n  - ", "- ", "{", "}", "[", "]", ", ", ",", "|", "|-", '"', "'", "#", " ", "1",
     "甲", "——", "：", "-", "?", "&", "*", "!", "%", "(", ".", "\n\n"]
)  # fmt: skip


def agree(drawn: str) -> None:
    text, _ = decode("a", drawn.encode("utf-8", "surrogatepass"))
    plain = read_plain(text, 1) if text is not None else None
    event("plain" if plain is not None else "odd")
    if plain is not None and text is not None:
        assert (plain, []) == read_with_parser("a", text)


@looks(400)
@given(damaged([SOUND]))
def test_on_sound_texts_with_a_slip(text: str) -> None:
    agree(text)


@looks(200)
@given(damaged([YAML]))
def test_on_other_texts_with_a_slip(text: str) -> None:
    agree(text)


@looks(600)
@given(st.lists(PIECES, max_size=14).map("".join))
def test_on_any_few_marks(text: str) -> None:
    agree("年度: 1\n" + text + "\n")


@looks(400)
@given(st.lists(PIECES, max_size=10).map("".join), st.lists(PIECES, max_size=6).map("".join))
def test_on_marks_within_a_block_and_a_list(inner: str, after: str) -> None:
    agree(f"职责: |\n  {inner}\n列表:\n  - {after}\n  - 甲: {inner}\n")


@looks(600)
@given(st.integers(0, len(SOUND)), PIECES, st.integers(0, 2))
def test_on_a_sound_text_with_one_mark_put_in(at: int, piece: str, lost: int) -> None:
    agree(SOUND[:at] + piece + SOUND[at + lost :])
