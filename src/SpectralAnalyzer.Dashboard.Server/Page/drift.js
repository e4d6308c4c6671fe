import { el, count, figure, moment, nameOf, color } from "./dom.js";
import { store, ask } from "./store.js";
import { openSpectrum } from "./spectrum.js";
import { uPlot, axes, fit, scaled } from "./chart.js";

const rules = ["1: beyond 3 σ", "2: a run on one side", "3: six rising or falling", "4: fourteen up and down in turn", "5: two of three beyond 2 σ",
  "6: four of five beyond 1 σ", "7: fifteen within 1 σ", "8: eight beyond 1 σ", "EWMA beyond its limits"];
const state = { figure: "Rmse", rules: "nelson", reference: "", folder: 0 };
let figures, box, summary, fired, at, chart = null, data = null, asked = "", waiting = null, turns = 0, request = new AbortController();

export function enter(main) {
  const folder = el("select", { onchange: () => { state.folder = +folder.value; load(); } }, store.folders.map((f, i) => el("option", { value: i, selected: i === state.folder }, f.name)));
  figures = el("select", { id: "figure", onchange: () => { state.figure = figures.value; load(); } });
  const kind = el("select", { onchange: () => { state.rules = kind.value; load(); } }, el("option", { value: "nelson" }, "Nelson, EWMA"), el("option", { value: "western", selected: state.rules === "western" }, "Western Electric"));
  const reference = el("input", { type: "number", min: 2, placeholder: "all", value: state.reference, onchange: () => { state.reference = reference.value; load(); } });
  const key = (text, name) => { const i = el("i"); i.style.color = `var(--${name})`; return el("span", {}, i, text); };
  const dot = (text, name) => { const i = el("i", { class: "dot" }); i.style.color = `var(--${name})`; return el("span", {}, i, text); };
  main.append(el("h1", {}, "Drift"), summary = el("p", { class: "lead" }),
    el("div", { class: "tools" }, store.folders.length > 1 ? el("label", {}, "Folder", folder) : null, el("label", {}, "Metric", figures), el("label", {}, "Rules", kind), el("label", {}, "Limits from the first", reference)),
    el("div", { class: "card chart" }, el("p", { class: "legend" }, key("Value", "link"), key("EWMA, λ = 0.2, and its limits", "good"), key("Center and 3 σ", "soft"), dot("Beyond 3 σ", "bad"), dot("Another rule fired", "odd"), el("span", { class: "at" }, at = el("b", {}, ""))),
      box = el("div", { role: "img", "aria-label": "Control chart" })),
    el("h2", {}, "Rules that fired"), fired = el("div", { class: "card wide", tabIndex: 0, role: "region", "aria-label": "Rules that fired" }));
  asked = "";
  list([]);
}

export function leave() { turns++; request.abort(); chart?.end(); chart = null; clearTimeout(waiting); waiting = null; }

function list(bands) {
  const known = [...store.metrics.map(m => [m.name, m.displayName]), ...bands.map(b => [`band:${b}`, b])];
  const have = [...figures.options].map(o => o.value).join();
  if (have === known.map(k => k[0]).join()) return;
  figures.replaceChildren(...known.map(([value, text]) => el("option", { value, selected: value === state.figure }, text)));
}

// with results coming in, at most once a second
export function update() {
  const key = `${store.rows.length}`;
  if (key === asked || waiting) return;
  waiting = setTimeout(() => { waiting = null; asked = `${store.rows.length}`; load(); }, asked === "" ? 0 : 1000);
}

const names = bits => rules.filter((_, i) => bits & (1 << i)).join(", ");

async function load() {
  const query = new URLSearchParams({ folder: state.folder, figure: state.figure, rules: state.rules, reference: state.reference || 0 });
  const turn = ++turns;
  request.abort();
  request = new AbortController();
  let answer;
  try { answer = await ask(`api/drift?${query}`, request.signal); } catch (e) { if (turn === turns) summary.textContent = e.message; return; }
  // what was asked for later is what is shown
  if (turn !== turns) return;
  data = answer;
  list(data.bands);
  const out = data.points.filter(p => p[5]);
  summary.textContent = data.total === 0 ? "No compared spectra yet." : `${count(data.total)} spectra${data.points.length < data.total ? `, the last ${count(data.points.length)} shown` : ""}: center ${figure(data.center)}, σ ${figure(data.sigma)}, limits ${figure(data.lower)} to ${figure(data.upper)}; rules fired at ${count(out.length)}.`;
  const rowOf = p => store.folders[state.folder].byId.get(p[0]);
  const rows = data.points.map(rowOf).filter(Boolean);
  fired.replaceChildren(out.length === 0 ? el("p", { class: "none" }, "None.") : el("table", {},
    el("thead", {}, el("tr", {}, ["Sample", "Recorded", "Value", "Rules"].map((h, i) => el("th", { scope: "col", class: i === 2 ? "num" : "" }, h)))),
    el("tbody", {}, out.slice(-200).reverse().map(p => el("tr", {}, el("td", {}, rowOf(p) ? el("button", { type: "button", class: "link", onclick: () => openSpectrum(rowOf(p), rows) }, nameOf(rowOf(p))) : "–"),
      el("td", { class: "nowrap" }, moment(p[6])), el("td", { class: "num" }, figure(p[1])), el("td", {}, names(p[5])))))));
  box.setAttribute("aria-label", `Control chart of ${figures.selectedOptions[0]?.text}: ${summary.textContent}`);
  chart?.end();
  box.replaceChildren();
  if (data.points.length === 0) return;
  const x = data.points.map((_, i) => data.total - data.points.length + i + 1), col = i => data.points.map(p => p[i]);
  const flat = v => x.map(() => v);
  const series = [x, col(1), col(2), col(3), col(4), flat(data.center), flat(data.lower), flat(data.upper), data.points.map(p => p[5] & ~1 && !(p[5] & 1) ? p[1] : null), data.points.map(p => p[5] & 1 ? p[1] : null)];
  chart = fit(box, width => {
    const line = (stroke, w, dash) => ({ stroke: color(stroke), width: w, dash, points: { show: false } });
    const marks = (name, size) => ({ stroke: color(name), width: 0, paths: () => null, points: { show: true, size, fill: color(name), stroke: color(name) } });
    const read = u => {
      const p = u.cursor.left >= 0 ? data.points[u.cursor.idx] : null, row = p && rowOf(p);
      at.textContent = p ? `${row ? nameOf(row) : "–"} · ${moment(p[6])} · ${figure(p[1])}` : "";
    };
    return new uPlot({
      width, height: scaled(400), legend: { show: false }, padding: [10, 14, 0, 0], cursor: { drag: { x: true, y: false } },
      scales: { x: { time: false } }, axes: axes("Spectrum", figures.selectedOptions[0]?.text ?? ""),
      series: [{}, { ...line("link", 1), points: { show: x.length < 600, size: 5, fill: color("link") } }, line("good", 1.8), line("good", 1, [2, 4]), line("good", 1, [2, 4]),
        line("soft", 1.2), line("soft", 1.2, [7, 5]), line("soft", 1.2, [7, 5]),
        marks("odd", 5), marks("bad", 7)],
      hooks: { setCursor: [read], ready: [u => u.over.addEventListener("click", () => { const row = rowOf(data.points[u.cursor.idx] ?? []); if (row) openSpectrum(row, rows); })] },
    }, series, box);
  });
  chart.draw();
}
