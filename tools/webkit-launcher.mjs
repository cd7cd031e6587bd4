// Runs the same suite in WebKitGTK as Debian ships it: Xvfb, WebKitWebDriver, MiniBrowser, plain WebDriver over HTTP.
// It answers to the type `playwright` and has the few page methods which the runner's stock commands call.
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {freePort} from './free-port.mjs';

const keys = {
  Enter: '\uE007', Tab: '\uE004', Escape: '\uE00C', Space: ' ', Backspace: '\uE003', Delete: '\uE017',
  ArrowLeft: '\uE012', ArrowUp: '\uE013', ArrowRight: '\uE014', ArrowDown: '\uE015',
  Home: '\uE011', End: '\uE010', PageUp: '\uE00E', PageDown: '\uE00F',
  Shift: '\uE008', Control: '\uE009', Alt: '\uE00A', Meta: '\uE03D',
};
const buttons = {left: 0, middle: 1, right: 2};
const screen = {width: 1600, height: 1200};
const key = (type, name) => ({type, value: keys[name] ?? name});

const webdriver = async (url, method = 'GET', body = undefined) => {
  const response = await fetch(url, {method, body: body && JSON.stringify(body)});
  const {value} = await response.json();
  if (!response.ok) throw new Error(`WebKitWebDriver: ${value.error}: ${value.message}`);
  return value;
};

/** The part of Playwright's Page which `@web/test-runner-commands` uses, spoken to one WebDriver session. */
const createPage = session => {
  const act = actions => webdriver(`${session}/actions`, 'POST', {actions});
  const type = actions => act([{type: 'key', id: 'keyboard', actions}]);
  const point = actions => act([{type: 'pointer', id: 'mouse', parameters: {pointerType: 'mouse'}, actions}]);
  const run = script => webdriver(`${session}/execute/sync`, 'POST', {script, args: []});
  const press = combination => {
    const names = combination === '+' ? ['+'] : combination.split('+');
    return type([...names.map(name => key('keyDown', name)), ...names.reverse().map(name => key('keyUp', name))]);
  };
  const move = (x, y) => ({type: 'pointerMove', x, y, duration: 0});
  const down = (button = 'left') => ({type: 'pointerDown', button: buttons[button]});
  const up = (button = 'left') => ({type: 'pointerUp', button: buttons[button]});
  return {
    url: () => webdriver(`${session}/url`),
    keyboard: {
      press,
      type: text => type([...text].flatMap(name => [key('keyDown', name), key('keyUp', name)])),
      down: name => type([key('keyDown', name)]),
      up: name => type([key('keyUp', name)]),
    },
    mouse: {
      move: (x, y) => point([move(x, y)]),
      click: (x, y, {button} = {}) => point([move(x, y), down(button), up(button)]),
      down: ({button} = {}) => point([down(button)]),
      up: ({button} = {}) => point([up(button)]),
    },
    emulateMedia: async () => {},
    setViewportSize: async ({width, height}) => {
      const place = async (w, h) =>
        // Without a window manager the keyboard goes to the window under the pointer, which rests in the middle.
        webdriver(`${session}/window/rect`, 'POST', {
          width: w, height: h, x: Math.round((screen.width - w) / 2), y: Math.round((screen.height - h) / 2),
        });
      await place(width, height);
      const [innerWidth, innerHeight] = await run('return [innerWidth, innerHeight]');
      if (innerWidth !== width || innerHeight !== height) await place(2 * width - innerWidth, 2 * height - innerHeight);
    },
  };
};

const start = async (command, args, options = {}) => {
  const child = spawn(command, args, {stdio: ['ignore', 'ignore', 'ignore', 'pipe'], ...options});
  await once(child, 'spawn');
  return child;
};

const answers = async url => {
  const patience = Date.now() + 15_000;
  for (;;) {
    try {
      return await webdriver(url);
    } catch (error) {
      if (Date.now() > patience) throw error;
      await new Promise(resolve => setTimeout(resolve, 50));
    }
  }
};

/** A home for settings in which GTK is told to animate nothing, which is what WebKitGTK takes for reduced motion. */
const stillHome = () => {
  const home = mkdtempSync(join(tmpdir(), 'paynow-elements-gtk-'));
  mkdirSync(join(home, 'gtk-3.0'));
  writeFileSync(join(home, 'gtk-3.0/settings.ini'), '[Settings]\ngtk-enable-animations=0\n');
  process.once('exit', () => rmSync(home, {recursive: true, force: true}));
  return home;
};

export const webkitLauncher = ({browser, driver, display}, {isStill = false} = {}) => {
  const pages = new Map();
  const settings = isStill ? {XDG_CONFIG_HOME: stillHome()} : {};
  let machine;
  const boot = async () => {
    const server = await start(display, ['-displayfd', '3', '-screen', '0', `${screen.width}x${screen.height}x24`]);
    const [number] = await once(server.stdio[3], 'data');
    const port = await freePort();
    const env = {
      ...process.env, ...settings, DISPLAY: `:${String(number).trim()}`, WEBKIT_DISABLE_COMPOSITING_MODE: '1',
    };
    const control = await start(driver, [`--port=${port}`, '--host=127.0.0.1'], {env});
    const url = `http://127.0.0.1:${port}`;
    await answers(`${url}/status`);
    const stop = () => [control, server].forEach(child => child.kill());
    process.once('exit', stop);
    return {url, stop};
  };
  const begin = async (driverUrl, id, url) => {
    const base = `${driverUrl}/session`;
    const options = {binary: browser, args: ['--automation', '--full-screen']};
    const {sessionId} = await webdriver(base, 'POST', {
      capabilities: {alwaysMatch: {'webkitgtk:browserOptions': options}},
    });
    const session = `${base}/${sessionId}`;
    const page = createPage(session);
    pages.set(id, {page, session});
    await page.setViewportSize({width: 800, height: 600});
    await webdriver(`${session}/url`, 'POST', {url});
  };
  return {
    name: 'WebKit',
    type: 'playwright',
    concurrency: 1,
    getPage: id => pages.get(id)?.page,
    isActive: id => pages.has(id),
    getBrowserUrl: id => pages.get(id)?.page.url(),
    // On a busy machine the driver may wait for ever for a window that has not come: then all of it starts anew.
    startSession: async (id, url) => {
      for (let times = 3; ; times--) {
        machine ??= boot();
        const {url: base, stop} = await machine;
        let timer;
        const tooLong = new Promise(resolve => { timer = setTimeout(resolve, 20_000); });
        const begun = begin(base, id, url).then(() => true);
        const isThere = await Promise.race([begun, tooLong]).finally(() => clearTimeout(timer));
        if (isThere) return;
        begun.catch(() => {});
        if (times === 1) throw new Error('WebKit does not start.');
        stop();
        machine = undefined;
      }
    },
    stopSession: async id => {
      const {session} = pages.get(id);
      pages.delete(id);
      await webdriver(session, 'DELETE');
      return {};
    },
    startDebugSession: () => Promise.reject(new Error('WebKit has no debug session here.')),
    stop: async () => (await machine)?.stop(),
  };
};
