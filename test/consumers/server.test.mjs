// On a server the elements do nothing: importing them neither throws nor asks nor waits, and markup stays markup.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {existsSync, readdirSync} from 'node:fs';
import {test} from 'node:test';
import {build} from 'esbuild';
import {staticClosure} from '../../tools/closure.mjs';
import {consumers} from '../../tools/consumers.mjs';

const runIn = (app, script, ...flags) =>
  execFileSync(process.execPath, ['--input-type=module', ...flags, '--eval', script], {
    cwd: `${consumers}apps/${app}`,
    encoding: 'utf8',
    timeout: 30_000,
  }).trim();

const silent = 'globalThis.fetch = () => { throw new Error("a request on the server") };';

for (const condition of ['node', 'react-server', 'development', 'worker', 'edge-light']) {
  test(`importing everything under the condition "${condition}" does nothing`, () => {
    const names = runIn(
      'react19',
      `${silent} const all = await import('paynow-elements'); console.log(Object.keys(all).length, typeof window)`,
      `--conditions=${condition}`,
    );
    assert.match(names, /^\d\d undefined$/);
  });
}

const elements = readdirSync(`${consumers}apps/react19/node_modules/paynow-elements/dist/elements`);

test('each element can be imported by itself, and twice', () => {
  const script = elements.map(file => `await import('paynow-elements/elements/${file}');`).join('');
  assert.equal(runIn('react19', `${silent} ${script} await import('paynow-elements'); console.log('done')`), 'done');
});

test('a shop that is configured on the server waits for the browser', () => {
  const script = `${silent}
    const {configure, getShop} = await import('paynow-elements');
    configure({storeId: '411486491630370816'});
    console.log(getShop().id);`;
  assert.equal(runIn('react19', script), '411486491630370816');
});

for (const app of ['react18', 'react19']) {
  test(`${app} writes the elements as markup on the server`, () => {
    const script = `${silent}
      import 'paynow-elements';
      import {createElement} from 'react';
      import {renderToString} from 'react-dom/server';
      const button = createElement('paynow-add-button', {'product-id': 'vip', quantity: 2, disabled: true}, 'Buy');
      console.log(renderToString(button));`;
    const disabled = app === 'react18' ? 'true' : '';
    assert.equal(
      runIn(app, script),
      `<paynow-add-button product-id="vip" quantity="2" disabled="${disabled}">Buy</paynow-add-button>`,
    );
  });
}

test('Vue and Svelte write the elements as markup on the server', () => {
  const vue = `${silent}
    import 'paynow-elements';
    import {createSSRApp, h} from 'vue';
    import {renderToString} from 'vue/server-renderer';
    const app = createSSRApp({render: () => h('paynow-add-button', {'product-id': 'vip'}, 'Buy')});
    console.log(await renderToString(app));`;
  assert.equal(runIn('vue', vue), '<paynow-add-button product-id="vip">Buy</paynow-add-button>');
  const svelte = `${silent}
    import 'paynow-elements';
    import {compile} from 'svelte/compiler';
    import {writeFileSync} from 'node:fs';
    const source = '<paynow-add-button product-id="vip">Buy</paynow-add-button>';
    writeFileSync('node_modules/server.mjs', compile(source, {generate: 'server', name: 'App'}).js.code);
    const {default: App} = await import(process.cwd() + '/node_modules/server.mjs');
    const {render} = await import('svelte/server');
    console.log(render(App).body.replaceAll(/<!--.*?-->/g, ''));`;
  assert.equal(runIn('svelte', svelte), '<paynow-add-button product-id="vip">Buy</paynow-add-button>');
});

const bundle = async contents => {
  const resolveDir = `${consumers}apps/plain`;
  const {outputFiles, metafile} = await build({
    stdin: {contents, resolveDir}, bundle: true, write: false, format: 'esm', splitting: true, minify: true,
    metafile: true, outdir: 'out', logLevel: 'error',
  });
  const entry = Object.keys(metafile.outputs).find(name => metafile.outputs[name].entryPoint === '<stdin>');
  // What is fetched only when it is used is no part of what a page loads.
  const loaded = staticClosure(metafile, entry);
  return outputFiles.filter(({path}) => loaded.some(name => path.endsWith(`/${name}`))).map(({text}) => text).join('');
};

const tags = elements.map(file => `paynow-${file.replace('.js', '')}`);
const defined = text => tags.filter(tag => text.includes(`("${tag}",`));

test('importing one element bundles it, and no other element', async () => {
  assert.deepEqual(defined(await bundle("import 'paynow-elements/elements/cart-count.js';")), [
    'paynow-cart-count',
  ]);
  const text = await bundle("import 'paynow-elements/elements/price.js';");
  assert.deepEqual(defined(text), ['paynow-price']);
  assert.deepEqual(defined(await bundle("import {configure} from 'paynow-elements/shop'; configure({})")), []);
});

test('a bundler keeps every element that is imported for its effect', async () => {
  for (const tag of tags) {
    const text = await bundle(`import 'paynow-elements/elements/${tag.replace('paynow-', '')}.js';`);
    assert.ok(defined(text).includes(tag), tag);
  }
});

test('the modules that only hold types leave nothing in a bundle', async () => {
  const names = ['react', 'preact', 'solid', 'vue', 'svelte'];
  const text = await bundle(names.map(name => `import 'paynow-elements/${name}';`).join(''));
  assert.equal(text.trim(), '');
  assert.ok(existsSync(`${consumers}apps/plain/node_modules/paynow-elements/dist/frameworks/elements.d.ts`));
});
