import { el, broken, figure, nameOf, stateOf, tag } from "./dom.js";
import { store, ask } from "./store.js";
import { uPlot, axes, fit, scaled } from "./chart.js";
import { color } from "./dom.js";

const dialog = document.getElementById("spectrum");
let charts = [], list = [], row = null, opener = null, asked = 0, request = new AbortController();

const place = (x, at) => { let low = 0, high = x.length - 1; while (low < high) { const m = (low + high) >> 1; if (x[m] < at) low = m + 1; else high = m; } return low > 0 && at - x[low - 1] < x[low] - at ? low - 1 : low; };

// y of a spectrum at an x between its points, as the curve is drawn
function between(s, x) {
  const i = place(s.x, x), j = s.x[i] > x ? i - 1 : i;
  if (x < s.x[0] || x > s.x.at(-1)) return null;
  if (s.x[j] === x || j + 1 >= s.x.length) return s.y[j];
  return s.y[j] + (s.y[j + 1] - s.y[j]) * (x - s.x[j]) / (s.x[j + 1] - s.x[j]);
}

function end() { for (const c of charts) c.end(); charts = []; }

export function openSpectrum(which, among) {
  if (!dialog.open) opener = document.activeElement;
  [row, list] = [which, among];
  draw();
  if (!dialog.open) dialog.showModal();
}

function step(by) {
  const next = list[list.indexOf(row) + by];
  if (next) { row = next; draw(); }
}

async function draw() {
  end();
  request.abort();
  request = new AbortController();
  const turn = ++asked, signal = request.signal, body = el("div", { class: "body" });
  const zoom = factor => { const p = charts[0]?.plot; if (!p) return; const { min, max } = p.scales.x, c = (min + max) / 2, h = (max - min) / 2 * factor; setRange(c - h, c + h); };
  dialog.replaceChildren(
    el("div", { class: "head" }, el("h2", { id: "spectrum-name" }, nameOf(row)), tag(stateOf(row)),
      el("button", { class: "button", type: "button", title: "Zoom in", "aria-label": "Zoom in", onclick: () => zoom(.5) }, "+"),
      el("button", { class: "button", type: "button", title: "Zoom out", "aria-label": "Zoom out", onclick: () => zoom(2) }, "−"),
      el("button", { class: "button", type: "button", title: "Previous", "aria-label": "Previous", onclick: () => step(-1) }, "‹"),
      el("button", { class: "button", type: "button", title: "Next", "aria-label": "Next", onclick: () => step(1) }, "›"),
      el("button", { class: "button", type: "button", "aria-label": "Close", onclick: () => dialog.close() }, "×")), body);
  if (row.em) body.append(el("ul", { class: "notes" }, el("li", {}, row.em), row.ea ? el("li", {}, row.ea) : null));
  const query = `folder=${row.folder}&id=${row.id}`;
  let line, data = null, reason = "";
  try { line = await ask(`api/result?${query}`, signal); } catch (e) { reason = e.message; }
  if (turn !== asked) return;
  if (line) facts(body, line.result);
  if (row.st !== "Failed") {
    try { data = await ask(`api/spectrum?${query}`, signal); } catch (e) { reason = e.message; }
  }
  if (turn !== asked) return;
  if (data) plots(body, data);
  else if (reason) body.prepend(el("p", { class: "none", role: "alert" }, reason));
  dialog.dataset.drawn = row.id;
}

function facts(body, result) {
  const items = store.metrics.map(m => [m.displayName, result.comparison?.[m.name[0].toLowerCase() + m.name.slice(1)]]).filter(([, v]) => typeof v === "number");
  const bands = (result.bands ?? []).map(b => [b.name, b.value]);
  body.append(el("dl", { class: "facts" }, [...items, ...bands].map(([k, v]) => el("div", {}, el("dt", {}, k), el("dd", {}, typeof v === "number" ? figure(v, 6) : "–")))));
  const limits = result.limits ?? [];
  if (limits.length) body.append(el("ul", { class: "notes" }, limits.filter(l => l.verdict !== "Pass").map(l => el("li", {}, broken(l, store.metrics)))));
  if (result.warnings?.length) body.append(el("ul", { class: "notes" }, result.warnings.map(w => el("li", {}, w))));
}

let setRange = () => {};

function plots(body, data) {
  const parts = [["Sample", data.sample, "link"], ["Baseline", data.baseline, "soft"], ["Difference", data.difference, "odd"]].filter(p => p[1]);
  const at = el("b", {}, "–"), values = parts.map(() => el("b", {}, "–"));
  const legend = el("p", { class: "legend", "aria-live": "off" }, el("span", {}, `${data.x} `, at), parts.map(([name, , c], i) => {
    const mark = el("i");
    mark.style.color = `var(--${c})`;
    return el("span", {}, mark, `${name} `, values[i]);
  }));
  const top = el("div", { role: "img", "aria-label": `Sample and baseline, ${data.y} over ${data.x}` }), low = el("div", { role: "img", "aria-label": "Difference, sample − baseline" });
  const notes = data.notes.length ? el("ul", { class: "notes" }, data.notes.map(n => el("li", {}, n))) : null;
  body.prepend(...[notes, legend, top, low].filter(Boolean));
  const direction = data.falling ? -1 : 1;
  const joined = uPlot.join([[data.sample.x, data.sample.y], [data.baseline.x, data.baseline.y]]);
  const all = joined[0], range = { min: all[0], max: all.at(-1) };
  let moving = false;
  setRange = (min, max) => {
    moving = true;
    if (!(max - min < range.max - range.min)) ({ min, max } = range);
    for (const c of charts) c.plot?.setScale("x", { min, max });
    moving = false;
  };
  const read = u => {
    const x = u.cursor.left >= 0 ? u.posToVal(u.cursor.left, "x") : NaN;
    at.textContent = Number.isFinite(x) ? figure(x, 6) : "–";
    parts.forEach(([, s], i) => { values[i].textContent = Number.isFinite(x) ? figure(between(s, x), 5) : "–"; });
  };
  const make = (box, y, sets, series, height) => fit(box, width => new uPlot({
    width, height: scaled(height), legend: { show: false }, padding: [10, 14, 0, 0],
    cursor: { sync: { key: "spectrum" }, drag: { x: true, y: false } },
    scales: { x: { time: false, dir: direction }, y: {} }, axes: axes(data.x, y),
    series: [{}, ...series.map(([label, c, w]) => ({ label, stroke: color(c), width: w, spanGaps: true, points: { show: false } }))],
    hooks: { setCursor: [read], setScale: [(u, key) => { if (key === "x" && !moving) { const s = u.scales.x; if (Number.isFinite(s.min)) setRange(s.min, s.max); } }] },
  }, sets, box));
  charts = [make(top, data.y, joined, [["Sample", "link", 1.6], ["Baseline", "soft", 1.2]], 340)];
  if (data.difference) charts.push(make(low, "Difference", [data.difference.x, data.difference.y], [["Difference", "odd", 1.3]], 190));
  for (const c of charts) c.draw();
}

dialog.addEventListener("click", e => { if (e.target === dialog) dialog.close(); });
dialog.addEventListener("keydown", e => {
  if (e.key === "ArrowLeft") step(-1);
  if (e.key === "ArrowRight") step(1);
});
dialog.addEventListener("close", () => { asked++; request.abort(); end(); delete dialog.dataset.drawn; opener?.isConnected && opener.focus(); });
