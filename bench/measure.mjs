// One page of one system, opened in a fresh browser context, and what there is to know about it.
import {systems} from './systems/index.mjs';
import {probeFor} from './probe.mjs';

/** Chromium's own preset of that name. */
const slow4G = {offline: false, latency: 562.5, downloadThroughput: 180_000, uploadThroughput: 84_375};

const open = async ({browser, server, id, count, slowdown, network, delay = 0, patience}) => {
  const context = await browser.newContext({viewport: {width: 412, height: 915}});
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  const errors = [];
  page.on('pageerror', error => errors.push(String(error.message).slice(0, 200)));
  if (network) {
    await cdp.send('Network.enable');
    await cdp.send('Network.emulateNetworkConditions', slow4G);
  }
  server.begin(id);
  server.state.delay = 0;
  await page.addInitScript({content: probeFor(count, systems[id].button)});
  if (slowdown > 1) await cdp.send('Emulation.setCPUThrottlingRate', {rate: slowdown});
  try {
    await page.goto(`${server.url}/page/${id}/${count}`, {waitUntil: 'commit'});
    await page.waitForFunction(() => window.probe?.drawn > 0, undefined, {timeout: patience, polling: 100});
  } catch (error) {
    await context.close();
    throw new Error(errors[0] ?? String(error.message).split('\n')[0], {cause: error});
  }
  server.state.delay = delay;
  return {context, page, cdp};
};

const press = async ({page, cdp}) => {
  const {x, y} = await page.evaluate(() => window.probe.aim());
  const at = {x, y, button: 'left', clickCount: 1};
  await cdp.send('Input.dispatchMouseEvent', {...at, type: 'mouseMoved', button: 'none'});
  await cdp.send('Input.dispatchMouseEvent', {...at, type: 'mousePressed'});
  await cdp.send('Input.dispatchMouseEvent', {...at, type: 'mouseReleased'});
};

const requests = log => ({
  requests: log.length,
  files: log.filter(({kind}) => kind === 'file').length,
  api: log.filter(({kind}) => kind === 'api').length,
  preflights: log.filter(({kind}) => kind === 'preflight').length,
});

/** What the kinds of runs find out. Each takes `{browser, server, id, count, slowdown}` and answers numbers. */
export const measures = {
  /** Bytes and requests at rest and after one press, on a machine that is not slowed. */
  weigh: async options => {
    const {server} = options;
    const opened = await open({...options, slowdown: 1});
    await server.quiet(700);
    const rest = {...requests(server.state.log), ...server.bytes()};
    const seenAtRest = server.state.log.length;
    await press(opened);
    await opened.page.waitForFunction(() => window.probe.press.paint > 0);
    await server.quiet(1000);
    const pressed = {...requests(server.state.log), ...server.bytes(), more: server.state.log.length - seenAtRest};
    await opened.context.close();
    // A press that comes to nothing costs nothing either.
    const writes = server.state.log.slice(seenAtRest).filter(({name}) => /^(PUT|POST) /.test(name));
    if (systems[options.id].createApi && !writes.length) throw new Error('the press did not reach the shop');
    return {rest, pressed};
  },
  /** Time until every button can be pressed, with what it cost the page. */
  draw: async options => {
    const opened = await open(options);
    // What follows the drawing belongs to it: reading the products, for instance.
    await options.server.quiet(options.count === 100 ? 600 : 0);
    const {drawn, shift, long} = await opened.page.evaluate(() => window.probe);
    await opened.context.close();
    return {
      drawn,
      shift,
      blocked: long.reduce((sum, [, duration]) => sum + duration - 50, 0),
      longest: Math.max(0, ...long.map(([, duration]) => duration)),
    };
  },
  /** From the event to the next frame, and to the first frame with something new in it, while the API takes 150 ms. */
  press: async options => {
    const opened = await open({...options, delay: 150});
    await options.server.quiet(400);
    await press(opened);
    const {paint, seen} = await opened.page.waitForFunction(
      () => window.probe.press.paint > 0 && window.probe.press.seen > 0 && window.probe.press,
      undefined, {timeout: 20_000}).then(handle => handle.jsonValue());
    await opened.context.close();
    return {paint, seen};
  },
  /** What JavaScript holds in memory once all is at rest. */
  heap: async options => {
    const opened = await open({...options, slowdown: 1});
    await options.server.quiet(500);
    for (let round = 0; round < 3; round++) await opened.cdp.send('HeapProfiler.collectGarbage');
    const {usedSize} = await opened.cdp.send('Runtime.getHeapUsage');
    await opened.context.close();
    return {heap: usedSize};
  },
  /** Time until the first button can be pressed on a slow mobile network. */
  network: async options => {
    const opened = await open({...options, network: true});
    const {drawn} = await opened.page.evaluate(() => window.probe);
    await opened.context.close();
    return {drawn};
  },
};
