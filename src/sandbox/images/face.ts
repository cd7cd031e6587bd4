import {hashOf} from '../ids.js';

/** A face of eight by eight squares that always belongs to the same name. */
export const face = (name: string): string => {
  const hash = hashOf(name);
  const hue = Number.parseInt(hash.slice(0, 4), 16) % 360;
  const skin = `hsl(${20 + (hue % 20)} 45% ${55 + (hue % 18)}%)`;
  const hair = `hsl(${hue} 45% 34%)`;
  const fringe = [0, 1, 2, 3, 4, 5, 6, 7].filter(x => Number.parseInt(hash[x + 4] ?? '0', 16) > 6);
  const cell = (x: number, y: number, width: number, height: number, fill: string): string =>
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}"/>`;
  return '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8" shape-rendering="crispEdges">'
    + cell(0, 0, 8, 8, skin) + cell(0, 0, 8, 2, hair) + cell(0, 2, 1, 2, hair) + cell(7, 2, 1, 2, hair)
    + fringe.map(x => cell(x, 2, 1, 1, hair)).join('')
    + cell(1, 4, 2, 1, '#fff') + cell(5, 4, 2, 1, '#fff')
    + cell(2, 4, 1, 1, `hsl(${(hue + 140) % 360} 55% 38%)`) + cell(5, 4, 1, 1, `hsl(${(hue + 140) % 360} 55% 38%)`)
    + cell(3, 6, 2, 1, `hsl(${10 + (hue % 15)} 40% 40%)`) + '</svg>';
};
