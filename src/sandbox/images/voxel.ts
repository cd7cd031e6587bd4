/** A little cube: `x` runs to the lower right, `y` to the lower left, `z` upward. `colour` is #rrggbb. */
export interface Voxel {
  x: number;
  y: number;
  z: number;
  colour: string;
}

/** Which colour each character of a drawing stands for; a character that is missing is a hole. */
export type Palette = Record<string, string>;

/** A drawing that stands upright, `depth` cubes thick, its front towards the lower left. The last row stands on `z`. */
export const upright = (rows: readonly string[], palette: Palette, depth = 1, at = {x: 0, y: 0, z: 0}): Voxel[] =>
  rows.flatMap((row, r) => [...row].flatMap((char, x) => {
    const colour = palette[char];
    if (colour === undefined) return [];
    return Array.from({length: depth}, (_, y) => ({x: x + at.x, y: y + at.y, z: rows.length - 1 - r + at.z, colour}));
  }));

/** Floors from the ground up, each drawn as seen from above. */
export const floors = (plans: readonly (readonly string[])[], palette: Palette, at = {x: 0, y: 0, z: 0}): Voxel[] =>
  plans.flatMap((rows, z) => rows.flatMap((row, y) => [...row].flatMap((char, x) => {
    const colour = palette[char];
    return colour === undefined ? [] : [{x: x + at.x, y: y + at.y, z: z + at.z, colour}];
  })));

/** Fills a box of cubes; `paint` says the colour of each, or nothing for a hole. */
export const solid = (
  size: [x: number, y: number, z: number], paint: (x: number, y: number, z: number) => string | undefined,
): Voxel[] => {
  const [width, depth, height] = size;
  const out: Voxel[] = [];
  for (let z = 0; z < height; z += 1) {
    for (let y = 0; y < depth; y += 1) {
      for (let x = 0; x < width; x += 1) {
        const colour = paint(x, y, z);
        if (colour !== undefined) out.push({x, y, z, colour});
      }
    }
  }
  return out;
};

/** Mixes a colour with white (`amount` above 0) or with a dark blue (below 0). */
export const tint = (colour: string, amount: number): string => {
  const goal = amount > 0 ? [255, 255, 255] : [18, 10, 40];
  const share = Math.abs(amount);
  const parts = [1, 3, 5].map((start, index) => {
    const own = Number.parseInt(colour.slice(start, start + 2), 16);
    return Math.round(own + ((goal[index] ?? 0) - own) * share).toString(16).padStart(2, '0');
  });
  return `#${parts.join('')}`;
};

type Point = [x: number, y: number];

const rise = 1.12;
const onScreen = (x: number, y: number, z: number): Point => [x - y, (x + y) / 2 - z * rise];

const sides: {normal: [number, number, number]; corners: [number, number, number][]; light: number}[] = [
  {normal: [0, 0, 1], corners: [[0, 0, 1], [1, 0, 1], [1, 1, 1], [0, 1, 1]], light: 0.22},
  {normal: [0, 1, 0], corners: [[0, 1, 0], [1, 1, 0], [1, 1, 1], [0, 1, 1]], light: 0},
  {normal: [1, 0, 0], corners: [[1, 0, 0], [1, 1, 0], [1, 1, 1], [1, 0, 1]], light: -0.26},
];

/** Draws cubes as seen from above at an angle, fitted in a box of `room` units around the middle of the picture. */
export const drawVoxels = (voxels: readonly Voxel[], room = 268): string => {
  const taken = new Set(voxels.map(({x, y, z}) => `${x},${y},${z}`));
  const faces = [...voxels].sort((a, b) => a.x + a.y + a.z - (b.x + b.y + b.z)).flatMap(({x, y, z, colour}) =>
    sides.filter(({normal: [i, j, k]}) => !taken.has(`${x + i},${y + j},${z + k}`))
      .map(({corners, light}) => ({
        fill: light === 0 ? colour : tint(colour, light),
        points: corners.map(([i, j, k]) => onScreen(x + i, y + j, z + k)),
      })));
  const all = faces.flatMap(({points}) => points);
  const left = Math.min(...all.map(([x]) => x));
  const top = Math.min(...all.map(([, y]) => y));
  const width = Math.max(...all.map(([x]) => x)) - left;
  const height = Math.max(...all.map(([, y]) => y)) - top;
  const scale = room / Math.max(width, height);
  const place = ([x, y]: Point): string =>
    `${(200 + (x - left - width / 2) * scale).toFixed(1)} ${(200 + (y - top - height / 2) * scale).toFixed(1)}`;
  return faces.map(({fill, points}) =>
    `<path d="M${points.map(place).join('L')}z" fill="${fill}" stroke="${tint(fill, -0.07)}"/>`).join('');
};
