import {chromium} from '@playwright/test';
import {ensureBrowser} from '../browsers.mjs';

/** In the page: what was, what is, and each pixel that differs in red. */
const draw = async ([before, after]) => {
  const [old, now] = await Promise.all([before, after].map(async data => {
    const image = new Image();
    image.src = `data:image/png;base64,${data}`;
    await image.decode();
    return image;
  }));
  const width = Math.max(old.width, now.width);
  const height = Math.max(old.height, now.height);
  const canvas = Object.assign(document.createElement('canvas'), {width: width * 3, height});
  const context = canvas.getContext('2d');
  context.drawImage(old, 0, 0);
  context.drawImage(now, width, 0);
  const [one, other] = [0, width].map(x => context.getImageData(x, 0, width, height).data);
  const marked = context.createImageData(width, height);
  let count = 0;
  for (let at = 0; at < one.length; at += 4) {
    const isSame = [0, 1, 2, 3].every(part => one[at + part] === other[at + part]);
    if (!isSame) count++;
    marked.data.set(isSame ? [240, 240, 240, 255] : [220, 0, 0, 255], at);
  }
  context.putImageData(marked, width * 2, 0);
  return {count, png: canvas.toDataURL().split(',')[1]};
};

/** Hands `use` a function that compares two PNGs: how many pixels differ, and a picture that shows which. */
export const withComparer = async use => {
  const browser = await chromium.launch({executablePath: await ensureBrowser('chromium'), args: ['--no-sandbox']});
  try {
    const page = await browser.newPage();
    await use(async (before, after) => {
      const {count, png} = await page.evaluate(draw, [before, after].map(data => data.toString('base64')));
      return {count, png: Buffer.from(png, 'base64')};
    });
  } finally {
    await browser.close();
  }
};
