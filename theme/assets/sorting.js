// Tables marked data-sortable can be sorted by each column. Without this script the buttons stay hidden and the order is the printed one.
"use strict";

// A block of its own, and no module: a page that is opened from a folder may load no modules.
{
  const collator = new Intl.Collator("zh-CN", { numeric: true });

  const compare = (column, byAmount) => (one, other) => {
    const [a, b] = [one, other].map((row) => row.cells[column]);
    if (!byAmount) return collator.compare(a.textContent, b.textContent);
    return Number(a.dataset.key) - Number(b.dataset.key);
  };

  function sort(table, header, status) {
    const column = header.cellIndex;
    const byAmount = header.classList.contains("number");
    const descending = header.ariaSort ? header.ariaSort === "ascending" : byAmount;
    const rows = [...table.tBodies[0].rows];
    // Whatever has no amount stands last in both directions: it is neither the most nor the least.
    const known = rows.filter((row) => !byAmount || row.cells[column].dataset.key);
    known.sort(compare(column, byAmount));
    if (descending) known.reverse();
    table.tBodies[0].append(...known, ...rows.filter((row) => !known.includes(row)));
    for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
    header.setAttribute("aria-sort", descending ? "descending" : "ascending");
    const name = header.firstChild.textContent.trim();
    status.textContent = descending ? say("已按{column}从大到小排列", { column: name }) : say("已按{column}从小到大排列", { column: name });
  }

  for (const table of document.querySelectorAll("table[data-sortable]")) {
    const status = table.closest("section, article").querySelector("[data-sorted]");
    for (const button of table.querySelectorAll(".side-by-side__sort")) {
      button.hidden = false;
      button.addEventListener("click", () => sort(table, button.closest("th"), status));
    }
  }
}
