import { el, count, figure, span, moment, nameOf, paced, tag } from "./dom.js";
import { store } from "./store.js";
import { openSpectrum } from "./spectrum.js";
import { stateOfRun } from "./now.js";

let table, pickA, pickB, outcome, drawn = "";
const label = run => `${store.folders.length > 1 ? `${store.folders[run.folder].name}: ` : ""}${moment(run.started)}`;

export function enter(main) {
  pickA = el("select", { onchange: compare });
  pickB = el("select", { onchange: compare });
  main.append(el("h1", {}, "Runs"), el("p", { class: "lead" }, "Every run that the folder's manifest records."),
    table = el("div", { class: "card wide", tabIndex: 0, role: "region", "aria-label": "Runs" }),
    el("h2", {}, "Compare two runs"), el("div", { class: "tools" }, el("label", {}, "Run A", pickA), el("label", {}, "Run B", pickB)), outcome = el("div"));
  drawn = "";
}

export const update = paced(draw);

export function leave() { update.stop(); }

function draw() {
  const key = store.runs.map(r => `${r.key}${r.rows.length}${stateOfRun(r)[0]}`).join();
  if (key === drawn) return;
  drawn = key;
  const runs = store.runs.toReversed();
  const seconds = r => (Date.parse(r.ended ?? r.last) - Date.parse(r.started)) / 1000;
  table.replaceChildren(runs.length === 0 ? el("p", { class: "none" }, "No run yet.") : el("table", {},
    el("thead", {}, el("tr", {}, ["Started", "State", "Machine", "Method", "Spectra", "Failed", "Beyond limits", "Unchanged", "Took"].map((h, i) => el("th", { scope: "col", class: i > 3 ? "num" : "" }, h)))),
    el("tbody", {}, runs.map(r => el("tr", {}, el("td", { class: "nowrap" }, label(r)), el("td", {}, tag(stateOfRun(r))), el("td", {}, r.start?.machine ?? "–"),
      el("td", {}, r.start?.method ? `${r.start.method.name} ${r.start.method.version}` : "–"),
      [count(r.rows.length), count(r.failed), count(r.broken), count(r.skipped), span(seconds(r))].map(v => el("td", { class: "num" }, v)))))));
  for (const [pick, at] of [[pickA, 1], [pickB, 0]]) {
    const value = pick.value;
    pick.replaceChildren(...runs.map((r, i) => el("option", { value: r.key, selected: value ? r.key === value : i === Math.min(at, runs.length - 1) }, label(r))));
  }
  compare();
}

// hashes are told apart by their first digits
const short = value => value === undefined ? "–" : value.replace(/\b([0-9a-f]{10})[0-9a-f]{20,}\b/g, "$1…");

const median = values => { const v = values.filter(x => x !== null).sort((a, b) => a - b); return v.length ? (v[(v.length - 1) >> 1] + v[v.length >> 1]) / 2 : null; };

function flat(value, path, into) {
  if (value !== null && typeof value === "object") for (const [k, v] of Object.entries(value)) flat(v, path ? `${path}.${k}` : k, into);
  else into.set(path, String(value));
  return into;
}

function compare() {
  const [a, b] = [pickA, pickB].map(p => store.runs.find(r => r.key === p.value));
  if (!a || !b || a === b) { outcome.replaceChildren(el("p", { class: "soft" }, "There are two runs to compare as soon as the folder has two.")); return; }
  const head = names => el("thead", {}, el("tr", {}, names.map((h, i) => el("th", { scope: "col", class: i ? "num" : "" }, h))));
  const medians = store.columns.map((m, c) => [`Median ${m.heading}`, median(a.rows.map(r => r.m[c])), median(b.rows.map(r => r.m[c]))]);
  const lines = [["Spectra", a.rows.length, b.rows.length], ["Failed", a.failed, b.failed], ["Beyond limits", a.broken, b.broken], ...medians];
  const key = r => `${r.d}/${nameOf(r)}`, before = new Map(a.rows.map(r => [key(r), r]));
  const c = Math.max(0, store.columns.findIndex(m => m.name === "Rmse"));
  const pairs = b.rows.map(r => [before.get(key(r)), r]).filter(([x]) => x);
  const moved = pairs.map(([x, y]) => ({ x, y, by: x.m[c] === null || y.m[c] === null ? null : y.m[c] - x.m[c] }))
    .filter(p => p.by !== null && p.by !== 0 || p.x.st !== p.y.st && p.y.st !== "Skipped").sort((p, q) => Math.abs(q.by ?? Infinity) - Math.abs(p.by ?? Infinity)).slice(0, 50);
  const [oa, ob] = [a, b].map(r => flat({ ...r.start, fingerprint: undefined, workspace: undefined }, "", new Map()));
  const options = [...new Set([...oa.keys(), ...ob.keys()])].filter(k => oa.get(k) !== ob.get(k) && k !== "fingerprint" && k !== "workspace");
  outcome.replaceChildren(
    el("div", { class: "two" },
      el("div", { class: "card wide", tabIndex: 0, role: "region", "aria-label": "Metrics of both runs" }, el("table", {}, head(["Metric", "A", "B", "B − A"]), el("tbody", {}, lines.map(([n, x, y]) => el("tr", {}, el("td", {}, n),
        [figure(x), figure(y), x === null || y === null ? "–" : figure(y - x, 3)].map(v => el("td", { class: "num" }, v))))))),
      el("div", { class: "card wide settings", tabIndex: 0, role: "region", "aria-label": "Settings that differ" }, options.length === 0 ? el("p", { class: "none" }, "Both ran with the same settings.") : el("table", {}, head(["Setting", "A", "B"]),
        el("tbody", {}, options.map(o => el("tr", {}, el("td", {}, o.replace(/^options\./, "")), [oa, ob].map(m => el("td", { class: "num" }, short(m.get(o)))))))))),
    el("h2", {}, `Samples that changed: ${count(moved.length)} of ${count(pairs.length)} in both`),
    el("div", { class: "card wide", tabIndex: 0, role: "region", "aria-label": "Samples that changed" }, moved.length === 0 ? el("p", { class: "none" }, "None.") : el("table", {}, head(["Sample", `${store.columns[c].heading} A`, `${store.columns[c].heading} B`, "B − A"]),
      el("tbody", {}, moved.map(p => el("tr", {}, el("td", {}, el("button", { type: "button", class: "link", onclick: () => openSpectrum(p.y, moved.map(m => m.y)) }, nameOf(p.y))),
        [p.x.m[c], p.y.m[c], p.by].map(v => el("td", { class: "num" }, figure(v)))))))));
}
