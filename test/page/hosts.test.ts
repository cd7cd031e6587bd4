import {expect} from '@open-wc/testing';
import {sandboxWorld} from '../support/sandbox.js';
import {hosts, ours} from './hosts.js';
import {differences, lookOf, pressable} from './looks.js';
import type {Look} from './looks.js';
import {drawn, openPage, ready, scriptTag, soon} from './pages.js';
import type {Page} from './pages.js';

const body = `<paynow-add-button id="key" product-id="ember-key">Add a key</paynow-add-button>
  <paynow-add-button id="colour" product-id="name-colour"></paynow-add-button>
  <paynow-add-button id="none" product-id="nowhere">Add nothing</paynow-add-button>
  <paynow-cart-button cart="drawer"></paynow-cart-button>
  <paynow-cart-button cart="drawer" id="labelled">Cart</paynow-cart-button>
  <paynow-cart id="drawer"></paynow-cart>
  <paynow-product product-id="vip"></paynow-product>
  <paynow-product product-id="legend" layout="row"></paynow-product>
  <paynow-product product-id="name-colour" layout="detail"></paynow-product>
  <paynow-nav></paynow-nav>
  <paynow-currency currencies="eur, usd"></paynow-currency>
  <paynow-promo-code></paynow-promo-code>
  <paynow-customer></paynow-customer>
  <paynow-sign-in></paynow-sign-in>
  <paynow-cart mode="inline" id="inline"></paynow-cart>`;

// Size, colour and family of the letters come from the page on purpose, so every page gives the same.
const around = 'display: block; width: 600px; max-width: none; margin: 0; padding: 0; font: 16px sans-serif; ' +
  'color: #111; color-scheme: light; --paynow-font: sans-serif';

/** Does all that a shopper does in a page with this head, and keeps how everything looked meanwhile. */
const visit = async (head: string, classes = '', dir = 'ltr'): Promise<Look[]> => {
  // The visit before has left for the checkout, and this one would be asked what came of it.
  localStorage.clear();
  sessionStorage.clear();
  const world = await sandboxWorld();
  const settings = {'customer-token': await world.token()};
  const page: Page = await openPage(
    `<main class="${classes}" dir="${dir}"><div style="${around}">${body}</div></main>${scriptTag(world, settings)}`,
    {head},
  );
  // A drawer has to come first.
  const press = async (target: Element): Promise<void> =>
    (await soon(() => pressable(target), target.part.value)).click();
  const shop = page.shop();
  const lines = (): Element[] => [...page.find('#drawer').shadowRoot!.querySelectorAll('[part~="line"]')];
  await drawn(page, 'paynow-add-button', 'paynow-cart-button', 'paynow-cart', 'paynow-product', 'paynow-customer');
  await ready(shop);
  await soon(() => page.part('paynow-nav', 'link') && page.part('paynow-customer', 'name'), 'links and name');
  await soon(() => page.find('[layout=detail]').shadowRoot!.querySelector('paynow-options')?.shadowRoot
    ?.querySelector('[part~="control"]'), 'the options');
  await soon(() => page.find('[layout=detail]').shadowRoot!.querySelector('[part~="description"] > *'), 'its words');
  await page.document.fonts.ready;
  const looks = [lookOf(page.document, ...page.document.querySelectorAll('main > div > *'))];

  await press(page.part('#key', 'button'));
  await soon(() => shop.cart.state.cart?.quantity === 1);
  await ready(shop);
  await press(page.part('#none', 'button'));
  await soon(() => page.find('#none').matches(':state(failed)'), 'what is wrong');
  await ready(shop);
  await soon(() => page.part('#inline', 'line') && page.part('#inline', 'notice'), 'line and notice');
  looks.push(lookOf(page.document, page.find('#none'), page.find('#inline'), page.find('#labelled')));

  await press(page.part('paynow-cart-button', 'button'));
  await soon(() => page.part<HTMLDialogElement>('#drawer', 'dialog').open && lines().length === 1, 'the drawer');
  const step = lines()[0]!.querySelectorAll<HTMLButtonElement>('[part~="quantity"] button');
  await press(step[1]!);
  await soon(() => shop.cart.state.cart?.quantity === 2);
  await ready(shop);
  looks.push(lookOf(page.document, page.find('#drawer')));
  await press(page.part('#drawer', 'remove-button'));
  await soon(() => shop.cart.state.cart?.quantity === 0);
  await ready(shop);
  looks.push(lookOf(page.document, page.find('#drawer')));
  await press(page.part('#drawer', 'close-button'));
  await soon(() => !page.find('#drawer').hasAttribute('open'), 'the drawer to close');

  await press(page.part('#colour', 'button'));
  const dialog = await soon(() => page.document.querySelector('paynow-options-dialog'), 'the dialog');
  const options = dialog.shadowRoot!.querySelector('paynow-options')!;
  const choice = await soon(() => options.shadowRoot!.querySelector<HTMLSelectElement>('select'), 'a choice');
  looks.push(lookOf(page.document, dialog));
  choice.selectedIndex = 1;
  choice.dispatchEvent(new Event('change', {bubbles: true}));
  await press(
    await soon(() => dialog.shadowRoot!.querySelector('[part~="button"]:not([aria-disabled=true])'), 'the button'),
  );
  await soon(() => shop.cart.state.cart?.quantity === 1, 'the coloured name');
  await ready(shop);

  const left = new Promise(resolve => {
    page.document.addEventListener('paynow-checkout', event => {
      event.preventDefault();
      resolve(event.detail.url);
    });
  });
  await press(page.part('#inline', 'checkout-button'));
  expect(await left).to.contain('/checkout');
  expect(page.problems.filter(text => !text.includes('nowhere'))).to.deep.equal([]);
  // A frame below another one is out of sight, and slowed down by the browser.
  page.window.frameElement!.remove();
  return looks;
};

describe('the elements in a page with', function () {
  this.timeout(120_000);
  const plain = new Map<string, Promise<Look[]>>();
  const plainly = (head: string, dir: string): Promise<Look[]> => {
    const known = plain.get(head + dir) ?? visit(head, '', dir);
    plain.set(head + dir, known);
    return known;
  };

  const cases = Object.entries(hosts).map(([name, host]) => ({...host, name, dir: 'ltr'}));
  const worst = cases.at(-1)!;

  for (const {name, head, classes, isReady, dir} of [...cases, {...worst, name: `${worst.name}, rtl`, dir: 'rtl'}]) {
    it(`${name} sell, and look as in a page without a style`, async () => {
      const base = isReady ? ours : '';
      const expected = await plainly(base, dir);
      const looks = await visit(head + base, classes, dir);
      expect(looks.map((look, index) => differences(expected[index]!, look))).to.deep.equal(looks.map(() => []));
    });
  }

  it('a rule that makes everything initial sell, whatever they look like', async () => {
    await visit('<style>* { all: initial !important }</style>');
  });
});
