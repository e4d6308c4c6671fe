import { el, broken, count, moment, nameOf, paced, stateOf, tag } from "./dom.js";
import { store, acknowledgment, openAlarms } from "./store.js";
import { openSpectrum } from "./spectrum.js";

const most = 500;
let open, done, by, note, button, said, lead, all, drawn = "";
const picked = new Set();
const key = row => `${row.folder}:${row.id}`;
const reason = row => row.st === "Failed" ? `${row.e}: ${row.em}` : (row.l ?? []).map(l => broken(l, store.metrics)).join(", ");

export function enter(main) {
  by = el("input", { name: "by", autocomplete: "name", required: true, maxLength: 100, value: localStorage.getItem("spectral-by") ?? "" });
  note = el("input", { name: "note", maxLength: 500, size: 36 });
  button = el("button", { class: "button main", disabled: true }, "Acknowledge");
  const form = el("form", { class: "tools", onsubmit: acknowledge }, el("label", {}, "Your name", by), el("label", {}, "Note", note), button, said = el("p", { role: "status", class: "soft" }));
  main.append(el("h1", {}, "Alarms"), lead = el("p", { class: "lead" }), form,
    open = el("div", { class: "card wide", tabIndex: 0, role: "region", "aria-label": "Open alarms" }), el("h2", {}, "Acknowledged"),
    done = el("div", { class: "card wide", tabIndex: 0, role: "region", "aria-label": "Acknowledged alarms" }));
  drawn = "";
  picked.clear();
}

function head(names) { return el("thead", {}, el("tr", {}, names.map(h => el("th", { scope: "col" }, h)))); }

function choose(row, on) {
  if (on) picked.add(key(row)); else picked.delete(key(row));
  say();
}

function chooseAll(rows, on) {
  for (const row of rows) if (on) picked.add(key(row)); else picked.delete(key(row));
  for (const box of open.querySelectorAll("tbody input")) box.checked = on;
  say();
}

function say() {
  all.checked = picked.size > 0 && picked.size >= open.querySelectorAll("tbody input").length;
  button.disabled = picked.size === 0;
  button.textContent = picked.size > 1 ? `Acknowledge ${picked.size}` : "Acknowledge";
}

export const update = paced(draw);

export function leave() { update.stop(); }

function draw() {
  const now = `${store.alarms.length}|${store.folders.map(f => f.acknowledged.size).join()}`;
  if (now === drawn) return;
  drawn = now;
  const rows = openAlarms().reverse(), seen = store.alarms.filter(acknowledgment).reverse();
  lead.textContent = rows.length === 0 ? "Nothing is open: no limit is broken and no file failed that nobody has seen." : `${count(rows.length)} open: results beyond a limit, and files that failed.`;
  const name = row => el("button", { type: "button", class: "link", onclick: () => openSpectrum(row, rows) }, nameOf(row));
  open.hidden = rows.length === 0;
  const shown = rows.slice(0, most);
  all = el("input", { type: "checkbox", "aria-label": "Acknowledge all that are shown", onchange: e => chooseAll(shown, e.target.checked) });
  open.replaceChildren(el("table", {}, head([all, "Sample", "Alarm", "What", "Recorded"]), el("tbody", {}, shown.map(row => el("tr", {},
    el("td", {}, el("input", { type: "checkbox", "aria-label": `Acknowledge ${nameOf(row)}`, checked: picked.has(key(row)), onchange: e => choose(row, e.target.checked) })),
    el("td", { class: "nowrap" }, name(row)), el("td", {}, tag(stateOf(row))), el("td", { class: "what" }, reason(row)), el("td", { class: "nowrap" }, moment(row.t)))))));
  say();
  done.replaceChildren(seen.length === 0 ? el("p", { class: "none" }, "None.") : el("table", {}, head(["Sample", "Alarm", "What", "By", "Note", "When"]), el("tbody", {}, seen.slice(0, most).map(row => {
    const a = acknowledgment(row);
    return el("tr", {}, el("td", { class: "nowrap" }, name(row)), el("td", {}, tag(stateOf(row))), el("td", { class: "what" }, reason(row)), el("td", {}, a.by), el("td", {}, a.note), el("td", { class: "nowrap" }, moment(a.time)));
  }))));
}

async function acknowledge(event) {
  event.preventDefault();
  localStorage.setItem("spectral-by", by.value);
  const folders = Map.groupBy([...picked].map(k => k.split(":").map(Number)), ([folder]) => folder);
  for (const [folder, items] of folders) {
    for (let from = 0; from < items.length; from += most) {
      const answer = await fetch("api/acknowledge", { method: "POST", headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ folder, offsets: items.slice(from, from + most).map(i => i[1]), by: by.value, note: note.value }) });
      if (!answer.ok) { said.textContent = answer.status === 422 ? (await answer.json()).message : `Not saved: the dashboard answered ${answer.status}.`; return; }
    }
  }
  said.textContent = `Acknowledged: ${picked.size}.`;
  picked.clear();
  note.value = "";
  button.disabled = true;
  button.textContent = "Acknowledge";
}
