// The words that were searched for, marked on the page that a result opens.

import { ranges, reading } from "./text.js";
import { parse } from "./query.js";

const KEY = "search-words";
const MOST = 300;
const BLOCKS = "p, li, td, th, dt, dd, caption, h1, h2, h3, h4, h5, h6";

/** Keeps what a query was understood as, for the page that is opened next. */
export function remember(query, words) {
  const forms = words.flatMap((word) => word.forms).map(({ kind, text, values, money }) => ({ kind, text, values, money }));
  try {
    sessionStorage.setItem(KEY, JSON.stringify({ query: query.trim(), forms }));
  } catch {
    // Without storage the words are read from the address that the reader comes from.
  }
}

/** What the page that led here searched for; nothing if no search led here. */
function wanted() {
  const from = document.referrer && new URL(document.referrer);
  const search = new URL("../../search/", import.meta.url);
  if (!from || from.origin !== search.origin || from.pathname !== search.pathname) return [];
  const query = (from.searchParams.get("q") ?? "").trim();
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY));
    if (kept?.forms.length > 0) return kept.forms;
  } catch {
    // As above.
  }
  return parse(query).flatMap(({ forms }) => forms);
}

export function markWords(root) {
  const forms = wanted();
  if (forms.length === 0) return;
  let marks = 0;
  for (const block of root.querySelectorAll(BLOCKS)) {
    if (marks >= MOST) return;
    if (!block.querySelector("p, li, td, dd")) marks += markBlock(block, forms);
  }
}

/** Marks the words in one block, across the links and marks inside it. */
function markBlock(block, forms) {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  const nodes = [];
  let whole = "";
  while (walker.nextNode()) {
    nodes.push({ node: walker.currentNode, start: whole.length });
    whole += walker.currentNode.data;
  }
  const read = reading(whole);
  const found = forms.flatMap((form) => ranges(read, form)).sort(([one], [other]) => other - one);
  let last = Infinity;
  for (const [from, to] of found) {
    if (to > last) continue;
    last = from;
    for (const { node, start } of nodes.toReversed?.() ?? [...nodes].reverse()) {
      const first = Math.max(0, from - start);
      const end = Math.min(node.data.length, to - start);
      if (first < end) wrap(node, first, end);
    }
  }
  return found.length;
}

function wrap(node, from, to) {
  const part = node.splitText(from);
  part.splitText(to - from);
  const mark = document.createElement("mark");
  part.replaceWith(mark);
  mark.append(part);
}
