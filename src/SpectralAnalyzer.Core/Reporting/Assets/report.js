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
    for (const name of ["method", "folder"]) if (byId(name)?.value && d[name] !== byId(name).value) return false;
    if (byId("from")?.value && !(d.day >= byId("from").value) || byId("to")?.value && !(d.day && d.day <= byId("to").value)) return false;
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
  for (const name of ["method", "folder", "from", "to"]) byId(name)?.addEventListener("change", filter);
  byId("print").addEventListener("click", () => print());
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
  const round = value => value.toLocaleString(culture, { maximumSignificantDigits: 5, useGrouping: false }).replace("-", "−");

  // a graph that is drawn for this page is packed: its SVG, and the points of its curves
  async function unpack(text) {
    const bytes = Uint8Array.from(atob(text), c => c.charCodeAt(0));
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).json();
  }

  // the point whose x is nearest; x rises
  function nearest(xs, x) {
    let low = 0, high = xs.length - 1;
    while (high - low > 1) { const middle = (low + high) >> 1; if (xs[middle] < x) low = middle; else high = middle; }
    return Math.abs(xs[low] - x) <= Math.abs(xs[high] - x) ? low : high;
  }

  class View {
    constructor(figure) {
      [this.caption, this.box, this.values] = figure.children;
      [this.image, this.cross] = this.box.children;
      this.figure = figure;
      this.names = dialog.dataset.curves.split("|");
      this.box.addEventListener("pointermove", e => this.read(e));
      this.box.addEventListener("pointerleave", () => this.clear());
    }
    async show(link) {
      this.link = link;
      this.drawn = null;
      this.caption.textContent = link.dataset.name;
      this.image.alt = fill(dialog.dataset.alt, link.dataset.name);
      this.clear();
      if (!link.dataset.drawn) { this.image.src = link.dataset.whole || link.href; return; }
      const drawn = await unpack(link.dataset.drawn);
      if (this.link !== link) return;
      this.drawn = drawn;
      this.image.src = "data:image/svg+xml," + encodeURIComponent(drawn.svg);
      this.cross.setAttribute("viewBox", `0 0 ${drawn.width} ${drawn.height}`);
      this.clear();
    }
    // also drops what is still being unpacked
    hide() {
      this.link = this.drawn = null;
      this.image.removeAttribute("src");
      this.clear();
    }
    clear() {
      this.cross.replaceChildren();
      this.values.textContent = this.drawn ? dialog.dataset.hint : "";
    }
    read(e) {
      if (!this.drawn) return;
      const { width, height, unit, curves } = this.drawn, box = this.box.getBoundingClientRect();
      const scale = Math.min(box.width / width, box.height / height);
      const px = (e.clientX - box.left - (box.width - width * scale) / 2) / scale;
      const py = (e.clientY - box.top - (box.height - height * scale) / 2) / scale;
      const [left, top, right] = curves[0].panel, bottom = Math.max(...curves.map(c => c.panel[3]));
      if (px < left || px > right || py < top || py > bottom) { this.clear(); return; }
      const x = (px - curves[0].map[1]) / curves[0].map[0];
      const draw = (name, attributes) => {
        const part = document.createElementNS("http://www.w3.org/2000/svg", name);
        for (const [key, value] of Object.entries(attributes)) part.setAttribute(key, value);
        this.cross.append(part);
      };
      this.cross.replaceChildren();
      this.values.replaceChildren();
      const say = (name, value) => {
        const b = document.createElement("b");
        b.textContent = value;
        this.values.append(name, b);
      };
      draw("line", { x1: px, x2: px, y1: top, y2: bottom });
      say("x ", `${x.toLocaleString(culture, { maximumSignificantDigits: 6, useGrouping: false })} ${unit}`);
      curves.forEach((c, i) => {
        const at = nearest(c.x, x), y = c.y[at], cx = c.x[at] * c.map[0] + c.map[1];
        if (y === null || Math.abs(cx - px) > 8) return;
        say(` · ${this.names[i] ?? ""} `, round(y));
        const cy = y * c.map[2] + c.map[3];
        if (cy >= c.panel[1] && cy <= c.panel[3]) draw("circle", { cx, cy, r: 2.6 });
      });
    }
  }

  const view = new View(byId("graph-shown")), held = new View(byId("graph-held"));
  let shown = null;
  const links = () => [...body.querySelectorAll("tr:not([hidden]) a.graph")];
  function open(link) {
    shown = link;
    byId("graph-file").href = link.href;
    byId("graph-file").hidden = link.getAttribute("href").startsWith("#");
    view.show(link);
    if (!dialog.open) dialog.showModal();
  }
  function hold(on) {
    byId("graph-held").hidden = !on;
    byId("graph-hold").setAttribute("aria-pressed", on);
    if (on) held.show(shown); else held.hide();
  }
  byId("graph-hold").addEventListener("click", () => hold(byId("graph-held").hidden));
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
  dialog.addEventListener("close", () => { if (shown) shown.focus(); hold(false); view.hide(); });
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
