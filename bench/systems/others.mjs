// Commerce Layer, minicart and Tebex, each on the page that its own documentation shows.
const times = (count, draw) => Array.from({length: count}, (_, index) => draw(index)).join('');
const part = value => Buffer.from(JSON.stringify(value)).toString('base64url');

const createCommerceLayer = () => {
  const quantities = new Map();
  let isThere = false;
  const token = () => {
    const now = Math.floor(Date.now() / 1000);
    const payload = {organization: {id: 'org', slug: 'bench', enterprise: false}, application: {id: 'app',
      kind: 'sales_channel', public: true}, market: {id: ['1'], price_list_id: 'p', stock_location_ids: ['s'],
      geocoder_id: null, allows_external_prices: false}, test: true, exp: now + 14_400, iat: now, scope: 'market:all',
      iss: 'https://auth.commercelayer.io', rand: 0.5};
    return `${part({alg: 'RS512', typ: 'JWT'})}.${part(payload)}.bench`;
  };
  const sku = code => ({id: `id-${code}`, type: 'skus', attributes: {code, name: code, inventory: {available: true,
    quantity: 100, levels: []}}});
  const order = () => ({data: {id: 'order', type: 'orders', attributes: {status: 'draft', editable: true,
    language_code: 'en', skus_count: quantities.size, total_amount_with_taxes_cents: 499},
    relationships: {line_items: {data: [...quantities.keys()].map(code => ({id: `l-${code}`, type: 'line_items'}))}}},
    included: [...quantities].map(([code, quantity]) => ({id: `l-${code}`, type: 'line_items',
      attributes: {sku_code: code, quantity, item_type: 'skus'}}))});
  const good = json => ({status: 200, json});
  return ({method, url, body}) => {
    const path = url.pathname;
    if (path.endsWith('/oauth/token')) return good({access_token: token(), token_type: 'Bearer', expires_in: 14_400,
      scope: 'market:all', created_at: Math.floor(Date.now() / 1000)});
    if (path.endsWith('/skus')) {
      const [, codes = ''] = [...url.searchParams].find(([name]) => name.includes('code')) ?? [];
      return good({data: codes.split(',').map(sku), meta: {record_count: codes.split(',').length, page_count: 1}});
    }
    const single = /\/skus\/id-(.+)$/.exec(path);
    if (single) return good({data: sku(single[1])});
    if (path.endsWith('/organization')) {
      return good({data: {id: 'org', type: 'organization', attributes: {config: {}}}});
    }
    if (path.endsWith('/line_items')) {
      const {attributes} = JSON.parse(body).data;
      quantities.set(attributes.sku_code, (quantities.get(attributes.sku_code) ?? 0) + attributes.quantity);
      return {status: 201, json: {data: {id: `l-${attributes.sku_code}`, type: 'line_items', attributes}}};
    }
    if (path.includes('/orders')) {
      isThere ||= method === 'POST';
      return isThere ? good(order()) : {status: 404, json: {errors: []}};
    }
    return {status: 404, json: {errors: []}};
  };
};

export const commerceLayer = {
  name: 'Commerce Layer drop-in.js',
  about: 'its cart is a hosted page, which is not counted',
  package: '@commercelayer/drop-in.js',
  hosts: /^https:\/\/(auth|bench)\.commercelayer\.io/,
  createApi: createCommerceLayer,
  head: () => `<link rel="stylesheet" href="/commerce-layer/drop-in.css">
    <script>window.commercelayerConfig = {clientId: 'bench', scope: 'market:all'};</script>
    <script type="module" src="/commerce-layer/drop-in.esm.js"></script>`,
  body: count => `<cl-cart-link><cl-cart-count></cl-cart-count></cl-cart-link>${times(count, index =>
    `<p><cl-add-to-cart code="CODE${index}">Buy product ${index}</cl-add-to-cart></p>`)}`,
  button: `(() => {
    const all = document.getElementsByTagName('cl-add-to-cart');
    return index => all[index]?.hasAttribute('cl-hydrated') && !all[index].hasAttribute('aria-disabled')
      ? all[index] : null;
  })()`,
};

export const minicart = {
  name: 'minicart',
  about: 'for PayPal: no API, no stock, the page itself holds names and prices',
  package: 'minicart',
  head: () => '<script defer src="/minicart/minicart.min.js"></script>',
  body: count => `${times(count, index => `<form method="post" action="https://www.paypal.com/cgi-bin/webscr">
    <input type="hidden" name="cmd" value="_cart"><input type="hidden" name="add" value="1">
    <input type="hidden" name="business" value="bench@bench.invalid">
    <input type="hidden" name="item_name" value="Product ${index}"><input type="hidden" name="amount" value="4.99">
    <input type="submit" name="submit" value="Buy product ${index}"></form>`)}
    <script>addEventListener('DOMContentLoaded', () => {
      paypal.minicart.render();
      window.isRendered = true;
    });</script>`,
  button: `index => window.isRendered ? document.forms[index]?.elements.submit ?? null : null`,
};

export const tebex = {
  name: 'Tebex.js',
  about: 'the way to the checkout only: no products, no cart; a press opens a hosted page, which is not counted',
  package: '@tebexio/tebex.js',
  head: () => '<script defer src="/tebex/tebex.min.js"></script>',
  body: count => times(count, index =>
    `<p><tebex-checkout ident="bench-${index}"><button>Buy product ${index}</button></tebex-checkout></p>`),
  button: `(() => {
    const all = document.getElementsByTagName('tebex-checkout');
    return index => window.customElements.get('tebex-checkout') ? all[index]?.querySelector('button') ?? null : null;
  })()`,
};
