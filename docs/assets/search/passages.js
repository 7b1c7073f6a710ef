// Passages: from an article's passages to those that a query finds, each with the line around the match.

import { findPhrase } from "./phrases.js";

const BEFORE = 24; // how many characters of the text stand around a match
const AFTER = 60;

/** The passages of an article, read into tokens once. */
export function readPassages(article, readTokens) {
  return article.passages.map(([id, zone, text, lang]) => ({
    id,
    zone,
    text,
    lang: lang ?? article.lang,
    tokens: readTokens(text),
  }));
}

/** The hits in an article: the passages that hold all groups, or, where none does, those that hold any. */
export function findHits(passages, groups, id) {
  const found = passages
    .map((passage) => ({ passage, matches: groups.map((group) => matchesOf(group, passage, id)) }))
    .filter(({ matches }) => matches.some((match) => match.length));
  const all = found.filter(({ matches }) => matches.every((match) => match.length));
  return {
    holdsAll: all.length > 0,
    hits: (all.length ? all : found).map(({ passage, matches }) => hitOf(passage, matches.flat())),
  };
}

/** Where the passage has one of the group's phrases: [start, end] in its text. */
function matchesOf(group, passage, id) {
  return group.phrases
    .filter((phrase) => !phrase.only || phrase.only === id)
    .flatMap((phrase) =>
      findPhrase(phrase, passage.tokens).map((at) => [
        passage.tokens[at].start,
        passage.tokens[at + phrase.texts.length - 1].end,
      ]),
    );
}

function hitOf({ id, zone, text, lang }, matches) {
  const marked = joined(matches);
  const start = windowStart(text, marked[0][0]);
  const end = windowEnd(text, Math.max(marked[0][1], start + BEFORE + AFTER));
  return { id, zone, lang, line: cut(text, marked, start, end), before: start > 0, after: end < text.length };
}

function joined(matches) {
  const rows = [];
  for (const [start, end] of [...matches].sort((a, b) => a[0] - b[0] || b[1] - a[1])) {
    const last = rows.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else rows.push([start, end]);
  }
  return rows;
}

/** Not in the middle of a Latin or Cyrillic word, nor of a surrogate pair. */
function windowStart(text, match) {
  let start = Math.max(0, match - BEFORE);
  while (start > 0 && start < match && parts(text, start)) start += 1;
  return start;
}

function windowEnd(text, wanted) {
  let end = Math.min(text.length, wanted);
  while (end < text.length && parts(text, end)) end += 1;
  return end;
}

function parts(text, at) {
  return /[\p{sc=Latin}\p{sc=Cyrillic}\p{Nd}\ud800-\udbff]/u.test(text[at - 1]) && /[\p{sc=Latin}\p{sc=Cyrillic}\p{Nd}\udc00-\udfff]/u.test(text[at]);
}

/** The text from `start` to `end` as segments: [text, whether it is marked]. */
function cut(text, marked, start, end) {
  const segments = [];
  let done = start;
  for (const [from, to] of marked.filter((match) => match[1] > start && match[0] < end)) {
    if (from > done) segments.push([text.slice(done, from), false]);
    segments.push([text.slice(Math.max(from, done), Math.min(to, end)), true]);
    done = Math.min(to, end);
  }
  if (done < end) segments.push([text.slice(done, end), false]);
  return segments;
}
