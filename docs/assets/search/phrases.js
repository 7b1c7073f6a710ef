// Phrases: from the tokens of a phrase to the words that Pagefind has for it. hooks/edition/search/index_words.py makes them.

/** The parts of an article, the best to find something in first. */
export const ZONES = ["title", "heading", "text", "note", "caption"];

const MARK_OF_FIRST_ZONE = 0xa000;
const WHOLE = "\ua010";
const START = "\ua011";
const BETWEEN = "\ua012";
const NAME = "\ua014";

/**
 * What to ask Pagefind for, so that a phrase is found in one zone. `prefix`: a single token may be a beginning; `name`:
 * its tokens are a name that the index has as one word.
 */
export function phraseQuery({ texts, prefix, name }, zone) {
  const mark = String.fromCharCode(MARK_OF_FIRST_ZONE + ZONES.indexOf(zone));
  const words = wordsOf(texts, prefix, name).map((word) => word + mark);
  return `"${words.join(" ").replaceAll("й", "ј")}"`;
}

function wordsOf(texts, prefix, name) {
  if (texts.length === 1) return [texts[0] + (prefix ? START : WHOLE)];
  if (name) return [texts.join(BETWEEN) + NAME];
  return texts.slice(1).map((text, index) => texts[index] + BETWEEN + text);
}

/** Where in the tokens of a text a phrase begins. */
export function findPhrase(phrase, tokens) {
  const { texts, prefix } = phrase;
  const found = [];
  for (let at = 0; at + texts.length <= tokens.length; at += 1) {
    if (prefix ? tokens[at].text.startsWith(texts[0]) : texts.every((text, i) => tokens[at + i].text === text)) {
      found.push(at);
    }
  }
  return found;
}
