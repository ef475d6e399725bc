"""TXT-013."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.performance import Indicator
from generator.model.prose import standing
from generator.rules.rule import Basis, Outcome, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure
    from generator.model.prose import Hit, Prose

_RESIDUE = standing(
    r"TC [^\n\\]{0,60}\\[a-z][^\n，。；]{0,12}|\[?bookmark:? ?[\w ]*\]?"
    r"|PAGEREF[^\n，。；]{0,20}|HYPERLINK[^\n，。；]{0,30}|_(?:Toc|GoBack)\w*"
    r"|\\\* ?MERGEFORMAT|\$[^$\n]{0,20}\\[a-zA-Z%][^$\n]{0,20}\$|\\(?:geq?|leq?|times|cdot|ldots|text|mathrm|quad)\b"
    r"|&(?:nbsp|lt|gt|amp|quot|ldquo|rdquo|mdash|#\d+);|</?(?:br|p|div|span|b|sub|sup|td|tr|table)\b[^>\n]{0,40}>"
    r"|\ufffd+",
    "TC ", "bookmark", "PAGEREF", "HYPERLINK", "_Toc", "_GoBack", "MERGEFORMAT", "\\", "&", "</", "<b", "<t", "\ufffd",
)  # fmt: skip
_LEADERS = standing(r"[.．·]{6,}[ \t]*\d*|[.．·…]{3,}[ \t]*\d{1,3}[ \t]*$", "...", "．．．", "···", "………", flags=re.MULTILINE)
_BOLD = standing(r"\*\*", "**")
# After a full-width mark and before a word, Markdown does not take them for an end.
_NOT_BOLD = standing(r"\*\*(?=[^\s*])[^*\n]{1,80}[，。；：！？、”）]\*\*(?=[\u4e00-\u9fff])", "**")
# Only blanks that can be wrong, and not those of Markdown's lists.
_BLANK = standing(
    r"[ \t\u3000\xa0](?:(?<=[\d\u4e00-\u9fff（《“【，、].)[ \t\u3000\xa0]*|[ \t\u3000\xa0]*(?=[，。；：、？！）】》”]))", *" \t\u3000\xa0"
)
_HAN = re.compile(r"[\u4e00-\u9fff]{2}")
_OPENING = re.compile(r"[（《“【][^\n|]|[\u4e00-\u9fff，、][《“]")
_CLOSING = re.compile(r"[^\n|][，。；：、？！）】》”]")
_FIGURE = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?[ \t]*(?:[万亿]?元|[%％])")
# “第一部分 部门整体绩效目标”, “附件 绩效目标表”: what is numbered stands apart from its number.
_NUMBERING = re.compile(
    r"(?:第[一二三四五六七八九十0-9]+[部章节条表编]分?|(?:^|[\n。；])[一二三四五六七八九十]+|附件|附表|目|抄送|联系人)$"
)
# A code has a rule of its own; a title and a person's name may be spaced.
_SPACED = {"项目编码", "标题", "名词"}


@rule("TXT-013", Severity.WARNING, Basis("地方预决算公开操作规程（财预〔2016〕143号）", read=False))
def conversion_residue(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    r"""文字里不应当留有从 Word、PDF 或者公式转换时带来的域代码、标记，也不应当有断开字词和数字的空格。

    为什么：“TC …\f”“[bookmark:…]”“$\geq$”读者看不懂，屏幕阅读器会逐字念出来；字词、数字被空格断开，就搜索不到、核对不了。
    怎么改：删去这些代码和空格；从别的软件粘贴时选“只保留文本”。
    """
    prose = disclosure.prose
    if not prose.unlike:
        yield Outcome.NOT_APPLICABLE
    for hit in prose.find(_RESIDUE):
        yield Remark(hit.place, f"残留转换时带来的代码：“{hit.text.strip()}”", "请删去这段代码，只留文字；“≥”这样的符号直接写出来。")
    yield from _leaders(prose)
    yield from _asterisks(prose)
    spaced: dict[int, list[Hit]] = {}
    for hit in prose.find(_BLANK):
        if _breaks(hit):
            # A printed table is broken cell by cell; one remark a project says it.
            cells = hit.passage.project if isinstance(hit.passage.record, Indicator) else None
            spaced.setdefault(id(cells or hit.passage), []).append(hit)
    for hits in spaced.values():
        first, rest = hits[0], tuple(hit.place for hit in hits[1:])
        where = f"“{first.before[-6:]}{first.text}{first.after[:6]}”" + (f"等{len(hits)}处" if rest else "")
        weight = Severity.WARNING if first.before[-1:].isdigit() else Severity.INFO
        yield Remark(first.place, f"文字被空格断开：{where}", "请删去空格。", rest, severity=weight)


def _asterisks(prose: Prose) -> Iterator[Remark]:
    """Yield the marks of bold type that readers would see."""
    for hit in prose.find(_BOLD):
        # In running text they are Markdown, elsewhere they are printed.
        if hit.passage.narrative is None:
            yield Remark(hit.place, f"残留转换时带来的标记：“{hit.before[-6:]}{hit.text}”", "请删去“**”。")
    for hit in prose.find(_NOT_BOLD):
        if hit.passage.narrative is not None:
            message = f"加粗没有生效，读者看到的是星号：“{hit.text[:24]}”"
            yield Remark(hit.place, message, "请把标点移到后一个“**”的后面，或者删去“**”。")


def _leaders(prose: Prose) -> Iterator[Remark]:
    """Yield, one a text, the dots and page numbers of a table of contents."""
    dotted: dict[int, list[Hit]] = {}
    for hit in prose.find(_LEADERS):
        dotted.setdefault(id(hit.passage), []).append(hit)
    for first, *rest in dotted.values():
        many = f"等{len(rest) + 1}处" if rest else ""
        message = f"残留目录的点线和页码：“{first.before[-8:]}{first.text.strip()}”{many}"
        yield Remark(first.place, message, "请删去点线和页码；网页的目录是自动生成的。", tuple(hit.place for hit in rest))


def _breaks(hit: Hit) -> bool:
    """Return whether a blank stands inside a word or a figure, or before a closing mark."""
    passage, start, end = hit.passage, hit.start, hit.start + len(hit.text)
    around = passage.text[start - 1 : start] + passage.text[end : end + 1]
    if (
        len(around) < len("前后")
        or "\\" in passage.text
        or passage.label in _SPACED
        or (passage.narrative is not None and passage.narrative.folded)
    ):
        return False
    if around[0].isdigit():
        return bool(_FIGURE.match(passage.text, end)) or (around[1] == "." and passage.text[end + 1 : end + 2].isdigit())
    if _CLOSING.match(around):
        return True
    # Words in columns (“名称 单位 金额”) have no marks between them; a sentence has, and a cell of indicators is no row of columns.
    written = isinstance(passage.record, Indicator) or any(mark in passage.text for mark in "，。；、")
    return bool(_OPENING.match(around) or _HAN.match(around)) and written and not _NUMBERING.search(passage.text[:start])
