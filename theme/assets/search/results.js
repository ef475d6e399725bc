// What the reader sees of an answer. Built with DOM methods only: nothing from the index is ever read as HTML.

import { inItsLanguage, quoted, runOn } from "./saying.js";
import { ranges, reading } from "./text.js";

const BEFORE = 24;
const LENGTH = 110;
const SITE = new URL("../../", import.meta.url);

export function sentence({ level, words, hits, certain, note, also, pages }, query) {
  if (level === "none") return say("没有找到含有“{query}”的内容。可以换一个说法、少用几个词，或者取消筛选。", { query: query.trim() });
  const count = certain ? hits.length : say("约 {count}", { count: hits.length });
  if (level === "all") return hits.length > 0 ? say("共有 {count} 个页面。", { count }) : "";
  if (hits.length === 0) return say("在所选的范围里没有找到。可以取消一部分筛选。");
  const values = { count, pages, words: quoted(words) };
  const found = pages > 1 ? say("找到 {count} 处含有{words}的内容，分布在 {pages} 个页面。", values) : say("找到 {count} 处含有{words}的内容。", values);
  const related = pages > 1 ? say("相关的有 {count} 处，分布在 {pages} 个页面。", values) : say("相关的有 {count} 处。", values);
  if (level === "related") return runOn(note, related);
  const others = [...new Set(words.flatMap((word) => word.also ?? []))].join(say("、"));
  return runOn(note, found, others && say("也包括正式的说法：{words}。", { words: others }));
}

export function showOptions(select, name, values, counts, chosen) {
  const collator = new Intl.Collator("zh", { numeric: true });
  const all = select.options[0];
  const listed = [...values];
  if (name !== "part") listed.sort((one, other) => (name === "year" ? -1 : 1) * collator.compare(one, other));
  select.replaceChildren(
    all,
    ...listed.map((value) => {
      const option = element("option", "", say("{value}（{count}）", { value, count: counts?.[name][value] ?? 0 }));
      option.value = value;
      return inItsLanguage(option);
    }),
  );
  select.value = values.has(chosen) ? chosen : "";
}

export function relatedLine() {
  return element("p", "search-related", say("相关结果"));
}

export function suggestionList({ label, names }) {
  const line = element("p", "search-suggestions", label);
  names.forEach((name, at) => {
    const made = element("a", "", name);
    made.href = `?q=${encodeURIComponent(name)}`;
    line.append(at > 0 ? "　" : "", inItsLanguage(made));
  });
  return line;
}

export async function resultItem({ volume, place, document }, words, part) {
  const text = await volume.text(place);
  const forms = words.flatMap((word) => word.forms);
  const item = element("li", "search-result");
  const target = new URL(document.address, SITE);
  target.hash = text.anchor;
  const link = item.appendChild(element("h2")).appendChild(element("a"));
  link.href = target.href;
  link.append(...marked(text.heading || document.title, forms));
  const facts = [document.title === text.heading ? "" : document.title, document.region, document.kind, part];
  const told = [...new Set(facts.filter(Boolean))].flatMap((fact, at) => [at > 0 ? " · " : "", inItsLanguage(element("span", "", fact))]);
  item.appendChild(element("p", "search-facts")).append(...told);
  if (text.amount) item.appendChild(element("p", "search-amount", `${say("预算数")} `)).append(...marked(text.amount, forms));
  const parts = excerpt(text.texts, forms, new Set(standing(text.heading, forms).map(({ number }) => number)).size);
  if (parts.length > 0) item.appendChild(element("p", "search-excerpt")).append(...parts);
  for (const each of item.querySelectorAll("h2, .search-excerpt")) inItsLanguage(each);
  return item;
}

/** The stretch of text that shows most of the words, begun at a clause; the beginning where the heading shows as many. */
function excerpt(texts, forms, headed) {
  const found = texts.map((text) => {
    const own = standing(text, forms);
    return { text, own, variety: new Set(own.map(({ number }) => number)).size };
  });
  if (found.length === 0) return [];
  const most = found.reduce((one, other) => (other.variety > one.variety ? other : one));
  const best = most.variety > headed ? most : found[0];
  const first = best.own[0]?.from ?? 0;
  let start = 0;
  if (first > BEFORE) {
    const clause = Math.max(...["。", "；", "，", "\n"].map((stop) => best.text.lastIndexOf(stop, first - 1))) + 1;
    start = first - clause <= BEFORE * 2 ? clause : first - BEFORE;
  }
  const end = Math.min(best.text.length, start + LENGTH);
  const shown = best.text.slice(start, end);
  const rest = best.text.length - start < LENGTH / 2 ? found.slice(found.indexOf(best) + 1).map(({ text }) => text).join(" · ") : "";
  const further = rest ? ` · ${rest.slice(0, LENGTH - shown.length)}` : "";
  return [start > 0 ? "…" : "", ...marked(shown + further, forms), end < best.text.length || rest.length > LENGTH ? "…" : ""];
}

const standing = (text, forms) => {
  const read = reading(text);
  return forms.flatMap((form, number) => ranges(read, form).map(([from, to]) => ({ from, to, number }))).sort((one, other) => one.from - other.from);
};

function marked(text, forms) {
  const parts = [];
  let at = 0;
  for (const { from, to } of standing(text, forms)) {
    if (from < at) continue;
    parts.push(text.slice(at, from), element("mark", "", text.slice(from, to)));
    at = to;
  }
  return [...parts, text.slice(at)];
}

function element(name, className = "", text = "") {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
}
