"""What a build has done, in a few lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.findings.finding import Severity

if TYPE_CHECKING:
    from pathlib import Path

    from generator.pipeline import Publication
    from generator.search.index import IndexReport


def summary(publication: Publication, index: IndexReport | None, target: Path, seconds: float) -> str:
    """Return what a build did: how many disclosures, pages and findings, how long it took, and where the site is."""
    report = publication.report
    count = report.count()
    found = "，".join(f"{severity.value} {count[severity]}" for severity in Severity if count[severity]) or "无"
    corpus = publication.corpus
    lines = [
        f"公开文本 {len(corpus.disclosures)} 份，部门 {len(corpus.departments)} 个，年度 {len(corpus.years)} 个",
        f"页面 {len(publication.pages)} 个",
        f"检查结果：{found}",
    ]
    if publication.files:
        lines.append(f"数据文件 {len(publication.files)} 个")
        if "sitemap.xml" not in publication.files:
            lines.append("mkdocs.yml 没有写 site_url，不知道网站的网址，所以没有生成站点地图和订阅源；其余都照常。")
    if index is not None:
        lines.append(f"搜索索引 {index.size // 1024} KB，自检 {index.proof.asked} 处，查全率 {index.proof.recall:.0%}")
    lines.append(f"用时 {seconds:.1f} 秒")
    lines.append(f"网站在 {target}，打开 index.html 查看")
    return "\n".join(lines)
