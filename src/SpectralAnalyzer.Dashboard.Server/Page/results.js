import { el, count, figure, moment, nameOf, paced, stateOf, tag } from "./dom.js";
import { store } from "./store.js";
import { openSpectrum } from "./spectrum.js";

const spare = 12, mostOnPaper = 2000;
let height = 37, onPaper = false;
const names = new Intl.Collator("en", { numeric: true, sensitivity: "base" });
const filters = [["", "All"], ["Succeeded", "Succeeded"], ["Warning", "Warning"], ["Fail", "Fail"], ["Failed", "Failed"], ["Skipped", "Skipped"]];
let box, body, table, lead, shown, find, chips, heads = [], view = [], taken = -1, source = null;
const state = { query: "", show: "", key: "time", down: true };

export function enter(main) {
  find = el("input", { type: "search", placeholder: "Name, series, error  ( / )", value: state.query, oninput: () => { state.query = find.value; rebuild(); } });
  chips = filters.map(([key, text]) => el("button", { type: "button", "aria-pressed": String(state.show === key), onclick: () => { state.show = key; rebuild(); } }, text));
  const columns = [["name", "Name", "c-name"], ["status", "Status", "c-status"], ...store.columns.map((m, i) => [i, m.heading, "num"]), ["ms", "Time (ms)", "num"], ["time", "Recorded", "c-time"]];
  heads = columns.map(([key, text, kind]) => {
    const th = el("th", { scope: "col", class: kind }, el("button", { type: "button", onclick: () => sort(key) }, text));
    th.key = key;
    return th;
  });
  body = el("tbody");
  table = el("table", {}, el("caption", { class: "hidden" }, "Results"), el("thead", {}, el("tr", {}, heads)), body);
  box = el("div", { class: "card wide window", tabIndex: 0, role: "region", "aria-label": "Results, a window on all rows", onscroll: draw }, table);
  shown = el("p", { class: "shown", role: "status" });
  main.append(el("h1", {}, "Results"), lead = el("p", { class: "lead" }, "A name opens the spectrum."),
    el("div", { class: "tools" }, el("label", {}, el("span", { class: "hidden" }, "Search"), find), el("div", { class: "chips", role: "group", "aria-label": "Status" }, chips), shown), box);
  document.addEventListener("keydown", keys);
  addEventListener("resize", draw);
  addEventListener("beforeprint", toPaper);
  addEventListener("afterprint", fromPaper);
  taken = -1;
}

export function leave() {
  more.stop();
  document.removeEventListener("keydown", keys);
  removeEventListener("resize", draw);
  removeEventListener("beforeprint", toPaper);
  removeEventListener("afterprint", fromPaper);
}

// on paper there is no window: all rows, up to some
function toPaper() { onPaper = true; say(); draw(); }
function fromPaper() { onPaper = false; say(); draw(); }

function say() {
  lead.textContent = !onPaper ? "A name opens the spectrum." : `${count(view.length)} of ${count(store.rows.length)} results${view.length > mostOnPaper ? `, the first ${count(mostOnPaper)} on paper` : ""}.`;
}

function keys(event) {
  if (event.key === "/" && document.activeElement !== find && !document.querySelector("dialog[open]")) { event.preventDefault(); find.focus(); find.select(); }
}

function sort(key) {
  if (state.key !== key) Object.assign(state, { key, down: false });
  else if (!state.down) state.down = true;
  else Object.assign(state, { key: "time", down: true });
  rebuild();
}

const fits = (row, words) => (!state.show || stateOf(row)[0] === state.show || state.show === "Succeeded" && stateOf(row)[0] === "Pass")
  && (words.length === 0 || words.every(w => (row.text ??= `${nameOf(row)} ${row.d} ${row.e ?? ""} ${row.em ?? ""}`.toLowerCase()).includes(w)));

function value(row) {
  switch (state.key) {
    case "name": return nameOf(row);
    case "status": return stateOf(row)[0];
    case "time": return row.time;
    case "ms": return row.ms ?? null;
    default: return row.m[state.key];
  }
}

// what has no number stays at the end, whichever way
function rebuild() {
  const words = state.query.toLowerCase().split(/\s+/).filter(Boolean), way = state.down ? -1 : 1;
  const kept = store.rows.filter(r => fits(r, words));
  if (state.key === "time") { if (state.down) kept.reverse(); view = kept; }
  else {
    const texts = state.key === "name" || state.key === "status";
    const keyed = kept.map(row => ({ row, v: value(row) }));
    keyed.sort((a, b) => texts ? way * names.compare(a.v, b.v) || a.row.index - b.row.index
      : (a.v === null) - (b.v === null) || way * (a.v - b.v) || a.row.index - b.row.index);
    view = keyed.map(k => k.row);
  }
  taken = store.rows.length;
  source = store.rows;
  for (const [i, chip] of chips.entries()) chip.setAttribute("aria-pressed", String(filters[i][0] === state.show));
  for (const th of heads) th.setAttribute("aria-sort", th.key !== state.key ? "none" : state.down ? "descending" : "ascending");
  shown.textContent = `${count(view.length)} of ${count(store.rows.length)}`;
  table.setAttribute("aria-rowcount", view.length + 1);
  draw();
}

function line(row, i) {
  return el("tr", { "aria-rowindex": i + 2 },
    el("td", { class: "c-name", title: row.d ? `${row.d}/${row.n}` : row.n }, el("button", { type: "button", class: "link", onclick: () => openSpectrum(row, view) }, nameOf(row))),
    el("td", { title: row.em ?? "" }, tag(stateOf(row))),
    store.columns.map((m, c) => el("td", { class: "num", title: figure(row.m[c], 8) }, figure(row.m[c], m.quantity === "Coefficient" ? 5 : 4))),
    el("td", { class: "num" }, figure(row.ms, 4)), el("td", {}, moment(row.t)));
}

const space = rows => { const td = el("td", { colSpan: heads.length }); td.style.height = `${rows * height}px`; return el("tr", { class: "space", "aria-hidden": "true" }, td); };

function draw() {
  height = parseFloat(getComputedStyle(document.documentElement).getPropertyValue("--row"));
  const from = onPaper ? 0 : Math.max(0, Math.floor(box.scrollTop / height) - spare);
  const to = onPaper ? Math.min(view.length, mostOnPaper) : Math.min(view.length, Math.ceil((box.scrollTop + box.clientHeight) / height) + spare);
  const focused = document.activeElement?.closest?.("tr")?.getAttribute("aria-rowindex");
  const rows = [];
  for (let i = from; i < to; i++) rows.push(line(view[i], i));
  body.replaceChildren(...(from > 0 ? [space(from)] : []), ...rows, ...(to < view.length && !onPaper ? [space(view.length - to)] : []));
  if (view.length === 0) body.append(el("tr", {}, el("td", { colSpan: heads.length, class: "none" }, store.rows.length ? "No result fits." : store.ready ? "No results yet." : "Reading the manifests …")));
  if (focused) body.querySelector(`tr[aria-rowindex="${focused}"] button`)?.focus({ preventScroll: true });
}

const more = paced(rebuild);

export function update() { if (store.rows.length !== taken || store.rows !== source) more(); }
