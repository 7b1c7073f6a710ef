// Engine: answers queries. It runs as a worker, so that typing never waits for it; box.js and page.js ask it.

import { readFold } from "./fold.js";
import { findHits, readPassages } from "./passages.js";
import { phraseQuery, ZONES } from "./phrases.js";
import { readQuery } from "./query.js";

const NAME_FILES = 32;
const ALL_AT_ONCE = 20; // up to so many texts are read before the first is shown, those first that hold all words together

const here = (path) => new URL(path, import.meta.url);

// Pagefind takes a part of its index that cannot be fetched for one without words. Here it is remembered, and told.
let missing = null;
const fetchAnswer = self.fetch.bind(self);
self.fetch = async (address, options) => {
  try {
    const answer = await fetchAnswer(address, options);
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    return answer;
  } catch (error) {
    missing = error;
    throw error;
  }
};

const fetchFile = (path) => fetch(here(path));

/** The value of `make` for each key, made once; a failure is not kept. */
function once(make) {
  const made = new Map();
  return (key) => {
    if (!made.has(key)) made.set(key, make(key).catch((error) => (made.delete(key), Promise.reject(error))));
    return made.get(key);
  };
}

const loadPagefind = once(async () => {
  const pagefind = await import("./pagefind/pagefind.js");
  await pagefind.init();
  return pagefind;
});
const loadFold = once(async () => readFold(await (await fetchFile("simplified.txt")).text()));
const loadNames = once(async (file) => (await fetchFile(`names/${file}.json`)).json());
const loadArticle = once(async (id) => {
  const [readTokens, article] = await Promise.all([loadFold(), fetchFile(`texts/${id}.json`).then((text) => text.json())]);
  return { ...article, passages: readPassages(article, readTokens) };
});

async function lookUp(name) {
  const code = [...name.split(" ")[0]].reduce((sum, character) => sum + character.codePointAt(0), 0);
  const names = await loadNames(code % NAME_FILES);
  return Object.hasOwn(names, name) ? names[name] : null;
}

// ── Which articles ──────────────────────────────────────────────────────────────────────────────────────────────────

/** The articles that have a phrase: id → {zone: the best it is in, date: its place by date}. */
const findPhrase = once(async (key) => {
  const { texts, prefix, only } = JSON.parse(key);
  const pagefind = await loadPagefind();
  const found = new Map();
  const answers = await Promise.all(
    ZONES.map((zone) => pagefind.search(phraseQuery(texts, prefix, zone), { sort: { date: "desc" } })),
  );
  answers.forEach(({ results }, zone) => {
    for (const { id, score } of results) {
      if (!found.has(id) && (!only || only === id)) found.set(id, { zone, date: score });
    }
  });
  return found;
});

async function findGroup({ phrases }) {
  const found = new Map();
  for (const articles of await Promise.all(phrases.map((phrase) => findPhrase(JSON.stringify(phrase))))) {
    for (const [id, place] of articles) {
      if (!found.has(id) || place.zone < found.get(id).zone) found.set(id, place);
    }
  }
  return found;
}

/** The articles that have all groups, the best first: by the zone of the group that is worst off, then by date. */
async function findArticles(groups) {
  const [first, ...others] = await Promise.all(groups.map(findGroup));
  return [...first]
    .filter(([id]) => others.every((found) => found.has(id)))
    .map(([id, place]) => ({ id, date: place.date, zone: Math.max(place.zone, ...others.map((found) => found.get(id).zone)) }))
    .sort((a, b) => a.zone - b.zone || b.date - a.date);
}

// ── Facets ──────────────────────────────────────────────────────────────────────────────────────────────────────────

const loadFacets = once(async () => {
  const { ids, facets } = await (await fetchFile("facets.json")).json();
  const valuesOf = (values) => Object.entries(values).map(([value, places]) => [value, new Set(places.map((at) => ids[at]))]);
  return Object.fromEntries(Object.entries(facets).map(([name, values]) => [name, Object.fromEntries(valuesOf(values))]));
});

const inFacets = (id, facets, chosen) =>
  Object.entries(chosen).every(([name, value]) => !value || facets[name]?.[value]?.has(id));

/** How many of the articles each value of a facet would leave, the other facets staying as chosen. */
function countFacets(articles, facets, chosen) {
  return Object.fromEntries(
    Object.entries(facets).map(([name, values]) => {
      const among = articles.filter(({ id }) => inFacets(id, facets, { ...chosen, [name]: "" }));
      const counts = Object.entries(values).map(([value, ids]) => [value, among.filter(({ id }) => ids.has(id)).length]);
      return [name, Object.fromEntries(counts.filter(([value, count]) => count || chosen[name] === value))];
    }),
  );
}

// ── Answers ─────────────────────────────────────────────────────────────────────────────────────────────────────────

async function readArticle({ id, zone, date }, groups) {
  const { passages, ...article } = await loadArticle(id);
  const { holdsAll, hits } = findHits(passages, groups, id);
  hits.sort((a, b) => ZONES.indexOf(a.zone) - ZONES.indexOf(b.zone));
  return { ...article, id, zone, date, holdsAll, hits };
}

/**
 * {count, also, articles, facets}. `names`: search names under their other forms too; `facets`: the chosen values, if
 * the facets are to be counted; `from` and `to`: which articles to read.
 */
async function search({ query, names = true, facets = null, from = 0, to = 10 }) {
  const readTokens = await loadFold();
  const groups = await readQuery(query, readTokens, names ? lookUp : async () => null);
  if (!groups.length) return { empty: true };
  let articles = await findArticles(groups);
  let counts = null;
  if (facets) {
    const known = await loadFacets();
    counts = countFacets(articles, known, facets);
    articles = articles.filter(({ id }) => inFacets(id, known, facets));
  }
  const few = groups.length > 1 && articles.length <= ALL_AT_ONCE;
  const read = await Promise.all((few ? articles : articles.slice(from, to)).map((article) => readArticle(article, groups)));
  if (few) read.sort((a, b) => b.holdsAll - a.holdsAll);
  return {
    count: articles.length,
    also: groups.filter((group) => group.also.length).map(({ typed, also }) => ({ typed, also })),
    articles: few ? read.slice(from, to) : read,
    facets: counts,
  };
}

/** Load what every search needs. It is begun as soon as the engine is started. */
const prepare = () => Promise.all([loadPagefind(), loadFold()]).then(() => null);
prepare().catch(() => {}); // whoever asks is told

const METHODS = { search, prepare };

self.addEventListener("message", async ({ data: { number, method, options } }) => {
  try {
    const value = await METHODS[method](options);
    if (missing) throw missing;
    self.postMessage({ number, value });
  } catch (error) {
    self.postMessage({ number, error: String(error) });
  }
});
