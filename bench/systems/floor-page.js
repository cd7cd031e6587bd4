// The same job written by hand, with nothing between it and the browser: what any library costs is measured from here.
// One file, no reuse, no error texts, no languages, no second shop, no other tab: the least that sells.
const script = document.currentScript;
const {storeId, apiUrl, customerToken} = script.dataset;

const send = async (method, path) => {
  const response = await fetch(apiUrl + path, {
    method,
    credentials: 'omit',
    headers: {accept: 'application/json', authorization: `Customer ${customerToken}`, 'x-paynow-store-id': storeId},
  });
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status}`);
  return response.status === 204 ? null : response.json();
};

const shop = new EventTarget();
let cart = null;
const readCart = async () => {
  cart = await send('GET', '/v1/store/cart');
  shop.dispatchEvent(new Event('cart'));
};
const putLine = async query => {
  await send('PUT', `/v1/store/cart/lines?${new URLSearchParams(query)}`);
  await readCart();
};
const money = (amount, currency) => {
  const format = new Intl.NumberFormat('en', {style: 'currency', currency});
  return format.format(amount / 10 ** format.resolvedOptions().maximumFractionDigits);
};

// All that is asked for in one turn is one request.
let wanted = new Map();
const product = id => {
  if (!wanted.size) setTimeout(loadProducts);
  return new Promise((resolve, reject) => {
    wanted.set(id, [...(wanted.get(id) ?? []), {resolve, reject}]);
  });
};
const loadProducts = async () => {
  const asked = wanted;
  wanted = new Map();
  try {
    const list = asked.size > 1
      ? await send('GET', '/v1/store/products')
      : [await send('GET', `/v1/store/products/${[...asked.keys()][0]}`)];
    for (const found of list) asked.get(found.id)?.forEach(({resolve}) => resolve(found));
  } catch (error) {
    for (const waiting of asked.values()) waiting.forEach(({reject}) => reject(error));
  }
};

const sheet = text => {
  const made = new CSSStyleSheet();
  made.replaceSync(text);
  return made;
};
const button = sheet(`
  :host { display: inline-flex; flex-direction: column; max-width: 100%; font-family: inherit; }
  [hidden] { display: none; }
  button { position: relative; width: 100%; min-height: 2.75rem; padding: .5em 1.25em; border: 0; border-radius: .5rem;
    background: #2b5ce6; color: #fff; font: inherit; font-weight: 600; cursor: pointer; transition: filter .15s; }
  button:hover { filter: brightness(1.1); }
  button:focus-visible { outline: 2px solid; outline-offset: 2px; }
  button[aria-disabled=true] { background: #ddd; color: #555; cursor: not-allowed; }
  button[aria-busy=true]::after { content: ''; position: absolute; inset: 0; margin: auto; width: 1em; height: 1em;
    border: 2px solid; border-inline-end-color: #0000; border-radius: 50%; animation: turn .8s linear infinite; }
  button[aria-busy=true] span { opacity: 0; }
  p { margin: .25rem 0 0; color: #b3261e; }
  @keyframes turn { to { rotate: 1turn; } }
  @media (prefers-reduced-motion: reduce) { * { animation-duration: 3s; transition: none; } }
`);
const drawer = sheet(`
  dialog { inset: 0 0 0 auto; margin: 0; box-sizing: border-box; width: min(26rem, 100%); height: 100dvh; padding: 1rem;
    max-height: none; border: 0; background: Canvas; color: CanvasText; }
  dialog::backdrop { background: #0006; }
  header { display: flex; justify-content: space-between; align-items: center; }
  h2 { margin: 0; }
  ul { margin: 1rem 0; padding: 0; list-style: none; }
  li { display: grid; grid-template-columns: 4rem 1fr auto; gap: .25rem .75rem; padding: .75rem 0; }
  img { border-radius: .5rem; }
  .quantity { display: inline-flex; align-items: center; gap: .5rem; }
  button { min-width: 2.75rem; min-height: 2.75rem; border: 1px solid #ccc; border-radius: .5rem; background: none; }
  .main { width: 100%; border: 0; background: #2b5ce6; color: #fff; font: inherit; font-weight: 600; }
`);

const make = (tag, properties, ...children) => {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
};
const rootOf = (host, styles, ...children) => {
  const root = host.attachShadow({mode: 'open', delegatesFocus: true});
  root.adoptedStyleSheets = [styles];
  root.append(...children);
};

customElements.define('floor-add-button', class extends HTMLElement {
  connectedCallback() {
    if (this.shadowRoot) return;
    this.label = make('span', {}, make('slot', {textContent: 'Add to cart'}));
    this.message = make('p', {role: 'alert', hidden: true});
    this.button = make('button', {type: 'button', ariaDisabled: 'false', onclick: () => void this.press()}, this.label);
    rootOf(this, button, this.button, this.message);
    requestAnimationFrame(() => void this.read());
  }
  async read() {
    const {stock} = await product(this.getAttribute('product-id')).catch(() => ({}));
    if (!stock || (stock.available_to_purchase && stock.customer_available !== 0)) return;
    this.label.textContent = 'Sold out';
    this.button.ariaDisabled = 'true';
  }
  async press() {
    if (this.button.ariaDisabled === 'true') return;
    this.button.ariaBusy = 'true';
    this.message.hidden = true;
    try {
      await putLine({product_id: this.getAttribute('product-id'), quantity: '1', increment: '1'});
    } catch {
      this.message.textContent = 'This did not work. Please try again.';
      this.message.hidden = false;
    }
    this.button.ariaBusy = 'false';
  }
});

customElements.define('floor-cart-button', class extends HTMLElement {
  connectedCallback() {
    if (this.shadowRoot) return;
    const badge = make('b');
    const open = make('button', {type: 'button', ariaLabel: 'Cart', onclick: () => {
      document.querySelector('floor-cart').open();
    }}, 'Cart ', badge);
    rootOf(this, button, open);
    shop.addEventListener('cart', () => {
      const count = cart.lines.reduce((sum, {quantity}) => sum + quantity, 0);
      badge.textContent = count || '';
      open.ariaLabel = `Cart, ${count} items`;
    });
    requestAnimationFrame(() => void readCart());
  }
});

customElements.define('floor-cart', class extends HTMLElement {
  open() {
    if (!this.shadowRoot) this.build();
    this.draw();
    this.dialog.showModal();
  }
  build() {
    this.list = make('ul');
    this.total = make('p');
    this.dialog = make('dialog', {},
      make('header', {}, make('h2', {textContent: 'Cart'}),
        make('button', {textContent: '×', ariaLabel: 'Close', onclick: () => this.dialog.close()})),
      this.list, this.total,
      make('button', {className: 'main', textContent: 'Checkout', onclick: () => void this.pay()}));
    rootOf(this, drawer, this.dialog);
    shop.addEventListener('cart', () => this.draw());
  }
  draw() {
    this.list.replaceChildren(...(cart?.lines ?? []).map(line => this.line(line)));
    this.total.textContent = cart?.lines.length ? money(cart.total, cart.currency) : 'Your cart is empty.';
  }
  line({product_id: id, name, image_url: src, price, quantity}) {
    const set = (label, next) => make('button', {textContent: label, ariaLabel: `${label} ${name}`,
      onclick: () => void putLine({product_id: id, quantity: String(next)})});
    return make('li', {},
      src ? make('img', {src, alt: '', width: 64, height: 64, loading: 'lazy'}) : make('i'),
      make('span', {}, name, make('div', {className: 'quantity'}, set('−', quantity - 1), String(quantity),
        set('+', quantity + 1), set('Remove', 0))),
      make('b', {textContent: money(price * quantity, cart.currency)}));
  }
  async pay() {
    const {url} = await send('POST', '/v1/store/cart/checkout');
    location.assign(url);
  }
});
