"""The content folder becomes the corpus: departments, their years, their disclosures."""

from __future__ import annotations

import dataclasses
import re
from typing import TYPE_CHECKING

from generator.findings.finding import Finding, Severity
from generator.loading.attachments import read_attachments
from generator.loading.files import Shelf
from generator.loading.reader import Reader
from generator.loading.reference import load_reference, note_unknown
from generator.loading.statements import read_statement
from generator.model.corpus import Corpus
from generator.model.department import Department, DepartmentFile
from generator.model.disclosure import Disclosure, Text
from generator.model.kinds import Kind, Year
from generator.model.performance import Project
from generator.source.values import Scalar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from generator.loading.reference import Reference
    from generator.model.format import Form
    from generator.model.money import MoneyUnit
    from generator.model.source_file import SourceFile
    from generator.model.statement import Statement

_SLUG = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_YEAR = re.compile(r"(19|20)[0-9]{2}")
_KINDS = {kind.slug: kind for kind in Kind}
_SUFFIXES = (".yml", ".md")
_PARTS = ("projects", "statements")
_KEPT_FOLDERS = (*_PARTS, "attachments")
TITLE_LABEL = "标题"


def load_corpus(content: Path, progress: Callable[[str], None] = lambda _: None) -> tuple[Corpus, tuple[Finding, ...]]:
    """Return everything below ``content`` and what was found wrong with it; nothing here raises for what a file holds.

    ``progress`` is told the slug of each department when it has been read.
    """
    shelf = Shelf(content)
    reference = load_reference(shelf)
    departments: list[Department] = []
    disclosures: list[Disclosure] = []
    entries = sorted((content / "departments").glob("*"))
    _refuse_stray_files(entries, "这里只放部门文件夹，每个部门一个。", shelf)
    for folder in [path for path in entries if path.is_dir()]:
        department = _department(folder, reference, shelf)
        if department is not None:
            departments.append(department)
            disclosures += _disclosures(folder, department, reference, shelf)
        progress(folder.name)
    departments = _with_sound_former_names(departments, shelf)
    corpus = Corpus(
        site=reference.site,
        glossary=reference.glossary,
        synonyms=reference.synonyms,
        departments=tuple(departments),
        disclosures=tuple(_linked(disclosures, tuple(departments), reference)),
        reference=(*reference.sources.values(), *(department.source for department in departments)),
    )
    return corpus, tuple(shelf.findings)


def _linked(disclosures: list[Disclosure], departments: tuple[Department, ...], reference: Reference) -> Iterator[Disclosure]:
    """Yield the disclosures in their order, each knowing the one of the year before and what it is checked against."""
    own = {department.slug: department for department in departments}
    linked: dict[str, Disclosure] = {}
    for disclosure in sorted(disclosures, key=lambda each: each.year):
        before = f"{disclosure.year - 1}/{disclosure.department.slug}/{disclosure.kind.slug}/"
        linked[disclosure.address] = dataclasses.replace(
            disclosure,
            department=own[disclosure.department.slug],
            site=reference.site,
            classification=reference.classification,
            usage=reference.usage,
            previous=linked.get(before),
            register=departments,
        )
    return (linked[disclosure.address] for disclosure in disclosures)


def _refuse_stray_files(entries: list[Path], cure: str, shelf: Shelf, known: str = "README.md") -> None:
    for path in entries:
        if not path.is_dir() and not path.name.startswith(".") and path.name not in (known, "README.md"):
            shelf.note("DAT-020", path, f"不认识的文件“{path.name}”", cure)


def _department(folder: Path, reference: Reference, shelf: Shelf) -> Department | None:
    if _SLUG.fullmatch(folder.name) is None:
        cure = "请用小写英文字母、数字和连字符，如 zjk-npc；代号就是网址，定了就不再改。"
        shelf.note("DAT-020", folder, f"部门文件夹“{folder.name}”不能用作网址", cure)
        return None
    path = folder / "department.yml"
    if not path.exists():
        shelf.note("DAT-020", folder, "部门文件夹里没有 department.yml", "请建立 department.yml，写明名称和地区。")
        return None
    file, source = shelf.record(path, DepartmentFile)
    if file is None:
        return None
    region = reference.regions.get(file.region)
    if region is None:
        note_unknown(shelf, file.at("region"), f"没有代号为“{file.region}”的地区", reference.regions)
        return None
    return Department(slug=folder.name, file=file, region=region, source=source, above=reference.above(region))


def _with_sound_former_names(departments: list[Department], shelf: Shelf) -> list[Department]:
    """Return the departments without former names of folders that cannot lead to one department alone; each is refused."""
    borne = {department.slug: department.name for department in departments}
    kept = []
    for department in departments:
        sound = []
        for number, slug in enumerate(department.file.former):
            place = department.file.at(f"former.{number}")
            if _SLUG.fullmatch(slug) is None:
                cure = "请写原来的代号，如 zjk-rd：只有小写英文字母、数字和连字符。"
                shelf.findings.append(Finding("DAT-020", Severity.ERROR, place, f"“{slug}”不是部门的代号", cure))
            elif slug in borne:
                message = f"原网址“{slug}”已经是{borne[slug]}的"
                cure = "一个旧网址只能转到一个部门，还在用的网址不能转走；请只保留一处。"
                shelf.findings.append(Finding("DAT-015", Severity.ERROR, place, message, cure))
            else:
                sound.append(slug)
            borne.setdefault(slug, department.name)
        same = len(sound) == len(department.file.former)
        kept.append(department if same else dataclasses.replace(department, file=dataclasses.replace(department.file, former=tuple(sound))))
    return kept


def _disclosures(folder: Path, department: Department, reference: Reference, shelf: Shelf) -> Iterator[Disclosure]:
    entries = sorted(folder.glob("*"))
    _refuse_stray_files(entries, "公开文本放在年度文件夹里，如 2026/budget.yml。", shelf, "department.yml")
    for year_folder in [path for path in entries if path.is_dir() and not path.name.startswith(".")]:
        if _YEAR.fullmatch(year_folder.name) is None:
            shelf.note("DAT-020", year_folder, f"“{year_folder.name}”不是年度文件夹", "请用四位数字的年度，如 2026。")
            continue
        inside = sorted(year_folder.glob("*"))
        paths = list(_disclosure_files(inside, shelf))
        _refuse_ownerless_folders(inside, paths, shelf)
        for path in paths:
            form = reference.form(department.region, _KINDS[path.stem], Year(int(year_folder.name)))
            disclosure = _disclosure(path, department, form, shelf, alone=len(paths) == 1)
            if disclosure is not None:
                yield disclosure


def _disclosure_files(inside: list[Path], shelf: Shelf) -> Iterator[Path]:
    seen: dict[str, Path] = {}
    names = "、".join(f"{slug}.yml" for slug in _KINDS)
    for path in inside:
        if path.name.startswith(".") or (path.is_dir() and path.name.split("-")[-1] in _KEPT_FOLDERS):
            continue
        if path.is_dir() or path.suffix not in _SUFFIXES or path.stem not in _KINDS:
            shelf.note("DAT-020", path, f"不认识的文件“{path.name}”", f"公开文本的文件名是 {names}，或者同名的 .md 文件。")
        elif path.stem in seen:
            cure = "请只保留一个；两种写法的内容是一样的。"
            shelf.note("DAT-015", path, f"“{path.stem}”有两份，另一份是 {seen[path.stem].name}", cure)
        else:
            seen[path.stem] = path
            yield path


def _refuse_ownerless_folders(inside: list[Path], paths: list[Path], shelf: Shelf) -> None:
    """Refuse what would never be read: the parts of a disclosure that is not there, or of nobody knows which."""
    owned = {_beside(path, name, alone=len(paths) == 1) for path in paths for name in _KEPT_FOLDERS}
    for path in inside:
        if path.is_dir() and path.name.split("-")[-1] in _KEPT_FOLDERS and path not in owned:
            names = "、".join(sorted(place.name for place in owned)) or "（先要有公开文本，如 budget.yml）"
            shelf.note("DAT-020", path, f"看不出“{path.name}”文件夹属于哪一份公开文本", f"可以用的文件夹名：{names}。")


def _disclosure(path: Path, department: Department, form: Form, shelf: Shelf, *, alone: bool) -> Disclosure | None:
    before = len(shelf.findings)
    mapping, reader, source = shelf.mapping(path, Text, TITLE_LABEL)
    reader.form = form
    text = shelf.build(mapping, Text, reader)
    # The parts are read even where the whole is faulty: all faults are to be seen in one run.
    unit, written = (text.unit, text.statements) if text is not None else (reader.unit, ())
    projects, project_files = _projects(_beside(path, "projects", alone=alone), unit, shelf)
    statements, statement_files = _statements(_beside(path, "statements", alone=alone), unit, written, form, shelf)
    if text is None or not _is_in_its_year(text, path, shelf):
        return None
    partly_read = any(finding.severity is Severity.ERROR for finding in shelf.findings[before:])
    attached, attached_files = read_attachments(_beside(path, "attachments", alone=alone), text.attachments, shelf)
    text = dataclasses.replace(text, projects=text.projects + projects, statements=text.statements + statements, attachments=attached)
    return Disclosure(
        department=department,
        kind=form.kind,
        text=text,
        form=form,
        sources=(source, *project_files, *statement_files, *attached_files),
        partly_read=partly_read,
    )


def _is_in_its_year(text: Text, path: Path, shelf: Shelf) -> bool:
    if str(text.year) == path.parent.name:
        return True
    message = f"年度写的是 {text.year}，文件却在 {path.parent.name} 文件夹里"
    cure = "请改正年度，或者把文件移到对应的文件夹。"
    shelf.findings.append(Finding("DAT-017", Severity.ERROR, text.at("year"), message, cure))
    return False


def _beside(path: Path, name: str, *, alone: bool) -> Path:
    """Return the folder of a disclosure's parts: ``projects``, or ``budget-projects`` where a year has several disclosures."""
    return path.parent / (name if alone else f"{path.stem}-{name}")


def _visible(folder: Path) -> list[Path]:
    return sorted(path for path in folder.glob("*") if not path.name.startswith("."))


def _projects(folder: Path, unit: MoneyUnit, shelf: Shelf) -> tuple[tuple[Project, ...], list[SourceFile]]:
    projects: list[Project] = []
    sources: list[SourceFile] = []
    for path in _visible(folder):
        if path.suffix not in _SUFFIXES:
            shelf.note("DAT-020", path, f"不认识的文件“{path.name}”", "项目文件是 .yml 或 .md 文件，一个项目一个文件。")
            continue
        mapping, reader, source = shelf.mapping(path, Project, "名称")
        reader.unit = unit
        project = shelf.build(mapping, Project, reader)
        sources.append(source)
        if project is not None:
            projects.append(project)
    return tuple(projects), sources


def _statements(
    folder: Path, unit: MoneyUnit, written: tuple[Statement, ...], form: Form, shelf: Shelf
) -> tuple[tuple[Statement, ...], list[SourceFile]]:
    statements: list[Statement] = []
    sources: list[SourceFile] = []
    known = {statement.title: statement for statement in form.statements}
    titles = {statement.title for statement in written}
    for path in _visible(folder):
        if path.suffix.lower() != ".csv" or path.stem not in known:
            cure = f"请用表名作文件名，存为 CSV：{'、'.join(known)}。"
            shelf.note("DAT-020", path, f"不认识的公开表文件“{path.name}”", cure)
            continue
        if path.stem in titles:
            shelf.note("DAT-015", path, f"《{path.stem}》在公开文本里已经写过", "同一张表请只写一处。")
            continue
        reader = Reader("", unit=unit, form=form)
        rows, source = shelf.rows(path, reader)
        sources.append(source)
        if rows is not None:
            statements.append(read_statement(known[path.stem], Scalar(path.stem, 1, 1), rows, reader))
        shelf.findings += reader.findings
    return tuple(statements), sources
