"""Short disclosures for the tests of views, written as a clerk writes them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from generator.loading.corpus import load_corpus
from tests.projects import ROOT

if TYPE_CHECKING:
    from generator.model.corpus import Corpus

_ACCOUNTS = "  部门决算: {章节: [{名称: 支出, 要求: 可选}]}\n"
DEPARTMENT = "名称:\n  - {自: 2020, 全称: 清河市档案馆, 简称: 市档案馆}\n地区: qinghe\n"


def corpus_of(folder: Path, texts: dict[str, str], department: str = DEPARTMENT) -> Corpus:
    """Return the corpus of one department (or those that a path names) with these texts, by ``2032/budget``."""
    content = folder / "content"
    golden = ROOT / "tests/site/content"
    for source in (*golden.glob("reference/*.yml"), *golden.glob("reference/formats/*.yml"), golden / "site.yml"):
        target = content / source.relative_to(golden)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(source.read_text(encoding="utf-8") + (_ACCOUNTS if source.name == "national.yml" else ""), encoding="utf-8")
    for path, text in {"departments/archives/department.yml": department, **{_path(name): text for name, text in texts.items()}}.items():
        (content / path).parent.mkdir(parents=True, exist_ok=True)
        year = Path(path).parent.name
        (content / path).write_text(text if path.endswith("department.yml") else f"年度: {year}\n金额单位: 万元\n{text}", encoding="utf-8")
    corpus, findings = load_corpus(content)
    assert findings == (), [str(finding) for finding in findings]
    return corpus


def _path(name: str) -> str:
    return f"{name if name.startswith('departments/') else f'departments/archives/{name}'}.yml"
