// Rows: long tables and lists are narrowed by a form and sorted by their columns. Without this script all rows stand in
// the order of the page, the form stays hidden, and nothing is missing.
//
// <form class="row-filters" hidden data-status="{n} of {all} shown"> with a <select name="topic"> for each property
// <… data-rows>             holds the groups of rows that the form narrows
//   <… data-group>          a heading with its rows, hidden where none is left; its [data-count] says how many are
//     <… data-row data-topic="trade security" data-text="slug">
// <th data-sort>            sorts the rows of its table by the text of its cells, or by their data-value, a number

const numbers = new Intl.NumberFormat(document.documentElement.lang);
const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });

// ── Narrowing ───────────────────────────────────────────────────────────────────────────────────────────────────────

/** What leads to a group from the contents beside the page. */
function contentsOf(group) {
  const ids = [...group.querySelectorAll("[id]")].map(({ id }) => id);
  return [...document.querySelectorAll(".md-nav--secondary .md-nav__item > a")].filter(({ hash }) => ids.includes(hash.slice(1)));
}

function openFilters(form) {
  const rows = [...document.querySelectorAll("[data-rows] [data-row]")];
  const groups = [...document.querySelectorAll("[data-rows] [data-group]")];
  const selects = [...form.querySelectorAll("select")];
  const status = form.appendChild(document.createElement("p"));
  status.setAttribute("role", "status");

  function narrow() {
    const chosen = selects.filter((select) => select.value);
    for (const row of rows) {
      row.hidden = !chosen.every(({ name, value }) => (row.dataset[name] ?? "").split(" ").includes(value));
    }
    for (const group of groups) {
      const left = group.querySelectorAll("[data-row]:not([hidden])").length;
      group.hidden = left === 0;
      for (const link of contentsOf(group)) link.parentElement.hidden = left === 0;
      for (const count of group.querySelectorAll("[data-count]")) count.textContent = numbers.format(left);
    }
    const shown = rows.filter((row) => !row.hidden).length;
    status.textContent = form.dataset.status.replace("{n}", numbers.format(shown)).replace("{all}", numbers.format(rows.length));
  }

  /** The choice stands in the address, so that it can be linked. */
  function remember() {
    const address = new URL(location.href);
    for (const { name, value } of selects) value ? address.searchParams.set(name, value) : address.searchParams.delete(name);
    history.replaceState(null, "", address);
  }

  const asked = new URL(location.href).searchParams;
  for (const select of selects) select.value = [...select.options].some(({ value }) => value === asked.get(select.name)) ? asked.get(select.name) : "";
  form.addEventListener("change", () => {
    narrow();
    remember();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
  narrow();
}

// ── Sorting ─────────────────────────────────────────────────────────────────────────────────────────────────────────

function valueOf(row, column) {
  const cell = row.cells[column];
  return cell.dataset.value ?? cell.textContent.trim();
}

/** What is not known comes last, whichever way the rest is sorted. */
function compare(one, other, down) {
  if (!one || !other) return (one ? 0 : 1) - (other ? 0 : 1);
  const order = Number.isNaN(one - other) ? collator.compare(one, other) : one - other;
  return down ? -order : order;
}

function sort(header) {
  const down = header.getAttribute("aria-sort") === "ascending";
  const body = header.closest("table").tBodies[0];
  const values = new Map([...body.rows].map((row) => [row, valueOf(row, header.cellIndex)]));
  for (const other of header.parentElement.cells) other.removeAttribute("aria-sort");
  header.setAttribute("aria-sort", down ? "descending" : "ascending");
  body.append(...[...body.rows].sort((a, b) => compare(values.get(a), values.get(b), down)));
}

for (const header of document.querySelectorAll("th[data-sort]")) {
  const button = document.createElement("button");
  button.type = "button";
  button.append(...header.childNodes);
  button.addEventListener("click", () => sort(header));
  header.append(button);
}

for (const form of document.querySelectorAll("form.row-filters")) openFilters(form);
