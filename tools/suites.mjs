// The suites by name: which commands they are, and where each leaves its sums.
import {existsSync, readFileSync, readdirSync} from 'node:fs';
import {root} from './sources.mjs';

const bin = name => `${root}node_modules/.bin/${name}`;
const json = file => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined);

const testsIn = (folder, ending) =>
  existsSync(root + folder)
    ? readdirSync(root + folder, {recursive: true})
        .filter(name => name.endsWith(ending))
        .map(name => `${folder}/${name}`)
        .sort()
    : [];

// A build that succeeds proves nothing by itself and is not counted.
const build = {command: ['npm', 'run', '--silent', 'build'], minutes: 2, sums: () => ({})};

const nodeStep = files => ({
  command: [
    process.execPath,
    '--test',
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    '--test-reporter=./tools/node-summary.mjs',
    '--test-reporter-destination=SUMMARY',
    ...files,
  ],
  minutes: 5,
  sums: json,
});

// Without files `node --test` would run every test of the project.
const node = files => (files.length === 0 ? [] : [nodeStep(files)]);

const browser = (engines, minutes, env = {}) => ({
  command: [bin('wtr')],
  env: {ENGINES: engines, ...env},
  minutes,
  sums: json,
});

const failuresIn = ({title, file, specs = [], suites: inner = []}, before = '') => {
  const name = before ? `${before} > ${title}` : file;
  return [
    ...specs.filter(({ok}) => !ok).map(spec => `${name} > ${spec.title}`),
    ...inner.flatMap(suite => failuresIn(suite, name)),
  ];
};

const playwright = {
  command: [bin('playwright'), 'test', '--reporter=list,json', '--pass-with-no-tests'],
  minutes: 12,
  sums: file => {
    const {stats, suites: all = []} = json(file) ?? {};
    return stats && {
      passed: stats.expected,
      failed: stats.unexpected + stats.flaky,
      skipped: stats.skipped,
      failures: all.flatMap(suite => failuresIn(suite)),
    };
  },
};

/** Each suite is a list of steps; a step without `sums` counts as one test. An empty list means: nothing to run. */
export const suites = {
  types: () => [{command: [bin('tsc'), '-p', '.'], minutes: 2}],
  lint: () => [{command: [bin('oxlint')], minutes: 1}],
  project: () => [
    build,
    ...node(testsIn('test/project', '.test.mjs')),
    ...node(testsIn('test/leaks', '.test.mjs')),
  ],
  examples: () => node(testsIn('test/examples', '.test.mjs')),
  browser: () => [build, browser(process.env.ENGINES ?? 'chromium', 12)],
  engines: () => {
    const engines = process.env.ENGINES ?? 'chromium,firefox,webkit';
    const last = engines.split(',').at(-1);
    return [
      build,
      browser(engines, 40),
      ...(last === engines ? [] : [browser(last, 5, {PAGELESS: '1'})]),
      browser(engines, 6, {PREFERENCES: '1'}),
    ];
  },
  demo: () => (testsIn('test/demo', '.spec.ts').length > 0 ? [build, playwright] : []),
  consumers: () => [
    build,
    {command: [process.execPath, 'tools/consumers.mjs'], minutes: 5, sums: () => ({})},
    ...node(testsIn('test/consumers', '.test.mjs')).map(step => ({...step, minutes: 9})),
  ],
  conformance: () => {
    const isHere = process.env.API_DESCRIPTION || existsSync(`${root}../shared/api/storefront-api.json`);
    const tests = testsIn('test/conformance', '.test.mjs');
    if (isHere) return node(tests);
    console.log(
      "PayNow's description of its API is not here, so nothing is compared. It is openapi/json/storefront-api.json in" +
        " the public repository paynow-gg/openapi: npm run conformance -- FILE_OR_URL",
    );
    return node(tests.filter(file => !file.endsWith('description.test.mjs')));
  },
};
