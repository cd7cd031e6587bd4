// A PayNow with 500 products that answers at once: what is measured is the page and not the server.
const store = '411486491630370816';
const idOf = index => String(411486491630371000n + BigInt(index));

const product = index => ({
  id: idOf(index),
  slug: `product-${index}`,
  name: `Product ${index}`,
  description: `<p>Words about product ${index}.</p>`,
  label: null,
  image_url: null,
  hidden: false,
  sort_order: index,
  price: 499 + index,
  currency: 'usd',
  pricing: {price_original: 499 + index, price_final: 499 + index, vat_rate: null, active_sale: null},
  stock: {available_to_purchase: true, customer_available: null},
  trial: {enabled: false, eligible: false, period_value: 0, period_scale: 'day'},
  allow_one_time_purchase: true,
  allow_subscription: false,
  subscription_interval_value: 0,
  subscription_interval_scale: 'month',
  is_gifting_disabled: false,
  is_coupons_disabled: false,
  is_gift_cards_disabled: false,
  single_game_server_only: false,
  gameservers: [],
  custom_variables: [],
  tags: [],
  metadata: {},
});

const products = Array.from({length: 500}, (_, index) => product(index));

const line = ({id, name, slug, price, pricing}, quantity) => ({
  line_key: id, product_id: id, name, slug, image_url: null, price, pricing, quantity, subscription: false,
  trial: false, selected_gameserver_id: null, selected_gameserver: null, custom_variables: [],
  gift_to_customer_id: null, gift_to_customer: null,
});

/** A fresh shop: `(method, url) => {status, json?}`. */
export const createPaynow = () => {
  const cart = new Map();
  const routes = {
    'GET /v1/store/products': () => products,
    'GET /v1/store/cart': () => {
      const lines = [...cart].map(([id, quantity]) => line(products.find(one => one.id === id), quantity));
      const total = lines.reduce((sum, {price, quantity}) => sum + price * quantity, 0);
      return {store_id: store, customer_id: '1', lines, total, currency: 'usd'};
    },
    'PUT /v1/store/cart/lines': ({searchParams}) => {
      const id = searchParams.get('product_id');
      const before = searchParams.get('increment') ? cart.get(id) ?? 0 : 0;
      cart.set(id, before + Number(searchParams.get('quantity') ?? 1));
    },
  };
  return ({method, url}) => {
    const single = method === 'GET' && /^\/v1\/store\/products\/(.+)$/.exec(url.pathname);
    if (single) return {status: 200, json: products.find(({id, slug}) => [id, slug].includes(single[1]))};
    const json = routes[`${method} ${url.pathname}`]?.(url);
    return json ? {status: 200, json} : {status: method === 'PUT' ? 204 : 404};
  };
};

/** The settings of a script tag for it. */
export const settings = api =>
  `data-store-id="${store}" data-api-url="${api}" data-customer-token="bench-customer"`;

export {idOf};
