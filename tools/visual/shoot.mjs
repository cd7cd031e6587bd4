// Takes the pictures: every state of every element, in four ways of looking at it.
import {chromium} from '@playwright/test';
import {startStates} from '../../test/states/serve.mjs';
import {ensureBrowser} from '../browsers.mjs';

/** Four views in which each pair of light or dark, left or right, desktop or phone occurs. */
export const views = {
  'desktop-light-ltr': {width: 900, theme: 'light', dir: 'ltr'},
  'desktop-dark-rtl': {width: 900, theme: 'dark', dir: 'rtl'},
  'phone-light-rtl': {width: 360, theme: 'light', dir: 'rtl'},
  'phone-dark-ltr': {width: 360, theme: 'dark', dir: 'ltr'},
};

// The afternoon of a day that is always the same: sales end in so many days, and orders were made on a date.
const shiftClock = by => {
  const Real = Date;
  globalThis.Date = class extends Real {
    constructor(...values) {
      super(...(values.length > 0 ? values : [Real.now() + by]));
    }

    static now() {
      return Real.now() + by;
    }
  };
};

/** In the page: waits for all that is drawn late, and says what of the page is to be seen. */
const settle = async () => {
  const all = root => [...root.querySelectorAll('*')].flatMap(element =>
    [element, ...(element.shadowRoot ? all(element.shadowRoot) : [])]);
  const frame = () => new Promise(requestAnimationFrame);
  // Where elements are without what turns them: a spinner of a page that heeds no wish for stillness never rests.
  const place = ({offsetTop, offsetLeft, offsetWidth, offsetHeight}) =>
    [offsetTop, offsetLeft, offsetWidth, offsetHeight];
  const look = () => JSON.stringify([document.body.innerHTML,
    ...all(document).map(element => [element.shadowRoot?.innerHTML, place(element)])]);
  const pictures = all(document).filter(element => element.localName === 'img');
  for (const picture of pictures) picture.loading = 'eager';
  await Promise.all(pictures.map(picture => picture.decode().catch(() => {})));
  await document.fonts.ready;
  // Some elements draw once more after what they contain, or when a sentence is there that they have asked for.
  for (let last = '', same = 0, looks = 0; same < 4; await frame()) {
    if (++looks > 600) throw new Error('It does not come to rest.');
    const now = look();
    same = now === last ? same + 1 : 0;
    last = now;
  }
  const isDialog = all(document).some(element => element.matches('dialog[open]'));
  const height = isDialog ? innerHeight : document.querySelector('main').getBoundingClientRect().bottom + scrollY + 16;
  return {x: 0, y: 0, width: innerWidth, height: Math.min(Math.ceil(height), 1600)};
};

const plain = 'main > :is(h1, h2) { display: none } body { margin: 16px } ::-webkit-scrollbar { display: none }';

// The edge of a rounded corner is another by one shade in 255 where only a part of a tile is drawn anew over what it
// held before, or several threads draw; and a graphics card would make the picture that of its driver.
const sameEdges = ['--disable-partial-raster', '--num-raster-threads=1', '--disable-gpu'];

const launch = async () => chromium.launch({
  executablePath: await ensureBrowser('chromium'),
  args: [
    '--no-sandbox', '--disable-dev-shm-usage', '--font-render-hinting=none', '--disable-lcd-text',
    '--force-color-profile=srgb', ...sameEdges,
  ],
});

/** The version of the browser that draws. */
export const browserVersion = async () => {
  const browser = await launch();
  const version = browser.version();
  await browser.close();
  return version;
};

// What stands for a failure in the log of the server is shown to shoppers, and another one each time.
const sameReferences = () => {
  const random = crypto.getRandomValues.bind(crypto);
  crypto.getRandomValues = bytes => (bytes.length === 16 ? bytes.fill(0xa5) : random(bytes));
};

// In a sheet that grows when a sentence comes, two lines of letters stand on one pixel or on the next one, in the same
// layout: it depends on whether the browser has drawn a frame before. They are compared in wide windows only.
const isUnsteady = (name, width) => width < 600 && /^(options|sign-in)-dialog-wrong$/.test(name);

/** Calls `take({view, of, name}, png)` for each picture; `wanted` chooses among the names of states. */
export const shoot = async (wanted, take) => {
  const shift = Date.parse('2030-03-06T12:00:00Z') - Date.now();
  shiftClock(shift);
  sameReferences();
  const server = await startStates();
  const browser = await launch();
  const failures = [];
  const shootView = async view => {
    const {width, theme, dir} = views[view];
    const context = await browser.newContext({
      viewport: {width, height: 640}, colorScheme: theme, reducedMotion: 'reduce', locale: 'en', timezoneId: 'UTC',
      hasTouch: width < 600, isMobile: width < 600, permissions: ['local-network-access'],
    });
    const page = await context.newPage();
    await page.addInitScript(shiftClock, shift);
    await page.goto(server.url);
    await page.waitForFunction(() => 'showState' in globalThis);
    await page.addStyleTag({content: plain});
    for (const {name, of} of await page.evaluate(() => globalThis.listStates())) {
      if (!wanted(name) || isUnsteady(name, width)) continue;
      try {
        await page.evaluate(([state, options]) => globalThis.showState(state, options), [name, {theme, dir}]);
        let clip = await page.evaluate(settle);
        // A picture of more than the window would be taken as if by a device without touch.
        const isTall = clip.height > 640;
        if (isTall) {
          await page.setViewportSize({width, height: clip.height});
          clip = {...await page.evaluate(settle), height: clip.height};
        }
        await take({view, of, name}, await page.screenshot({clip, animations: 'disabled', caret: 'hide'}));
        if (isTall) await page.setViewportSize({width, height: 640});
      } catch (error) {
        failures.push(`${name}, ${view}: ${error.message.split('\n')[0]}`);
      }
    }
    await context.close();
  };
  try {
    // Two at once: while one page waits for what it has asked for, the other one draws.
    const left = Object.keys(views);
    const shootNext = async () => {
      for (let view = left.shift(); view; view = left.shift()) await shootView(view);
    };
    await Promise.all([shootNext(), shootNext()]);
    return {failures};
  } finally {
    await browser.close();
    await server.close();
  }
};
