// What the manifests say. Each line comes once: the id of the last event says where a new connection goes on.
const target = new EventTarget();
const pause = 100;
export const store = {
  folders: [], metrics: [], columns: [], rows: [], runs: [], alarms: [], ready: false, connected: false, problem: "", ahead: 0, openAlarms: 0, graphs: [],
  // the time of the server: the clock of a tablet may be wrong
  now: () => Date.now() + store.ahead,
  on: listener => target.addEventListener("change", listener),
  off: listener => target.removeEventListener("change", listener),
};

const runsByKey = new Map();
let lastId = "", announced = false, announcedAt = 0;

// a burst of events is drawn once
function changed() {
  if (announced) return;
  announced = true;
  setTimeout(() => requestAnimationFrame(() => { announced = false; announcedAt = performance.now(); target.dispatchEvent(new Event("change")); }),
    Math.max(0, announcedAt + pause - performance.now()));
}

function runOf(folder, id, time) {
  const key = `${folder}:${id}`;
  let run = runsByKey.get(key);
  if (!run) {
    run = { key, folder, id, started: time, last: time, rows: [], start: null, end: null, expected: null, failed: 0, skipped: 0, broken: 0, files: new Set(), errors: [], atWork: null };
    runsByKey.set(key, run);
    store.runs.push(run);
  }
  return run;
}

function keepLast(list, row, most) { if (list.push(row) > most) list.shift(); }

function addRow(row, run) {
  row.run = run;
  row.time = Date.parse(row.t);
  row.index = store.rows.length;
  store.rows.push(row);
  run.rows.push(row);
  run.files.add(`${row.d}/${row.n}`);
  if (row.st === "Failed") { run.failed++; keepLast(run.errors, row, 6); }
  if (row.g && row.st !== "Skipped") keepLast(store.graphs, row, 8);
  if (row.st === "Skipped") run.skipped++;
  if (row.v === "Fail" || row.v === "Warning") run.broken++;
  if (row.st !== "Skipped" && (row.st === "Failed" || row.v === "Fail" || row.v === "Warning")) {
    store.alarms.push(row);
    if (!acknowledgment(row)) store.openAlarms++;
  }
}

function take(folder, item) {
  const state = store.folders[folder], run = runOf(folder, item.run, item.t);
  run.last = item.t;
  if (item.k === "run") run.start = item.start;
  else if (item.k === "expected") run.expected = item.expected;
  else if (item.k === "end") { run.end = item.end; run.ended = item.t; }
  else if (item.k === "r") {
    item.folder = folder;
    item.id = item.o;
    state.byId.set(item.o, item);
    addRow(item, run);
    for (const kept of state.early.get(item.o) ?? []) addKept(item, kept, runOf(folder, kept.run, kept.t));
    state.early.delete(item.o);
  } else if (item.k === "kept") {
    const earlier = state.byId.get(item.of);
    if (earlier) addKept(earlier, item, run);
    // the result may be in a part of the manifest that is read later
    else state.early.set(item.of, [...state.early.get(item.of) ?? [], item]);
  }
}

function addKept(earlier, item, run) {
  addRow({ ...earlier, o: item.o, id: item.of, t: item.t, st: "Skipped" }, run);
}

function reset(folder) {
  store.folders[folder].byId.clear();
  store.folders[folder].early.clear();
  store.rows = store.rows.filter(r => r.folder !== folder);
  store.rows.forEach((r, i) => { r.index = i; });
  store.alarms = store.alarms.filter(r => r.folder !== folder);
  store.graphs = store.graphs.filter(r => r.folder !== folder);
  store.openAlarms = openAlarms().length;
  store.runs = store.runs.filter(r => r.folder !== folder);
  for (const [key, run] of runsByKey) if (run.folder === folder) runsByKey.delete(key);
}

function listen(source, name, action) {
  source.addEventListener(name, event => {
    if (event.lastEventId) lastId = event.lastEventId;
    action(JSON.parse(event.data));
    changed();
  });
}

function connect() {
  const source = new EventSource(`api/events?from=${encodeURIComponent(lastId)}`);
  listen(source, "lines", data => { for (const item of data.items) take(data.folder, item); });
  listen(source, "reset", data => reset(data.folder));
  listen(source, "acknowledged", data => {
    const folder = store.folders[data.folder];
    if (data.all) folder.acknowledged.clear();
    for (const item of data.items) folder.acknowledged.set(`${item.run}:${item.offset}`, item);
    store.openAlarms = openAlarms().length;
  });
  listen(source, "owners", data => {
    const known = new Map(data.items.map(o => [o.run, o.atWork]));
    for (const run of store.runs) if (run.folder === data.folder) run.atWork = known.get(run.id) ?? null;
  });
  listen(source, "problem", data => { store.folders[data.folder].problem = data.text; });
  listen(source, "ready", data => {
    // started again with other folders: nothing that is shown holds any more
    if (data.folders.join("\n") !== store.folders.map(f => f.path).join("\n")) { location.reload(); return; }
    store.ready = store.connected = true;
    store.problem = "";
    store.ahead = Date.parse(data.now) - Date.now();
    announcedAt = 0;
  });
  source.addEventListener("error", async () => {
    store.connected = false;
    changed();
    // a browser goes on by itself where the connection broke, but not where the server refused it
    source.close();
    setTimeout(connect, 700);
    const answer = await fetch("api/about").catch(() => null);
    store.problem = answer && answer.status === 401
      ? "The dashboard was started again with another token. Open the Url that Start-SpectralDashboard returned." : "";
    changed();
  });
}

export const acknowledgment = row => store.folders[row.folder].acknowledged.get(`${row.run.id}:${row.id}`);
export const openAlarms = () => store.alarms.filter(r => !acknowledgment(r));

export async function ask(path, signal) {
  const answer = await fetch(path, { signal });
  if (answer.ok) return answer.json();
  const said = answer.status === 422 ? await answer.json() : { message: `The dashboard answered ${answer.status}.` };
  throw new Error(said.advice ? `${said.message} ${said.advice}` : said.message);
}

export async function start() {
  const about = await ask("api/about");
  store.folders = about.folders.map(f => ({ ...f, byId: new Map(), early: new Map(), acknowledged: new Map(), problem: null }));
  store.metrics = about.metrics;
  store.columns = about.metrics.filter(m => m.isColumn);
  connect();
}
