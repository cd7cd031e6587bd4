import {sandboxWorld} from '../support/sandbox.js';
import {goodAnswers} from './answers.js';
import {drawn, openPage, scriptTag, soon} from './pages.js';
import type {Page} from './pages.js';

const elements = `<paynow-cart mode="inline"></paynow-cart><paynow-cart-button></paynow-cart-button>
  <paynow-product product-id="legend" layout="detail"></paynow-product><paynow-products tag="crates"></paynow-products>
  <paynow-price product-id="vip"></paynow-price><paynow-add-button product-id="vip"></paynow-add-button>`;
const tags = [
  'paynow-cart',
  'paynow-cart-button',
  'paynow-product',
  'paynow-products',
  'paynow-price',
  'paynow-add-button',
];

type Answers = Awaited<ReturnType<typeof goodAnswers>>;

/** Text that stands for a whole body, or what is to be sent as JSON. */
type Body = string | {json: unknown};

/** A page whose script gets its answers from the test. */
export interface Stage {
  page: Page;
  good: Answers;
  /** Has the page read the cart, or its products, as this. */
  cart(body: Body): Promise<void>;
  products(body: Body): Promise<void>;
}

/** A page whose script gets its answers from the test; nothing goes over the network any more. */
export const stage = async (): Promise<Stage> => {
  const world = await sandboxWorld();
  const token = await world.token();
  const good = await goodAnswers(world, token);
  const page = await openPage(scriptTag(world, {'customer-token': token}) + elements);
  const bodies: Record<'cart' | 'products', Body> = {cart: {json: good.cart}, products: {json: good.products}};
  const textOf = (body: Body): string => (typeof body === 'string' ? body : JSON.stringify(body.json));
  page.window.fetch = async request => {
    const {pathname} = new URL((request as Request).url);
    return new Response(textOf(bodies[pathname.includes('products') ? 'products' : 'cart']));
  };
  await drawn(page, ...tags);
  const shop = page.shop();
  await soon(() => shop.cart.state.status === 'ready');
  let isDear = false;
  return {
    page,
    good,
    cart: async body => {
      bodies.cart = body;
      await shop.cart.refresh().catch(() => {});
      await drawn(page, ...tags);
    },
    products: async body => {
      bodies.products = body;
      isDear = !isDear;
      shop.configure({country: isDear ? 'de' : 'at'});
      await shop.catalog.products().catch(() => {});
      await drawn(page, ...tags);
    },
  };
};

/** How many lines the page's cart has. */
export const lines = ({page}: Stage): number =>
  page.find('paynow-cart').shadowRoot!.querySelectorAll('[part~="line"]').length;
