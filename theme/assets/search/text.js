// The terms of a text as the search knows them. The same rule as generator/search/tokens.py, which says why;
// tests/cases/search_tokens.yml holds both to it.

const HAN = "\\u3005\\u3007\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{323af}";
const LETTER = "0-9A-Za-z\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u024f\\u0370-\\u03ff\\u0400-\\u04ff";
const GLUE = "\"'“”‘’「」『』《》〈〉【】〔〕()（）\\[\\]、·・\\s";
const JOINER = "\\-./_－．／＿";
const BREAK = "\x01";
export const GRAM = 4;

const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/u;
const WIDE = /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\u2160-\u217f]/u;
const DROPPED = new RegExp(`[${GLUE}]`, "u");
const IS_LETTER = new RegExp(`[${LETTER}]`, "u");
const BLOCK = `(?:[0-9]+(?:[,，][0-9]{3}(?![0-9]))+|[${LETTER}]+)`;
const WORD = new RegExp(`${BLOCK}(?:[${JOINER}]${BLOCK})*`, "gu");
const RUN = new RegExp(`^[${HAN}]`, "u");
const PIECE = new RegExp(`[${HAN}]+|${WORD.source}`, "gu");
const SUM = /([0-9][0-9,]*(?:\.[0-9]+)?)(亿|千万|百万|万|千)?元/gu;
const SCALES = { 千: 1e3, 万: 1e4, 百万: 1e6, 千万: 1e7, 亿: 1e8 };
const TORN = new RegExp(`([0-9a-z]{12,})${BREAK}([0-9a-z]{1,4})(?![0-9a-z.,%-])`, "gu");
export const AMOUNT = /^(?:[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)(?:\.[0-9]+)?$/u;

const kinds = new Map();

/** What becomes of a character: its plain form, "" for quotes and blanks, undefined for what nobody sees. */
function kept(character) {
  if (!kinds.has(character)) {
    const simple = WIDE.test(character) ? character.normalize("NFKC") : character;
    kinds.set(character, INVISIBLE.test(character) ? undefined : DROPPED.test(character) ? "" : simple.toLowerCase());
  }
  return kinds.get(character);
}

/** A text made plain, and where each of its characters stands in the text as it is printed. */
export function reading(text) {
  let plainText = "";
  const at = [];
  const ends = [];
  let gap = false;
  let offset = 0;
  for (const character of text) {
    const simple = kept(character);
    if (simple === "") gap = true;
    else if (simple !== undefined) {
      if (gap && plainText && IS_LETTER.test(plainText.at(-1)) && IS_LETTER.test(simple[0])) {
        plainText += BREAK;
        at.push(offset);
        ends.push(offset);
      }
      gap = false;
      plainText += simple;
      for (let unit = 0; unit < simple.length; unit += 1) {
        at.push(offset);
        ends.push(offset + character.length);
      }
    }
    offset += character.length;
  }
  return { plain: plainText, at, ends };
}

export const plain = (text) => reading(text.normalize("NFC")).plain;

/** The runs of Han and the words of letters and digits of a text that is plain already. */
export const pieces = (plainText) => plainText.match(PIECE) ?? [];

/** The terms of a text that is plain already, in its order. */
export function terms(plainText) {
  const found = pieces(plainText).flatMap(wordTerms);
  for (const [, amount, scale] of plainText.matchAll(SUM)) found.push(yuan(amount, scale));
  for (const [, head, tail] of plainText.matchAll(TORN)) if (/[0-9]/u.test(head)) found.push(...codeTerms([head + tail]));
  return found;
}

/** Each character with the one that follows, and the last alone. */
function pairs(run) {
  const characters = [...run];
  return characters.map((character, at) => character + (characters[at + 1] ?? ""));
}

/** Whether a term is a character of Han alone. */
export const isCharacter = (term) => RUN.test(term) && [...term].length === 1;

/** Terms as the words of a record of the index. The same rule as generator/search/spelling.py. */
export const written = (all) => all.map(spelling).join(" ");

function spelling(term) {
  if (RUN.test(term)) return ([...term].length > 1 ? "" : "z") + [...term].map(character).join("");
  const [kind, body] = sort(term);
  return `x${kind}${number(body.length, 2)}${body}`;
}

function sort(term) {
  if (term.startsWith("¥")) return ["m", term.slice(1).replace(".", "p")];
  if (/^[0-9]+\.[0-9]+$/u.test(term)) return ["d", term.replace(".", "p")];
  const gram = term.startsWith("#");
  const body = gram ? term.slice(1) : term;
  if (/^[0-9a-z]*$/u.test(body)) return [gram ? "g" : "w", body];
  return [gram ? "h" : "v", [...body].map(character).join("")];
}

const number = (value, digits) => value.toString(36).padStart(digits, "0");

function character(each) {
  const code = each.codePointAt(0);
  return code < 36 ** 3 ? number(code, 3) : `w${number(code, 4)}`;
}

export function wordTerms(printed) {
  if (RUN.test(printed)) return pairs(printed);
  const word = printed.normalize("NFKC");
  if (AMOUNT.test(word)) return [plainAmount(word)];
  const blocks = word.split(/[-./_,]+/u);
  return /[0-9]/u.test(word) ? codeTerms(blocks) : [...new Set([blocks.join(""), ...blocks])];
}

function codeTerms(blocks) {
  const parts = blocks.flatMap((block) => [block, ...(block.match(/[0-9]+|[^0-9]+/gu) ?? [])]).filter((part) => part.length > 1);
  const whole = blocks.join("");
  return [...new Set([whole, ...parts]), ...grams(whole)];
}

/** Every piece of a code that is as long as the index keeps them. */
export function grams(code) {
  return Array.from({ length: Math.max(0, code.length - GRAM + 1) }, (_, start) => `#${code.slice(start, start + GRAM)}`);
}

/** A code without its separators. */
export const squashed = (word) => word.replace(/[-./_,\x01]+/gu, "");

/** An amount without thousands separators and idle zeros. */
export function plainAmount(word) {
  let digits = word.replaceAll(",", "").replace(/^0+/u, "");
  if (digits.includes(".")) digits = digits.replace(/\.?0+$/u, "");
  return (digits.startsWith(".") ? "0" : "") + (digits || "0");
}

/** The term of an amount in a unit: the amount in yuan, worked out on its digits, since 2220.42 × 10000 is not exact. */
export function yuan(amount, scale = "") {
  const [whole, decimals = ""] = amount.replaceAll(",", "").split(".");
  const zeros = Math.round(Math.log10(SCALES[scale] ?? 1));
  const shifted = decimals.padEnd(zeros, "0");
  return `¥${plainAmount(`${whole}${shifted.slice(0, zeros)}.${shifted.slice(zeros)}0`)}`;
}

/** Where one spelling of a word stands in a reading: [from, to) in the printed text, for each time. */
export function ranges({ plain: text, at, ends }, { kind, text: asked, values, money }) {
  const span = (from, length) => [at[from], ends[from + length - 1]];
  if (kind === "han") return everywhere(text, asked).filter((from) => wholeDigits(text, from, asked.length)).map((from) => span(from, asked.length));
  if (kind === "code") {
    const places = Array.from(text.matchAll(/[^-./_,\x01]/gu), ({ index }) => index);
    return everywhere(squashed(text), asked).map((from) => [at[places[from]], ends[places[from + asked.length - 1]]]);
  }
  return Array.from(text.matchAll(WORD))
    .filter(({ 0: word, index }) => wordTerms(word).some((term) => values.includes(term)) && !(money && isCount(text, word, index)))
    .map(({ 0: word, index }) => span(index, word.length));
}

function everywhere(text, asked) {
  const found = [];
  for (let from = text.indexOf(asked); from >= 0; from = text.indexOf(asked, from + asked.length)) found.push(from);
  return found;
}

/** Whether a whole number counts something that is not money: 31日, 31人次, 31%. */
function isCount(text, word, index) {
  return !word.includes(".") && /[^0-9a-z|；;，,。、元万亿千百\x01]/u.test(text[index + word.length] ?? "|");
}

/** 21年 does not stand in 2021年. */
function wholeDigits(text, from, length) {
  const goesOn = (at) => at > 0 && /[0-9]/u.test(text[at - 1]) && /[0-9]/u.test(text[at] ?? "");
  return !goesOn(from) && !goesOn(from + length);
}
