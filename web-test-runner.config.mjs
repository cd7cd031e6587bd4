// ENGINES=chromium,firefox,webkit chooses where the suite runs; Chromium alone when nothing is said. LIBRARIES=lean
// runs it with Lit and zod as the scripts for pages hold them, instead of Lit's development build.
import {fileURLToPath} from 'node:url';
import {esbuildPlugin} from '@web/dev-server-esbuild';
import {defaultReporter} from '@web/test-runner';
import {playwrightLauncher} from '@web/test-runner-playwright';
import {ensureBrowser} from './tools/browsers.mjs';
import {pagesPlugin} from './test/page/pages-plugin.mjs';
import {freePort} from './tools/free-port.mjs';
import {leanPlugin, sandboxPlugin, setupPlugin} from './tools/wtr-plugins.mjs';
import {summaryReporter} from './tools/wtr-summary.mjs';
import {webkitLauncher} from './tools/webkit-launcher.mjs';

// `PREFERENCES=1` starts browsers whose owner wants less motion and colours of his own, for the tests of just that: of
// the three only Chromium can be told so while it runs.
const isPreferring = Boolean(process.env.PREFERENCES);

const launchers = {
  chromium: async () =>
    playwrightLauncher({
      product: 'chromium',
      launchOptions: {
        executablePath: await ensureBrowser('chromium'),
        args: ['--no-sandbox', '--disable-dev-shm-usage'],
      },
    }),
  firefox: async () =>
    playwrightLauncher({
      product: 'firefox',
      concurrency: 1,
      launchOptions: {
        // This channel speaks WebDriver BiDi to Firefox as shipped, instead of Playwright's patched build.
        channel: 'moz-firefox',
        executablePath: await ensureBrowser('firefox'),
        firefoxUserPrefs: {
          // Firefox repeats a dropped GET by itself, and a test that drops one would never see it fail.
          'network.http.request.max-attempts': 1,
          ...(isPreferring && {'ui.prefersReducedMotion': 1, 'browser.display.document_color_use': 2}),
        },
      },
    }),
  webkit: async () => webkitLauncher(await ensureBrowser('webkit'), {isStill: isPreferring}),
};

const engines = (process.env.ENGINES ?? 'chromium').split(',').map(name => name.trim());
const unknown = engines.filter(name => !(name in launchers));
if (unknown.length > 0) throw new Error(`ENGINES: ${unknown} is none of ${Object.keys(launchers).join(', ')}.`);

const browsers = await Promise.all(engines.map(name => launchers[name]()));

// What knows nothing of a page: it works on values, or on requests and answers that no network carries. Chromium runs
// it with all the rest; of further engines one is enough to tell what only V8 would let pass: `PAGELESS=1`, in a run of
// its own, as WebKit has one window at a time.
const pageless = [
  'test/sandbox/**/*.test.ts',
  'test/api/{answers,arguments,errors,further-routes,odd-answers,orders,storefront}.test.ts',
  'test/i18n/{explain,words}.test.ts',
  'test/store/{change,sentences}.test.ts',
  'test/elements/{analytics-consent,analytics-early,page-texts}.test.ts',
];
const all = 'test/{support,api,store,i18n,sandbox,elements,page,states}/**/*.test.ts';
const preferences = 'test/states/preferences.test.ts';
const ordinary = [all, `!${preferences}`, ...(browsers.length > 1 ? pageless.map(one => `!${one}`) : [])];
const files = process.env.PAGELESS ? pageless : isPreferring ? [preferences] : ordinary;

const sandbox = sandboxPlugin();
const isLean = process.env.LIBRARIES === 'lean';

export default {
  rootDir: fileURLToPath(new URL('.', import.meta.url)),
  files,
  port: await freePort(),
  browsers,
  // Two pages of Chromium, or one of each of two further engines, whose windows have a focus of their own.
  concurrency: 2,
  concurrentBrowsers: 2,
  // A machine with other work needs a while for a browser's next window.
  browserStartTimeout: 90_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 480_000,
  testFramework: {config: {ui: 'bdd', timeout: 40_000, slow: 2000}},
  nodeResolve: {exportConditions: isLean ? ['browser'] : ['development', 'browser']},
  plugins: [
    setupPlugin(),
    sandbox,
    pagesPlugin(),
    ...(isLean ? [leanPlugin()] : []),
    esbuildPlugin({ts: true, target: 'es2022', tsconfig: fileURLToPath(new URL('tsconfig.json', import.meta.url))}),
  ],
  testRunnerHtml: framework => `<!DOCTYPE html>
    <html lang="en">
      <head><meta charset="utf-8"><meta name="sandbox-url" content="${sandbox.url ?? ''}"></head>
      <body><script type="module" src="${framework}"></script></body>
    </html>`,
  reporters: [defaultReporter({reportTestResults: true, reportTestProgress: false}), summaryReporter()],
};
