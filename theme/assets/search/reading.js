// A loaded page of the index: where phrases stand in it, under which heading, and how that reads.

import { readToken } from "./tokens.js";
import { isTornCode, sameWord } from "./words.js";

const BEFORE = 24;
const LENGTH = 90;
const BLOCK_END = " · ";

export function readPage(data) {
  const tokens = data.content.split(/\s+/u).filter(Boolean).map(readToken);
  const title = tokenCount(data.meta.title);
  const anchors = data.anchors
    .filter(({ id }) => id)
    .sort((one, other) => one.location - other.location)
    .map(({ id, text, location }) => ({ id, from: location, body: location + tokenCount(text) }));
  const sections = [{ id: "", from: 0, body: title }, ...anchors];
  sections.forEach((section, at) => (section.to = sections[at + 1]?.from ?? tokens.length));
  return { url: data.url, title: readable(data.meta.title), facets: data.filters, tokens, sections };
}

/** Where a phrase stands: [first token, last token that shows some of it], for each occurrence. */
export function locate(page, phrase) {
  const found = [];
  page.tokens.forEach((_, at) => {
    const length = matchedLength(page.tokens, at, phrase);
    if (length > 0) found.push([at, at + length - 1]);
  });
  return found;
}

/** The sections in which the phrases stand, those with the most phrases first; at most `limit`. */
export function sectionsWith(page, phrases, limit) {
  const hits = phrases.flatMap((phrase, number) => locate(page, phrase).map(([from, to]) => ({ from, to, number })));
  return page.sections
    .map((section) => {
      const own = hits.filter(({ from }) => from >= section.from && from < section.to);
      return { section, hits: own, variety: new Set(own.map(({ number }) => number)).size };
    })
    .filter(({ variety, section, hits: own }) => variety > 0 && (section.id || own.some(({ from }) => from >= section.body)))
    .sort((one, other) => other.variety - one.variety)
    .slice(0, limit)
    .map(({ section, hits: own }) => ({
      id: section.id,
      heading: section.id ? asText(page.tokens, section.from, section.body, own) : [],
      excerpt: excerpt(page, section, own),
    }));
}

function excerpt(page, section, hits) {
  const inBody = hits.filter(({ from }) => from >= section.body);
  const first = inBody.length > 0 ? Math.max(section.body, inBody[0].from - BEFORE) : section.body;
  const start = inBody.length > 0 ? afterBlockEnd(page.tokens, first, inBody[0].from, section.body) : first;
  const end = Math.min(section.to, start + LENGTH);
  const parts = asText(page.tokens, start, end, hits);
  if (start > section.body) parts.unshift({ text: "…", marked: false });
  if (end < section.to) parts.push({ text: "…", marked: false });
  return parts;
}

/** Begins the excerpt with a whole cell or paragraph if one begins near enough. */
function afterBlockEnd(tokens, first, hit, body) {
  if (first === body) return first;
  for (let at = first; at < hit; at += 1) if (tokens[at].endsBlock) return at + 1;
  return first;
}

function asText(tokens, start, end, hits) {
  const parts = [];
  const say = (text, marked) => {
    const last = parts.at(-1);
    if (last?.marked === marked) last.text += text;
    else if (text) parts.push({ text, marked });
  };
  for (let at = start; at < end; at += 1) {
    const { shown, glue, kind, endsBlock } = tokens[at];
    const inside = hits.filter(({ from, to }) => at >= from && at <= to);
    say(shown, inside.length > 0);
    const marked = inside.some(({ to }) => at < to);
    say(glue, marked);
    if (at + 1 === end) continue;
    if (endsBlock) say(BLOCK_END, false);
    else if (kind === "word" && tokens[at + 1].kind === "word") say(" ", marked);
  }
  return parts;
}

function readable(text) {
  const tokens = (text ?? "").split(/\s+/u).filter(Boolean).map(readToken);
  return asText(tokens, 0, tokens.length, []).map((part) => part.text).join("");
}

function tokenCount(text) {
  return (text ?? "").split(/\s+/u).filter(Boolean).length;
}

function matchedLength(tokens, at, { tokens: asked, tail }) {
  if (asked.length === 1 && tail === "" && tokens[at].kind === "word") return matchedWords(tokens, at, asked[0]);
  for (let step = 0; step < asked.length; step += 1) {
    const shown = tokens[at + step];
    if (shown === undefined || !sameToken(asked[step], shown, step < asked.length - 1 || tail !== "")) return 0;
  }
  if (tail !== "") return tokens[at + asked.length]?.key.startsWith(tail) ? asked.length + 1 : 0;
  // The last character of a pair is shown by the token that follows.
  return asked.length + (tokens[at + asked.length - 1].kind === "han" ? 1 : 0);
}

function matchedWords(tokens, at, asked) {
  if (sameWord(asked, tokens[at].key)) return 1;
  const next = tokens[at + 1];
  return next?.kind === "word" && !tokens[at].endsBlock && isTornCode(asked, tokens[at].key, next.key) ? 2 : 0;
}

function sameToken(asked, shown, goesOn) {
  if (goesOn && shown.endsBlock) return false;
  return shown.kind === "word" ? sameWord(asked, shown.key) : asked === shown.key;
}
