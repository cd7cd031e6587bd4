import {scene} from './frame.js';
import {solid, upright, type Voxel} from './voxel.js';

const star = [
  '.....s.....',
  '.....s.....',
  '....sls....',
  '....sls....',
  'ssssslsssss',
  '.sslllllss.',
  '..sslllss..',
  '..sslllss..',
  '.sslssslss.',
  '.sss...sss.',
  'ss.......ss',
];

const sign = [
  '...yyyyyyy...',
  '..yyyyyyyyy..',
  '.yyyyyyyyyyy.',
  'yykyyyykyyyyy',
  'yykkyyykkyyyy',
  'yykkkyykkkyyy',
  'yykkkkykkkkyy',
  'yykkkyykkkyyy',
  'yykkyyykkyyyy',
  'yykyyyykyyyyy',
  '.yyyyyyyyyyy.',
  '..yyyyyyyyy..',
  '...yyyyyyy...',
];

const backpack = (): Voxel[] => [
  ...solid([9, 5, 10], (x, _y, z) => {
    if (z === 9 && (x === 0 || x === 8)) return undefined;
    if (x === 2 || x === 6) return '#4a3b2a';
    return z > 6 ? '#93a35c' : '#7f8f4c';
  }),
  ...solid([7, 2, 5], (x, _y, z) => (z === 4 ? '#a5b56c' : x === 3 && z > 1 ? '#f0c95a' : '#8c9c56'))
    .map(voxel => ({...voxel, x: voxel.x + 1, y: voxel.y + 5})),
  ...solid([11, 4, 4], (x, y, z) => {
    if ((y === 0 || y === 3) && (z === 0 || z === 3)) return undefined;
    return x === 3 || x === 7 ? '#4a3b2a' : x === 0 || x === 10 ? '#e08a5a' : '#c9633c';
  }).map(voxel => ({...voxel, x: voxel.x - 1, y: voxel.y + 1, z: voxel.z + 10})),
];

const drop = (): Voxel[] => [
  ...solid([6, 6, 5], (x, y, z) => {
    const edges = [x === 0 || x === 5, y === 0 || y === 5, z === 0 || z === 4].filter(Boolean).length;
    return edges >= 2 ? '#8a4a2b' : (x + y + z) % 3 === 0 ? '#c98a4b' : '#b87a40';
  }).map(voxel => ({...voxel, x: voxel.x + 3, y: voxel.y + 3})),
  ...[5, 6, 7, 8].flatMap(z => [[3, 3], [8, 3], [3, 8], [8, 8]].map(([x = 0, y = 0]) => ({
    x: x + (x > 5 ? (z - 5) / 2 : (5 - z) / 2), y: y + (y > 5 ? (z - 5) / 2 : (5 - z) / 2), z, colour: '#d8d2c4',
  }))),
  ...solid([12, 12, 5], (x, y, z) => {
    const far = Math.hypot(x - 5.5, y - 5.5);
    if (far > ([6.2, 6, 5.2, 3.9, 2][z] ?? 0) || (z < 1 && far < 4.6)) return undefined;
    return Math.floor((Math.atan2(y - 5.5, x - 5.5) / Math.PI + 1) * 4) % 2 === 0 ? '#e4573d' : '#f4ecdf';
  }).map(voxel => ({...voxel, z: voxel.z + 9})),
];

const furnace = (): Voxel[] => solid([9, 9, 10], (x, y, z) => {
  if (z === 9) return x > 2 && x < 6 && y > 2 && y < 6 ? '#4a4340' : undefined;
  if (y === 8 && x > 1 && x < 7 && z > 0 && z < 5) {
    return z === 1 ? '#fff0a8' : z === 2 ? '#ffc63f' : (x + z) % 2 === 0 ? '#ff8a2b' : '#c9461f';
  }
  if (x === 0 || x === 8 || z === 8 || z === 0) return (x + y + z) % 4 === 0 ? '#8d8177' : '#7b7068';
  if (y === 8 && z === 6) return x % 2 === 0 ? '#f2c230' : '#2c2724';
  return (x * 3 + z * 5 + y) % 4 === 0 ? '#a08e80' : '#92806f';
});

const flame = [
  '....r....',
  '....rr...',
  '...rrr.r.',
  '.r.rror.r',
  '.rrroorr.',
  'rrroooorr',
  'rrooyyoor',
  'rroyywyor',
  '.royywwor',
  '..roywor.',
  '...rrrr..',
];
const gear = [
  '.....ggg.....',
  '.ggg.ggg.ggg.',
  '.ggggggggggg.',
  '.ggggggggggg.',
  '..ggg...ggg..',
  'gggg.....gggg',
  'gggg.....gggg',
  'gggg.....gggg',
  '..ggg...ggg..',
  '.ggggggggggg.',
  '.ggggggggggg.',
  '.ggg.ggg.ggg.',
  '.....ggg.....',
];

/** Pictures of Rustborn's products, and the logos of both stores. */
export const rustbornPictures: Record<string, () => string> = {
  'rust-vip': () => scene(upright(star, {s: '#c0452a', l: '#f0a35e'}, 2), {glow: '#6b5a4c'}),
  'queue-skip': () => scene(upright(sign, {y: '#f2c230', k: '#332c25'}, 2), {glow: '#56616e'}),
  'raider-kit': () => scene(backpack(), {glow: '#8a6a3c'}),
  'supply-drop': () => scene(drop(), {glow: '#4c7f93', room: 300}),
  'furnace-skin': () => scene(furnace(), {glow: '#7d4631', room: 272}),
  'emberfall': () => scene(
    upright(flame, {r: '#e2432a', o: '#ff8a2f', y: '#ffcf4a', w: '#fff3c4'}, 2), {glow: '#8c2f39'},
  ),
  'rustborn': () => scene(upright(gear, {g: '#d0693c'}, 1), {glow: '#4b5058'}),
};
