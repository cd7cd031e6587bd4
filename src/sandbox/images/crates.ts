import {scene} from './frame.js';
import {floors, solid, type Palette, upright, type Voxel} from './voxel.js';

const key = [
  '..ggggg..',
  '.ggygggg.',
  'ggy...ggo',
  'gg.....go',
  'gg.....go',
  'gg.....go',
  '.gg...go.',
  '..gggoo..',
  '...ggo...',
  '...ggo...',
  '...gggggo',
  '...ggo.go',
  '...ggo...',
  '...ggggo.',
  '...ggo...',
];
const iceKey = [
  '.w.....w.',
  'wiiiiiiic',
  '.ii...ic.',
  '.i.....c.',
  '.i.....c.',
  '.i.....c.',
  '.ii...ic.',
  'wiiiiiiic',
  '.w.iic.w.',
  '...iic...',
  '...iiiiic',
  '...iic.ic',
  '...iic...',
  '...iiiic.',
  '...iic...',
];
const gold: Palette = {g: '#f7a63c', y: '#ffdf8a', o: '#d9772a'};

const pack = (): Voxel[] => [
  ...upright(key, {g: '#e5633a', y: '#ffb08a', o: '#b8432a'}, 1, {x: 0, y: 0, z: 0}),
  ...upright(key, gold, 1, {x: 5, y: -5, z: 3}),
  ...upright(key, {g: '#ffcf5a', y: '#fff0bd', o: '#dba033'}, 1, {x: 10, y: -10, z: 0}),
];

const spots = [[5, 9, 6], [9, 6, 4], [8, 8, 9], [2, 8, 3], [6, 9, 1], [9, 3, 8], [4, 8, 10], [7, 7, 12]];

const egg = (): Voxel[] => solid([11, 11, 15], (x, y, z) => {
  const wide = [2.6, 3.8, 4.6, 5, 5.3, 5.4, 5.3, 5.1, 4.8, 4.4, 3.9, 3.3, 2.6, 1.8, 0.9][z] ?? 0;
  if (Math.hypot(x - 5, y - 5) > wide) return undefined;
  const near = Math.min(...spots.map(([a = 0, b = 0, c = 0]) => Math.hypot(x - a, y - b, z - c)));
  if (near < 0.9) return '#f08cff';
  if (near < 1.5) return '#b456e0';
  return z % 5 === 2 ? '#4b3078' : '#3f2868';
});

const question = ['.qqq.', 'q...q', '...q.', '..q..', '.....', '..q..'];

const box = (): Voxel[] => solid([9, 9, 9], (x, y, z) => {
  const edges = [x, y, z].filter(at => at === 0 || at === 8).length;
  if (edges >= 2) return '#f0b53c';
  const across = y === 8 ? x : 8 - y;
  const marked = question[7 - z]?.[across - 2] === 'q';
  if ((y === 8 || x === 8) && marked) return '#ffe9a8';
  return z === 8 && (x === 4 || y === 4) ? '#f0b53c' : '#7b45c9';
});

const coin = ['.ggg.', 'ggggg', 'ggggg', 'ggggg', '.ggg.'];
const rim = ['.hhh.', 'hhhhh', 'hhhhh', 'hhhhh', '.hhh.'];
const top = ['.ggg.', 'gelgg', 'glegg', 'ggeeg', '.ggg.'];
const coins: Palette = {g: '#f7c548', h: '#d99a22', e: '#ff7a3d', l: '#ffe9a8'};
const stack = (count: number, x: number, y: number): Voxel[] => floors(
  [...Array.from({length: count * 2 - 1}, (_, z) => (z % 2 === 0 ? coin : rim)), top], coins, {x, y, z: 0},
);

/** Pictures of keys, boxes and coins. */
export const cratePictures: Record<string, () => string> = {
  'ember-key': () => scene(upright(key, gold, 1), {glow: '#b8461d'}),
  'ember-key-bundle': () => scene(pack(), {glow: '#9c3a2e', room: 304}),
  'frost-key': () => scene(upright(iceKey, {i: '#86d0f5', w: '#eefaff', c: '#4a9be0'}, 1), {glow: '#2b7fae'}),
  'dragon-egg': () => scene(egg(), {glow: '#7a3fa8'}),
  'mystery-box': () => scene(box(), {glow: '#5b4bc4', room: 262}),
  'ember-coins': () => scene([...stack(5, 0, 0), ...stack(3, 6, 0), ...stack(2, 0, 6), ...stack(1, 6, 6)],
    {glow: '#a8741a', room: 270}),
};
