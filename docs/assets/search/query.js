// Query: from what was typed to what is searched: groups, all of which must be found, of phrases, one of which must.

const WORD = /(?:"[^"]*"|“[^”]*”|«[^»]*»|[^\s"“«]|["“«])+/gu; // 中亚 "China Daily" “中亚-俄罗斯”峰会
const QUOTED = /^(?:"[^"]*"|“[^”]*”|«[^»]*»)$/u;
const NUMBER_AND_UNIT = /(\p{Nd}) +(?=[万亿千百萬億]|年(?![轻輕])|月|日(?!本)|美元|公里)/gu; // 40 亿美元
const HAN_APART = /(?<![^\s])(\p{sc=Han})\s+(?=\p{sc=Han}(?:\s|$))/gu; // 托 卡 耶 夫
const LONGEST_NAME = 10;

/** The words of a query. A space between a number and its unit, or between single characters, parts nothing. */
export function readWords(query, readTokens) {
  const joined = query.normalize("NFKC").replace(NUMBER_AND_UNIT, "$1").replace(HAN_APART, "$1");
  return (joined.match(WORD) ?? [])
    .map((text) => ({ text, tokens: readTokens(text), quoted: QUOTED.test(text) }))
    .filter((word) => word.tokens.length);
}

/**
 * The groups of a query: {typed, phrases, also}. A row of words that is a name is one group, searched under all its
 * forms as well; `lookUp` says which those are: [[form, id of the one article it counts in, or null]].
 */
export async function readQuery(query, readTokens, lookUp) {
  const words = readWords(query, readTokens);
  const groups = [];
  for (let at = 0; at < words.length; ) {
    const name = await longestName(words.slice(at, at + LONGEST_NAME), lookUp);
    groups.push(name ? namedGroup(name, readTokens) : { typed: words[at].text, phrases: [typedPhrase(words[at])], also: [] });
    at += name ? name.words.length : 1;
  }
  return groups;
}

async function longestName(words, lookUp) {
  for (let length = words.length; length > 0; length -= 1) {
    const row = words.slice(0, length);
    const forms = await lookUp(row.flatMap((word) => word.tokens.map((token) => token.text)).join(" "));
    if (forms) return { words: row, forms };
  }
  return null;
}

function typedPhrase({ tokens, quoted }) {
  const prefix = tokens.length === 1 && tokens[0].kind !== "han" && !quoted;
  return { texts: tokens.map((token) => token.text), prefix, name: false, only: null };
}

function namedGroup({ words, forms }, readTokens) {
  const typed = typedPhrase({ tokens: words.flatMap((word) => word.tokens), quoted: words.some((word) => word.quoted) });
  const phrases = [typed];
  const also = [];
  for (const [form, only] of forms) {
    const texts = readTokens(form).map((token) => token.text);
    if (texts.join(" ") === typed.texts.join(" ")) {
      typed.name = true;
    } else {
      phrases.push({ texts, prefix: false, name: true, only });
      also.push(form);
    }
  }
  return { typed: words.map((word) => word.text).join(" "), phrases, also };
}
