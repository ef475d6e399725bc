// In how many ways a query is understood, one after the other, until one of them finds something.

import { quoted } from "./saying.js";
import { plain } from "./text.js";
import { cut, hanForm, segments, withSynonyms, withoutQuestion, wordOf } from "./query.js";
import { letters, names } from "./volumes.js";

const YEARS = /((?:19|20)[0-9]{2}年?度?)/u;
/** What people add to the name of anything that costs money. */
const MONEY = /(?<=..)(?:费用|经费|资金|开支|支出|花费|花销|金额|预算|的钱|款项)$/u;
const SUGGESTED = 5;
/** So many words of the browser's dictionary are tried together at most, where a run stands nowhere. */
const MOST_PARTS = 4;

/** Yields {words, note, level, near}, after the words have not been found as they were typed. */
export async function* attempts(search, words) {
  const { simple, sounds } = await soundsAndForms();
  const typed = words.map(({ text }) => text);
  const modern = typed.map((text) => [...text].map((character) => simple.get(character) ?? character).join(""));
  let current = words;
  yield* below(search, words);
  if (modern.join(" ") !== typed.join(" ")) {
    current = spelled(modern, search);
    yield { words: current, note: say("按简体字{words}查找。", { words: quoted(current) }) };
  }
  const heard = await byEar(search, current, sounds);
  if (heard) yield heard;
  const shorter = spelled(current.map(({ text, forms }) => (forms[0].kind === "han" ? text.replace(MONEY, "") : text)), search);
  if (sameText(shorter) !== sameText(current) && shorter.length === current.length) yield { words: shorter, note: say("按{words}查找。", { words: quoted(shorter) }) };
  const bare = spelled(current.flatMap(({ text, forms }) => (forms[0].kind === "han" ? withoutQuestion(text) : [text])), search);
  if (bare.length > 0 && sameText(bare) !== sameText(current)) {
    yield { words: bare, note: say("按{words}查找。", { words: quoted(bare) }) };
    const less = spelled(bare.map(({ text }) => text.replace(MONEY, "")), search);
    if (sameText(less) !== sameText(bare)) yield { words: less, note: say("按{words}查找。", { words: quoted(less) }) };
  }
  const pieces = [...new Set(current.flatMap(({ text, forms }) => (forms[0].kind === "han" ? piecesOf(text, search.common) : [text])))];
  const asked = spelled(pieces, search);
  const changed = asked.length > 0 && sameText(asked) !== sameText(current);
  const apart = say("没有连在一起的“{query}”，按{words}分别查找。", { query: typed.join(" "), words: quoted(asked) });
  if (changed) yield { words: asked, note: asked.length > 1 ? apart : say("按{words}查找。", { words: quoted(asked) }) };
  if (changed) yield* below(search, asked);
  const formal = await byOffice(search, changed ? asked : current);
  if (formal) yield formal;
  const heardInPieces = changed && (await byEar(search, asked, sounds));
  if (heardInPieces) yield heardInPieces;
  yield* related(search, current, asked);
}

/** What belongs to a region of which nothing is written. */
function* below(search, words) {
  if (search.isAbove(words)) yield { words, above: true, level: "related", note: say("没有写到{words}的内容，下面是这个地区之下的公开文本。", { words: quoted(words) }) };
}

/** Words of the same run that do not stand side by side, and pages that lack the lesser part of several words. */
async function* related(search, typed, asked) {
  const parts = spelled([...new Set(asked.flatMap(({ text, forms }) => (forms[0].kind === "han" ? segments(text) : [text])))], search);
  if (parts.length > asked.length) yield { words: parts, level: "related", near: true, note: say("没有连在一起的{typed}；下面的内容同时含有{words}。", { typed: quoted(typed), words: quoted(parts) }) };
  if (typed.length < 3) return;
  const found = await Promise.all(typed.map((word) => search.holding([word]).then((hits) => hits.length > 0)));
  const left = typed.filter((word, at) => found[at] || word.forms[0].kind !== "han");
  if (left.length < typed.length && left.length * 2 > typed.length) yield { words: left, level: "related", note: say("没有找到{typed}；下面的内容只含有{words}。", { typed: quoted(typed), words: quoted(left) }) };
}

const sameText = (words) => words.map(({ text }) => text).join(" ");

function spelled(texts, search) {
  const words = texts.map(wordOf).filter((word) => word?.forms.some(({ phrases }) => phrases.length > 0));
  return withSynonyms(words, search.guide.synonyms);
}

/** The names and years of a run of words, and what is between them without the words that only ask and without lone characters. */
function piecesOf(text, common) {
  const all = text
    .split(YEARS)
    .filter(Boolean)
    .flatMap((part) => (YEARS.test(part) ? [{ text: part, known: true }] : cut(part, common)));
  const found = all.flatMap((piece) => (piece.known ? [piece.text] : withoutQuestion(piece.text)));
  const several = all.some(({ known }) => known) ? found.filter((each) => each.length > 1 || /[0-9]/u.test(each)) : found;
  return several.length > 0 ? several : [text];
}

let known;
async function soundsAndForms() {
  known ??= letters().then(({ simple, sounds }) => {
    const characters = [...simple];
    const forms = new Map();
    for (let at = 0; at < characters.length; at += 2) forms.set(characters[at], characters[at + 1]);
    const heard = new Map();
    for (const [sound, all] of Object.entries(sounds)) for (const each of all) heard.set(each, [...(heard.get(each) ?? []), sound]);
    return { simple: forms, sounds: heard };
  });
  return known;
}

async function standingNowhere(search, words) {
  const found = await Promise.all(words.map((word) => search.holding([word])));
  return words.filter((_, at) => found[at].length === 0);
}

/** The words again, official ones that stand nowhere replaced by another for the same that does; undefined if one has none. */
async function byOffice(search, words) {
  const strange = await standingNowhere(search, words);
  const formal = new Map();
  for (const word of strange) {
    const same = search.guide.synonyms.filter(([, official]) => official.some((each) => plain(each) === word.text)).flatMap(([, official]) => official.map(wordOf));
    const missing = new Set((await standingNowhere(search, same)).map(({ text }) => text));
    const other = same.find(({ text }) => !missing.has(text));
    if (!other) return undefined;
    formal.set(word, other);
  }
  if (strange.length === 0) return undefined;
  return { words: words.map((word) => formal.get(word) ?? word), note: say("没有{typed}，按{words}查找。", { typed: quoted(strange), words: quoted([...formal.values()]) }) };
}

/** The words again, those that stand nowhere replaced by known names that sound alike; undefined if there are none. */
async function byEar(search, words, sounds) {
  const strange = await standingNowhere(search, words);
  if (strange.length === 0) return undefined;
  const vocabulary = (await names()).map(plain);
  const alike = new Map(strange.map((word) => [word, soundingLike(word, vocabulary, sounds)]));
  if ([...alike.values()].some((all) => all.length === 0)) return undefined;
  const heard = words.map((word) => (alike.has(word) ? { text: alike.get(word)[0], forms: alike.get(word).map(hanForm) } : word));
  const others = heard.filter((word) => !words.includes(word));
  return { words: heard, note: say("没有{typed}，按同音的{words}查找。", { typed: quoted(strange), words: quoted(others) }) };
}

function soundingLike({ text, forms: [{ kind }] }, vocabulary, sounds) {
  if (/^[a-z]{4,}$/u.test(text)) return spelledInLatin(text, vocabulary, sounds);
  const asked = [...text];
  if (kind !== "han" || asked.length < 2) return [];
  const found = new Set();
  for (const name of vocabulary) {
    const characters = [...name];
    if (asked.length === 2 && characters.length > 4) continue;
    for (let start = 0; start + asked.length <= characters.length; start += 1) {
      if (asked.every((character, at) => soundsAlike(character, characters[start + at], sounds))) found.add(characters.slice(start, start + asked.length).join(""));
    }
  }
  const same = (candidate) => [...candidate].filter((character, at) => character === asked[at]).length;
  return [...found].sort((one, other) => same(other) - same(one)).filter((each) => same(each) > 0 || asked.length > 2).slice(0, 2);
}

const blurred = (sound) => sound.replace(/^(z|c|s)h/u, "$1").replace(/ng$/u, "n");

function soundsAlike(one, other, sounds) {
  if (one === other) return true;
  const heard = (sounds.get(other) ?? []).map(blurred);
  return (sounds.get(one) ?? []).some((sound) => heard.includes(blurred(sound)));
}

/** sangongjingfei, also where it is a part of a name, or the initials of a whole one, sgjf. */
function spelledInLatin(text, vocabulary, sounds) {
  const found = new Map();
  for (const name of vocabulary) {
    const characters = [...name];
    if (characters.length === text.length && characters.every((each, at) => sounds.get(each)?.some((sound) => sound.startsWith(text[at])))) found.set(name, 2);
    for (let start = 0; start < characters.length; start += 1) {
      for (const end of spoken(characters, start, text, sounds)) if (end - start > 1) found.set(characters.slice(start, end).join(""), start > 0 || end < characters.length ? 1 : 0);
    }
  }
  return [...found].sort(([, one], [, other]) => one - other).map(([name]) => name).slice(0, 2);
}

/** Where characters may end that are spoken like a text when they begin at `start`. */
function* spoken(characters, start, text, sounds) {
  if (!text) yield start;
  else for (const sound of sounds.get(characters[start]) ?? []) if (text.startsWith(sound)) yield* spoken(characters, start + 1, text.slice(sound.length), sounds);
}

/** The longest part of a run that stands somewhere, in whole words of the browser's dictionary; the empty string if none does. */
async function standingPart(search, { text, forms: [{ kind }] }) {
  const parts = kind === "han" ? segments(text, 1) : [];
  for (let length = Math.min(parts.length - 1, MOST_PARTS); length > 0; length -= 1) {
    const runs = Array.from({ length: parts.length - length + 1 }, (_, at) => parts.slice(at, at + length).join("")).filter((run) => [...run].length > 1);
    const found = await Promise.all(runs.map((run) => search.holding([wordOf(run)]).then((hits) => hits.length > 0)));
    if (found.includes(true)) return runs[found.indexOf(true)];
  }
  return "";
}

/** Parts of what was typed that stand somewhere, and names near to it: those that share most of its characters; the best known ones where none does. */
export async function suggestions(search, words) {
  const parts = (await Promise.all(words.map((word) => standingPart(search, word)))).filter(Boolean);
  const typed = new Set(words.flatMap(({ text }) => [...text]));
  const terms = search.guide.terms.map(([name]) => name);
  const shared = (name) => [...new Set(plain(name))].filter((character) => typed.has(character)).length;
  const near = terms.map((name, at) => ({ name, at, shared: shared(name) })).filter((each) => each.shared > 0);
  near.sort((one, other) => other.shared / other.name.length - one.shared / one.name.length || one.at - other.at);
  const close = [...new Set([...parts, ...near.map(({ name }) => name)])];
  const label = close.length > 0 ? say("也许要找：") : say("常查的名词：");
  return { label, names: (close.length > 0 ? close : terms).slice(0, SUGGESTED) };
}
