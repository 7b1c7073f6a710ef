// Redirect: leads on from a former address to the present one with what the address named: #p12.

const target = new URL(document.currentScript.dataset.target, location.href);
target.search = location.search;
target.hash = location.hash;
location.replace(target);
