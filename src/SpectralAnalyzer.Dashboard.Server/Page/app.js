import { count } from "./dom.js";
import { store, start } from "./store.js";
import * as now from "./now.js";
import * as results from "./results.js";
import * as drift from "./drift.js";
import * as runs from "./runs.js";
import * as alarms from "./alarms.js";

const pages = { now, results, drift, runs, alarms };
const main = document.getElementById("page");
let shown = null;

function show() {
  const name = location.hash.slice(1).split("?")[0];
  const page = pages[name] ?? (name === "page" && shown ? shown : now);
  if (page === shown) return;
  shown?.leave?.();
  shown = page;
  main.replaceChildren();
  page.enter(main);
  page.update();
  for (const link of document.querySelectorAll("nav a")) {
    if (pages[link.hash.slice(1)] === page) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  document.title = `${main.querySelector("h1").textContent} – Spectral dashboard`;
}

function update() {
  const connection = document.getElementById("connection");
  const text = store.connected ? "Live" : store.ready ? "Connecting again …" : "Connecting …";
  if (connection.textContent !== text) connection.textContent = text;
  connection.classList.toggle("live", store.connected);
  const problem = document.getElementById("problem");
  const said = store.problem || store.folders.filter(f => f.problem).map(f => `${f.name}: ${f.problem}`).join(" ");
  if (problem.textContent !== said) problem.textContent = said;
  problem.hidden = !said;
  const open = store.openAlarms, badge = document.getElementById("open-alarms");
  badge.textContent = count(open);
  badge.hidden = open === 0;
  if (store.ready) shown?.update();
}

const theme = document.getElementById("theme");
const remembered = localStorage.getItem("spectral-theme");
if (remembered) document.documentElement.dataset.theme = remembered;
theme.addEventListener("click", () => {
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  const isDark = (document.documentElement.dataset.theme ?? (dark ? "dark" : "light")) === "dark";
  document.documentElement.dataset.theme = isDark ? "light" : "dark";
  localStorage.setItem("spectral-theme", document.documentElement.dataset.theme);
  document.dispatchEvent(new Event("themechange"));
});
// paper is light
let onScreen = "";
addEventListener("beforeprint", () => {
  onScreen = document.documentElement.dataset.theme ?? "";
  document.documentElement.dataset.theme = "light";
  document.dispatchEvent(new Event("themechange"));
});
addEventListener("afterprint", () => {
  if (onScreen) document.documentElement.dataset.theme = onScreen; else delete document.documentElement.dataset.theme;
  document.dispatchEvent(new Event("themechange"));
});
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => document.dispatchEvent(new Event("themechange")));

store.on(update);
addEventListener("hashchange", () => { show(); scrollTo(0, 0); main.focus({ preventScroll: true }); });
await start();
document.getElementById("folders").textContent = store.folders.map(f => f.name).join(", ");
show();
update();
