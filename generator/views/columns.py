"""The columns of the open data: one declaration for the CSV's header, the JSON's keys, their schemas and the page that explains them."""

from __future__ import annotations

from typing import NamedTuple

from generator.views.language import noted


class Column(NamedTuple):
    """One column: its key in JSON, its header in CSV, its type in a Data Package, and what stands in it.

    ``values`` lists the words that it may hold, where it has such a list; ``lacking`` says that it may be empty.
    """

    key: str
    header: str
    type: str
    meaning: str
    lacking: bool = False
    values: tuple[str, ...] = ()


_PHASES = ("预算", "决算")
_KINDS = ("部门预算", "部门决算", "绩效文本")
_UNITS = ("元", "万元", "亿元")

OF_DISCLOSURE: tuple[Column, ...] = (
    Column("id", "文本", "string", noted("公开文本的代号：年度、部门代号、文种，如 2021-zjk-npc-budget")),
    Column("region", "地区", "string", noted("地区名称")),
    Column("department", "部门代号", "string", noted("部门的英文代号，也是网址里的名字，永久不变")),
    Column("department_name", "部门", "string", noted("部门在这份文本里的名称")),
    Column("year", "年度", "integer", noted("预算年度")),
    Column("kind", "文种", "string", noted("部门预算、部门决算或绩效文本"), values=_KINDS),
    Column("phase", "阶段", "string", noted("预算或决算"), values=_PHASES),
)
"""What every table says of the disclosure that a row belongs to."""

OF_FACT: tuple[Column, ...] = (
    Column("part", "部分", "string", noted("公开表的表名，或者文字部分的栏目名，如 收入、三公经费、项目")),
    Column(
        "group",
        "所属",
        "string",
        noted("上层的名称，从外到里，用“ / ”隔开；两栏式的表是 收入 或 支出，指标是项目名称和一、二级指标"),
        lacking=True,
    ),
    Column("code", "编码", "string", noted("科目编码或项目编码，是文字，不是数"), lacking=True),
    Column("name", "名称", "string", noted("科目、项目、指标或其他行的名称"), lacking=True),
    Column("column", "栏目", "string", noted("数值所在的栏目，如 预算数、合计、3月底、指标值")),
    Column("number", "数值", "number", noted("印出来的数，位数照原文，没有千位分隔符；不是数的为空"), lacking=True),
    Column("words", "文字", "string", noted("指标值、增减方向等用文字写的内容；是数的为空"), lacking=True),
    Column("type", "类型", "string", noted("值的类型"), values=("金额", "百分比", "数量", "指标值", "方向", "文字")),
    Column("unit", "单位", "string", noted("数值的单位；数量和指标值的单位在名称或文字里"), lacking=True, values=(*_UNITS, "%")),
    Column(
        "state",
        "状态",
        "string",
        noted("空白是印了格子没有填，不公开是原文写明不公开；零是数值"),
        values=("数值", "文字", "空白", "不公开"),
    ),
)
"""What a fact says of itself."""

OF_ORIGIN: tuple[Column, ...] = (
    Column("published", "公开日期", "date", noted("向社会公开的日期，文本没有载明的为空"), lacking=True),
    Column("revision", "版本", "string", noted("源文件内容指纹的前 12 位；文本改动一个字就变")),
    Column("licence", "数据许可", "string", noted("网站载明的数据许可，没有载明的为空"), lacking=True),
    Column("source", "来源", "string", noted("源文件")),
    Column("line", "行", "integer", noted("在源文件的第几行")),
    Column("position", "列", "integer", noted("在这一行的第几个字")),
    Column("address", "网址", "string", noted("这个数所在的页面和位置；网站没有设定网址的，从网站根目录算起")),
)
"""Where a fact comes from."""

SEQUENCE = Column("sequence", "序号", "integer", noted("在文本里的次序，从 1 起；文本和序号合起来是主键"))

FACT_TABLE: tuple[Column, ...] = (OF_DISCLOSURE[0], SEQUENCE, *OF_DISCLOSURE[1:], *OF_FACT, *OF_ORIGIN)
"""The columns of the tidy table, one fact a row."""

LIST_TABLE: tuple[Column, ...] = (
    *OF_DISCLOSURE,
    Column("unit", "金额单位", "string", noted("文本印的金额单位"), values=_UNITS),
    Column("title", "标题", "string", noted("页面的标题")),
    Column("facts", "数据条数", "integer", noted("这份文本有几条数据")),
    *OF_ORIGIN[:3],
    Column("address", "网址", "string", noted("这份文本的页面；网站没有设定网址的，从网站根目录算起")),
)
"""The columns of the list of disclosures, one disclosure a row."""
