"""One invented disclosure as a clerk would write it: YAML with the labels of the official form."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bench.books import CENT, Books, Funded, printed
from bench.changes import Change, Share
from bench.invention import BASIS, CENSORS, MEASURES, RUBRIC, TERMS, Place
from bench.statements import SOURCES, row, statements

if TYPE_CHECKING:
    from collections.abc import Iterator


_CUT = re.compile(r", 绩效指标描述: [^,]*|(?<=\d), [^,:]+: 0\.00(?=[,}])")
_LEFT_OUT = re.compile(r"    基本情况:|  整体绩效指标:|  - {三级指标:")


def disclosure(place: Place, number: int, books: Books, last: Books, *, terse: bool = False) -> str:
    """Return the file ``budget.yml`` of the department with this running number; ``last`` is the year before.

    A ``terse`` one leaves out what the form allows to be left out: descriptions, backgrounds, the scored rubric, zeros in rows by code.
    """
    lines = [*_opening(place, books), *_money(books, last), *statements(books, last),
             *_performance(place, books), *_projects(place, number, books), *_closing(books)]  # fmt: skip
    if terse:
        lines = [_CUT.sub("", line) if "编码" in line or "描述" in line else line for line in lines if not _LEFT_OUT.match(line)]
    return "\n".join(lines) + "\n"


def _opening(place: Place, books: Books) -> Iterator[str]:
    office, year = books.office, books.year
    own, subordinate = f"{office.name}本级".format(place.name), office.unit.format(place.name)
    answered = books.draw.number(20, 28, "answered", year)
    yield f"年度: {year}"
    yield f"标题: {office.name.format(place.name)}{year}年部门预算"
    yield "金额单位: 万元"
    yield "状态: 正式公开"
    yield f"日期: {{人大批准: {year}-01-{answered - 8}, 财政批复: {year}-01-{answered}, 公开: {year}-02-0{answered - 19}}}"
    yield f"审查: {{保密审查人: {CENSORS[0]}, 日期: {year}-01-{answered + 1}, 审签人: {CENSORS[1]}}}"
    yield "资料来源: 虚构的文本，只用于测量。"
    yield f"公开依据: {BASIS}"
    yield "部门职责: |"
    yield "  主要承担三项职责："
    yield from (f"  - {duty}{end}" for duty, end in zip(office.duties, "；；。", strict=True))
    yield "机构设置:"
    yield f"  说明: 本部门预算包括{own}和{subordinate}。"
    yield "  单位:"
    yield row(单位名称=own, 单位性质="行政", 单位规格="正科级", 经费保障形式="财政拨款")
    yield row(单位名称=subordinate, 单位性质="参公事业", 单位规格="副科级", 经费保障形式="财政拨款")


def _money(books: Books, last: Books) -> Iterator[str]:
    year = books.year
    whole = Change("收支总额", books.total, last.total)
    moved = [Change("基本支出", books.basic, last.basic), Change("项目支出", books.project, last.project)]
    yield "收入:"
    yield f"  合计: {printed(books.total)}"
    yield f"  上年: {printed(last.total)}"
    yield "  构成:"
    incomes = [(name, books.from_source(source)) for source, name in SOURCES.items()]
    yield from (row(名称=name, 金额=printed(amount)) for name, amount in incomes)
    written = "、".join(f"{name}{printed(amount)}万元" for name, amount in incomes if amount)
    yield f"  说明: {year}年收入预算{printed(books.total)}万元，其中{written}。"
    yield "支出:"
    yield f"  合计: {printed(books.total)}"
    yield f"  上年: {printed(last.total)}"
    yield "  构成:"
    split = f"[{{名称: 人员经费, 金额: {printed(books.personnel)}}}, {{名称: 公用经费, 金额: {printed(books.running_costs)}}}]"
    yield row(名称="基本支出", 金额=printed(books.basic), 其中=split)
    parts = [(name, sum(entry.project for entry in books.of(source))) for source, name in SOURCES.items()]
    split = ", ".join(f"{{名称: 用{name}安排, 金额: {printed(amount)}}}" for name, amount in parts if amount)
    yield row(名称="项目支出", 金额=printed(books.project), 其中=f"[{split}]")
    basic, project = Share(books.basic, books.total), Share(books.project, books.total)
    yield f"  说明: 基本支出{printed(books.basic)}万元，占支出总额的{basic}；项目支出{printed(books.project)}万元，占支出总额的{project}。"
    yield "比上年增减:"
    yield "  各项:"
    reasons = [whole.because_of(moved), *(each.reason for each in moved)]
    for change, reason in zip([whole, *moved], reasons, strict=True):
        # A rate is exact only where the amounts that it compares are.
        rate = {} if books.fine else {"比例": change.rate}
        yield row(名称=change.name, 方向=change.direction, 金额=change.amount, **rate, 原因=reason)
    yield from _office_money(books, last)


def _office_money(books: Books, last: Books) -> Iterator[str]:
    change = Change("机关运行经费", books.running_costs, last.running_costs)
    before = "上年" if books.draw.number(0, 1, "before") else f"{books.year - 1}年"
    yield "机关运行经费:"
    yield f"  金额: {printed(change.now)}"
    yield f"  上年: {printed(change.before)}"
    yield f"  说明: 用于办公、差旅、交通等日常开支，比{before}预算{change.direction}{change.amount}万元，原因是{change.reason}。"
    running = Change("公务用车运行维护费", books.running, last.running)
    reception = Change("公务接待费", books.reception, last.reception)
    total = Change("合计", running.now + reception.now, running.before + reception.before)
    yield "三公经费:"
    for name, item, reason in (
        ("合计", total, total.because_of((running, reception))),
        ("因公出国（境）费", Change("", 0, 0), ""),
        ("公务用车购置及运行维护费", running, running.reason),
        ("公务用车购置费", Change("", 0, 0), ""),
        ("公务用车运行维护费", running, running.reason),
        ("公务接待费", reception, reception.reason),
    ):
        why = f", 原因: {reason}" if reason else ""
        cells = f"本年: {printed(item.now)}, 上年: {printed(item.before)}, 方向: {item.direction}, 增减: {item.amount}"
        yield f"  {name}: {{{cells}{why}}}"
    yield f"  说明: {books.year}年“三公”经费预算{printed(total.now)}万元。"


def _performance(place: Place, books: Books) -> Iterator[str]:
    topic, works = books.office.topic, [project.work for project in books.projects]
    yield "部门整体绩效:"
    yield f"  总体目标: {books.year}年围绕{place.name}的中心工作做好{topic}工作，把每一笔钱用在实处。"
    yield "  分项目标:"
    for number, name, aim, measure in (
        (1, f"{topic}业务", f"按计划完成{works[0].noun}、{works[1].noun}和{works[2].noun}任务", "任务完成率不低于95%"),
        (2, "机关运转", "保障机关正常办公，控制一般性开支", "预算执行率不低于95%"),
    ):
        yield row(序号=number, 名称=name, 绩效目标=f"{aim}。", 绩效指标=f"{measure}。")
    yield "  工作保障措施:"
    yield from (row(序号=number, 名称=name, 内容=text) for number, (name, text) in enumerate(MEASURES.items(), start=1))
    yield "  整体绩效指标:"
    for name, score, scale in RUBRIC:
        yield f'  - {{三级指标: {name}, 符号: "<=", 值: {score}, 单位（文字描述）: {scale}, 指标值确定依据: 工作方案}}'


def _projects(place: Place, number: int, books: Books) -> Iterator[str]:
    office = books.office
    yield "项目:"
    for order, project in enumerate(books.projects, start=1):
        budget = printed(project.budget)
        first = books.draw.number(5, 25, order, books.year)
        yield f"  - 名称: {project.work.name.format(office.topic)}"
        yield f"    序号: {order}"
        yield f"    项目编码: {place.code}{books.year % 100:02d}P{number:08d}{order:04d}"
        yield f"    单位: {office.code}001{office.name.format(place.name)}本级"
        yield f"    预算数: {budget}"
        yield f"    其中财政资金: {printed(project.fiscal)}"
        yield f"    其他资金: {printed(project.own)}"
        yield f"    用途: {project.work.purpose.format(office.topic)}，预算{budget}万元。"
        yield f"    资金支出计划: {{3月底: {first}%, 6月底: {first + 30}%, 10月底: {first + 60}%, 12月底: 100%}}"
        yield f"    基本情况: {project.work.noun}是经常开展的工作，经费按任务量测算。"
        counts = [books.draw.number(least, most, name, books.year) for name, _, least, most in project.work.counts]
        yield "    绩效目标:"
        yield f"    - {project.work.goal.format(counts[0])}。"
        yield "    绩效指标:"
        yield from ("  " + line for line in _indicators(project, counts, books))


def _indicators(project: Funded, counts: list[int], books: Books) -> Iterator[str]:
    noun, budget = project.work.noun, (project.budget + CENT // 2) // CENT * CENT
    labour = budget // CENT * 6 // 10 * CENT

    def drawn(least: int, most: int, what: str) -> int:
        return books.draw.number(least, most, noun, what, books.year)

    rows: list[tuple[str, ...]] = [("产出指标", "数量指标", name, f"≥{count}{unit}", "年度计划", f"全年的{name}，按台账计数")
            for (name, unit, _, _), count in zip(project.work.counts, counts, strict=True)]  # fmt: skip
    rows += [
        ("产出指标", "质量指标", f"{noun}合格率", f"≥{drawn(90, 99, '合格')}%", "工作标准"),
        ("产出指标", "质量指标", f"{noun}完成率", f"≥{drawn(90, 99, '完成')}%", "年度计划"),
        ("产出指标", "时效指标", f"{noun}启动", f"≤{drawn(20, 60, '启动')}天", "工作方案"),
        ("产出指标", "时效指标", f"{noun}验收", f"≤{drawn(5, 20, '验收')}天", "工作方案"),
        ("产出指标", "成本指标", f"{noun}人工费", f"≤{printed(labour)}万元", "预算测算"),
        ("产出指标", "成本指标", f"{noun}物料费", f"≤{printed(budget - labour)}万元", "预算测算"),
        ("效益指标", "社会效益指标", f"{noun}知晓率", f"≥{drawn(80, 95, '知晓')}%", "抽样调查"),
        ("效益指标", "可持续影响指标", f"{noun}成效", f"≥{drawn(1, 5, '成效')}年", "往年数据"),
        ("满意度指标", "服务对象满意度", f"{noun}满意度", f"≥{drawn(85, 97, '满意')}%", "抽样调查"),
    ]
    for first, second, third, target, basis, *more in rows:
        described = {"绩效指标描述": more[0]} if more else {}
        yield row(一级指标=first, 二级指标=second, 三级指标=third, **described, 指标值=target, 指标值确定依据=basis)


def _closing(books: Books) -> Iterator[str]:
    year = books.year

    def drawn(least: int, most: int, what: str) -> int:
        return books.draw.number(least, most, what, year)

    goods, services = drawn(500, 2000, "goods") * CENT, drawn(800, 3000, "services") * CENT
    small = (goods + services) // CENT * 6 // 10 * CENT
    yield "政府采购:"
    for name, amount in (("合计", goods + services), ("货物", goods), ("工程", 0), ("服务", services),
                         ("面向中小企业", small), ("其中小微企业", small // CENT // 2 * CENT)):  # fmt: skip
        yield f"  {name}: {printed(amount)}"
    yield f"  说明: {year}年政府采购预算{printed(goods + services)}万元，面向中小企业预留{printed(small)}万元。"
    area, rooms, cars = drawn(800, 3000, "area"), drawn(20_000, 60_000, "rooms") * CENT, books.vehicles * 1200 * CENT
    machines, rest = drawn(2000, 9000, "machines") * CENT, drawn(5000, 20_000, "rest") * CENT
    total = rooms + cars + machines + rest
    yield "国有资产:"
    yield f"  截止日期: {year - 1}-12-31"
    yield f"  固定资产金额: {printed(total)}"
    yield "  占用情况:"
    for name, quantity, value in (
        ("资产总额", "——", total),
        ("1、房屋（平方米）", area, rooms),
        ("其中：办公用房（平方米）", area * 7 // 10, rooms // CENT * 7 // 10 * CENT),
        ("2、车辆（台、辆）", books.vehicles, cars),
        ("3、单价在20万元以上设备", "——", machines),
        ("4、其他固定资产", "——", rest),
    ):
        yield row(项目=name, 数量=quantity, 价值=printed(value))
    yield "名词解释:"
    yield from (f"  {term}: {text}" for term, text in TERMS.items())
    yield "其他说明: " + ("因四舍五入，合计与分项之和可能略有出入。" if books.fine else "没有其他需要说明的事项。")
