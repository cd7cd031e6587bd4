import {cosmeticPictures} from './cosmetics.js';
import {cratePictures} from './crates.js';
import {kitPictures} from './kits.js';
import {rankPictures} from './ranks.js';
import {rustbornPictures} from './rustborn.js';

/** The sandbox's own pictures by slug, as functions that draw an SVG: nothing is drawn before it is asked for. */
export const pictures: Record<string, () => string> = {
  ...rankPictures, ...cratePictures, ...kitPictures, ...cosmeticPictures, ...rustbornPictures,
};
