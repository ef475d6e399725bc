// The search box of every page: opened by “/”, it offers names while somebody types. Everything else is the search page's.
"use strict";

// A block of its own, and no module: it is sent in one file with page.js.
{
  const box = document.querySelector("[data-search-box]");
  const input = box.querySelector("input");
  const list = box.querySelector("[role=listbox]");
  const status = box.querySelector("[data-search-said]");
  const MOST = 8;
  let names;
  let active = -1;
  let asked = 0;

  addEventListener("keydown", (event) => {
    const field = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || field) return;
    event.preventDefault();
    const target = document.querySelector("[data-search] input[name=q]") ?? input;
    target.focus();
    target.select();
  });

  input.addEventListener("input", (event) => event.isComposing || offer());
  input.addEventListener("compositionend", offer);
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    if (event.isComposing) return;
    if (event.key in steps && !list.hidden) {
      event.preventDefault();
      const count = list.children.length;
      choose((active + steps[event.key] + count + (active < 0 && steps[event.key] < 0 ? 1 : 0)) % count);
    } else if (event.key === "ArrowDown") offer();
    else if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      close();
    } else if (event.key === "Enter" && active >= 0) {
      event.preventDefault();
      go(list.children[active].textContent);
    }
  });
  // Before the box loses the focus, which would close the list under the pointer.
  list.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    const option = event.target.closest("[role=option]");
    if (option) go(option.textContent);
  });

  function go(words) {
    input.value = words;
    close();
    box.requestSubmit();
  }

  async function offer() {
    const turn = (asked += 1);
    const typed = input.value.trim().toLowerCase();
    if (!typed) return close();
    try {
      names ??= import("./search/volumes.js").then((volumes) => volumes.names());
      const bare = (text) => text.replace(/[“”"（）()、\s]/gu, "").toLowerCase();
      const wanted = bare(typed);
      const all = (await names).filter((name) => wanted && bare(name).includes(wanted));
      if (turn !== asked || document.activeElement !== input) return undefined;
      const found = [...all.filter((name) => bare(name).startsWith(wanted)), ...all.filter((name) => !bare(name).startsWith(wanted))].slice(0, MOST);
      show(found);
    } catch {
      names = undefined; // Offline, the box is still a box.
      close();
    }
    return undefined;
  }

  function show(found) {
    list.replaceChildren(
      ...found.map((name, at) => {
        const option = document.createElement("li");
        option.id = `search-option-${at}`;
        option.setAttribute("role", "option");
        option.setAttribute("aria-selected", "false");
        option.textContent = name;
        option.lang = "zh-CN"; // The names are those of the disclosures.
        return option;
      }),
    );
    active = -1;
    input.removeAttribute("aria-activedescendant");
    list.hidden = found.length === 0;
    input.setAttribute("aria-expanded", String(!list.hidden));
    status.textContent = found.length > 0 ? say("有 {count} 条建议，用上下箭头选择。", { count: found.length }) : say("没有建议，按回车搜索。");
  }

  function choose(at) {
    list.children[active]?.setAttribute("aria-selected", "false");
    active = at;
    const option = list.children[at];
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", option.id);
  }

  function close() {
    asked += 1;
    active = -1;
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
    status.textContent = "";
  }

  if (document.referrer.includes("/search/")) import("./search/marks.js").then(({ markWords }) => markWords(document.querySelector("main")));
}
