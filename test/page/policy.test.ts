import {expect} from '@open-wc/testing';
import {once} from '../support/dom.js';
import {sandboxWorld} from '../support/sandbox.js';
import type {World} from '../support/sandbox.js';
import {drawn, openPage, ready, scriptTag, soon} from './pages.js';
import type {Page} from './pages.js';

/** As strict as a page can be and still have a shop on it. */
const strict = (world: World): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `connect-src ${new URL(world.apiUrl).origin}`,
    'img-src https: http://127.0.0.1:*',
    "require-trusted-types-for 'script'",
    'trusted-types lit-html',
  ].join('; ');

const tags = [
  'paynow-add-button',
  'paynow-cart',
  'paynow-cart-button',
  'paynow-cart-count',
  'paynow-cart-total',
  'paynow-checkout-button',
];
const elements = `<paynow-add-button product-id="ember-key" open-cart>Add a key</paynow-add-button>
  <paynow-add-button product-id="no-such-thing">Add nothing</paynow-add-button>
  <paynow-cart-button></paynow-cart-button><paynow-cart-count></paynow-cart-count>
  <paynow-cart-total></paynow-cart-total>
  <paynow-checkout-button></paynow-checkout-button><paynow-cart></paynow-cart>`;

/** A picture has come or has been given up. */
const pictured = async (page: Page): Promise<void> => {
  const image = await soon(() => page.find('paynow-cart').shadowRoot?.querySelector('[part~="line-image"]'));
  if (image instanceof page.window.HTMLImageElement) await soon(() => image.complete);
};

const line = (page: Page): HTMLInputElement | null =>
  page.find('paynow-cart').shadowRoot?.querySelector<HTMLInputElement>('[part~="line"] input') ?? null;

const more = (page: Page): HTMLElement =>
  page
    .find('paynow-cart')
    .shadowRoot!.querySelector<HTMLElement>('[part~="line"] [aria-label^="One "][aria-label$=" more"]')!;

/** The whole main job: add, look, change, remove, add again and go to pay. */
const shopThrough = async (page: Page): Promise<string> => {
  const shop = page.shop();
  await ready(shop);
  page.find('paynow-add-button').click();
  await soon(() => line(page)?.value === '1');
  await pictured(page);
  await ready(shop);
  more(page).click();
  await soon(() => line(page)?.value === '2');
  await ready(shop);
  page.part('paynow-cart', 'remove-button').click();
  await soon(() => shop.cart.state.cart?.lines.length === 0);
  await ready(shop);
  page.find('paynow-add-button[product-id="no-such-thing"]').click();
  await soon(() => page.part('paynow-add-button[product-id="no-such-thing"]', 'message').textContent);
  page.find('paynow-add-button').click();
  await soon(() => line(page)?.value === '1');
  await ready(shop);
  const paying = once<CustomEvent<{url: string}>>(page.document, 'paynow-checkout');
  page.document.addEventListener('paynow-checkout', event => event.preventDefault());
  page.part('paynow-cart', 'checkout-button').click();
  return (await paying).detail.url;
};

describe('a page with the strictest policy', function () {
  this.timeout(60_000);

  const scripts: [string, (world: World, settings: Record<string, string>) => string][] = [
    ['the module', (world, settings) => scriptTag(world, settings)],
    ['the classic script', (world, settings) => scriptTag(world, settings, '/dist/paynow.classic.js', 'defer')],
  ];
  for (const [name, tag] of scripts) {
    it(`lets shoppers fill their cart and pay with ${name}, and nothing of it is against the policy`, async () => {
      const world = await sandboxWorld();
      const settings = {'customer-token': await world.token(), lang: 'de'};
      const page = await openPage(tag(world, {...settings, lang: 'en'}) + elements, {policy: strict(world)});
      await drawn(page, ...tags.filter(element => element !== 'paynow-cart'));
      expect(await shopThrough(page)).to.match(/^http:\/\/127\.0\.0\.1/);
      expect(page.problems.filter(problem => !/product-not-found|no-such-thing/.test(problem))).to.deep.equal([]);
    });
  }

  it('is watched: what is against it is seen', async () => {
    const world = await sandboxWorld();
    const page = await openPage('<p style="color: red">Red</p><script>window.isRun = true</script>', {
      policy: strict(world),
      isScripted: false,
    });
    await soon(() => page.problems.length >= 2);
    expect((page.window as {isRun?: boolean}).isRun).to.equal(undefined);
    expect(page.problems.some(problem => problem.includes('script-src'))).to.equal(true);
    expect(page.problems.some(problem => problem.includes('style-src'))).to.equal(true);
  });

  it('fetches a language under it as well', async () => {
    const world = await sandboxWorld();
    const settings = {'customer-token': await world.token(), lang: 'de'};
    const page = await openPage(
      `${scriptTag(world, settings)}<paynow-add-button product-id="ember-key"></paynow-add-button>`,
      {
        policy: strict(world),
      },
    );
    await drawn(page, 'paynow-add-button');
    await soon(() => page.part('paynow-add-button', 'button').innerText.trim() === 'In den Warenkorb');
    expect(page.problems).to.deep.equal([]);
  });

  it('holds for every element that there is', async () => {
    const world = await sandboxWorld();
    const {modules} = (await (await fetch('/custom-elements.json')).json()) as {
      modules: {declarations?: {tagName?: string}[]}[];
    };
    const all = modules
      .flatMap(({declarations = []}) => declarations.flatMap(({tagName}) => tagName ?? []))
      .filter(tag => !tag.endsWith('-dialog'));
    expect(all).to.include.members(tags);
    const body = all
      .map(tag => `<${tag} product-id="legend" mode="inline" tag="featured" layout="detail"></${tag}>`)
      .join('');
    const page = await openPage(scriptTag(world, {'customer-token': await world.token()}) + body, {
      // Where the browser has no sanitizer of its own, descriptions are read with a policy of this name.
      policy: `${strict(world)} dompurify`,
    });
    await drawn(page, ...all);
    await ready(page.shop());
    await soon(() => page.part('paynow-product', 'description').querySelector('strong'), 'the description');
    await drawn(page, ...all);
    expect(page.problems).to.deep.equal([]);
  });
});
