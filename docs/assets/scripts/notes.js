// Notes: a note is read where it is called, by hover, focus and tap; Escape or leaving closes it.

const OPEN_AFTER = 150; // milliseconds of hovering
const CLOSE_AFTER = 250;

let card = null;
let timer = 0;

function close() {
  clearTimeout(timer);
  card?.reference.removeAttribute("aria-describedby");
  card?.element.remove();
  card = null;
}

function open(reference, text) {
  clearTimeout(timer);
  if (card?.reference === reference) return;
  close();
  const note = document.getElementById(reference.hash.slice(1));
  if (!note) return;
  const element = document.createElement("aside");
  element.className = "note-card";
  element.id = "note-card";
  for (const child of (note.querySelector("p") ?? note).childNodes) {
    if (!child.classList?.contains("backlink")) element.append(child.cloneNode(true));
  }
  const way = document.createElement("a");
  way.href = reference.hash;
  way.className = "to-notes";
  way.textContent = note.closest("section").querySelector("h2").firstChild.textContent + " ↓";
  element.append(way);
  element.addEventListener("pointerenter", () => clearTimeout(timer));
  element.addEventListener("pointerleave", closeSoon);
  element.addEventListener("focusout", leave);
  reference.closest("sup").after(element);
  reference.setAttribute("aria-describedby", element.id);
  card = { reference, element };
  place(element, reference, text);
}

function place(element, reference, text) {
  const block = element.offsetParent.getBoundingClientRect();
  const call = reference.getBoundingClientRect();
  const bounds = text.getBoundingClientRect();
  const left = Math.min(call.left - 16, bounds.right - element.offsetWidth);
  element.style.setProperty("inset-inline-start", `${Math.max(left, bounds.left) - block.left}px`);
  const below = call.bottom + element.offsetHeight + 8 < innerHeight || call.top < element.offsetHeight;
  const top = below ? call.bottom - 4 : call.top - element.offsetHeight + 4;
  element.style.setProperty("inset-block-start", `${top - block.top}px`);
}

function closeSoon() {
  clearTimeout(timer);
  timer = setTimeout(close, CLOSE_AFTER);
}

function leave(event) {
  if (card && event.relatedTarget !== card.reference && !card.element.contains(event.relatedTarget)) close();
}

export function readNotesInPlace(text) {
  for (const reference of text.querySelectorAll(".note-reference a")) {
    reference.addEventListener("pointerenter", (event) => {
      if (event.pointerType !== "mouse") return;
      clearTimeout(timer);
      timer = setTimeout(() => open(reference, text), OPEN_AFTER);
    });
    reference.addEventListener("pointerleave", (event) => event.pointerType === "mouse" && closeSoon());
    reference.addEventListener("focus", () => reference.matches(":focus-visible") && open(reference, text));
    reference.addEventListener("blur", leave);
    reference.addEventListener("click", (event) => {
      if (event.pointerType !== "touch" || card?.reference === reference) return close();
      event.preventDefault();
      open(reference, text);
    });
  }
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !card) return;
    const { reference, element } = card;
    if (element.contains(document.activeElement)) reference.focus();
    close();
  });
  addEventListener("pointerdown", (event) => {
    if (card && !card.element.contains(event.target) && event.target !== card.reference) close();
  });
}
