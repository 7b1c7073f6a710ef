// Cite: the citations of an article with the reader's own day of access, and of a passage, to be copied.
// The page holds each citation with slots (<span data-slot="accessed-iso">); what fills them is said here.

const box = document.querySelector(".citations-box");
const ZH = new Intl.DateTimeFormat("zh-Hans-CN", { dateStyle: "long" });
const EN = new Intl.DateTimeFormat("en-US", { dateStyle: "long" });

function twoDigits(number) {
  return String(number).padStart(2, "0");
}

function isoDay(day) {
  return `${day.getFullYear()}-${twoDigits(day.getMonth() + 1)}-${twoDigits(day.getDate())}`;
}

function fill(citation, id = "", locator = "") {
  const today = new Date();
  const values = {
    "accessed-iso": isoDay(today),
    "accessed-zh": ZH.format(today),
    "accessed-en": EN.format(today),
    anchor: id && `#${id}`,
    locator,
  };
  for (const slot of citation.querySelectorAll("[data-slot]")) slot.textContent = values[slot.dataset.slot];
  return citation;
}

/** What the note style adds for a passage: ，第12段. Headings have no number of their own. */
function locatorOf(id) {
  const [, kind, number] = /^([a-z])(.+)$/.exec(id);
  return { p: `，第${number}段`, f: `，图${number}`, t: `，表${number}`, n: `，注${number}` }[kind] ?? "";
}

async function copy(text, status) {
  try {
    await navigator.clipboard.writeText(text);
    status.textContent = box.dataset.copied;
  } catch {
    status.textContent = box.dataset.copyFailed;
  }
}

function button(label, action) {
  const element = document.createElement("button");
  element.type = "button";
  element.textContent = label;
  element.addEventListener("click", action);
  return element;
}

function statusLine() {
  const status = document.createElement("p");
  status.setAttribute("role", "status");
  return status;
}

/** Fill in the day of access and give each citation of the article a button to copy it. */
export function completeCitations() {
  const status = statusLine();
  for (const address of document.querySelectorAll(".print-address")) fill(address);
  for (const citation of box.querySelectorAll(".citation")) {
    fill(citation);
    const copier = button(box.dataset.copy, () => copy(citation.textContent, status));
    copier.className = "cite-copy";
    copier.setAttribute("aria-label", `${box.dataset.copy} ${citation.dataset.name}`);
    citation.after(copier);
  }
  box.querySelector(".citations").after(status);
}

/** The words of a passage as printed: without note calls, its own link, marks and buttons. */
export function quotationOf(passage) {
  const words = passage.cloneNode(true);
  for (const added of words.querySelectorAll("sup, .passage-link, .passage-cite, .disagreement, .note-card")) added.remove();
  const text = words.textContent.replaceAll(/\s+/g, " ").trim();
  return text.startsWith("“") && text.endsWith("”") ? text : `“${text}”`;
}

function styleChoice(citations, chosen) {
  const fieldset = document.createElement("fieldset");
  const legend = document.createElement("legend");
  legend.textContent = box.dataset.style;
  fieldset.append(legend);
  for (const [index, citation] of citations.entries()) {
    const label = document.createElement("label");
    const radio = document.createElement("input");
    Object.assign(radio, { type: "radio", name: "cite-style", value: index, checked: index === 0 });
    radio.addEventListener("change", () => chosen(citation));
    label.append(radio, citation.dataset.name);
    fieldset.append(label);
  }
  return fieldset;
}

/** Open the dialog that cites the passage of `link`; closing it leads back to `opener`. */
export function citePassage(link, opener) {
  const id = link.hash.slice(1);
  const passage = document.getElementById(id);
  const quotation = quotationOf(passage);
  const address = new URL(`#${id}`, box.dataset.address || location.href).href;
  const locator = locatorOf(id);
  const dialog = document.createElement("dialog");
  dialog.className = "cite-dialog";
  const heading = document.createElement("h2");
  heading.id = "cite-dialog-title";
  heading.textContent = opener.getAttribute("aria-label");
  dialog.setAttribute("aria-labelledby", heading.id);
  const quoted = document.createElement("blockquote");
  quoted.lang = passage.closest("[lang]").lang;
  quoted.textContent = quotation;
  const output = document.createElement("output");
  const status = statusLine();
  const citations = [...box.querySelectorAll(".citation")];
  const choose = (citation) => {
    output.textContent = fill(citation.cloneNode(true), id, locator).textContent;
    output.lang = citation.lang;
  };
  choose(citations[0]);
  const actions = document.createElement("div");
  actions.className = "actions";
  const all = () => `${quotation}\n${output.textContent}\n${address}`;
  actions.append(
    button(box.dataset.copyQuotation, () => copy(all(), status)),
    button(box.dataset.copyCitation, () => copy(output.textContent, status)),
    button(box.dataset.copyLink, () => copy(address, status)),
    button(box.dataset.close, () => dialog.close()),
  );
  dialog.append(heading, quoted, styleChoice(citations, choose), output, actions, status);
  dialog.addEventListener("close", () => {
    dialog.remove();
    opener.focus();
  });
  document.body.append(dialog);
  dialog.showModal();
  actions.firstChild.focus();
}
