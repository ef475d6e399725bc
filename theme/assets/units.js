// The reader's unit: amounts are shown in 元, 万元 or 亿元 by moving the point in the printed digits. No number is ever made of them.
(() => {
  const PLACES = { 元: 0, 万元: 4, 亿元: 8 };
  const KEY = "mingzhang-unit";
  const AMOUNT = /^(−?)(\d[\d,]*)(?:\.(\d+))?(亿元|万元|元)?$/;
  const root = document.documentElement;
  let choice = null;

  /** What a unit is called in the language of the page; asked for only once its words are there. */
  const named = (unit) => ({ 元: say("元"), 万元: say("万元"), 亿元: say("亿元") })[unit];

  function remembered() {
    try {
      const unit = localStorage.getItem(KEY);
      return unit in PLACES ? unit : null;
    } catch {
      return null; // Storage may be forbidden; the choice then lasts as long as the page.
    }
  }

  function remember(unit) {
    try {
      localStorage.setItem(KEY, unit);
    } catch { /* As above. */ }
  }

  /** The same amount with its point moved: "1,284.30" in 万元 is "12,843,000" in 元 and "0.128430" in 亿元. */
  function moved(sign, whole, decimals, by) {
    let digits = whole.replaceAll(",", "") + decimals;
    let point = digits.length - decimals.length + by;
    if (point > digits.length) digits = digits.padEnd(point, "0");
    if (point < 1) {
      digits = "0".repeat(1 - point) + digits;
      point = 1;
    }
    const before = digits.slice(0, point).replace(/^0+(?=\d)/, "").replace(/\B(?=(\d{3})+$)/g, ",");
    const after = digits.slice(point);
    return sign + before + (after && `.${after}`);
  }

  /** What holds an amount's digits: an element of their own, for their language or beside a mark, or else the amount itself. */
  const holder = (amount) => (amount.firstChild?.nodeType === Node.ELEMENT_NODE ? amount.firstChild : amount);

  /** Shows one amount in a unit, or as it was printed where there is none. */
  function show(element, chosen) {
    const text = holder(element).firstChild;
    if (text?.nodeType !== Node.TEXT_NODE) return;
    element.dataset.printed ??= text.data.trim();
    const match = AMOUNT.exec(element.dataset.printed);
    const printed = match?.[4] ?? element.closest("[data-unit]")?.dataset.unit;
    if (!match || !(printed in PLACES)) return;
    const [, sign, whole, decimals = "", own = ""] = match;
    const unit = chosen ?? printed;
    const words = moved(sign, whole, decimals, PLACES[printed] - PLACES[unit]) + (own && unit);
    text.data = text.nextSibling ? `${words} ` : words;
  }

  /** Ends every figure where its column's longest decimals end, as the printed ones are made to in the HTML. */
  function align(table) {
    const longest = [];
    const cells = [...table.querySelectorAll("td.amount")].map((cell) => {
      const figure = holder(cell);
      const decimals = /\.\d+/.exec(figure.firstChild?.data ?? "")?.[0] ?? "";
      const column = cell.parentElement.cells.length - cell.cellIndex;
      if (decimals.length > (longest[column] ?? "").length) longest[column] = decimals;
      return [figure, column, decimals.length];
    });
    for (const [figure, column, length] of cells) {
      const all = longest[column] ?? "";
      if (length === all.length) delete figure.dataset.pad;
      else figure.dataset.pad = length ? "0".repeat(all.length - length) : `.${"0".repeat(all.length - 1)}`;
    }
  }

  function showAll(chosen) {
    for (const element of document.querySelectorAll(".amount")) show(element, chosen);
    for (const words of document.querySelectorAll("[data-unit] .unit")) {
      const printed = words.closest("[data-unit]").dataset.unit;
      if (!(printed in PLACES)) continue;
      const unit = chosen ?? printed;
      const both = { unit: named(unit), printed: named(printed) };
      if (words.closest("caption")) words.textContent = unit === printed ? both.unit : say("{unit}（原文{printed}）", both);
      else words.textContent = unit;
    }
    for (const table of document.querySelectorAll("table[data-unit]")) align(table);
  }

  function begin() {
    choice = document.querySelector("[data-unit-choice]");
    if (choice) {
      const printed = choice.dataset.unitChoice;
      const chosen = remembered() ?? printed;
      choice.querySelector(`[value="${chosen}"]`).checked = true;
      if (chosen !== printed) showAll(chosen);
      choice.addEventListener("change", ({ target }) => {
        const unit = target.value;
        remember(unit);
        showAll(unit === printed ? null : unit);
        const now = { unit: named(unit) };
        choice.querySelector("[role=status]").textContent =
          unit === printed ? say("金额照原文以{unit}显示。", now) : say("金额已换算成{unit}显示，数字没有四舍五入。", now);
      });
    }
    root.classList.remove("unit-pending");
  }

  // Who has chosen another unit before sees the page only in that unit, so that nothing moves under the eyes.
  if (remembered()) root.classList.add("unit-pending");
  document.addEventListener("DOMContentLoaded", begin);
})();
