"""Every table of figures, as the browser tells it to a screen reader: named, its unit said, every figure under its heads."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.accessibility.readers import Site

TABLED = {"budget": 5, "performance": 10, "completeness": 4, "home": 1, "year": 1}
# The table's grid is counted cell by cell, spans included: a full one has no hole and no cell that hangs over.
_FAULTS = """() => [...document.querySelectorAll(".data-table table")].flatMap((table) => {
  const name = table.caption?.innerText ?? "";
  const faults = name ? [] : ["no caption"];
  const figures = table.querySelectorAll("td.number:not(.blank)").length;
  const headed = (cell) => /（[个份处]）/.test(table.tHead?.rows[0].cells[cell.cellIndex]?.innerText);
  const measured = [...table.querySelectorAll("td.number:not(.blank)")].every((each) => /[%元个辆次]/.test(each.innerText) || headed(each));
  if (figures && !/单位|百分比/.test(name) && !measured)
    faults.push("no unit");
  const rows = [...table.rows];
  const grid = rows.map(() => []);
  rows.forEach((row, y) => {
    let x = 0;
    for (const cell of row.cells) {
      while (grid[y][x]) x += 1;
      for (let down = 0; down < cell.rowSpan; down += 1)
        for (let over = 0; over < cell.colSpan; over += 1) {
          if (!grid[y + down] || grid[y + down][x + over]) faults.push(`row ${y + 1} hangs over`);
          else grid[y + down][x + over] = cell;
        }
      if (!cell.innerText.trim()) faults.push(`row ${y + 1} has an empty cell`);
      if (cell.tagName === "TH" && !/^(row|col|rowgroup|colgroup)$/.test(cell.scope)) faults.push(`row ${y + 1} has a head without scope`);
    }
  });
  const width = Math.max(...grid.map((row) => row.length));
  grid.forEach((row, y) => {
    for (let x = 0; x < width; x += 1) if (!row[x]) faults.push(`row ${y + 1} has a hole`);
    if (!rows[y].closest("thead") && !row.some((cell) => cell?.matches("th"))) faults.push(`row ${y + 1} has no head`);
  });
  return faults.map((fault) => `${name}: ${fault}`);
})"""


def tree(page: Page) -> list[dict[str, object]]:
    """Return the nodes of the browser's accessibility tree that are not ignored: role, name, and the roles of their children."""
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    return [node for node in nodes if not node.get("ignored")]


@pytest.mark.parametrize("kind", TABLED)
def test_every_table_is_whole(site: Site, kind: str) -> None:
    page = site.open(kind)
    faults = page.evaluate(_FAULTS)
    count = page.locator(".data-table table").count()
    page.close()
    assert faults == []
    assert count >= TABLED[kind]


@pytest.mark.parametrize("kind", TABLED)
def test_a_screen_reader_is_told_of_tables_heads_and_figures(site: Site, kind: str) -> None:
    page = site.open(kind)
    nodes = tree(page)
    count = {role: page.locator(f".data-table {tag}").count() for role, tag in ROLES.items()}
    page.close()
    told: dict[str, int] = {}
    for node in nodes:
        role = str(node["role"]["value"])  # type: ignore[index]  # the protocol's answers have no types
        told[role] = told.get(role, 0) + 1
    assert {role: told.get(role, 0) for role in ROLES} == count
    named = [str(node["name"]["value"]) for node in nodes if node["role"]["value"] == "table"]  # type: ignore[index]  # likewise
    assert all(named)


ROLES = {
    "table": "table",
    "columnheader": "thead th",
    "rowheader": "tbody th",
    "cell": "td",
}


@pytest.mark.parametrize(
    ("fault", "markup"),
    [
        ("no caption", "<tr><th scope=row>甲</th><td>乙</td></tr>"),
        ("no unit", "<caption>甲</caption><tr><th scope=row>甲</th><td class=number>1.00</td></tr>"),
        ("row 1 has an empty cell", "<caption>甲</caption><tr><th scope=row>甲</th><td> </td></tr>"),
        ("row 1 has a head without scope", "<caption>甲</caption><tr><th>甲</th><td>1</td></tr>"),
        ("row 2 has a hole", "<caption>甲</caption><tr><th scope=row>甲</th><td>1</td></tr><tr><th scope=row>乙</th></tr>"),
        ("row 1 hangs over", "<caption>甲</caption><tr><th scope=row rowspan=2>甲</th><td>1</td></tr>"),
        ("row 1 has no head", "<caption>甲</caption><tr><td>甲</td><td>1</td></tr>"),
    ],
)
def test_a_faulty_table_is_noticed(blank: Page, fault: str, markup: str) -> None:
    blank.set_content(f"<div class=data-table><table>{markup}</table></div>")
    assert fault in [line.split(": ")[1] for line in blank.evaluate(_FAULTS)]


def test_the_shipped_content_has_tables_to_look_at(shipped_site: Path) -> None:
    assert (shipped_site / "2021/zjk-npc/budget/index.html").read_text(encoding="utf-8").count("<table") >= 5
