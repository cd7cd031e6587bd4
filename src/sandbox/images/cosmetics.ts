import {scene} from './frame.js';
import {solid, upright, type Voxel} from './voxel.js';

const bands = ['#e5484d', '#f59f3a', '#ffd84d', '#4fc46a', '#3f8efc', '#8e5cf0'];

const rainbow = (): Voxel[] => [
  ...solid([19, 3, 10], (x, _y, z) => {
    const band = Math.floor(9.6 - Math.hypot(x - 9, z));
    return bands[band];
  }),
  ...[0, 14].flatMap(from => solid([5, 3, 2], (x, y, z) => ((x === 0 || x === 4) && z === 1 && y !== 1 ? undefined
    : '#f4f7ff')).map(voxel => ({...voxel, x: voxel.x + from, y: voxel.y + 2, z: voxel.z}))),
];

const bubble = [
  '.wwwwwwwwwww.',
  'wwwwwwwwwwwww',
  'wwbbwwwwwbbww',
  'wwbwwwwwwwbww',
  'wwbwowowowbww',
  'wwbwwwwwwwbww',
  'wwbbwwwwwbbww',
  'wwwwwwwwwwwww',
  '.wwwwwwwwwww.',
  '..www........',
  '..ww.........',
  '..w..........',
];

const block = (
  size: [number, number, number], at: [number, number, number], colour: string,
): Voxel[] => solid(size, () => colour).map(({x, y, z}) => ({x: x + at[0], y: y + at[1], z: z + at[2], colour}));

const painted = (voxels: Voxel[], spots: Record<string, string>): Voxel[] => {
  const places = new Map(voxels.map(voxel => [`${voxel.x},${voxel.y},${voxel.z}`, voxel]));
  for (const [place, colour] of Object.entries(spots)) {
    const [x = 0, y = 0, z = 0] = place.split(',').map(Number);
    places.set(place, {x, y, z, colour});
  }
  return [...places.values()];
};

const fox = (): Voxel[] => {
  const coat = '#ee7d32';
  const dark = '#4a2d22';
  return painted([
    ...block([2, 2, 3], [1, 5, 0], dark), ...block([2, 2, 3], [5, 5, 0], dark),
    ...block([2, 2, 3], [1, 0, 0], dark), ...block([2, 2, 3], [5, 0, 0], dark),
    ...block([6, 9, 4], [1, -1, 3], coat),
    ...block([8, 6, 6], [0, 7, 4], coat),
    ...block([4, 3, 3], [2, 13, 4], '#fff3e3'),
    ...block([2, 1, 2], [0, 8, 10], dark), ...block([2, 1, 2], [6, 8, 10], dark),
    ...block([3, 5, 3], [2, -6, 4], coat), ...block([3, 2, 3], [2, -8, 4], '#fff3e3'),
  ], {
    '1,12,7': '#22150f', '1,12,8': '#22150f', '6,12,7': '#22150f', '6,12,8': '#22150f',
    '3,15,6': '#22150f', '4,15,6': '#22150f',
    '0,12,4': '#fff3e3', '1,12,4': '#fff3e3', '6,12,4': '#fff3e3', '7,12,4': '#fff3e3', '0,12,5': '#fff3e3',
    '7,12,5': '#fff3e3', '7,11,4': '#fff3e3', '7,11,5': '#fff3e3',
  });
};

const wing = [
  '.........rr.',
  '.......rrror',
  '.....rroooor',
  '...rroooyoor',
  '..rooyyyoor.',
  '.rooyyyooror',
  'rooyyyoooor.',
  'royyyooror..',
  'oyyyoooor...',
  'oyyooror....',
  'oyooor......',
  'rooror......',
  '.rrr........',
];

/** Two wings that meet at the back and open towards the viewer, one along each axis. */
const wings = (): Voxel[] => {
  const right = upright(wing, {r: '#d8332b', o: '#ff7a2f', y: '#ffcb4f'})
    .map(voxel => ({...voxel, z: voxel.z + Math.round(voxel.x * 0.75)}));
  const left = right.map(({x, y, z, colour}) => ({x: y, y: x, z, colour}));
  return [...right, ...left, ...block([2, 2, 8], [0, 0, 0], '#ffe9a0')];
};

/** Pictures of what only looks good. */
export const cosmeticPictures: Record<string, () => string> = {
  'name-colour': () => scene(rainbow(), {glow: '#4a64b8', room: 286}),
  'chat-prefix': () => scene(upright(bubble, {w: '#f5f7fb', b: '#e0507a', o: '#3c4a63'}, 2), {glow: '#a8375f'}),
  'pet-fox': () => scene(fox(), {glow: '#3f8f7a', room: 280}),
  'phoenix-wings': () => scene(wings(), {glow: '#8f2430', room: 280}),
};
