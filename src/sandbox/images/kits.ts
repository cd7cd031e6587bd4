import {scene} from './frame.js';
import {floors, solid, upright, type Voxel} from './voxel.js';

const chest = (): Voxel[] => [
  ...solid([11, 8, 9], (x, y, z) => {
    if (z === 5) return '#3a2417';
    const corner = (x === 0 || x === 10 ? 1 : 0) + (y === 0 || y === 7 ? 1 : 0) + (z === 0 || z === 8 ? 1 : 0);
    if (corner >= 2) return '#d9a441';
    return (z * 3 + Math.floor((x + y) / 3)) % 4 === 0 ? '#9a6234' : '#8a5529';
  }),
  ...solid([3, 1, 3], () => '#f1d37a').map(voxel => ({...voxel, x: voxel.x + 4, y: 8, z: voxel.z + 4})),
];

const island = (): Voxel[] => [
  ...solid([9, 9, 9], (x, y, z) => {
    const wide = [0.6, 1.2, 1.9, 2.5, 3.1, 3.7, 4.2, 4.5, 4.5][z] ?? 0;
    if (Math.hypot(x - 4, y - 4) > wide) return undefined;
    if (z === 8) return (x * 5 + y * 3) % 7 === 0 ? '#8bd45c' : '#6cc04a';
    return z > 5 ? '#8a5a36' : (x + y * 2 + z) % 4 === 0 ? '#959daa' : '#7b8390';
  }),
  ...[9, 10, 11].map(z => ({x: 3, y: 3, z, colour: '#7a4a26'})),
  ...solid([5, 5, 4], (x, y, z) => {
    if (Math.hypot(x - 2, y - 2, (z - 1) * 1.1) > 2.5) return undefined;
    return (x + y + z) % 3 === 0 ? '#57b04a' : '#3f9440';
  }).map(voxel => ({...voxel, x: voxel.x + 1, y: voxel.y + 1, z: voxel.z + 11})),
];

const flag = ['prrrrr', 'prrwrr', 'prwwwr', 'prrwrr', 'prrrrr', 'p.....', 'p.....', 'p.....', 'p.....'];
const plot = (): Voxel[] => [
  ...solid([11, 11, 2], (x, y, z) => (z === 0 ? '#8a5a36' : (x * 3 + y * 7) % 5 === 0 ? '#8bd45c' : '#6cc04a')),
  ...solid([11, 11, 3], (x, y, z) => {
    const onEdge = x === 0 || y === 0 || x === 10 || y === 10;
    if (!onEdge || (y === 10 && x > 3 && x < 7)) return undefined;
    return z === 1 || (x % 2 === 0 && y % 2 === 0) ? '#b98348' : undefined;
  }).map(voxel => ({...voxel, z: voxel.z + 2})),
  ...upright(flag, {p: '#e8dcc8', r: '#e5484d', w: '#fff4e0'}, 1, {x: 4, y: 5, z: 2}),
];

const bolt = [
  '....yyyy',
  '...yyyy.',
  '..yyyy..',
  '.yyyyyyo',
  'yyyyyyo.',
  '...yyo..',
  '..yyo...',
  '..yo....',
  '.yo.....',
  '.o......',
];

const lantern = (): Voxel[] => [
  ...floors([
    ['sssssss', 'sssssss', 'sssssss', 'sssssss', 'sssssss', 'sssssss', 'sssssss'],
    ...Array.from({length: 6}, (_, z) => ['s.....s', ...Array.from({length: 5}, () => '.fffff.'), 's.....s']
      .map(row => row.replaceAll('f', z > 0 && z < 4 ? 'w' : 'f'))),
    ['sssssss', 'sssssss', 'sssssss', 'sssssss', 'sssssss', 'sssssss', 'sssssss'],
    ['.......', '.sssss.', '.sssss.', '.sssss.', '.sssss.', '.sssss.', '.......'],
  ], {s: '#4a4f63', f: '#ff9d3c', w: '#ffd76a'}),
  ...upright(['.gg.', 'g..g'], {g: '#8b92a8'}, 1, {x: 1.5, y: 3, z: 9}),
];

const pick = [
  '..ttttt..',
  '.tttttttt',
  'tt...hhtt',
  '....hh.tt',
  '...hh..tt',
  '..hh...t.',
  '.hh......',
  'hh.......',
  'h........',
];

/** Pictures of kits, land and tools. */
export const kitPictures: Record<string, () => string> = {
  'starter-kit': () => scene(chest(), {glow: '#8c5a2b'}),
  'island-expansion': () => scene(island(), {glow: '#3585b5', room: 284}),
  'land-claim': () => scene(plot(), {glow: '#4e8f3a', room: 276}),
  'server-boost': () => scene(upright(bolt, {y: '#ffd23f', o: '#ff9f1c'}, 2), {glow: '#7a5cc9'}),
  'founders-pack': () => scene(lantern(), {glow: '#b5651d'}),
  'builders-relic': () => scene(upright(pick, {t: '#3fd0c9', h: '#9a6a3c'}, 1), {glow: '#1f7f8a'}),
};
