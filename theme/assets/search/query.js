// What a reader typed becomes words, each with every spelling that stands for it. Knows the language, not the index.

import { AMOUNT, GRAM, grams, pieces, plain, plainAmount, squashed, wordTerms, yuan } from "./text.js";

const UNITS = { 元: "", 块: "", 块钱: "", 圆: "", 千元: "千", 万: "万", 万元: "万", 万块: "万", 百万: "百万", 百万元: "百万", 千万: "千万", 千万元: "千万", 亿: "亿", 亿元: "亿" };
const NUMBER = "[0-9]+(?:,[0-9]{3})*(?:\\.[0-9]+)?";
const UNIT = Object.keys(UNITS).sort((one, other) => other.length - one.length).join("|");
const SUM = new RegExp(`(?:[¥$￥]|人民币)?\\s*(${NUMBER})\\s*(${UNIT})(?![0-9])`, "gu");
const WRITTEN = /[零〇一二两三四五六七八九十百千]+(?=(?:百万|千万|万|亿)元?|元|块钱?)/gu;
const DIGITS = "零一二三四五六七八九";
const POWERS = { 十: 10, 百: 100, 千: 1000 };
const SPLIT = /[\s\x02，。；：！？;:!?~～…]+|,(?![0-9]{3})/u;
const CODE = /^[0-9a-z]+(?:[-./_][0-9a-z]+)*$/u;
const LONG_NUMBER = 5;

const QUESTIONS =
  /(?:[^\x02]了|需要|要花?|花|有)?多少(?:钱|(?<=..多少)(?:经费|费用|资金|预算|开支|支出)$)?|请问一下|请问|我想知道|我想查|想知道|想了解|告诉我|帮我查|查一下|看一下|花了多少钱|用了多少钱|要多少钱|有多少钱|多少钱|是多少|有多少|多少个|多少|花了|花费了|是什么意思|什么意思|指的是什么|是什么|什么是|做什么|干什么|为什么|什么|有哪几个|有哪些|哪几个|哪些|哪个|哪里|在哪|怎么样|怎样|怎么|如何|为何|这个(?:部门|单位)?|他们|我们|有没有|是不是|花的钱|用的钱|花钱|要花|花在|用在|谁来|哪儿|去了|能不能|可不可以|安排了|一共|总共|合计是|今年|当年|都有|几个|几次|[吗呢啊呀吧了]|^[的是和与在有及]|[的是和与在有及]$/gu;

/** The words of a query: what stands between blanks and stops, each once; amounts with their unit are one word. */
export function parse(query) {
  const simple = query
    .normalize("NFKC")
    .replace(WRITTEN, (found) => String(counted(found) ?? found))
    .replace(SUM, (_, amount, unit) => ` ${amount}\x02${unit}\x03 `);
  const found = new Map();
  for (const part of simple.split(/\s+/u).flatMap((each) => (each.endsWith("\x03") ? [each] : each.split(SPLIT)))) {
    const word = part.endsWith("\x03") ? sum(part.slice(0, -1)) : wordOf(part);
    if (word) found.set(word.text, word);
  }
  return [...found.values()];
}

function sum(part) {
  const [amount, unit] = part.split("\x02");
  const term = yuan(amount, UNITS[unit]);
  return { text: `${amount}${unit}`, forms: [{ kind: "number", phrases: [[term]], values: spelledOut(term) }] };
}

/** The figures by which an amount in yuan is printed. */
function spelledOut(term) {
  const digits = term.slice(1);
  return [digits, ...[3, 4, 6, 7, 8].map((zeros) => divided(digits, zeros))];
}

function divided(digits, zeros) {
  const [whole, decimals = ""] = digits.split(".");
  const padded = whole.padStart(zeros + 1, "0");
  return plainAmount(`${padded.slice(0, -zeros)}.${padded.slice(-zeros)}${decimals}0`);
}

/** One word without blanks; undefined if nothing of it can be looked for. */
export function wordOf(part) {
  const text = plain(part);
  if (!text) return undefined;
  if (AMOUNT.test(text)) return numberWord(text);
  if (CODE.test(text) && !AMOUNT.test(text)) {
    const code = squashed(text);
    return { text: part, forms: [codeForm(code)] };
  }
  return { text: text.replaceAll("\x01", " "), forms: [hanForm(text)] };
}

function numberWord(text) {
  const amount = plainAmount(text);
  // 31.00 is an amount and not the 31 of a date.
  const forms = [{ kind: "number", phrases: [[amount]], values: [amount], money: text.includes(".") }];
  const bare = squashed(text);
  if (!/[.,]/u.test(text)) {
    if (bare !== amount) forms.push({ kind: "number", phrases: [[bare]], values: [bare] });
    if (bare.length >= LONG_NUMBER) forms.push({ ...codeForm(bare), weak: true });
    if (bare.length >= LONG_NUMBER) forms.push({ kind: "number", phrases: [[`¥${amount}`]], values: spelledOut(`¥${amount}`) });
  }
  return { text, forms };
}

function codeForm(code) {
  return { kind: "code", text: code, phrases: [codePhrase(code)] };
}

/** Every fourth piece of a code, and its last: together they are all of it, and each that is left out need not be loaded. */
function codePhrase(code) {
  const all = grams(code);
  if (!/[0-9]/u.test(code) || all.length === 0) return [code];
  return all.map((gram, at) => (at % GRAM === 0 || at === all.length - 1 ? gram : undefined));
}

/** Its phrases are what stands in a row; a code may be a piece of a longer one, and is a phrase by itself. */
export function hanForm(text) {
  const phrases = [[]];
  for (const piece of pieces(text)) {
    if (/^(?=.*[0-9])(?=.*[a-z])/u.test(piece)) phrases.push(codePhrase(squashed(piece)), []);
    else phrases.at(-1).push(...wordTerms(piece));
  }
  // What follows the last character is not known, so that it may begin a pair.
  const last = phrases.at(-1);
  if (last.length > 1 && !/[0-9a-z]/u.test(last.at(-1)) && [...last.at(-1)].length === 1) last.pop();
  return { kind: "han", text, phrases: phrases.filter((phrase) => phrase.length > 0) };
}

/** Words joined to what they are called officially. */
export function withSynonyms(words, synonyms) {
  return words.map((word) => {
    const known = synonyms.find(([everyday]) => everyday.some((each) => plain(each) === word.text));
    if (!known) return word;
    const others = known[1].map(plain).filter((each) => each !== word.text);
    return { ...word, forms: [...word.forms, ...others.map(hanForm)], also: known[1].filter((each) => plain(each) !== word.text) };
  });
}

/** A question without the words that only ask. */
export function withoutQuestion(text) {
  let left = text;
  for (let before = ""; before !== left; ) {
    before = left;
    left = left.replace(QUESTIONS, "\x02");
    left = left.split("\x02").map((part) => part.replace(/^[的是和与在有及]|[的是和与在有及]$/gu, "")).filter((part) => part.length > 1 || /[0-9]/u.test(part)).join("\x02");
  }
  return left.split("\x02").filter(Boolean);
}

/** A run of words cut at the names that everybody knows, the longest first: 张家口 | 人大 | 三公经费; each as {text, known}. */
export function cut(text, names) {
  const pieces = [];
  let open = "";
  const close = () => {
    if (open) pieces.push({ text: open, known: false });
    open = "";
  };
  for (let at = 0; at < text.length; ) {
    const length = begun(text.slice(at), names);
    if (length === 0) {
      open += text[at];
      at += 1;
      continue;
    }
    close();
    pieces.push({ text: text.slice(at, at + length), known: true });
    at += length;
  }
  close();
  return pieces;
}

/** How much of a text, from its start, is a name; or more of it than any whole name, where a longer one begins with that: 张家口人大 of …办公室. */
function begun(text, names) {
  const whole = names.find((name) => text.startsWith(name))?.length ?? 0;
  if (whole === 0) return 0;
  let longest = whole;
  for (const name of names) {
    if (name.length <= longest || !name.startsWith(text.slice(0, whole))) continue;
    let shared = whole;
    while (shared < name.length && name[shared] === text[shared]) shared += 1;
    longest = Math.max(longest, shared);
  }
  return longest - whole > 1 ? longest : whole;
}

/** The words of a run of Han by the browser's own dictionary, without lone characters or with `shortest` 1. */
export function segments(run, shortest = 2) {
  if (!("Segmenter" in Intl)) return [run];
  const found = Array.from(new Intl.Segmenter("zh", { granularity: "word" }).segment(run), ({ segment }) => segment);
  return found.filter((segment) => segment.length >= shortest);
}

/** 二十五 → 25; undefined where it is no number. */
function counted(written) {
  let whole = 0;
  let digit = 0;
  for (const character of written.replace(/〇/gu, "零").replace(/两/gu, "二")) {
    if (character in POWERS) {
      whole += (digit || 1) * POWERS[character];
      digit = 0;
    } else digit = DIGITS.indexOf(character);
  }
  return whole + digit || undefined;
}
