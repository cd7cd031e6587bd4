// Which tag shows what: the categories and the search narrow the list, and an address such as #/vip shows one product.
const [nav, list, product, search] = ['paynow-nav', 'paynow-products', 'paynow-product', '[name=search]'].map(name =>
  document.querySelector(name),
);

nav.addEventListener('change', () => {
  list.setAttribute('tag', nav.current ?? '');
  location.hash = '/';
});

search.addEventListener('input', () => list.setAttribute('search', search.value));

const show = () => {
  const [, slug] = /^#\/(.+)$/.exec(location.hash) ?? [];
  product.hidden = !slug;
  if (!slug) return;
  product.setAttribute('product-id', decodeURIComponent(slug));
  product.scrollIntoView({block: 'nearest'});
};
addEventListener('hashchange', show);
show();
