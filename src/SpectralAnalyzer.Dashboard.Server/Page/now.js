import { el, card, count, figure, span, moment, nameOf, tag } from "./dom.js";
import { store } from "./store.js";
import { openSpectrum } from "./spectrum.js";

const aliveFor = 120_000, graphPause = 1500;
let lead, bar, cards, others, graphs, problems, graphTitle, problemTitle, timer, drawnAt = 0;

// a batch holds a lock as long as it is at work; where that cannot be seen, its last line says whether it is likely
const isRecent = run => store.now() - Date.parse(run.last) < aliveFor;
export const isRunning = run => !run.end && (run.atWork ?? isRecent(run));
export const stateOfRun = run => run.end
  ? [run.end.ending, run.end.ending === "Completed" ? "" : run.end.ending === "Failed" ? "bad" : "odd"]
  : run.atWork === false ? ["No end recorded", "odd"]
    : isRecent(run) ? ["Running", ""] : run.atWork ? ["Running, waits for files", ""] : ["Running, or ended without a record", "odd"];

export function enter(main) {
  main.append(
    el("h1", {}, "Now"), lead = el("p", { class: "lead" }), bar = el("div", { class: "bar", role: "img" }), cards = el("dl", { class: "cards" }),
    others = el("div", { class: "card wide", tabIndex: 0, role: "region", "aria-label": "Runs in progress", hidden: true }),
    graphTitle = el("h2", {}, "Last graphs"), graphs = el("div", { class: "graphs" }),
    problemTitle = el("h2", {}, "Last errors"), problems = el("div", { class: "problems" }));
  drawnAt = 0;
  timer = setInterval(update, 1000);
}

export function leave() { clearInterval(timer); }

// over the last half a minute of the run, or all of it where it is shorter
function rateOf(run) {
  const end = isRunning(run) ? store.now() : Date.parse(run.last), from = Math.max(Date.parse(run.started), end - 30_000);
  let done = 0;
  for (let i = run.rows.length - 1; i >= 0 && run.rows[i].time >= from; i--) done++;
  return end > from ? done / ((end - from) / 1000) : NaN;
}

export function update() {
  const running = store.runs.filter(isRunning), run = running.at(-1) ?? store.runs.at(-1);
  if (!run) {
    lead.textContent = store.ready ? "No run yet. The first result appears as soon as there is one." : "Reading the manifests …";
    for (const part of [bar, cards, graphTitle, problemTitle]) part.hidden = true;
    return;
  }
  bar.hidden = cards.hidden = false;
  const files = run.files.size, total = run.end ? files : run.expected?.files ?? null;
  const rate = rateOf(run), left = total !== null && rate > 0 ? Math.max(0, total - files) / rate : NaN;
  const folder = store.folders[run.folder];
  lead.replaceChildren(tag(stateOfRun(run)), ` ${folder.name}: run of ${moment(run.started)} on ${run.start?.machine ?? "an unknown machine"}`
    + (run.start?.method ? `, method ${run.start.method.name} ${run.start.method.version}` : "")
    + (running.length > 1 ? `; ${running.length - 1} more running` : ""));
  const base = Math.max(total ?? files, files, 1) / 100 * (run.rows.length / Math.max(files, 1));
  const part = (value, kind) => { const i = el("i", { class: kind }); i.style.width = `${value / base}%`; return i; };
  const good = run.rows.length - run.failed - run.skipped - run.broken;
  bar.replaceChildren(part(good, ""), part(run.broken, "odd"), part(run.failed, "bad"), part(run.skipped, "calm"));
  bar.setAttribute("aria-label", `${files} files done${total ? ` of ${total}` : ""}, ${run.failed} failed`);
  cards.replaceChildren(
    card("Files", count(files), "", total !== null ? `of ${count(total)}` : ""),
    card("Spectra", count(run.rows.length)),
    card("Failed", count(run.failed), run.failed ? "bad" : ""),
    card("Beyond limits", count(run.broken), run.broken ? "odd" : ""),
    card("Unchanged", count(run.skipped)),
    card("Rate", Number.isFinite(rate) ? figure(rate, 3) : "–", "", "/s"),
    card("Time left", run.end ? "done" : span(left)),
    card("Workers", run.expected?.workers ? count(run.expected.workers) : run.start?.options?.throttleLimit || "–"));
  // shards of one job, or several machines that write to one folder
  others.hidden = running.length < 2;
  others.replaceChildren(...(running.length < 2 ? [] : [el("table", {}, el("thead", {}, el("tr", {}, ["Run in progress", "Machine", "Files", "Rate (1/s)", "Failed", "Beyond limits"].map((h, i) => el("th", { scope: "col", class: i > 1 ? "num" : "" }, h)))),
    el("tbody", {}, running.toReversed().map(r => el("tr", {}, el("td", { class: "nowrap" }, `${store.folders[r.folder].name}: ${moment(r.started)}`), el("td", {}, r.start?.machine ?? "–"),
      [r.expected?.files ? `${count(r.files.size)} of ${count(r.expected.files)}` : count(r.files.size), figure(rateOf(r), 3), count(r.failed), count(r.broken)].map(v => el("td", { class: "num nowrap" }, v))))))]));
  const last = store.graphs.toReversed();
  const keys = last.map(r => `${r.folder}-${r.id}`).join();
  // a graph is asked for once, and not for every result of a fast run
  if (graphs.dataset.keys !== keys && Date.now() - drawnAt > graphPause) {
    drawnAt = Date.now();
    graphs.dataset.keys = keys;
    const have = new Map([...graphs.children].map(b => [b.dataset.key, b]));
    graphs.replaceChildren(...last.map(row => have.get(`${row.folder}-${row.id}`) ?? graphOf(row, last)));
  }
  graphTitle.hidden = last.length === 0;
  const errors = run.errors.toReversed();
  const errorKeys = errors.map(r => r.o).join();
  problemTitle.hidden = errors.length === 0;
  if (problems.dataset.keys === errorKeys) return;
  problems.dataset.keys = errorKeys;
  problems.replaceChildren(...errors.map(r => el("article", { class: "card" },
    el("p", {}, el("strong", {}, nameOf(r)), el("code", {}, r.e), el("span", { class: "soft" }, moment(r.t))),
    el("p", {}, r.em), r.ea ? el("p", { class: "do" }, r.ea) : null)));
}

function graphOf(row, among) {
  const button = el("button", { class: "card", type: "button", onclick: () => openSpectrum(row, among) },
    el("img", { src: `api/graph?folder=${row.folder}&id=${row.id}`, alt: "", onerror: e => { e.target.hidden = true; } }),
    el("span", {}, tag2(row), nameOf(row)));
  button.dataset.key = `${row.folder}-${row.id}`;
  return button;
}

const tag2 = row => row.v === "Fail" || row.v === "Warning" ? el("span", { class: "hidden" }, `${row.v}: `) : null;
