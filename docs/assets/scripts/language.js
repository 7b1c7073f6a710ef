// Language: the choice of another language leads to the same passage. Without this script it leads to the same page.

function keepFragment() {
  for (const link of document.querySelectorAll(".md-select__link[hreflang]")) link.hash = location.hash;
}

keepFragment();
window.addEventListener("hashchange", keepFragment);
