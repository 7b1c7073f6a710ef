// Passages: arriving at #p12, or at a range #p12-p14, marks what is meant and says so; each passage gets a cite button.

import { readNotesInPlace } from "./notes.js";

const RANGE = /^#(?<first>[phtfn]\d+[a-z]*)-(?<last>[phtfn]\d+[a-z]*)$/; // #p12-p14
const text = document.querySelector("article .text");

function words(name) {
  return document.querySelector(".citations-box")?.dataset[name] ?? "";
}

const status = document.createElement("p");
status.setAttribute("role", "status");
status.className = "visually-hidden";

function passagesOfRange(first, last) {
  const passages = [...text.querySelectorAll("[id]")].filter((element) => /^[phtf]\d/.test(element.id));
  const from = passages.findIndex((element) => element.id === first);
  const to = passages.findIndex((element) => element.id === last);
  return from < 0 || to < from ? [] : passages.slice(from, to + 1);
}

function nameOf(element) {
  return element.parentElement.querySelector(`.passage-link[href="#${element.id}"]`)?.dataset.name ?? "";
}

function arrive() {
  for (const element of document.querySelectorAll(".cited")) element.classList.remove("cited");
  const range = RANGE.exec(location.hash)?.groups;
  const named = document.getElementById(location.hash.slice(1));
  const meant = range ? passagesOfRange(range.first, range.last) : named && text.contains(named) ? [named] : [];
  if (!meant.length) return;
  for (const element of meant) element.classList.add("cited");
  if (range) meant[0].scrollIntoView({ block: "start" });
  const names = meant.length > 1 ? [nameOf(meant[0]), nameOf(meant.at(-1))] : [nameOf(meant[0])];
  status.textContent = names.filter(Boolean).join(" – ");
}

function addCiteButtons() {
  for (const link of text.querySelectorAll(".passage-link")) {
    if (link.hash.startsWith("#h")) continue;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "passage-cite";
    button.textContent = words("cite");
    button.setAttribute("aria-label", words("citePassage").replace("{passage}", link.dataset.name));
    button.addEventListener("click", async () => {
      const { citePassage } = await import("./cite.js");
      citePassage(link, button);
    });
    link.after(button);
  }
}

if (text) {
  document.body.append(status);
  addCiteButtons();
  readNotesInPlace(text);
  addEventListener("hashchange", arrive);
  arrive();
  if (document.querySelector(".citations-box")) import("./cite.js").then((cite) => cite.completeCitations());
}
