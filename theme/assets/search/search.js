// The search page: its form, its address and its results. Loaded on this page only.

import { FACETS, openIndex } from "./engine.js";
import { relatedLine, resultItem, sentence, showOptions } from "./results.js";

const PAUSE = 200;
const SHOWN_AT_ONCE = 10;

class SearchPage {
  #root;
  #form;
  #status;
  #list;
  #before;
  #more;
  #index;
  #asked = 0;
  #timer;

  constructor(root) {
    this.#root = root;
    this.#form = root.querySelector("form");
    this.#status = root.querySelector("[role=status]");
    this.#before = root.querySelector("[data-search-before]");
    this.#list = root.querySelector("[data-search-results]");
    this.#more = root.querySelector("[data-search-more]");
  }

  start() {
    const address = new URL(location.href).searchParams;
    const wanted = Object.fromEntries(Object.keys(FACETS).map((name) => [name, address.get(name) ?? ""]));
    this.#words.value = address.get("q") ?? "";
    this.#words.addEventListener("input", (event) => event.isComposing || this.#soon());
    this.#words.addEventListener("compositionend", () => this.#soon());
    for (const name of Object.keys(FACETS)) this.#select(name).addEventListener("change", () => this.#search());
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#search();
    });
    // Pagefind weighs a hundred kilobytes: nothing is loaded before there is something to look for.
    if (this.#words.value || Object.values(wanted).some(Boolean)) this.#search(wanted);
    else this.#form.addEventListener("focusin", () => this.#search(), { once: true });
  }

  get #words() {
    return this.#form.elements.q;
  }

  #select(name) {
    return this.#form.elements[name];
  }

  #chosen() {
    return Object.fromEntries(Object.keys(FACETS).map((name) => [name, this.#select(name).value]));
  }

  /** Opens the index once; a failure is not kept, so that the next attempt can succeed. */
  #open() {
    this.#index ??= openIndex().catch((fault) => {
      this.#index = undefined;
      throw fault;
    });
    return this.#index;
  }

  #soon() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#search(), PAUSE);
  }

  /** Asks and shows; an answer that arrives after a later question is dropped. */
  async #search(wanted) {
    clearTimeout(this.#timer);
    const turn = (this.#asked += 1);
    const query = this.#words.value;
    this.#root.setAttribute("aria-busy", "true");
    try {
      const index = await this.#open();
      const chosen = wanted ? onlyKnown(wanted, index.values) : this.#chosen();
      const answer = await index.find(query, chosen);
      if (turn !== this.#asked) return;
      this.#remember(query, chosen);
      for (const [name, label] of Object.entries(FACETS)) {
        showOptions(this.#select(name), name, index.values[label] ?? {}, answer.counts, chosen[name]);
      }
      await this.#show(index, answer, query, turn);
    } catch (fault) {
      console.error(fault);
      if (turn === this.#asked) this.#fail();
    } finally {
      if (turn === this.#asked) this.#root.removeAttribute("aria-busy");
    }
  }

  #remember(query, chosen) {
    const address = new URL(location.href);
    for (const [name, value] of Object.entries({ q: query.trim(), ...chosen })) {
      if (value) address.searchParams.set(name, value);
      else address.searchParams.delete(name);
    }
    history.replaceState(history.state, "", address);
  }

  async #show(index, answer, query, turn) {
    const first = await this.#items(index, answer, 0);
    if (turn !== this.#asked) return;
    this.#before.replaceChildren(...(answer.level === "related" ? [relatedLine()] : []));
    this.#list.replaceChildren(...first);
    this.#status.textContent = sentence(answer, query);
    this.#offerMore(index, answer, SHOWN_AT_ONCE, turn);
  }

  #offerMore(index, answer, from, turn) {
    const left = answer.results.length - from;
    this.#more.hidden = left <= 0;
    this.#more.textContent = `再显示 ${Math.min(left, SHOWN_AT_ONCE)} 份（还有 ${left} 份）`;
    this.#more.onclick = async () => {
      const items = await this.#items(index, answer, from);
      if (turn !== this.#asked) return;
      this.#list.append(...items);
      this.#offerMore(index, answer, from + SHOWN_AT_ONCE, turn);
      items[0]?.querySelector("a").focus();
    };
  }

  async #items(index, { results, phrases }, from) {
    const pages = await Promise.all(results.slice(from, from + SHOWN_AT_ONCE).map((result) => index.page(result)));
    return pages.map((page) => resultItem(page, phrases));
  }

  #fail() {
    this.#before.replaceChildren();
    this.#list.replaceChildren();
    this.#more.hidden = true;
    this.#status.textContent = "搜索暂时不能使用，请稍后再试，或者按年度、部门逐级查找。";
  }
}

function onlyKnown(wanted, values) {
  const known = ([name, value]) => [name, values[FACETS[name]]?.[value] === undefined ? "" : value];
  return Object.fromEntries(Object.entries(wanted).map(known));
}

for (const root of document.querySelectorAll("[data-search]")) new SearchPage(root).start();
