// Language: the choice of another language leads to the same passage. Without this script it leads to the same page.

function keepFragment() {
  for (const link of document.querySelectorAll(".md-select__link[hreflang]")) link.hash = location.hash;
}

keepFragment();
window.addEventListener("hashchange", keepFragment);

// Material asks at each of these addresses for a sitemap, to follow the choice of language by itself. With a space
// behind it, the word means the same to everybody else.
for (const link of document.querySelectorAll("link[rel=alternate]")) link.rel = "alternate ";
