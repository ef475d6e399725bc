// Questions to the index: which places hold the words, how they are ranked, filtered, counted and proved.

import { plain, ranges, reading } from "./text.js";
import { parse, withSynonyms } from "./query.js";
import { manifest, openVolumes } from "./volumes.js";

export const FACETS = ["year", "department", "region", "kind", "part"];

/** So many files of texts are read at most to prove that the words of a phrase really stand side by side. */
const PROVED_AT_MOST = 24;
const YEAR = /^((?:19|20)[0-9]{2})(?:年|年度)?$/u;
const REGION_KIND = /[省市县区]$/u;
const OF_MANY = /^(?:办公室|委员会|常务委员会|常委会)$/u;
const WORTH = [0.2, 0.4, 0.3, 0.3, 0.6, 0.5];

export async function openSearch() {
  const [guide, volumes] = await Promise.all([manifest(), openVolumes()]);
  return new Search(guide, volumes);
}

class Search {
  constructor(guide, volumes) {
    this.guide = guide;
    this.volumes = volumes;
    for (const volume of volumes) {
      for (const each of volume.documents) {
        each.names = [each.region, each.region.replace(REGION_KIND, ""), ...each.context].filter(Boolean).map(plain);
        each.above = each.within.map(plain);
        each.known = plain(`${each.title}|${each.names.join("|")}`);
      }
    }
    this.values = this.#values();
    this.years = new Set(volumes.map(({ year }) => year).filter(Boolean));
    this.regionsAbove = new Set(volumes.flatMap(({ documents }) => documents.flatMap(({ above }) => above)));
    this.common = this.#commonNames();
  }

  /** The answer: {level, words, note, hits, total, certain, counts, suggestions}; `hits` are those that the choices leave. */
  async find(query, chosen, order) {
    const words = parse(query);
    if (words.length === 0) return this.#arranged({ level: "all", words, hits: this.#everything(), certain: true }, chosen, order);
    const typed = { words: withSynonyms(words, this.guide.synonyms) };
    const literal = await this.#tried(typed);
    if (literal.hits.length > 0) return this.#arranged(literal, chosen, order);
    const { attempts, suggestions } = await import("./attempts.js");
    for await (const attempt of attempts(this, typed.words)) {
      const answer = await this.#tried(attempt);
      if (answer.hits.length > 0) return this.#arranged(answer, chosen, order);
    }
    return { level: "none", words, hits: [], counts: this.#counted([], chosen), suggestions: await suggestions(this, words) };
  }

  async #tried(attempt) {
    const { hits, certain } = await this.#proved(await this.holding(attempt.words, attempt.above), attempt.words, attempt.near);
    return { level: "exact", ...attempt, hits, certain };
  }

  /** Every place that holds each word, in its text or by what its page is known by; with `above`, by the regions above it, too. */
  async holding(words, above = false) {
    const found = await Promise.all(this.volumes.map((volume) => this.#holdingIn(volume, words, above)));
    return found.flat();
  }

  async #holdingIn(volume, words, above) {
    const asYear = words.map(({ text }) => (words.length > 1 && this.years.has(YEAR.exec(text)?.[1]) ? YEAR.exec(text)[1] : ""));
    if (asYear.some((year) => year && year !== volume.year)) return [];
    const asked = words.filter((_, at) => !asYear[at]);
    const held = await Promise.all(asked.map(({ forms }) => Promise.all(forms.map((form) => volume.holding(form.phrases)))));
    const hits = [];
    for (const document of volume.documents) {
      const known = asked.map(({ forms }) => forms.some((form) => isWhose(document, form)));
      const own = asked.map(({ forms }) => forms.some((form) => isKnownBy(document, form)));
      // A region above says more nearly what is asked for: 河北遵化 is 遵化. Alone it names no page.
      const everythingKnown = asked.every((_, at) => own[at] || known[at]) && (above || asked.length === 0 || own.some(Boolean));
      for (let place = document.first; place < document.end; place += 1) {
        let score = (asYear.length - asked.length) * 2;
        const lead = everythingKnown && place === document.first;
        let stands = lead;
        let all = true;
        for (let at = 0; at < asked.length && all; at += 1) {
          let best = 0;
          held[at].forEach((form, number) => { if (form[place] > 0) best = Math.max(best, worth(form[place] - 4) - number * 0.3); });
          if (best > 0) stands = true;
          else if (!known[at] && !lead) all = false;
          score += best + (known[at] ? 2 : 0);
        }
        if (!all || !stands) continue;
        if (lead) score += 10;
        score += WORTH[volume.parts[place]] + (Number(volume.year) || 2000) * 0.005;
        hits.push({ volume, place, document, score });
      }
    }
    return hits;
  }

  /** Leaves out places in which the characters of a phrase stand, but not side by side; `certain` if all could be read. */
  async #proved(hits, words, near) {
    const files = new Set(hits.map(({ volume, place }) => `${volume.year} ${volume.packOf(place)}`));
    const whole = (phrase) => phrase.every(Boolean);
    const sure = !near && words.every(({ forms }) => forms.every(({ weak, money, phrases }) => !weak && !money && phrases.length < 2 && phrases.every(whole)));
    if (files.size > PROVED_AT_MOST) return { hits, certain: sure };
    const held = await Promise.all(hits.map((hit) => this.holds(hit, words, near)));
    const strong = hits.filter((_, at) => held[at] === 2);
    return { hits: strong.length > 0 ? strong : hits.filter((_, at) => held[at] > 0), certain: true };
  }

  /** 2 if the words really stand in a place (`near`: all in one of its texts), 1 if a number does so only as a piece of a code; else 0. Sharpens its score. */
  async holds(hit, words, near = false) {
    const { volume, place, document } = hit;
    const text = await volume.text(place);
    const heading = reading(text.heading);
    const body = text.texts.map(reading);
    const known = ({ forms }) => forms.some((form) => isWhose(document, form) || (place === document.first && isKnownBy(document, form)));
    let level = 2;
    let literal = place === document.first;
    hit.nearness = 0;
    if (near && !body.some((each) => words.every((word) => known(word) || word.forms.some((form) => ranges(each, form).length > 0)))) return 0;
    for (const word of words) {
      const { text: asked, forms } = word;
      let best = 0;
      forms.forEach((form, number) => {
        const times = body.reduce((sum, each) => sum + ranges(each, form).length, 0);
        const headed = ranges(heading, form).length > 0;
        if (times > 0 || headed) best = Math.max(best, form.weak ? 1 : 2);
        if (headed) hit.nearness += nearness(heading.plain, form.text) - number * 0.3;
        hit.nearness += Math.min(4, times) * 0.25;
      });
      if (best > 0) literal = true;
      else if (known(word) || (words.length > 1 && YEAR.test(asked))) best = 2;
      level = Math.min(level, best);
    }
    return literal ? level : 0;
  }

  /** Whether all that is asked for, besides a year, is a region that has pages below it. */
  isAbove(words) {
    const places = words.filter(({ text }) => !YEAR.test(text));
    return places.length > 0 && places.every(({ text }) => this.regionsAbove.has(text));
  }

  #everything() {
    return this.volumes.flatMap((volume) => volume.documents.map((document) => ({ volume, place: document.first, document, score: 0 })));
  }

  async #arranged(answer, chosen, order) {
    const counts = this.#counted(answer.hits, chosen);
    if (answer.level === "all" && !Object.values(chosen).some(Boolean)) return { ...answer, hits: [], counts };
    const hits = answer.hits.filter((hit) => FACETS.every((name) => !chosen[name] || this.valueOf(hit, name) === chosen[name]));
    for (const hit of hits) hit.rank = hit.score + (hit.nearness ?? 0);
    hits.sort(byRank);
    const met = new Map();
    for (const hit of hits) {
      const before = met.get(hit.document) ?? 0;
      met.set(hit.document, before + 1);
      hit.rank -= Math.min(before, 6) * 0.4;
    }
    hits.sort(byRank);
    if (order === "year") hits.sort((one, other) => (Number(other.volume.year) || 0) - (Number(one.volume.year) || 0));
    if (order === "amount") await byAmount(hits);
    return { ...answer, hits, counts, pages: met.size };
  }

  valueOf({ volume, place, document }, name) {
    return name === "part" ? this.guide.parts[volume.parts[place]] : document[name];
  }

  /** How many places each choice would leave: for each facet, with the choices of the others. */
  #counted(hits, chosen) {
    const counts = Object.fromEntries(FACETS.map((name) => [name, {}]));
    for (const hit of hits) {
      const failing = FACETS.filter((name) => chosen[name] && this.valueOf(hit, name) !== chosen[name]);
      for (const name of FACETS) {
        if (failing.length > 1 || (failing.length === 1 && failing[0] !== name)) continue;
        const value = this.valueOf(hit, name);
        counts[name][value] = (counts[name][value] ?? 0) + 1;
      }
    }
    return counts;
  }

  #values() {
    const values = Object.fromEntries(FACETS.map((name) => [name, new Set()]));
    for (const { documents } of this.volumes) {
      for (const document of documents) for (const name of ["year", "department", "region", "kind"]) if (document[name]) values[name].add(document[name]);
    }
    const parts = new Set(this.volumes.flatMap((volume) => [...new Set(volume.parts)]));
    values.part = new Set(this.guide.parts.filter((_, at) => parts.has(String(at))));
    return values;
  }

  /** Names at which a run of words may be cut, the longest first. */
  #commonNames() {
    const { terms, synonyms } = this.guide;
    const short = [...this.values.region].map((name) => name.replace(REGION_KIND, ""));
    // 高新区 is said for 承德高新区.
    for (const one of [...short]) for (const other of this.values.region) if (other.startsWith(one) && other.length > one.length + 1) short.push(other.slice(one.length));
    const said = [...terms.flatMap(([name, , aliases]) => [name, ...aliases]), ...synonyms.flat(2), ...short];
    const borne = this.volumes.flatMap(({ documents }) => documents.flatMap(({ names, above }) => [...names, ...above]));
    return [...new Set([...said.map(plain), ...borne])].filter((name) => name.length > 1).sort((one, other) => other.length - one.length);
  }
}

/** 2 for flags 0; a word that stands often or in the heading is worth more. */
function worth(flags) {
  return 2 + (flags & 1) + (flags & 2) * 3;
}

function nearness(heading, asked) {
  const bare = heading.replace(/^[0-9一二三四五六七八九十]+[.．]?/u, "");
  if (heading === asked || bare === asked) return 8;
  return bare.startsWith(asked) ? 3 : 1;
}

function isKnownBy(document, { kind, text, values }) {
  if (kind === "han") return document.known.includes(text);
  return kind === "number" && isYear(values, document);
}

/** A figure that can be printed in several units is an amount, and no year. */
const isYear = (values, document) => values.length === 1 && values[0] === document.year;

/** Whether a word says whose page it is: a place, a department by its name or by how its name begins or ends. */
function isWhose(document, { kind, text, values }) {
  if (kind === "number") return isYear(values, document);
  if (kind !== "han" || OF_MANY.test(text)) return false;
  if (document.above.includes(text)) return true;
  if (text.length < 3) return document.names.includes(text);
  return document.names.some((name) => name.startsWith(text) || name.endsWith(text));
}

function byRank(one, other) {
  return other.rank - one.rank || (one.volume.year < other.volume.year ? 1 : one.volume.year > other.volume.year ? -1 : one.place - other.place);
}

async function byAmount(hits) {
  const volumes = [...new Set(hits.map(({ volume }) => volume))];
  const amounts = new Map(await Promise.all(volumes.map(async (volume) => [volume, await volume.amounts()])));
  const amount = ({ volume, place }) => amounts.get(volume).get(place) ?? -1;
  hits.sort((one, other) => amount(other) - amount(one));
}

