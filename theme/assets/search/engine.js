// Questions to the index. Pagefind ranks and filters; whether words stand as the reader wrote them is decided here.

import { isHan, queryTerms, runs } from "./tokens.js";
import { locate, readPage } from "./reading.js";
import { hasDigit, plainAmount } from "./words.js";

/** So many pages are loaded at most to prove that a number really stands in them. */
const PROVED_AT_MOST = 60;

export const FACETS = { year: "年度", department: "部门", kind: "文种" };

export async function openIndex() {
  const pagefind = await import(new URL("../../pagefind/pagefind.js", import.meta.url).href);
  const instance = withoutLanguage(() => pagefind.createInstance());
  await instance.init();
  const values = await instance.filters();
  return new Index(instance, values);
}

/** Pagefind cuts a query into words if the page is Chinese, and would cut our pairs; it asks only at this moment. */
function withoutLanguage(create) {
  const root = document.documentElement;
  const language = root.getAttribute("lang");
  root.removeAttribute("lang");
  try {
    return create();
  } finally {
    if (language !== null) root.setAttribute("lang", language);
  }
}

class Index {
  #instance;
  #answers = new Map();
  #pages = new Map();

  constructor(instance, values) {
    this.#instance = instance;
    this.values = values;
  }

  /**
   * The answer to a query: {level, phrases, results, certain, counts}. Levels: "all" (no words, only filters), "short",
   * "exact", "related" (only some of the words, or not side by side) and "none".
   */
  async find(query, chosen) {
    const phrases = queryTerms(query);
    if (phrases.length === 0) return this.#everything(chosen);
    const usable = phrases.filter(({ tokens }) => tokens.length > 0);
    if (usable.length === 0) return { level: "short", phrases, results: [] };
    const exact = await this.#proved(phrases, await this.#withAll(usable, chosen));
    if (exact.results.length > 0) {
      const countable = usable.length === 1 && !phrases.some(mustBeProved);
      const counts = countable ? await this.#counts(quoted(usable[0]), chosen) : undefined;
      return { level: "exact", phrases, counts, ...exact };
    }
    return this.#related(phrases, chosen);
  }

  /** The page behind a result, loaded once. */
  page(result) {
    if (!this.#pages.has(result.id)) this.#pages.set(result.id, result.data().then(readPage));
    return this.#pages.get(result.id);
  }

  async #everything(chosen) {
    const { results } = await this.#ask(null, chosen);
    const isChosen = Object.values(chosen).some(Boolean);
    return { level: "all", phrases: [], results: isChosen ? results : [], certain: true, counts: await this.#counts(null, chosen) };
  }

  /** The pages that hold every phrase, in Pagefind's order, which knows how often and where. */
  async #withAll(phrases, chosen) {
    const [ranked, ...answers] = await Promise.all([
      this.#ask(phrases.flatMap(({ tokens }) => tokens).join(" "), chosen),
      ...phrases.map((phrase) => this.#ask(quoted(phrase), chosen)),
    ]);
    const sets = answers.map(({ results }) => new Set(results.map(({ id }) => id)));
    const inAll = ({ id }) => sets.every((set) => set.has(id));
    const first = ranked.results.filter(inAll);
    const seen = new Set(first.map(({ id }) => id));
    return [...first, ...answers[0].results.filter((result) => inAll(result) && !seen.has(result.id))];
  }

  /** Leaves out pages in which a number or a lone character does not really stand; `certain` if all could be checked. */
  async #proved(phrases, results) {
    const doubtful = phrases.filter(mustBeProved);
    if (doubtful.length === 0) return { results, certain: true };
    const checked = results.slice(0, PROVED_AT_MOST);
    const pages = await Promise.all(checked.map((result) => this.page(result)));
    const holds = (page) => doubtful.every((phrase) => locate(page, phrase).length > 0);
    const rest = results.slice(PROVED_AT_MOST);
    return { results: [...checked.filter((_, at) => holds(pages[at])), ...rest], certain: rest.length === 0 };
  }

  /** The pages with the most words of the query, if that is half of them; a number is never left out. */
  async #related(phrases, chosen) {
    const words = queryTerms(phrases.flatMap(({ text }) => runs(text).flatMap(chineseWords)).join(" ")).filter(
      ({ tokens }) => tokens.length > 0,
    );
    const none = { level: "none", phrases, results: [] };
    if (words.length < 2) return none;
    const found = await Promise.all(words.map((word) => this.#withAll([word], chosen).then((all) => this.#proved([word], all))));
    const pages = new Map();
    found.forEach(({ results }, number) => {
      for (const result of results) {
        const entry = pages.get(result.id) ?? { result, numbers: [] };
        entry.numbers.push(number);
        pages.set(result.id, entry);
      }
    });
    const needed = words.flatMap(({ text }, number) => (hasDigit(text) ? [number] : []));
    const fit = [...pages.values()].filter(({ numbers }) => needed.every((number) => numbers.includes(number)));
    const most = Math.max(0, ...fit.map(({ numbers }) => numbers.length));
    if (most * 2 < words.length) return none;
    const best = fit.filter(({ numbers }) => numbers.length === most);
    const held = words.filter((_, number) => best.some(({ numbers }) => numbers.includes(number)));
    const certain = found.every((answer) => answer.certain);
    return { level: "related", phrases: held, results: best.map(({ result }) => result), certain, complete: most === words.length };
  }

  /** How many pages each choice would leave: for each facet, with the choices of the other facets. */
  async #counts(term, chosen) {
    const entries = Object.entries(FACETS).map(async ([name, label]) => {
      const { filters } = await this.#ask(term, { ...chosen, [name]: "" });
      return [name, filters[label] ?? {}];
    });
    return Object.fromEntries(await Promise.all(entries));
  }

  #ask(term, chosen) {
    const filters = {};
    for (const [name, label] of Object.entries(FACETS)) if (chosen[name]) filters[label] = chosen[name];
    const key = JSON.stringify([term, filters]);
    // The results themselves are kept: Pagefind forgets the data of a result that nobody holds any more.
    if (!this.#answers.has(key)) this.#answers.set(key, this.#instance.search(term, { filters }));
    return this.#answers.get(key);
  }
}

/** In quotation marks Pagefind takes only whole words that stand side by side, and does not guess at unknown ones. */
function quoted({ tokens, tail }) {
  const terms = tokens.length === 1 && tail === "" ? [plainAmount(tokens[0])] : tokens;
  return `"${terms.join(" ")}"`;
}

function mustBeProved({ text, tail }) {
  return tail !== "" || hasDigit(text);
}

/** The words of a run of Han by the browser's own dictionary; a lone character stays with its neighbour. */
function chineseWords(run) {
  if (!isHan(run) || !("Segmenter" in Intl)) return [run];
  const words = [];
  for (const { segment } of new Intl.Segmenter("zh", { granularity: "word" }).segment(run)) {
    const last = words.at(-1);
    if (last !== undefined && (segment.length === 1 || last.length === 1)) words[words.length - 1] = last + segment;
    else words.push(segment);
  }
  return words;
}
