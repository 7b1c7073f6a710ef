// Suggestions: the list of hits under the search box. A combobox with a list of options, steered by arrows.

import { search } from "./client.js";
import { alsoSearched, articleHeading, articleUrl, element, hitLine, passageName } from "./results.js";
import { loadWords } from "./words.js";

const ARTICLES = 5;
const HITS = 3; // how many of an article are listed
const PAUSE = 80; // ms without a key before a search starts, where another key is likely to follow

/** Make the box of the page answer. `site` is the address of the site in the page's locale. */
export async function openSuggestions(box, { site, locale }) {
  const form = box.querySelector("form");
  const input = box.querySelector("input");
  const status = box.querySelector(".md-search-result__meta");
  const list = box.querySelector("[role=listbox]");
  let words;
  let turn = 0;
  let timer;
  let active = null;

  async function show() {
    turn += 1;
    const mine = turn;
    try {
      words ??= await loadWords(locale);
      if (input.hasAttribute("data-composing")) return undefined; // its end starts a search
      if (!input.value.trim()) return clear(words("search.hint"));
      const answer = await search({ query: input.value, to: ARTICLES });
      if (mine === turn) write(answer);
    } catch (error) {
      console.error(error);
      if (mine === turn) clear(words ? words("search.error") : box.dataset.error);
    }
    return undefined;
  }

  function clear(message) {
    activate(null);
    list.replaceChildren();
    status.textContent = message;
    input.setAttribute("aria-expanded", "false");
  }

  function write(answer) {
    if (answer.empty) return clear(words("search.no-tokens"));
    if (!answer.count) return clear(words("search.none", { query: input.value }));
    const said = [words.count("search.count", answer.count), alsoSearched(answer.also, words)];
    clear(said.filter(Boolean).join(" "));
    list.append(...answer.articles.map(writeArticle), writeAll(answer));
    input.setAttribute("aria-expanded", "true");
    return undefined;
  }

  function writeArticle(article, index) {
    const heading = element("div", { class: "search-heading", id: `search-group-${index}` }, ...articleHeading(article, locale, words));
    const hits = article.hits.slice(0, HITS).map((hit, place) => {
      const href = articleUrl(site, article.slug, hit.id);
      const name = element("span", { class: "search-place" }, passageName(hit, words));
      return option(`search-option-${index}-${place}`, href, name, " ", hitLine(hit));
    });
    const attributes = { role: "group", class: "md-search-result__item", "aria-labelledby": `search-group-${index}` };
    return element("div", attributes, heading, ...hits);
  }

  function writeAll(answer) {
    const text = words.count("search.all", answer.count);
    return option("search-option-all", `${form.action}?q=${encodeURIComponent(input.value)}`, text);
  }

  function option(id, href, ...children) {
    const attributes = { id, role: "option", href, class: "search-option", tabindex: "-1", "aria-selected": "false" };
    return element("a", attributes, ...children);
  }

  function activate(next) {
    active?.setAttribute("aria-selected", "false");
    active = next;
    active?.setAttribute("aria-selected", "true");
    active?.scrollIntoView({ block: "nearest" });
    if (active) input.setAttribute("aria-activedescendant", active.id);
    else input.removeAttribute("aria-activedescendant");
  }

  function move(step) {
    const options = [...list.querySelectorAll("[role=option]")];
    const at = options.indexOf(active);
    activate(options[at < 0 && step < 0 ? options.length - 1 : (at + step + options.length) % options.length] ?? null);
  }

  const ACTIONS = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
  };

  function later(pause) {
    clearTimeout(timer);
    timer = setTimeout(show, pause);
  }

  input.addEventListener("keydown", (event) => {
    if (event.isComposing || !ACTIONS[event.key]) return;
    event.preventDefault();
    ACTIONS[event.key]();
  });
  input.addEventListener("input", ({ isComposing, data }) => {
    if (!isComposing) later(data?.length > 1 ? 0 : PAUSE); // what is pasted, or chosen in an input method, is whole
  });
  input.addEventListener("compositionend", () => later(0));
  form.addEventListener("reset", () => {
    later(0);
    input.focus();
  });
  form.addEventListener("submit", (event) => {
    if (!active) return; // the form itself leads to the search page
    event.preventDefault();
    active.click();
  });
  list.addEventListener("click", (event) => {
    if (event.target.closest("a")) box.dispatchEvent(new Event("search-close"));
  });

  await show();
}
