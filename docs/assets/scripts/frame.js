// Frame: what stands around every page. Without this script the menu opens by touch and mouse, and the choice of another
// language leads to the same page.

/** The choice of another language leads to the same passage. */
function keepFragment() {
  for (const link of document.querySelectorAll(".md-select__link[hreflang]")) link.hash = location.hash;
}

/** Material's labels of the menu and the search can only be clicked: put a button into each. */
function giveButton(label) {
  const toggle = document.getElementById(label.htmlFor);
  const button = document.createElement("button");
  button.type = "button";
  button.setAttribute("aria-label", toggle.getAttribute("aria-label"));
  button.setAttribute("aria-expanded", toggle.checked);
  button.append(...label.childNodes);
  button.addEventListener("click", () => toggle.click());
  toggle.addEventListener("change", () => button.setAttribute("aria-expanded", toggle.checked));
  label.append(button);
  return button;
}

/** Opened, the menu has the focus; Escape shuts it and gives the focus back. */
function openByKeyboard(toggle, menu, button) {
  toggle.addEventListener("change", () => toggle.checked && menu.querySelector(".md-nav__list a").focus());
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !toggle.checked) return;
    toggle.click();
    button.focus();
  });
}

const [menuButton] = [...document.querySelectorAll(".md-header__button[for]:is([for=__drawer], [for=__search])")].map(giveButton);
openByKeyboard(document.getElementById("__drawer"), document.querySelector(".md-sidebar--primary"), menuButton);

keepFragment();
addEventListener("hashchange", keepFragment);

// Material asks at each of these addresses for a sitemap, to follow the choice of language by itself. With a space
// behind it, the word means the same to everybody else.
for (const link of document.querySelectorAll("link[rel=alternate]")) link.rel = "alternate ";

if (document.querySelector("form.row-filters, th[data-sort]")) import("./rows.js");
