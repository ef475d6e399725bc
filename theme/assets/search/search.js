// The search page: its form, its address and its results. Loaded on this page only.

import { FACETS, openSearch } from "./engine.js";
import { relatedLine, resultItem, sentence, showOptions, suggestionList } from "./results.js";
import { remember } from "./marks.js";

const PAUSE = 200;
const SLOW = 400;
const SHOWN_AT_ONCE = 10;
/** Where the choices would push the results off the screen. */
const NARROW = "(max-width: 47.99em)";

class SearchPage {
  #root;
  #form;
  #status;
  #waiting;
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
    this.#waiting = root.querySelector("[data-search-waiting]");
    this.#before = root.querySelector("[data-search-before]");
    this.#list = root.querySelector("[data-search-results]");
    this.#more = root.querySelector("[data-search-more]");
  }

  start() {
    const wanted = this.#fromAddress();
    if (matchMedia(NARROW).matches && !Object.values(wanted).some(Boolean) && !this.#form.elements.order.value) this.#form.querySelector("details").open = false;
    this.#words.addEventListener("input", (event) => event.isComposing || this.#soon());
    this.#words.addEventListener("compositionend", () => this.#soon());
    for (const name of [...FACETS, "order"]) this.#form.elements[name].addEventListener("change", () => this.#search());
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#search();
    });
    addEventListener("popstate", () => this.#search(this.#fromAddress()));
    addEventListener("online", () => this.#root.dataset.failed && this.#search());
    // Nothing is loaded before there is something to look for.
    if (this.#words.value || Object.values(wanted).some(Boolean)) this.#search(wanted);
    else this.#form.addEventListener("focusin", () => this.#search(), { once: true });
  }

  get #words() {
    return this.#form.elements.q;
  }

  #fromAddress() {
    const address = new URL(location.href).searchParams;
    this.#words.value = address.get("q") ?? "";
    this.#form.elements.order.value = address.get("order") ?? "";
    if (this.#form.elements.order.selectedIndex < 0) this.#form.elements.order.value = "";
    return Object.fromEntries(FACETS.map((name) => [name, address.get(name) ?? ""]));
  }

  /** Opens the index once; a failure is not kept, so that the next attempt can succeed. */
  #open() {
    this.#index ??= openSearch().catch((fault) => {
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
    const order = this.#form.elements.order.value;
    this.#root.setAttribute("aria-busy", "true");
    const slow = setTimeout(() => (this.#waiting.hidden = false), SLOW);
    try {
      const index = await this.#open();
      const chosen = onlyKnown(wanted ?? this.#chosen(), index.values);
      const answer = await index.find(query, chosen, order);
      if (turn !== this.#asked) return;
      this.#remember({ q: query.trim(), ...chosen, order });
      for (const name of FACETS) showOptions(this.#form.elements[name], name, index.values[name], answer.counts, chosen[name]);
      await this.#show(index, answer, query, turn);
    } catch (fault) {
      console.error(fault);
      if (turn === this.#asked) this.#fail();
    } finally {
      clearTimeout(slow);
      if (turn === this.#asked) {
        this.#waiting.hidden = true;
        this.#root.removeAttribute("aria-busy");
      }
    }
  }

  #chosen() {
    return Object.fromEntries(FACETS.map((name) => [name, this.#form.elements[name].value]));
  }

  #remember(values) {
    const address = new URL(location.href);
    for (const [name, value] of Object.entries(values)) {
      if (value) address.searchParams.set(name, value);
      else address.searchParams.delete(name);
    }
    history.replaceState(history.state, "", address);
  }

  async #show(index, answer, query, turn) {
    const shown = await this.#items(index, answer, 0);
    if (turn !== this.#asked) return;
    delete this.#root.dataset.failed;
    this.#root.dataset.level = answer.level;
    const before = answer.level === "related" ? [relatedLine()] : answer.suggestions ? [suggestionList(answer.suggestions)] : [];
    this.#before.replaceChildren(...before);
    this.#list.replaceChildren(...shown.items);
    this.#status.textContent = sentence(answer, query);
    remember(query, answer.words);
    this.#offerMore(index, answer, shown.next, turn);
  }

  #offerMore(index, answer, from, turn) {
    const left = answer.hits.length - from;
    this.#more.hidden = left <= 0;
    this.#more.textContent = say("再显示 {count} 处（还有 {left} 处）", { count: Math.min(left, SHOWN_AT_ONCE), left });
    this.#more.onclick = async () => {
      const { items, next } = await this.#items(index, answer, from);
      if (turn !== this.#asked) return;
      this.#list.append(...items);
      this.#offerMore(index, answer, next, turn);
      items[0]?.querySelector("a").focus();
    };
  }

  /** The next results; where not all could be proved before, those that turn out wrong are passed over. */
  async #items(index, { hits, words, certain }, from) {
    const items = [];
    let next = from;
    while (items.length < SHOWN_AT_ONCE && next < hits.length) {
      const some = hits.slice(next, next + SHOWN_AT_ONCE - items.length);
      next += some.length;
      const right = certain ? some.map(() => 2) : await Promise.all(some.map((hit) => index.holds(hit, words)));
      const fit = some.filter((_, at) => right[at] > 0);
      items.push(...(await Promise.all(fit.map((hit) => resultItem(hit, words, index.valueOf(hit, "part"))))));
    }
    return { items, next };
  }

  #fail() {
    this.#root.dataset.failed = "true";
    this.#before.replaceChildren();
    this.#list.replaceChildren();
    this.#more.hidden = true;
    this.#status.textContent = navigator.onLine
      ? say("搜索暂时不能使用，请稍后再试，或者从下面的目录逐级查找。")
      : say("没有连上网络，现在不能搜索；连上以后会自动再试。");
  }
}

function onlyKnown(wanted, values) {
  return Object.fromEntries(Object.entries(wanted).map(([name, value]) => [name, values[name].has(value) ? value : ""]));
}

for (const root of document.querySelectorAll("[data-search]")) new SearchPage(root).start();
