// Everything that comes from a file or a manifest is set as text: it is never parsed as HTML.
export function el(name, properties = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith("on")) node.addEventListener(key.slice(2), value);
    else if (key === "class") node.className = value;
    else if (key in node && key !== "list" && key !== "form") node[key] = value;
    else node.setAttribute(key, value === true ? "" : value);
  }
  node.append(...children.flat().filter(c => c !== null && c !== undefined));
  return node;
}

// what takes long is done less often: a tenth of the time at most
export function paced(action) {
  let next = 0, waiting = null;
  const run = () => { waiting = null; const start = performance.now(); action(); const end = performance.now(); next = end + 10 * (end - start); };
  const ask = () => { if (waiting === null) { const wait = next - performance.now(); if (wait <= 0) run(); else waiting = setTimeout(run, wait); } };
  ask.stop = () => { clearTimeout(waiting); waiting = null; };
  return ask;
}

const whole = new Intl.NumberFormat("en");
const digits = Array.from({ length: 8 }, (_, i) => new Intl.NumberFormat("en", { maximumSignificantDigits: i + 1, useGrouping: false }));

export const count = value => whole.format(value);

export function figure(value, significant = 5) {
  if (value === null || value === undefined || Number.isNaN(value)) return "–";
  const size = Math.abs(value);
  return size !== 0 && (size < 1e-4 || size >= 1e7) ? value.toExponential(significant - 2) : digits[significant - 1].format(value);
}

export function span(seconds) {
  if (!Number.isFinite(seconds)) return "–";
  if (seconds < 1) return `${figure(seconds, 2)} s`;
  const s = Math.round(seconds), h = Math.floor(s / 3600), m = Math.floor(s / 60) % 60;
  return h ? `${h} h ${m} min` : m ? `${m} min ${s % 60} s` : `${s} s`;
}

const clock = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", second: "2-digit" });
const day = new Intl.DateTimeFormat("en-CA", { year: "numeric", month: "2-digit", day: "2-digit" });
export const moment = time => { const d = new Date(time); return `${day.format(d)} ${clock.format(d)}`; };

export function card(label, value, kind = "", extra = "") {
  return el("div", { class: kind }, el("dt", {}, label), el("dd", {}, value, extra ? el("small", {}, ` ${extra}`) : null));
}

export function stateOf(row) {
  if (row.st === "Failed") return ["Failed", "bad"];
  if (row.v === "Fail") return ["Fail", "bad"];
  if (row.v === "Warning") return ["Warning", "odd"];
  if (row.st === "Skipped") return ["Skipped", "calm"];
  return [row.v === "Pass" ? "Pass" : "Succeeded", ""];
}

// "RMSE 0.071 > 0.06": what is beyond which limit
export function broken(limit, metrics) {
  const l = limit.limit ?? {}, [min, max] = limit.verdict === "Warning" ? [l.warnMin, l.warnMax] : [l.min, l.max];
  const name = metrics.find(m => m.name === limit.name)?.heading ?? limit.name, value = limit.value;
  if (typeof value !== "number") return `${name} is missing`;
  const side = typeof min === "number" && value < min ? ` < ${figure(min, 6)}` : typeof max === "number" && value > max ? ` > ${figure(max, 6)}` : "";
  return `${name} ${figure(value)}${side}${limit.verdict === "Warning" ? " (warning)" : ""}`;
}

export const tag = ([text, kind]) => el("span", { class: `tag ${kind}` }, text);
export const nameOf = row => row.s ? `${row.n} [${row.s}]` : row.n;
export const color = name => {
  const probe = el("i");
  probe.style.color = `var(--${name})`;
  document.body.append(probe);
  const value = getComputedStyle(probe).color;
  probe.remove();
  return value;
};
