// Results: from the engine's answer to elements of the page. Text is only ever set as text.

const PASSAGE = /^(?<kind>[a-z]+)(?<number>.*)$/; // p12, n7, title

export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined) made.setAttribute(name, value);
  }
  made.append(...children);
  return made;
}

/** Where an article is: on the page of the reader's own locale. `site` is the address of the site in that locale. */
export function articleUrl(site, slug, id = "") {
  return new URL(`articles/${slug}/${id ? `#${id}` : ""}`, site).href;
}

/** What a passage is called: paragraph 12, note 7, title. */
export function passageName({ id }, words) {
  const { kind, number } = PASSAGE.exec(id).groups;
  const key = `search.passage.${kind}`;
  return words.has(key) ? words(key, { number: kind === "n" && number === "0" ? "*" : number }) : id;
}

/** The line of the text around a match, with the match marked. */
export function hitLine({ line, before, after, lang }) {
  const marked = line.map(([text, isMatch]) => (isMatch ? element("mark", {}, text) : text));
  return element("span", { class: "search-line", lang }, before ? "…" : "", ...marked, after ? "…" : "");
}

/** Title, date and kind of an article that has been found. */
export function articleHeading(article, locale, words) {
  const [title, lang] = article.titles[locale];
  return [
    element("span", { class: "search-title", lang }, title),
    " ",
    element("span", { class: "search-about" }, `${article.dates[locale]} · ${article.kinds[locale]}`),
  ];
}

/** Which other forms were searched for. */
export function alsoSearched(also, words) {
  return also.map(({ typed, also: forms }) => words("search.also", { typed, forms: words.list(forms) })).join(" ");
}
