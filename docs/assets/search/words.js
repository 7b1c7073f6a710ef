// Words: what the search says, in the locale of the page.

/** The strings of a locale: words(key, values), words.count(key, n), words.topic(id), words.list(items). */
export async function loadWords(locale) {
  const answer = await fetch(new URL(`words.${locale}.json`, import.meta.url));
  if (!answer.ok) throw new Error(`words.${locale}.json: ${answer.status}`);
  const { words: messages, topics, separator } = await answer.json();
  const plurals = new Intl.PluralRules(locale);
  const numbers = new Intl.NumberFormat(locale);

  const words = (key, values = {}) => messages[key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
  words.count = (key, n) => {
    const forms = messages[key];
    return (forms[plurals.select(n)] ?? forms.other).replace("{n}", numbers.format(n));
  };
  words.topic = (id) => topics[id] ?? id;
  words.has = (key) => Object.hasOwn(messages, key);
  words.list = (items) => items.join(separator);
  return words;
}
