// What every page can do beyond being read: 关怀版, tables that scroll only while they must, and a dated print.
"use strict";

// A block of its own, and no module: a page that is opened from a folder may load no modules.
{
  const root = document.documentElement;

  /** The switch of 关怀版; its look follows the attribute of the page, which scripted.js has set already. */
  function sizeSwitch(button) {
    const tell = () => button.setAttribute("aria-pressed", String(root.dataset.size === "large"));
    button.addEventListener("click", () => {
      const large = root.dataset.size !== "large";
      if (large) root.dataset.size = "large";
      else delete root.dataset.size;
      try {
        localStorage.setItem("mingzhang-size", large ? "large" : "usual");
      } catch {
        // The choice then holds for this page alone.
      }
      tell();
    });
    tell();
  }

  /** A table's region is a stop of the keyboard and a named region only while it is wider than the window. */
  function scrollOnlyWhileWide(regions) {
    const names = new Map(regions.map((region) => [region, region.getAttribute("aria-labelledby")]));
    const watch = new ResizeObserver((entries) => {
      const seen = new Set(entries.map(({ target }) => target.closest(".data-table")));
      // All are measured before any is changed: a page has dozens, and each measuring after a change would lay out the whole page.
      const measured = [...seen].map((region) => [region, region.scrollWidth > region.clientWidth]);
      for (const [region, wide] of measured) {
        if (wide === region.hasAttribute("tabindex")) continue;
        for (const [attribute, value] of Object.entries({ role: "region", "aria-labelledby": names.get(region), tabindex: "0" })) {
          if (wide) region.setAttribute(attribute, value);
          else region.removeAttribute(attribute);
        }
      }
    });
    for (const region of regions) {
      watch.observe(region);
      watch.observe(region.firstElementChild);
    }
  }

  /** Where and when a page was printed: the page itself cannot know either. */
  function datedPrint(line) {
    addEventListener("beforeprint", () => {
      line.querySelector("[data-address]").textContent = location.href.split("#")[0];
      line.querySelector("[data-date]").textContent = new Date().toLocaleDateString(document.documentElement.lang, { dateStyle: "long" });
      line.hidden = false;
    });
  }

  document.querySelectorAll("[data-size-switch]").forEach(sizeSwitch);
  scrollOnlyWhileWide([...document.querySelectorAll(".data-table")]);
  document.querySelectorAll("[data-printed]").forEach(datedPrint);
}
