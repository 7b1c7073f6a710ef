// Box: the search box of every page. Until it is focused, this is all of the search that is loaded.

const KEYS = ["/", "s", "f"];
const box = document.querySelector(".md-search");
const toggle = document.querySelector("#__search");
const input = box.querySelector("input");
const place = { site: new URL(box.dataset.site, location.href).href, locale: box.dataset.locale };

let suggestions = null; // the list under the box, once it is wanted

function open() {
  if (!toggle.checked) toggle.click(); // Material's styles show the list while its toggle is on
  suggestions ??= Promise.all([import("./suggestions.js"), start()]).then(([{ openSuggestions }]) => openSuggestions(box, place));
}

/** Let the engine load while the rest does. */
async function start() {
  const { prepare } = await import("./client.js");
  prepare().catch(() => {}); // a search tries again, and says what is wrong
}

function close() {
  if (toggle.checked) toggle.click();
  input.blur();
}

input.addEventListener("focus", open);

// While an input method composes, what stands in the field is not yet meant. That may begin before the rest is loaded.
input.addEventListener("compositionstart", () => input.toggleAttribute("data-composing", true));
input.addEventListener("compositionend", () => input.toggleAttribute("data-composing", false));

box.addEventListener("search-close", close);
toggle.addEventListener("change", () => {
  if (toggle.checked) input.focus();
  else input.blur();
});
box.addEventListener("focusout", ({ relatedTarget }) => {
  if (relatedTarget && !box.contains(relatedTarget)) close();
});
box.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !event.isComposing) close();
});

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, select, textarea, [contenteditable]");
  if (typing || event.ctrlKey || event.metaKey || event.altKey || !KEYS.includes(event.key)) return;
  event.preventDefault();
  const field = document.querySelector(".search-page input") ?? input;
  if (field === input) open(); // on a phone, what is shut cannot have the focus
  field.focus();
});

const page = document.querySelector(".search-page");
if (page) {
  const { openPage } = await import("./page.js");
  await openPage(page, place);
}
