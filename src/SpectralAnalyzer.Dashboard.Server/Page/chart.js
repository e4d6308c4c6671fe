import { color, figure } from "./dom.js";

export const uPlot = window.uPlot;

// a chart on paper is as wide as a page, and has letters of its size
const paperWidth = 680;
let onPaper = false;
addEventListener("beforeprint", () => { onPaper = true; });
addEventListener("afterprint", () => { onPaper = false; });

// sizes follow the letters, which are larger on a wall screen
export const scaled = size => onPaper ? size : Math.round(size * parseFloat(getComputedStyle(document.documentElement).fontSize) / 15);

export function axes(labelX, labelY) {
  const stroke = color("soft"), grid = { stroke: color("line"), width: 1 };
  const one = (label, extra) => ({ label, stroke, grid, ticks: grid, font: `${scaled(12)}px system-ui`, labelFont: `${scaled(12)}px system-ui`, labelSize: scaled(20), ...extra });
  return [one(labelX, { size: scaled(34), space: scaled(60), values: plain }), one(labelY, { size: scaled(66), space: scaled(34), values: plain })];
}

const plain = (_, values) => values.map(v => v === null ? "" : figure(v, 6));

// a chart as wide as its box, drawn again where the box or the theme changes
export function fit(box, make) {
  let plot = null;
  const draw = () => { plot?.destroy(); plot = box.clientWidth > 0 ? make(onPaper ? paperWidth : box.clientWidth) : null; };
  const watch = new ResizeObserver(() => plot && box.clientWidth > 0 ? plot.setSize({ width: box.clientWidth, height: plot.height }) : draw());
  watch.observe(box);
  document.addEventListener("themechange", draw);
  return { draw, get plot() { return plot; }, end() { watch.disconnect(); document.removeEventListener("themechange", draw); plot?.destroy(); plot = null; } };
}
