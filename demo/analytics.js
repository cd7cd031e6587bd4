const list = document.querySelector('#pushed');
const layer = (window.dataLayer ??= []);

const tell = entry => {
  if (!entry.event) return;
  const item = document.createElement('li');
  const {value, currency, items = []} = entry.ecommerce;
  const sum = value === undefined ? '' : ` · ${value} ${currency}`;
  item.textContent = `${entry.event}${sum} · ${items.map(({item_name: name}) => name).join(', ')}`;
  list.append(item);
};

layer.forEach(tell);
const push = layer.push;
layer.push = (...entries) => {
  entries.forEach(tell);
  return push.apply(layer, entries);
};

for (const [id, analytics] of [['agree', true], ['refuse', false]]) {
  document.querySelector(`#${id}`).addEventListener('click', () => {
    document.dispatchEvent(new CustomEvent('paynow-consent', {detail: {analytics}}));
  });
}
