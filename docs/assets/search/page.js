// Page: the search page. The query and the facets stand in its address, so that a search can be linked.

import { search } from "./client.js";
import { alsoSearched, articleHeading, articleUrl, element, hitLine, passageName } from "./results.js";
import { loadWords } from "./words.js";

const FACETS = ["year", "topic", "kind"];
const ARTICLES = 10; // how many are shown, and how many more at a time
const HITS = 5; // how many of an article are shown at once
const PAUSE = 150; // ms without a key before a search starts

/** Bring the search page to life. `site` is the address of the site in the page's locale. */
export async function openPage(root, { site, locale }) {
  const form = root.querySelector("form");
  const input = form.querySelector("input");
  const facetList = root.querySelector(".search-facets");
  const status = root.querySelector(".search-status");
  const also = root.querySelector(".search-also");
  const list = root.querySelector(".search-results");
  const more = root.querySelector(".search-more");
  let words;
  let turn = 0;
  let shown = ARTICLES;
  let timer;

  const asked = () => {
    const parameters = new URLSearchParams(location.search);
    const facets = Object.fromEntries(FACETS.map((name) => [name, parameters.get(name) ?? ""]));
    return { query: parameters.get("q") ?? "", names: parameters.get("names") !== "no", facets };
  };

  function address(changes) {
    const parameters = new URLSearchParams(location.search);
    for (const [name, value] of Object.entries(changes)) {
      if (value) parameters.set(name, value);
      else parameters.delete(name);
    }
    const written = parameters.toString();
    return location.pathname + (written ? `?${written}` : "");
  }

  function ask(changes, { replace = false } = {}) {
    shown = ARTICLES;
    history[replace ? "replaceState" : "pushState"](null, "", address(changes));
    return show();
  }

  async function show() {
    turn += 1;
    const mine = turn;
    const question = asked();
    if (document.activeElement !== input) input.value = question.query;
    try {
      words ??= await loadWords(locale);
      if (!question.query.trim()) return clear("");
      root.setAttribute("aria-busy", "true");
      const answer = await search({ ...question, to: shown });
      if (mine === turn) write(answer, question);
    } catch (error) {
      if (mine === turn) fail(error);
    }
    return undefined;
  }

  function done() {
    root.removeAttribute("aria-busy");
    root.dataset.shown = location.search;
  }

  function clear(message) {
    done();
    status.textContent = message;
    for (const part of [facetList, also, list]) part.replaceChildren();
    more.hidden = true;
  }

  function fail(error) {
    console.error(error);
    clear(words ? words("search.error") : root.dataset.error);
  }

  function write(answer, question) {
    if (answer.empty) return clear(words("search.no-tokens"));
    done();
    const count = words.count("search.count", answer.count);
    status.textContent = answer.count ? count : words("search.none", { query: question.query });
    facetList.replaceChildren(...FACETS.map((name) => writeFacet(name, answer.facets[name], question.facets[name])));
    writeAlso(answer, question);
    list.replaceChildren(...answer.articles.map((article) => writeArticle(article)));
    more.hidden = answer.count <= shown;
    return undefined;
  }

  function writeFacet(name, counts, chosen) {
    const label = (value) => {
      if (name === "topic") return words.topic(value);
      if (name === "kind") return words(`kind.${value}`);
      return value === "undated" ? words("search.undated") : value;
    };
    const values = Object.entries(counts ?? {}).sort(([a], [b]) => (name === "year" ? b.localeCompare(a) : 0));
    const options = values.map(([value, count]) => {
      const option = element("option", { value }, `${label(value)} (${count})`);
      option.selected = value === chosen;
      return option;
    });
    const select = element("select", { name }, element("option", { value: "" }, words(`search.facet.${name}.all`)), ...options);
    select.addEventListener("change", async () => {
      await ask({ [name]: select.value });
      facetList.querySelector(`[name=${name}]`)?.focus();
    });
    return element("label", {}, element("span", {}, words(`search.facet.${name}`)), select);
  }

  function writeAlso(answer, question) {
    also.replaceChildren();
    if (!question.names) {
      also.append(element("a", { href: address({ names: "" }), "data-names": "" }, words("search.with-names")));
    } else if (answer.also.length) {
      const link = element("a", { href: address({ names: "no" }), "data-names": "no" }, words("search.only-typed"));
      also.append(alsoSearched(answer.also, words), " ", link);
    }
  }

  function writeArticle(article) {
    const href = articleUrl(site, article.slug);
    const hits = article.hits.map((hit) => writeHit(article, hit));
    const rest = hits.splice(HITS);
    const parts = [
      element("h2", {}, element("a", { href }, ...articleHeading(article, locale, words))),
      element("ol", { class: "search-hits" }, ...hits),
    ];
    if (rest.length) {
      const summary = element("summary", {}, words.count("search.more-hits", rest.length));
      parts.push(element("details", {}, summary, element("ol", { class: "search-hits" }, ...rest)));
    }
    return element("li", { "data-slug": article.slug }, ...parts);
  }

  function writeHit(article, hit) {
    const place = element("span", { class: "search-place" }, passageName(hit, words));
    const link = element("a", { href: articleUrl(site, article.slug, hit.id) }, place, " ", hitLine(hit));
    return element("li", { class: "search-hit", "data-zone": hit.zone }, link);
  }

  input.addEventListener("input", (event) => {
    clearTimeout(timer);
    if (!event.isComposing) timer = setTimeout(() => ask({ q: input.value }, { replace: true }), PAUSE);
  });
  input.addEventListener("compositionend", () => {
    clearTimeout(timer);
    timer = setTimeout(() => ask({ q: input.value }, { replace: true }), PAUSE);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    ask({ q: input.value });
  });
  also.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (!link) return;
    event.preventDefault();
    ask({ names: link.dataset.names });
  });
  more.addEventListener("click", () => {
    shown += ARTICLES;
    show();
  });
  window.addEventListener("popstate", () => {
    input.value = asked().query;
    show();
  });
  await show();
}
