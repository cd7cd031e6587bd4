import {configure, getShop} from './dist/paynow.js';

const [shelf, events, trouble] = ['#shelf', '#events', '#trouble'].map(name => document.querySelector(name));
const {storeId, apiUrl} = shelf.dataset;

const write = text => {
  const row = document.createElement('li');
  row.textContent = text;
  events.prepend(row);
};

configure({
  storeId,
  apiUrl,
  // Called when the shop has to know who shops, and again when a token is no longer good.
  customerToken: async () => {
    write('The shop asks who you are.');
    const response = await fetch('/customer-token.json');
    return (await response.json()).customer_token;
  },
});

const {cart, catalog} = getShop();

// Every new picture of the cart is an event; most of them only say that a change was confirmed.
document.addEventListener('paynow-cart-change', ({detail: {cart: now, previous}}) => {
  if (now?.quantity !== previous?.quantity) write(`paynow-cart-change: ${now?.quantity ?? 0} in the cart`);
});
for (const name of ['paynow-cart-open', 'paynow-cart-close', 'paynow-remove', 'paynow-checkout', 'paynow-error']) {
  document.addEventListener(name, () => write(name));
}

const add = async product => {
  trouble.textContent = '';
  try {
    await cart.add({productId: product.id, subscription: !product.allow_one_time_purchase});
  } catch (error) {
    trouble.textContent = `${product.name} was not added (${error.code ?? error.kind}).`;
  }
};

try {
  for (const product of (await catalog.products({tag: 'featured'})).slice(0, 4)) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'button';
    button.textContent = `Add ${product.name}`;
    button.addEventListener('click', () => void add(product));
    shelf.append(button);
  }
} catch (error) {
  trouble.textContent = `The products could not be read (${error.code ?? error.kind}).`;
}
