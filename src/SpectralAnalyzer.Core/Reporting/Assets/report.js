"use strict";
(() => {
  const byId = id => document.getElementById(id);
  const body = byId("all").tBodies[0];
  const heads = [...document.querySelectorAll("th button[data-sort]")];
  const chips = [...document.querySelectorAll(".chips button[data-show]")];
  const bars = [...document.querySelectorAll("rect[data-column]")];
  const place = Object.fromEntries(heads.map(b => [b.dataset.sort, b.parentElement.cellIndex]));
  const culture = document.documentElement.lang;
  const shownText = byId("count").dataset.text;
  const names = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });
  let rows = [...body.rows].map((row, index) => ({ row, index, text: null }));
  const page = 200;
  // what is far down is laid out only when one comes near it: thousands of rows stay quick
  let limit = page, query = "", show = "", range = null, sorted = { key: "", down: false };

  const value = (r, key) => r.row.cells[place[key]].dataset.v;
  // what only a limit holds has no column
  const number = (r, key) => { const v = key in place ? value(r, key) : r.row.getAttribute("data-" + key) ?? ""; return v === "" ? NaN : +v; };
  const kinds = { warned: d => d.warned, unchanged: d => d.unchanged };

  const fill = (text, ...values) => text.replace(/\{(\d)\}/g, (_, i) => typeof values[i] === "number" ? values[i].toLocaleString(culture) : values[i]);

  function fits(r) {
    const d = r.row.dataset;
    if (show && !(kinds[show] ? kinds[show](d) : show === (show.startsWith("is-") ? d.verdict : d.status))) return false;
    if (range) {
      const v = number(r, range.column);
      if (!(v >= range.from && (v < range.to || range.last && v <= range.to || range.from === range.to))) return false;
    }
    if (!query) return true;
    r.text ??= [0, place.name].map(i => r.row.cells[i].textContent).join(" ").toLowerCase();
    return query.split(/\s+/).every(word => r.text.includes(word));
  }

  function filter() {
    limit = page;
    lay();
  }

  function lay() {
    let seen = 0;
    for (const r of rows) {
      const hide = !fits(r) || ++seen > limit;
      if (r.row.hidden !== hide) r.row.hidden = hide;
    }
    byId("more").hidden = seen <= limit;
    byId("count").textContent = fill(shownText, seen, rows.length);
    byId("none").hidden = seen > 0;
    for (const c of chips) c.setAttribute("aria-pressed", c.dataset.show === show);
    for (const b of bars) b.setAttribute("aria-pressed", range !== null && range.bar === b);
    byId("range").hidden = !range;
    if (range) byId("range").textContent = `${range.label} ×`;
  }

  function more() {
    limit += page;
    lay();
  }

  // what has no number stays at the end, whichever way
  function order(a, b) {
    const { key, down, numeric } = sorted;
    if (!key) return a.index - b.index;
    let result;
    if (numeric) {
      const x = number(a, key), y = number(b, key);
      if (Number.isNaN(x) || Number.isNaN(y)) return Number.isNaN(x) - Number.isNaN(y) || a.index - b.index;
      result = x - y;
    } else {
      result = names.compare(value(a, key), value(b, key));
    }
    return (down ? -result : result) || a.index - b.index;
  }

  function sort(button) {
    const key = button.dataset.sort;
    if (sorted.key !== key) sorted = { key, down: false, numeric: !!button.dataset.number };
    else if (!sorted.down) sorted = { ...sorted, down: true };
    else sorted = { key: "", down: false };
    for (const b of heads)
      b.parentElement.setAttribute("aria-sort", b.dataset.sort !== sorted.key ? "none" : sorted.down ? "descending" : "ascending");
    rows.sort(order);
    for (const r of rows) r.row.hidden = true;
    body.append(...rows.map(r => r.row));
    filter();
  }

  for (const b of heads) b.addEventListener("click", () => sort(b));
  for (const c of chips) c.addEventListener("click", () => { show = show === c.dataset.show ? "" : c.dataset.show; filter(); });
  byId("range").addEventListener("click", () => { range = null; filter(); });
  const find = byId("find");
  find.addEventListener("input", () => { query = find.value.trim().toLowerCase(); filter(); });
  for (const bar of bars) {
    const d = bar.dataset;
    const pick = () => {
      range = range && range.bar === bar ? null : { bar, column: d.column, from: +d.from, to: +d.to, last: !!d.last, label: d.label };
      filter();
    };
    bar.addEventListener("click", pick);
    bar.addEventListener("keydown", e => { if (e.key === "Enter" || e.key === " ") { e.preventDefault(); pick(); } });
  }

  const dialog = byId("graph");
  let shown = null;
  const links = () => [...body.querySelectorAll("tr:not([hidden]) a.graph")];
  function open(link) {
    shown = link;
    byId("graph-name").textContent = link.dataset.name;
    byId("graph-file").href = link.href;
    byId("graph-image").src = link.dataset.whole || link.href;
    byId("graph-image").alt = fill(dialog.dataset.alt, link.dataset.name);
    if (!dialog.open) dialog.showModal();
  }
  function step(by) {
    const all = links(), next = all[all.indexOf(shown) + by];
    if (next) open(next);
  }
  body.addEventListener("click", e => {
    const link = e.target.closest("a.graph");
    if (!link || e.ctrlKey || e.metaKey || e.shiftKey) return;
    e.preventDefault();
    open(link);
  });
  byId("graph-before").addEventListener("click", () => step(-1));
  byId("graph-next").addEventListener("click", () => step(1));
  dialog.addEventListener("click", e => { if (e.target === dialog) dialog.close(); });
  dialog.addEventListener("keydown", e => {
    if (e.key === "ArrowLeft") step(-1);
    if (e.key === "ArrowRight") step(1);
  });
  dialog.addEventListener("close", () => { if (shown) shown.focus(); byId("graph-image").removeAttribute("src"); });
  document.addEventListener("keydown", e => {
    if (e.key === "/" && !dialog.open && document.activeElement !== find) { e.preventDefault(); find.focus(); find.select(); }
    if (e.key === "Escape" && document.activeElement === find) { find.value = query = ""; filter(); }
  });
  byId("more").addEventListener("click", more);
  new IntersectionObserver(seen => { if (seen[0].isIntersecting && !byId("more").hidden) more(); }, { rootMargin: "1500px" }).observe(byId("more"));
  lay();
  let opened = [];
  addEventListener("beforeprint", () => { limit = Infinity; lay(); opened = [...document.querySelectorAll(".problems details:not([open])")]; for (const d of opened) d.open = true; });
  addEventListener("afterprint", () => { for (const d of opened) d.open = false; });
})();
