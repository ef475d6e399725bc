// What the reader sees of an answer. Built with DOM methods only: nothing from the index is ever read as HTML.

import { FACETS } from "./engine.js";
import { sectionsWith } from "./reading.js";

const SECTIONS_SHOWN = 3;

export function sentence({ level, phrases, results, certain, complete }, query) {
  const number = certain === false ? `约 ${results.length}` : `${results.length}`;
  const words = phrases.map(({ text }) => `“${text}”`).join("");
  if (level === "all") return results.length > 0 ? `共有 ${number} 份公开文本。` : "";
  if (level === "short") return "请至少输入两个字。";
  if (level === "exact") return `找到 ${number} 份含有${words}的公开文本。`;
  const missing = `没有找到含有“${query.trim()}”的公开文本。`;
  if (level === "none") return `${missing}可以换一个说法、少用几个词，或者取消筛选条件。`;
  return `${missing}有 ${number} 份相关结果，${complete ? "其中的字词不相连" : `只含有${words}`}。`;
}

export function showOptions(select, name, values, counts, chosen) {
  const collator = new Intl.Collator("zh", { numeric: true });
  const names = Object.keys(values).sort((one, other) => (name === "year" ? -1 : 1) * collator.compare(one, other));
  const all = select.options[0];
  select.replaceChildren(
    all,
    ...names.map((value) => {
      const option = element("option", "", counts ? `${value}（${counts[name][value] ?? 0}）` : value);
      option.value = value;
      return option;
    }),
  );
  select.value = names.includes(chosen) ? chosen : "";
}

export function relatedLine() {
  return element("p", "search-related", "相关结果");
}

export function resultItem(page, phrases) {
  const item = element("li", "search-result");
  const heading = item.appendChild(element("h2"));
  heading.appendChild(link(page.url, "", page.title));
  const facts = Object.values(FACETS).flatMap((label) => page.facets[label] ?? []);
  item.appendChild(element("p", "search-facts", facts.join(" · ")));
  const sections = sectionsWith(page, phrases, SECTIONS_SHOWN);
  if (sections.length > 0) item.appendChild(sectionList(page, sections));
  return item;
}

function sectionList(page, sections) {
  const list = element("ul", "search-sections");
  for (const { id, heading, excerpt } of sections) {
    const item = list.appendChild(element("li"));
    if (id) item.appendChild(link(page.url, id)).append(...marked(heading));
    if (excerpt.length > 0) item.appendChild(element("p", "search-excerpt")).append(...marked(excerpt));
  }
  return list;
}

function marked(parts) {
  return parts.map((part) => (part.marked ? element("mark", "", part.text) : part.text));
}

function link(address, anchor, text = "") {
  const target = new URL(address, document.baseURI);
  target.hash = anchor;
  const made = element("a", "", text);
  made.href = target.href;
  return made;
}

function element(name, className = "", text = "") {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
}
