"""The permanent codes that are no rules: what reading a file can object to, and what can be wrong with a waiver."""

from __future__ import annotations

from dataclasses import dataclass

from generator.findings.finding import Severity


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a code stands for, in one line, and what to do about it in general; where it guards a duty, why, and which."""

    name: str
    cure: str
    why: str = ""
    basis: str = ""
    severity: Severity = Severity.ERROR


READING: dict[str, Meaning] = {
    "SRC-001": Meaning("文件或者表里没有内容", "请填写内容；暂时不公开的，不要建这个文件。"),
    "SRC-002": Meaning("文件不是 UTF-8 编码", "在记事本里另存为 UTF-8，在 Excel 里另存为“CSV UTF-8（逗号分隔）”。"),
    "SRC-003": Meaning("引号、括号或者代码块没有结束，文件可能被截断", "请补上另一半；文件被截断的，请重新取得完整的文件。"),
    "SRC-004": Meaning("有看不见的控制字符", "请删除这个字符；从别处粘贴时选“只保留文本”。"),
    "SRC-005": Meaning("行首有制表符或者特殊的空格", "每深一层多缩进两个半角空格，不用 Tab。"),
    "SRC-006": Meaning(
        "冒号、逗号、列表的“-”或者标题的“#”写得不对：用了全角的，或者少了空格",
        "请改成半角，后面加一个空格，如“年度: 2026”“- 名称”“## 部门职责”。",
    ),
    "SRC-007": Meaning("同一个键或者表头出现了两次", "请删去一个，或者把两处内容合并。"),
    "SRC-008": Meaning("用了 YAML 的引用、锚点或者标签", "请把内容照抄一遍；属于正文的，给整段文字加上引号。"),
    "SRC-009": Meaning("文件的内容不是一组“键: 值”", "请按样例逐行填写，如“年度: 2026”。"),
    "SRC-010": Meaning("嵌套太深", "请检查缩进和括号。"),
    "SRC-011": Meaning("一个文件里有几份内容", "请删除中间的“---”行，或者拆成几个文件。"),
    "SRC-012": Meaning("文件太大", "请确认没有放错文件；表格可以拆成 CSV 文件。"),
    "SRC-013": Meaning("写法读不通", "请对照样例检查缩进、冒号和引号；文字里有特殊符号的，加上半角双引号。"),
    "SRC-014": Meaning("Markdown 文件的结构不对：开头的“---”，或者不属于任何一节的文字", "请照样例写开头和标题。"),
    "SRC-015": Meaning("CSV 表的表头或者列数不对", "第一行是表头，每行的列数与表头一样多，用半角逗号分隔。"),
    "SRC-016": Meaning("文件不存在，或者读不出来", "请补上文件，检查读取的权限；链接请换成文件本身。"),
    "DAT-001": Meaning("不认识的键、章节、公开表或者栏目", "请照公开格式的名称写；提示里有最相近的一个。"),
    "DAT-002": Meaning("缺少必须填写的内容", "请补上。"),
    "DAT-003": Meaning("这里应当是一组“键: 值”，却是空的、列表或者一段文字", "请每项另起一行，写成“名称: 内容”。"),
    "DAT-004": Meaning("这里应当是列表", "请每条另起一行，以“- ”开头。"),
    "DAT-005": Meaning("这里应当是一个值", "请把内容写在冒号后面同一行。"),
    "DAT-006": Meaning("不是金额", "请只写数字，如 2220.42；没有数据就留空，涉密写“不公开”。"),
    "DAT-007": Meaning("有全角的数字或者符号", "请改成半角。"),
    "DAT-008": Meaning("金额的逗号不在千分位上", "请去掉逗号，小数点用“.”。"),
    "DAT-009": Meaning("软件留下的标记，不是数据：空值标记、科学计数法", "没有数据就留空；编码请在表格里设为“文本”后重新填写。"),
    "DAT-010": Meaning("不是年度", "请写四位数字，如 2026。"),
    "DAT-011": Meaning("不是日期", "请照“2021-02-20”的样子写，并确认这一天存在。"),
    "DAT-012": Meaning("不在可选的范围里", "请从提示里列出的几个当中选一个。"),
    "DAT-013": Meaning("不是百分比", "请写数字，如 75 或 75%。"),
    "DAT-014": Meaning("不是数量", "请只写数字；这一行没有数量就写“——”。"),
    "DAT-015": Meaning("同一份内容写了两处", "请只保留一处。"),
    "DAT-016": Meaning("提到的地区、公开格式等并不存在", "请从提示里列出的几个当中选一个。"),
    "DAT-017": Meaning("文本的年度与所在的文件夹不一致", "请改正年度，或者把文件移到对应的文件夹。"),
    "DAT-018": Meaning("错误太多，后面的没有列出", "请先改正前面的，并确认没有放错文件。"),
    "DAT-019": Meaning("“继承”或者“上级”绕成了圈", "请改正或者删去其中一处。"),
    "DAT-020": Meaning("文件或者文件夹放错了地方，或者名称不对", "请照《怎样填报》里的目录结构放置和命名。"),
    "DAT-021": Meaning("一行文字里有换行或者制表符", "请写成一行；从表格粘贴时逐格粘贴。"),
    "DAT-022": Meaning("Markdown 里写错了地方，或者同一项内容写了两处", "请按提示移到文件开头，或者只保留一处。"),
    "DAT-023": Meaning("附件的类型不能公布，或者内容与类型不符", "请换成 PDF、OFD、不含宏的 DOCX 和 XLSX、PNG 或者 JPG。"),
    "DAT-024": Meaning("附件是空的，或者太大", "每个附件不超过 20 MB；扫描件可以降低分辨率。"),
}

_KEPT = "《地方预决算公开操作规程（财预〔2016〕143号）》（未核对原文）"
_TRUE = "《政府信息公开条例》第六条"
_TRACED = "《档案法》第三十七条；《档案法实施条例》第三十九条"

SEALING: dict[str, Meaning] = {
    "TIM-004": Meaning(
        "封存过的公开文本或者网址不见了",
        "请恢复原来的文件；部门换了代号的，在 department.yml 的“原网址”里写上旧代号。",
        "公开过的预决算要永久保留；网址失效，引用过它的报道、研究和网页就都断了。",
        f"{_KEPT}；{_TRACED}",
    ),
    "TIM-005": Meaning(
        "封存以后改了内容，没有更正说明",
        "请恢复原来的内容；确实要改的，在“更正”里写明原值、新值、原因、批准人。",
        "读者见过的数字悄悄变了，就没有人再相信别的数字；公开的信息应当准确，改了要说明改了什么、为什么。",
        _TRUE,
    ),
    "ARC-001": Meaning(
        "封存记录损坏，或者被改动过",
        "封存记录不能手改：请从版本库或者存档里取回原来的文件。",
        "封存记录是以后核对的凭据；它自己被改过，就什么也证明不了。",
        _TRACED,
    ),
    "ARC-002": Meaning(
        "封存以后加了公开文本",
        "确实要补充公开的，运行 mingzhang seal 年度 --correct 登记。",
        "补充公开要留下记录，说得清哪一份是后来加的。",
        _TRACED,
    ),
    "ARC-003": Meaning(
        "封存以后改了源文件的写法，内容没有变",
        "请恢复原来的文件，或者运行 mingzhang seal 年度 --correct 登记。",
        "存档里的源文件应当与封存时一个字节也不差，才能由它重新生成同样的网页。",
        _TRACED,
        Severity.WARNING,
    ),
    "ARC-004": Meaning(
        "更正写的原值不是封存的值",
        "请照封存的值写原值。",
        "更正说明写错了原来的数，读者就无从知道改之前是多少。",
        _TRUE,
    ),
}

WAIVING: dict[str, Meaning] = {
    "WAI-001": Meaning("豁免没有用到", "问题已经不存在的，请删去这条豁免。", severity=Severity.WARNING),
    "WAI-002": Meaning("豁免已过有效期", "请改正文本，或者重新批准并写明新的有效期。", severity=Severity.WARNING),
}
