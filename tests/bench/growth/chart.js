// Lines on paper ruled in decades both ways: where cost grows with the thing itself a line rises by 45°, where it doesn't it lies flat.
// Answers SVG text; no library, no script in it.

const size = { width: 800, height: 460, left: 84, right: 210, top: 44, bottom: 56 };
const colours = ["#1f5fa8", "#b3401f", "#2e7d4f", "#7a4aa0", "#8a6d00", "#555555", "#c2407a", "#00838f"];
const escaped = (text) => String(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const short = (value) => (value >= 0.01 && value < 1e7 ? value.toLocaleString("en", { maximumFractionDigits: 2 }) : value.toExponential(0).replace("+", ""));

/** From the decade below the least to the one above the greatest. */
function decades(values) {
  const [from, to] = [Math.floor(Math.log10(Math.min(...values))), Math.ceil(Math.log10(Math.max(...values)))];
  return { from, to: Math.max(to, from + 1) };
}

function scale({ from, to }, start, end) {
  return (value) => start + ((Math.log10(value) - from) / (to - from)) * (end - start);
}

const text = (x, y, words, more = "") => `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" ${more}>${escaped(words)}</text>`;
const line = (x1, y1, x2, y2) => `<line x1="${x1.toFixed(1)}" y1="${y1.toFixed(1)}" x2="${x2.toFixed(1)}" y2="${y2.toFixed(1)}" stroke="#ddd"/>`;
const powers = ({ from, to }) => Array.from({ length: to - from + 1 }, (_, i) => 10 ** (from + i));

function grid(xs, ys, x, y) {
  const { left, right, top, bottom, width, height } = size;
  return [
    ...powers(xs).map((value) => line(x(value), top, x(value), height - bottom) + text(x(value), height - bottom + 18, short(value), 'text-anchor="middle"')),
    ...powers(ys).map((value) => line(left, y(value), width - right, y(value)) + text(left - 8, y(value) + 4, short(value), 'text-anchor="end"')),
  ];
}

/** Names stand where their lines end, each at least a line of text below the one before. */
function names(series, y) {
  const ends = series.map(({ name, points }, number) => ({ name, number, at: y(points.at(-1)[1]) })).toSorted((a, b) => a.at - b.at);
  let lowest = -Infinity;
  return ends.map(({ name, number, at }) => {
    lowest = Math.max(at, lowest + 15);
    return text(size.width - size.right + 8, lowest + 4, name, `fill="${colours[number % colours.length]}"`);
  });
}

/** @param {{title: string, x: string, y: string, series: {name: string, points: [number, number][]}[]}} chart  of values above nought */
export function chart({ title, x: across, y: up, series }) {
  const points = series.flatMap((each) => each.points);
  const [xs, ys] = [decades(points.map(([value]) => value)), decades(points.map(([, value]) => value))];
  const x = scale(xs, size.left, size.width - size.right);
  const y = scale(ys, size.height - size.bottom, size.top);
  const drawn = series.map((each, number) => {
    const colour = colours[number % colours.length];
    const path = each.points.map(([a, b]) => `${x(a).toFixed(1)},${y(b).toFixed(1)}`).join(" ");
    const dots = each.points.map(([a, b]) => `<circle cx="${x(a).toFixed(1)}" cy="${y(b).toFixed(1)}" r="3" fill="${colour}"/>`).join("");
    return `<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="2"/>${dots}`;
  });
  const { width, height, left, top } = size;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="sans-serif" font-size="12">`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    text(left, 24, title, 'font-size="15" font-weight="bold"'),
    ...grid(xs, ys, x, y),
    ...drawn,
    ...names(series, y),
    text((left + width - size.right) / 2, height - 14, across, 'text-anchor="middle"'),
    text(16, (top + height - size.bottom) / 2, up, `text-anchor="middle" transform="rotate(-90 16 ${((top + height - size.bottom) / 2).toFixed(1)})"`),
    "</svg>",
  ].join("\n");
}
