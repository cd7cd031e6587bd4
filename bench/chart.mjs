// The charts: one row a system, bars on a logarithmic scale, the number at the end of each. Light and dark by the
// reader's own setting, no script, no font of its own.
import {systems} from './systems/index.mjs';

const width = 760;
const left = 250;
const right = 96;
const rowHeight = 34;
const escape = text => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const style = `
  text { font: 13px system-ui, -apple-system, 'Segoe UI', sans-serif; fill: #1f2328; }
  .title { font-size: 16px; font-weight: 650; }
  .note, .tick { font-size: 12px; fill: #59636e; }
  .name { text-anchor: end; }
  .ours { font-weight: 650; }
  .grid { stroke: #d1d9e0; }
  .bar { fill: #9aa4b0; }
  .bar.ours { fill: #2b5ce6; }
  .bar.floor { fill: #59636e; }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3; }
    .note, .tick { fill: #9198a1; }
    .grid { stroke: #3d444d; }
    .bar { fill: #656c76; }
    .bar.ours { fill: #6f96ff; }
    .bar.floor { fill: #9198a1; }
  }`;

const kindOf = id => (['ours', 'classic'].includes(id) ? 'ours' : id === 'floor' ? 'floor' : '');

const powers = (low, high) => {
  const ticks = [];
  for (let power = Math.floor(Math.log10(low)); power <= Math.ceil(Math.log10(high)); power++) ticks.push(10 ** power);
  return ticks;
};

/** @param rows `[id, value]`; @param show how a value is written. */
const barChart = ({title, note, rows, show}) => {
  const values = rows.map(([, value]) => value);
  const ticks = powers(Math.min(...values) * 0.9, Math.max(...values));
  const [low, high] = [Math.log10(ticks[0]), Math.log10(ticks.at(-1))];
  const x = value => left + ((Math.log10(value) - low) / (high - low || 1)) * (width - left - right);
  const top = 64;
  const bottom = top + rows.length * rowHeight;
  const grid = ticks.map(tick => `<path class="grid" d="M${x(tick).toFixed(1)} ${top - 4}V${bottom}"/>
    <text class="tick" text-anchor="middle" x="${x(tick).toFixed(1)}" y="${bottom + 18}">${show(tick)}</text>`);
  const bars = rows.map(([id, value], index) => {
    const y = top + index * rowHeight;
    const kind = kindOf(id);
    const end = Math.max(x(value), left + 3);
    return `<text class="name ${kind}" x="${left - 12}" y="${y + 20}">${escape(systems[id].name)}</text>
    <rect class="bar ${kind}" x="${left}" y="${y + 6}" width="${(end - left).toFixed(1)}" height="20" rx="3"/>
    <text class="${kind}" x="${(end + 8).toFixed(1)}" y="${y + 20}">${show(value)}</text>`;
  });
  const said = rows.map(([id, value]) => `${systems[id].name} ${show(value)}`).join(', ');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${bottom + 32}" width="${width}" role="img"
  aria-label="${escape(`${title}. ${said}.`)}">
<style>${style}
</style>
<text class="title" x="0" y="20">${escape(title)}</text>
<text class="note" x="0" y="42">${escape(note)}</text>
${[...grid, ...bars].join('\n')}
</svg>
`;
};

const trim = value => (value < 9.95 ? value.toFixed(2).replace(/\.?0+$/, '') : String(Math.round(value)));

/** File name -> SVG. A chart to which a system has no number goes without that system. */
export const charts = results => {
  const rowsOf = pick => Object.keys(results).map(id => [id, pick(results[id])]).filter(([, value]) => value > 0);
  const floor = results.floor?.draw?.[500]?.drawn;
  const bytes = rowsOf(one => one.weigh?.[1]?.pressed.brotli / 1000);
  const buttons = floor ? rowsOf(one => one.draw?.[500]?.drawn / floor) : [];
  return {
    ...bytes.length && {'bytes.svg': barChart({
      title: 'Code that a page loads for one add button and a cart, pressed once',
      note: 'Kilobytes as sent (brotli), logarithmic. Shorter is better.',
      rows: bytes, show: value => `${trim(value)} kB`,
    })},
    ...buttons.length && {'buttons.svg': barChart({
      title: '500 add buttons, until the last one can be pressed',
      note: 'Times as long as plain custom elements by hand, CPU slowed 4 times, logarithmic. Shorter is better.',
      rows: buttons, show: value => `${trim(value)}×`,
    })},
  };
};
