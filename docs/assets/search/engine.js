// Engine: answers queries. It runs as a worker, so that typing never waits for it; box.js and page.js ask it.

import { readFold } from "./fold.js";
import * as pagefind from "./pagefind/pagefind.js";
import { findHits, readPassages } from "./passages.js";
import { phraseQuery, ZONES } from "./phrases.js";
import { readQuery } from "./query.js";

const NAME_FILES = 32;
const ALL_AT_ONCE = 20; // up to so many texts are read before the first is shown, those first that hold all words together

const here = (path) => new URL(path, import.meta.url);

// Pagefind takes a part of its index that cannot be fetched for one without words. Here it is remembered, and told.
let missing = null;
const fetchAnswer = self.fetch.bind(self);
const wasm = here("pagefind/wasm.unknown.pagefind").href;
const begun = new Map([[wasm, fetchAnswer(wasm)]]); // what Pagefind asks for later than it could
begun.get(wasm).catch(() => {}); // Pagefind is told
self.fetch = async (address, options) => {
  try {
    const answer = await (begun.get(address) ?? fetchAnswer(address, options));
    begun.delete(address);
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    return answer;
  } catch (error) {
    missing = error;
    throw error;
  }
};

// Pagefind looks every 50 ms whether it is ready.
const { setTimeout } = self;
self.setTimeout = (action, pause) => setTimeout(action, Math.min(pause, 5));

const fetchFile = (path) => fetch(here(path));
const fetchNewest = (path) => fetch(here(path), { cache: "no-cache" }); // what counts places must be as new as the index

/** The value of `make` for each key, made once; a failure is not kept. */
function once(make) {
  const made = new Map();
  return (key) => {
    if (!made.has(key)) made.set(key, make(key).catch((error) => (made.delete(key), Promise.reject(error))));
    return made.get(key);
  };
}

/** Let Pagefind ask all parts of the index. The value is the place of the first article of each. */
const loadIndex = once(async () => {
  await pagefind.init();
  const sizes = await (await fetchNewest("parts.json")).json();
  const further = sizes.slice(1).map((_, index) => here(`pagefind/${index + 1}/`).href);
  await Promise.all(further.map((address) => pagefind.mergeIndex(address)));
  return sizes.map((_, part) => sizes.slice(0, part).reduce((sum, size) => sum + size, 0));
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

const ID = /^zz(?<part>\d*)_/; // zz_1c2ea63 in the first part of the index, zz1_d04cfe1 in the second

/** The articles that have a phrase: id → {zone: the best it is in, place: counted from the newest of all articles}. */
const findPhrase = once(async (key) => {
  const phrase = JSON.parse(key);
  const starts = await loadIndex();
  const found = new Map();
  const answers = await Promise.all(
    ZONES.map((zone) => pagefind.search(phraseQuery(phrase, zone), { sort: { place: "desc" } })),
  );
  answers.forEach(({ results }, zone) => {
    for (const { id, score } of results) { // the score is the place within the part
      if (!found.has(id) && (!phrase.only || phrase.only === id)) found.set(id, { zone, place: starts[+ID.exec(id).groups.part] + score });
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

/** The articles that have all groups, the best first: by the zone of the group that is worst off, then the newest. */
async function findArticles(groups) {
  const [first, ...others] = await Promise.all(groups.map(findGroup));
  return [...first]
    .filter(([id]) => others.every((found) => found.has(id)))
    .map(([id, { place, zone }]) => ({ id, place, zone: Math.max(zone, ...others.map((found) => found.get(id).zone)) }))
    .sort((a, b) => a.zone - b.zone || a.place - b.place);
}

// ── Facets ──────────────────────────────────────────────────────────────────────────────────────────────────────────

/** For each value of each facet the places of the articles that have it. */
const loadFacets = once(async () => {
  const facets = await (await fetchNewest("facets.json")).json();
  const valuesOf = (values) => Object.entries(values).map(([value, places]) => [value, new Set(places)]);
  return Object.fromEntries(Object.entries(facets).map(([name, values]) => [name, Object.fromEntries(valuesOf(values))]));
});

const inFacets = ({ place }, facets, chosen) =>
  Object.entries(chosen).every(([name, value]) => !value || facets[name]?.[value]?.has(place));

/** How many of the articles each value of a facet would leave, the other facets staying as chosen. */
function countFacets(articles, facets, chosen) {
  return Object.fromEntries(
    Object.entries(facets).map(([name, values]) => {
      const among = articles.filter((article) => inFacets(article, facets, { ...chosen, [name]: "" }));
      const counts = Object.entries(values).map(([value, places]) => [value, among.filter(({ place }) => places.has(place)).length]);
      return [name, Object.fromEntries(counts.filter(([value, count]) => count || chosen[name] === value))];
    }),
  );
}

// ── Answers ─────────────────────────────────────────────────────────────────────────────────────────────────────────

async function readArticle({ id, zone }, groups) {
  const { passages, ...article } = await loadArticle(id);
  const { holdsAll, hits } = findHits(passages, groups, id);
  hits.sort((a, b) => ZONES.indexOf(a.zone) - ZONES.indexOf(b.zone));
  return { ...article, id, zone, holdsAll, hits };
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
    articles = articles.filter((article) => inFacets(article, known, facets));
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
const prepare = () => Promise.all([loadIndex(), loadFold()]).then(() => null);
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
