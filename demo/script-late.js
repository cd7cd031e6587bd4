const accept = document.querySelector('#accept');

const loadShop = () => {
  const script = document.createElement('script');
  script.type = 'module';
  script.src = '/dist/paynow.js';
  Object.assign(script.dataset, accept.dataset);
  document.body.append(script);
  accept.textContent = 'The shop is loaded';
};

accept.addEventListener('click', loadShop, {once: true});
