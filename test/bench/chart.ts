/** A chart of bars on a logarithmic scale, as SVG: readable on a light page and on a dark one, its text as text. */

/** Bars that are compared with each other. */
export interface Group {
  readonly title: string;
  readonly bars: readonly ChartBar[];
}

export interface ChartBar {
  readonly name: string;
  /** What the bar is as long as; nothing where there is no figure. */
  readonly value: number | undefined;
  /** What stands at its end. */
  readonly label: string;
  /** It went on beyond its end. */
  readonly open?: boolean;
  /** It is ours: in colour. */
  readonly ours?: boolean;
}

export interface Chart {
  readonly title: string;
  /** The chart in a sentence, for who hears it. */
  readonly description: string;
  readonly unit: string;
  readonly groups: readonly Group[];
}

const WIDTH = 760;
const LEFT = 190;
const RIGHT = 130;
const ROW = 22;
const BAR = 14;
const TOP = 64;
const GROUP_HEAD = 34;

/** Colours that can be told from white and from black alike; text takes the page's. */
const STYLE = `
    text { font: 13px system-ui, sans-serif; fill: #24292f }
    .title { font-size: 16px; font-weight: 600 }
    .group { font-weight: 600 }
    .tick { font-size: 11px; fill: #57606a }
    .grid { stroke: #d0d7de; stroke-width: 1 }
    .bar { fill: #8c959f }
    .ours { fill: #cf222e }
    @media (prefers-color-scheme: dark) {
      text { fill: #e6edf3 }
      .tick { fill: #8d96a0 }
      .grid { stroke: #30363d }
      .bar { fill: #6e7681 }
      .ours { fill: #f85149 }
    }`;

/** The chart as an SVG file. */
export function svgOf({ title, description, unit, groups }: Chart): string {
  const values = groups.flatMap(({ bars }) => bars.flatMap(({ value }) => (value ? [value] : [])));
  const scale = scaleOf(values);
  const body: string[] = [];
  let y = TOP;
  for (const group of groups) {
    y += GROUP_HEAD;
    body.push(`<text class="group" x="0" y="${y - 10}">${escaped(group.title)}</text>`);
    for (const bar of group.bars) {
      body.push(barAt(y, bar, scale));
      y += ROW;
    }
  }
  const height = y + 12;
  const ticks = scale.ticks.map((tick) => {
    const x = round(scale.x(tick));
    return [
      `<line class="grid" x1="${x}" y1="${TOP}" x2="${x}" y2="${height - 8}"/>`,
      `<text class="tick" x="${x}" y="${TOP - 6}" text-anchor="middle">${tickLabel(tick)} ${escaped(unit)}</text>`,
    ].join("\n  ");
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-labelledby="title description">
  <title id="title">${escaped(title)}</title>
  <desc id="description">${escaped(description)}</desc>
  <style>${STYLE}
  </style>
  <text class="title" x="0" y="20">${escaped(title)}</text>
  ${[...ticks, ...body].join("\n  ")}
</svg>
`;
}

interface Scale {
  readonly ticks: readonly number[];
  x(value: number): number;
}

/** From half of the least value, which then has a bar to be seen, to the greatest; with a line at each power of ten. */
function scaleOf(values: readonly number[]): Scale {
  const [least, most] = values.length > 0 ? [Math.min(...values), Math.max(...values)] : [1, 1];
  const [low, high] = [Math.log10(least / 2), Math.log10(most)];
  const wide = (WIDTH - LEFT - RIGHT) / (high - low);
  const first = Math.ceil(low);
  return {
    ticks: Array.from({ length: Math.floor(high) - first + 1 }, (_, i) => 10 ** (first + i)),
    x: (value) => LEFT + (Math.log10(value) - low) * wide,
  };
}

function barAt(y: number, { name, value, label, open, ours }: ChartBar, scale: Scale): string {
  const end = value ? scale.x(value) : LEFT;
  const middle = y + BAR / 2 + 5;
  const shape = value
    ? `<path class="bar${ours ? " ours" : ""}" d="${outline(y, round(Math.max(end, LEFT + 1)), open)}"/>`
    : "";
  return [
    `<g><title>${escaped(`${name}: ${label}`)}</title>`,
    `<text x="${LEFT - 8}" y="${middle}" text-anchor="end">${escaped(name)}</text>`,
    shape,
    `<text x="${round(end + (open ? 14 : 6))}" y="${middle}">${escaped(label)}</text></g>`,
  ].join("");
}

/** A bar with an end, or with a point where it goes on. */
function outline(y: number, end: number, open = false): string {
  const point = open ? `l8 ${BAR / 2} l-8 ${BAR / 2}` : `v${BAR}`;
  return `M${LEFT} ${y} H${end} ${point} H${LEFT} Z`;
}

function tickLabel(tick: number): string {
  return String(Number(tick.toPrecision(1)));
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);
}
