// The files of the index: volumes of places, of which a query loads a few kilobytes. generator/search/volume.py writes them.

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
  return there;
}

const openVolume = once(async (folder) => new Volume(folder, JSON.parse(await load(`${folder}/head`))));

class Volume {
  #chunk;
  #pack;
  #amounts;

  constructor(folder, { documents, parts, packs, chunks }) {
    this.year = /^[0-9]{4}(?=[-.])/u.exec(folder)?.[0] ?? "";
    this.size = parts.length;
    this.parts = parts;
    this.packs = packs;
    this.chunks = chunks;
    this.documents = documents.map(([address, title, kind, department, region, context, first], at) => {
      return { address, title, kind, department, region, context, first, end: documents[at + 1]?.at(-1) ?? parts.length, year: this.year };
    });
    this.#chunk = once(async (number) => new Map((await load(`${folder}/t${number}`)).split("\n").map((line) => line.split("\t"))));
    this.#pack = once(async (number) => JSON.parse(await load(`${folder}/p${number}`)));
    this.#amounts = once(async () => new Map(JSON.parse(await load(`${folder}/amounts`))));
  }

  /** The places of a term, spelled as in the file; undefined where it stands nowhere. */
  async spelled(term) {
    const number = lastNotAfter(this.chunks, term);
    return number < 0 ? undefined : (await this.#chunk(number)).get(term);
  }

  /** Which places hold a term that begins with a character; see holding. */
  async beginning(character) {
    const held = new Uint8Array(this.size);
    const last = lastNotAfter(this.chunks, `${character}\uffff`);
    for (let number = Math.max(0, lastNotAfter(this.chunks, character)); number <= last; number += 1) {
      for (const [term, text] of await this.#chunk(number)) {
        if (term.startsWith(character)) mark(text, (place, flags) => { held[place] |= 4 + flags; });
      }
    }
    return held;
  }

  /** Which places hold all terms: for each place 0, or 4 + its flags (1 often, 2 in the heading). */
  async holding(terms) {
    const all = await Promise.all(terms.map((term) => this.spelled(term)));
    const held = new Uint8Array(this.size);
    if (all.length === 0 || all.includes(undefined)) return held;
    all.sort((one, other) => one.length - other.length);
    mark(all[0], (place, flags) => { held[place] = 4 + flags; });
    for (const text of all.slice(1)) {
      mark(text, (place, flags) => { if (held[place] >= 4) held[place] = 16 + (held[place] & flags & 3); });
      for (let place = 0; place < held.length; place += 1) held[place] = held[place] >= 16 ? held[place] - 12 : 0;
    }
    return held;
  }

  documentOf(place) {
    return this.documents[lastNotAfter(this.documents, place, ({ first }) => first)];
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

function mark(text, note) {
  let place = 0;
  for (const character of text) {
    const value = character.codePointAt(0);
    const step = (value < 0xd800 ? value : value - 0x800) - 0x20;
    place += step >> 2;
    note(place, step & 3);
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
