import {scene} from './frame.js';
import {floors, upright} from './voxel.js';

const gem = [
  '....llll....',
  '...lggggd...',
  '..lgwwggmd..',
  '.lgwgggmmmd.',
  'lgwgggmmmmmd',
  'lgggggmmmmmd',
  'lggggmmmmmmd',
  'lgggmmmmmmsd',
  '.dmmmmmmmsd.',
  '..dmmmmmsd..',
  '...dmmmsd...',
  '....dddd....',
];

const shield = [
  'sssssssss',
  'sbbbbbbbs',
  'sbbbwbbbs',
  'sbbbwbbbs',
  'sbwwwwwbs',
  'sbbbwbbbs',
  'sbbbwbbbs',
  '.sbbbbbs.',
  '..sbbbs..',
  '...sss...',
];

const round = (side: string, middle: string): string[] => [side, ...Array.from({length: 7}, () => middle), side];
const ring = round('.ggggggg.', 'g.......g');
const jewels = ['.gbgrgbg.', 'g.......g', 'b.......b', 'g.......g', 'r.......r', 'g.......g', 'b.......b', 'g.......g',
  '.gbgrgbg.'];
const teeth = ['gg.ggg.gg', 'g.......g', '.........', 'g.......g', 'g.......g', 'g.......g', '.........', 'g.......g',
  'gg.ggg.gg'];
const gap = Array.from({length: 3}, () => '.........');
const points = (char: string): string[] =>
  [`${char}...${char}...${char}`, ...gap, `${char}.......${char}`, ...gap, `${char}...${char}...${char}`];
const emerald = {l: '#a6f3c4', g: '#5fdd93', w: '#e3fff0', m: '#33b871', s: '#27935b', d: '#1c7347'};
const gold = {g: '#f2b134', t: '#ffe08a', r: '#e5484d', b: '#4a8fe7'};

/** Pictures of the ranks. */
export const rankPictures: Record<string, () => string> = {
  'vip': () => scene(upright(gem, emerald, 2), {glow: '#25815a', room: 276}),
  'vip-plus': () => scene(upright(shield, {s: '#d7e3f4', b: '#3b7ddd', w: '#f7fbff'}, 2), {glow: '#2f6fc4'}),
  'legend': () => scene(
    floors([ring, jewels, ring, teeth, points('g'), points('t')], gold), {glow: '#c27a15', room: 280},
  ),
};
