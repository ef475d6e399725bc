// The files of the index: volumes of places, of which a query loads a few kilobytes. generator/search/volume.py writes them.

import { isCharacter, written } from "./text.js";

const OFTEN = 3;
const ROOT = new URL("../../search/index/", import.meta.url);

async function load(path, options) {
  const answer = await fetch(new URL(path, ROOT), options);
  if (!answer.ok) throw new Error(`${answer.status} ${path}`);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  // A server may have unpacked it on the way.
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return new TextDecoder().decode(bytes);
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).text();
}

/** Loads once; what has failed is tried again when it is asked for again. */
function once(make) {
  const made = new Map();
  return (key) => {
    if (!made.has(key)) made.set(key, make(key).catch((fault) => { made.delete(key); throw fault; }));
    return made.get(key);
  };
}

const file = once((path) => load(path).then(JSON.parse));
export const names = () => file("names");
export const letters = () => file("letters");
export const manifest = once(() => load("manifest.json", { cache: "no-cache" }).then(JSON.parse));

/** Every volume that is there: an archive of one year has that year's alone. */
export async function openVolumes() {
  const { volumes } = await manifest();
  const opened = await Promise.allSettled(volumes.map(openVolume));
  const there = opened.filter(({ status }) => status === "fulfilled").map(({ value }) => value);
  if (there.length === 0) throw opened[0]?.reason ?? new Error("no volume");
  const finder = new Finder(await openPagefind(there.map(({ folder }) => new URL(`${folder}/`, ROOT).href)));
  for (const volume of there) volume.finder = finder;
  return there;
}

const openVolume = once(async (folder) => new Volume(folder, JSON.parse(await load(`${folder}/head`))));

/** One Pagefind for all volumes. The folders are named by their content, so that nothing in them is ever stale. */
async function openPagefind([first, ...others]) {
  const { createInstance } = await import(`${first}pagefind.js`);
  const pagefind = withoutLanguage(() => createInstance({ basePath: first, metaCacheTag: "" }));
  await pagefind.init();
  await Promise.all(others.map((folder) => pagefind.mergeIndex(folder, { metaCacheTag: "" })));
  return pagefind;
}

/** Pagefind cuts a query into words where the page is Chinese, and would cut our pairs; it asks only at this moment. */
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

/** Asks Pagefind for phrases, each once. */
class Finder {
  #pagefind;
  #asked = new Map();

  constructor(pagefind) {
    this.#pagefind = pagefind;
  }

  /** Where all terms stand one after the other, or as far apart as they do here: for each record by its name where the first does. */
  positions(phrase) {
    const words = written(phrase.filter(Boolean));
    const key = `${words} ${phrase.length}`;
    if (!this.#asked.has(key)) this.#asked.set(key, this.#ask(words, phrase).catch((fault) => { this.#asked.delete(key); throw fault; }));
    return this.#asked.get(key);
  }

  async #ask(words, phrase) {
    const { results } = await this.#pagefind.search(words);
    const found = new Map();
    for (const { id, words: all } of results) {
      const starts = beginnings(all, phrase);
      if (starts.length > 0) found.set(id, starts);
    }
    return found;
  }
}

/** The positions, of all those at which some term of a phrase stands, from which on its terms can stand as they do in it. */
function beginnings(all, phrase) {
  const steps = phrase.flatMap((term, at) => (term ? [at] : []));
  if (steps.length === phrase.length) return all.filter((position, at) => all[at + phrase.length - 1] === position + phrase.length - 1);
  const known = new Set(all);
  return all.filter((position) => steps.every((step) => known.has(position + step)));
}

class Volume {
  #pack;
  #amounts;
  #words;
  #characters;
  #listed;

  constructor(folder, { documents, parts, packs, words, characters }) {
    this.folder = folder;
    this.year = /^[0-9]{4}(?=[-.])/u.exec(folder)?.[0] ?? "";
    this.size = parts.length;
    this.parts = parts;
    this.packs = packs;
    this.#words = words;
    this.#characters = characters;
    this.documents = documents.map(([name, address, title, kind, department, region, context, within, first], at) => {
      return { name, address, title, kind, department, region, context, within, first, end: documents[at + 1]?.at(-1) ?? parts.length, year: this.year };
    });
    this.#pack = once(async (number) => JSON.parse(await load(`${folder}/p${number}`)));
    this.#listed = once(async (number) => JSON.parse(await load(`${folder}/c${number}`)));
    this.#amounts = once(async () => new Map(JSON.parse(await load(`${folder}/amounts`))));
  }

  /** Which places hold all phrases: for each place 0, or 4 + its flags (1 often, 2 in the heading). */
  async holding(phrases) {
    const held = new Uint8Array(this.size);
    const [first = new Map(), ...others] = await Promise.all(phrases.map((phrase) => (phrase.length === 1 && isCharacter(phrase[0]) ? this.#character(phrase[0]) : this.#standing(phrase))));
    for (const [place, flags] of first) if (others.every((own) => own.has(place))) held[place] = others.reduce((both, own) => both & own.get(place), flags);
    return held;
  }

  /** The places that a character stands in, which no position tells; as flags by place. */
  async #character(character) {
    const number = lastNotAfter(this.#characters, character);
    const [, steps] = (number < 0 ? [] : await this.#listed(number)).find(([each]) => each === character) ?? [undefined, []];
    let place = 0;
    return new Map(steps.map((step) => [(place += step), 4]));
  }

  /** The places in which a phrase stands, as flags by place. */
  async #standing(phrase) {
    const found = await this.finder.positions(phrase);
    const flags = new Map();
    for (const document of this.documents) if (found.has(document.name)) this.#inPlaces(document, found.get(document.name), flags);
    return flags;
  }

  /** Adds the flags of the places of a document in which positions are. */
  #inPlaces(document, positions, flags) {
    const counts = new Map();
    let start = 0;
    let place = document.first;
    for (const position of positions) {
      while (position >= start + this.#words[2 * place + 1]) {
        start += this.#words[2 * place + 1];
        place += 1;
      }
      counts.set(place, (counts.get(place) ?? 0) + 1);
      const inHeading = position < start + this.#words[2 * place] ? 2 : 0;
      flags.set(place, 4 | (flags.get(place) ?? 0) | inHeading | (counts.get(place) >= OFTEN ? 1 : 0));
    }
  }

  packOf(place) {
    return lastNotAfter(this.packs, place);
  }

  /** The text of a place: {anchor, heading, amount, texts}. */
  async text(place) {
    const number = this.packOf(place);
    const [anchor, heading, amount, ...texts] = (await this.#pack(number))[place - this.packs[number]];
    return { anchor, heading, amount, texts };
  }

  amounts() {
    return this.#amounts();
  }
}

function lastNotAfter(list, wanted, key = (each) => each) {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (key(list[middle]) <= wanted) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
