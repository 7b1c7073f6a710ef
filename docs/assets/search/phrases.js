// Phrases: from the tokens of a phrase to the words that Pagefind has for it. hooks/edition/index_words.py makes them.

/** The parts of an article, the best to find something in first. */
export const ZONES = ["title", "heading", "text", "note", "caption"];

const MARK_OF_FIRST_ZONE = 0xa000;
const WHOLE = "\ua010";
const START = "\ua011";
const BETWEEN = "\ua012";

/** What to ask Pagefind for, so that a phrase is found in one zone. `prefix`: a single token may be a beginning. */
export function phraseQuery(tokens, prefix, zone) {
  const mark = String.fromCharCode(MARK_OF_FIRST_ZONE + ZONES.indexOf(zone));
  const words =
    tokens.length === 1
      ? [tokens[0] + (prefix ? START : WHOLE) + mark]
      : tokens.slice(1).map((token, index) => tokens[index] + BETWEEN + token + mark);
  return `"${words.join(" ").replaceAll("й", "ј")}"`;
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
