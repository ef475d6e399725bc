"""The plain reading of YAML takes what is ordinary, exactly as the parser would, and leaves everything else to it."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.source.plain_yaml import read_plain
from generator.source.yaml_file import read_with_parser

CONTENT = Path(__file__).parents[3] / "content"

PLAIN = [
    pytest.param("年度: 2026\n", id="one pair"),
    pytest.param("# 说明\n\n年度: 2026\n\n# 完\n", id="comments and blank lines"),
    pytest.param("年度: \"2026\"\n代号: '010'\n", id="quoted"),
    pytest.param("收入:\n  合计: 5\n  上年:\n支出:\n", id="empty values"),
    pytest.param("其他资金:\n年度: 2026\n", id="an empty value before a pair"),
    pytest.param("项目:\n  - 名称: 甲\n    目标:\n      - 一\n      - 二\n  - 名称: 乙\n", id="lists"),
    pytest.param("项目:\n- 名称: 甲\n- 名称: 乙\n", id="a list as deep as its key"),
    pytest.param("行:\n  - {编码: 201, 名称: 甲 乙, 合计: -3.50}\n", id="groups on one line"),
    pytest.param(
        '行:\n- {名称: 甲, 合计: 1}\n- {名称: 乙}\n# 说明\n- {名称: "丙"}\n- 名称: 丁\n- {名称: 戊}\n注: 己\n', id="rows of several kinds"
    ),
    pytest.param("行:\n- {名称: " + "长" * 300 + "}\n", id="a row of many characters"),
    pytest.param("行:\n- |\n  甲\n- {名称: 乙}\n", id="a block in a list"),
    pytest.param("构成:\n- {名称: 甲, 其中: [{名称: 乙, 金额: 1}, {名称: 丙, 金额: 2}]}\n", id="groups within groups"),
    pytest.param("目标: [一, 二]\n", id="a list on one line"),
    pytest.param("行: {符号: \"<=\", 值: '40', 说明: 甲}\n", id="quoted in a group"),
    pytest.param("职责: |\n  第一行：甲\n\n    缩进\n  # 不是注释\n年度: 2026\n", id="a block"),
    pytest.param("职责: |-\n  甲\n年度: 2026\n", id="a block without its last newline"),
    pytest.param("说明: 比例是1:2，见http://a.example\n", id="colons within words"),
    pytest.param("数量: ——\n指标: ≥95%\n范围: (一)\n", id="marks at the beginning"),
]
ODD = [
    pytest.param("", id="nothing"),
    pytest.param("年度: 2026", id="no newline at the end"),
    pytest.param("年度: 2026 # 注释\n", id="a comment behind a value"),
    pytest.param("年度: 2026\n年度: 2027\n", id="a key twice"),
    pytest.param("行: {甲: 1, 甲: 2}\n", id="a key twice on one line"),
    pytest.param("年度:\t2026\n", id="a tab"),
    pytest.param("年度：2026\n", id="a full-width colon"),
    pytest.param('标题: "甲\\n乙"\n', id="an escape"),
    pytest.param("标题: '甲''乙'\n", id="a doubled quote"),
    pytest.param("标题: 甲\n  乙\n", id="a value over two lines"),
    pytest.param("职责: >\n  甲\n", id="folded text"),
    pytest.param("职责: |2\n   甲\n", id="a block with its own indent"),
    pytest.param("甲: &a 1\n", id="an anchor"),
    pytest.param("甲: *a\n", id="an alias"),
    pytest.param("甲: !x 1\n", id="a tag"),
    pytest.param("---\n甲: 1\n", id="a document mark"),
    pytest.param("甲: 1\n---\n乙: 2\n", id="two documents"),
    pytest.param("行:\n- {甲: 1}\n  乙: 2\n", id="a pair under a row"),
    pytest.param("行: {甲: 乙 , 丙: 丁 }\n年度: \t1\n", id="blanks and a tab"),
    pytest.param("行: {甲, 乙: 丙, 丁}\n", id="pairs cut wrongly"),
    pytest.param("行: {甲: 1, 000}\n", id="a separator in a number"),
    pytest.param("行: {甲: , 乙: 1}\n", id="an empty value on one line"),
    pytest.param("行: {甲: 1\n", id="a group that does not end"),
    pytest.param("行: [甲: 1, 乙: 2}\n", id="a group that opens as a list"),
    pytest.param("- 甲\n", id="a list at the root"),
    pytest.param("甲: 1\n  乙: 2\n", id="a pair too deep"),
    pytest.param("甲:\n    乙: 1\n  丙: 2\n", id="a pair between two depths"),
    pytest.param("甲: 乙: 丙\n", id="two colons"),
    pytest.param("　甲: 1\n", id="a full-width blank"),
]


@pytest.mark.parametrize("text", PLAIN)
def test_ordinary_text_is_read_as_the_parser_reads_it(text: str) -> None:
    assert read_plain(text, 3) is not None
    assert (read_plain(text, 3), []) == read_with_parser("a", text, 3)


@pytest.mark.parametrize("text", ODD)
def test_whatever_is_odd_is_left_to_the_parser(text: str) -> None:
    assert read_plain(text, 1) is None


@pytest.mark.parametrize("path", sorted(CONTENT.rglob("*.yml")), ids=lambda path: path.relative_to(CONTENT).as_posix())
def test_shipped_files_are_read_alike(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    plain = read_plain(text, 1)
    assert plain is None or (plain, []) == read_with_parser("a", text)


def test_nearly_all_shipped_files_are_plain() -> None:
    texts = [path.read_text(encoding="utf-8") for path in CONTENT.rglob("*.yml")]
    assert sum(read_plain(text, 1) is not None for text in texts) > 0.8 * len(texts)
