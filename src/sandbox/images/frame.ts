import {drawVoxels, tint, type Voxel} from './voxel.js';

/** How a picture is lit: the colour behind the thing, and how much room the thing takes. */
export interface Scene {
  glow: string;
  room?: number;
}

/**
 * A picture of 400 by 400: cubes over a platform in the dusk. All pictures share this frame, so that a shelf of them is
 * calm.
 */
export const scene = (voxels: readonly Voxel[], {glow, room = 288}: Scene): string => {
  const night = tint(glow, -0.72);
  const stars = [[62, 70, 3], [338, 96, 2.5], [306, 44, 2], [88, 146, 2], [352, 208, 2], [44, 232, 2.5]]
    .map(([x, y, r]) => `<rect x="${x}" y="${y}" width="${r}" height="${r}" transform="rotate(45 ${x} ${y})"/>`)
    .join('');
  return '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400">'
    + '<defs><radialGradient id="g" cx=".5" cy=".46" r=".72">'
    + `<stop stop-color="${tint(glow, 0.06)}"/><stop offset=".55" stop-color="${tint(glow, -0.42)}"/>`
    + `<stop offset="1" stop-color="${night}"/></radialGradient></defs>`
    + '<path fill="url(#g)" d="M0 0h400v400H0z"/>'
    + `<g fill="${tint(glow, 0.7)}" opacity=".7">${stars}</g>`
    + `<path d="M200 246 358 325 200 404 42 325z" fill="${tint(glow, -0.6)}" opacity=".55"/>`
    + `<path d="M200 266 318 325 200 384 82 325z" fill="${night}" opacity=".6"/>`
    + `<g stroke-width=".8" stroke-linejoin="round">${drawVoxels(voxels, room)}</g></svg>`;
};
