import {expect} from '@open-wc/testing';
import {expectProblem, id, Shop, survival} from './support.js';

const nobody = {token: null, store: null};
const visit = (shop: Shop, path: string) => shop.get(path, nobody);
const press = (shop: Shop, path: string) => shop.post(path, undefined, nobody);
const parsed = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');
const words = (html: string): string => parsed(html).body.textContent?.replace(/\s+/g, ' ') ?? '';
const lines = [{product_id: id.emberKey, quantity: 2}];

const cartCheckout = async (shop: Shop, body: object = {}, country?: string): Promise<string> => {
  const {json, status, text} = await shop.post<{token: string}>('/v1/store/cart/checkout', body, {
    ...(country && {country}),
  });
  expect(status, text).to.equal(200);
  return `/checkout/${json.token}`;
};

describe('the checkout page', () => {
  it('lists what is bought, for whom, and what it costs', async () => {
    const shop = new Shop();
    await shop.add({product_id: id.emberKey, quantity: 2});
    await shop.add({product_id: id.vipPlus, trial: 1});
    await shop.add({product_id: id.nameColour, 'custom_variables[colour]': 'rainbow'});
    await shop.add({
      product_id: id.starterKit,
      gameserver_id: survival,
      'gift_to.platform': 'minecraft',
      'gift_to.id': 'Steve',
    });
    const {status, text, headers} = await visit(shop, await cartCheckout(shop, {promo_codes: ['EMBER10']}, 'DE'));
    expect(status).to.equal(200);
    expect(headers.get('content-type')).to.include('text/html');
    const seen = words(text);
    for (const part of [
      'Emberfall',
      'AshWalker',
      'Ember Key',
      '2 ×',
      '€3.98',
      'Free trial',
      'Colour: Rainbow',
      '€4.99',
      'Survival',
      'Gift for Steve',
      'Subtotal',
      '€15.96',
      'Discount EMBER10',
      '−€1.60',
      'Total',
      '€14.36',
      '19% MwSt.',
    ]) {
      expect(seen).to.include(part);
    }
  });

  it('has no script, and says so to the browser', async () => {
    const shop = new Shop();
    const {text, headers} = await visit(shop, (await shop.checkout({lines})).path);
    const page = parsed(text);
    expect(page.querySelector('script')).to.equal(null);
    expect(
      [...page.querySelectorAll('*')]
        .flatMap(({attributes}) => [...attributes])
        .filter(({name}) => /^on|^style$/.test(name)),
    ).to.deep.equal([]);
    expect(headers.get('content-security-policy')).to.match(/default-src 'none'/);
    expect(page.documentElement.lang).to.equal('en');
    const forms = [...page.querySelectorAll('form')].map(({method, action}) => [method, action.split('/').at(-1)]);
    expect(forms).to.deep.equal([
      ['post', 'cancel'],
      ['post', 'pay'],
    ]);
  });

  it('shows markup as text, whoever wrote it', async () => {
    const shop = new Shop();
    const nasty = '<img src=x onerror="alert(1)">';
    await shop.control('POST', 'products', {slug: 'pet-fox', name: nasty, image_url: 'https://a.example/"><script>'});
    await shop.control('POST', 'products', {
      slug: 'pet-fox',
      variables: [{id: '1', identifier: 'name', name: '<b>Name</b>', type: 'text'}],
    });
    const {path} = await shop.checkout({
      lines: [{product_id: id.petFox, quantity: 1, custom_variables: {name: '</ul><script>1</script>'}}],
      return_url: 'https://a.example/?"><script>',
    });
    const {text} = await visit(shop, path);
    expect(words(text)).to.include(nasty).and.include('<b>Name</b>: </ul><script>1</script>');
    expect(parsed(text).querySelector('script, [onerror], b')).to.equal(null);
    expect(parsed(text).querySelector('.line img')?.getAttribute('src')).to.equal('https://a.example/"><script>');
    await press(shop, `${path}/pay`);
    const paid = parsed((await visit(shop, path)).text);
    expect(paid.querySelector('script, [onerror]')).to.equal(null);
    expect(paid.querySelector('a')?.getAttribute('href')).to.equal('https://a.example/?"><script>');
  });

  it('is nowhere for a token that is not one', async () => {
    const shop = new Shop();
    expectProblem(await visit(shop, '/checkout/nothing'), 404, 'checkout-not-found');
    expectProblem(await press(shop, '/checkout/nothing/pay'), 404, 'checkout-not-found');
    expectProblem(await visit(shop, `${(await shop.checkout({lines})).path}/pay`), 405, 'method-not-allowed');
  });
});

describe('paying', () => {
  it('goes to the return address exactly as it was given', async () => {
    const shop = new Shop();
    const return_url = 'https://shop.example/thanks?a=%20b&c=1#done';
    const answer = await press(shop, `${(await shop.checkout({lines, return_url})).path}/pay`);
    expect(answer.status).to.equal(303);
    expect(answer.headers.get('location')).to.equal(return_url);
  });

  it('says thank you where there is no such address', async () => {
    const shop = new Shop();
    const {status, text} = await press(shop, `${(await shop.checkout({lines})).path}/pay`);
    expect(status).to.equal(200);
    expect(words(text)).to.include('Thank you, AshWalker');
  });

  it('writes an order and takes what was bought out of the cart', async () => {
    const shop = new Shop();
    await shop.add({product_id: id.vip});
    await shop.add({product_id: id.emberKey, quantity: 2});
    const path = await cartCheckout(shop);
    await shop.add({product_id: id.emberKey, quantity: 5});
    await shop.add({product_id: id.frostKey});
    await press(shop, `${path}/pay`);
    expect(await shop.quantities()).to.deep.equal(['ember-key 3', 'frost-key 1']);
    const {json} = await shop.control<{total: number; lines: unknown[]}[]>('GET', 'orders');
    expect(json).to.have.length(1);
    expect(json[0]).to.deep.include({total: 499 + 2 * 199});
  });

  it('twice charges once', async () => {
    const shop = new Shop();
    await shop.add({product_id: id.coins, quantity: 2});
    const path = await cartCheckout(shop, {return_url: 'https://shop.example/'});
    await press(shop, `${path}/pay`);
    const again = await press(shop, `${path}/pay`);
    expect(again.status).to.equal(200);
    expect(words(again.text)).to.include('already paid');
    expect(parsed(again.text).querySelector('a')?.href).to.equal('https://shop.example/');
    expect(words((await visit(shop, path)).text)).to.include('already paid');
    expect((await shop.control<unknown[]>('GET', 'orders')).json).to.have.length(1);
    expect((await shop.product('ember-coins')).stock?.customer_available).to.equal(1);
  });

  it('lowers the stock of everybody and the limit of the buyer', async () => {
    const shop = new Shop();
    const bundle = {lines: [{product_id: id.keyBundle, quantity: 2}]};
    await press(shop, `${(await shop.checkout(bundle)).path}/pay`);
    expect((await shop.product('ember-key-bundle')).stock).to.deep.equal({
      available_to_purchase: true,
      customer_available: 1,
    });
    expect((await shop.product('ember-key-bundle', {token: 'demo-friend'})).stock?.customer_available).to.equal(3);
    await press(shop, `${(await shop.checkout({lines: [{product_id: id.keyBundle, quantity: 1}]})).path}/pay`);
    expect((await shop.product('ember-key-bundle')).stock).to.deep.equal({
      available_to_purchase: true,
      customer_available: 0,
    });
    expectProblem(await shop.put({product_id: id.keyBundle}), 400, 'customer-limit-reached');
  });

  it('comes too late when others were faster', async () => {
    const shop = new Shop();
    const coins = {lines: [{product_id: id.coins, quantity: 3}]};
    const [mine, theirs] = [await shop.checkout(coins), await shop.checkout(coins, {token: 'demo-friend'})];
    await press(shop, `${theirs.path}/pay`);
    const {text} = await press(shop, `${mine.path}/pay`);
    expect(words(text)).to.include('sold out').and.include('Nothing was charged');
    expect((await shop.control<unknown[]>('GET', 'orders')).json).to.have.length(1);
    expectProblem(await shop.control('POST', 'orders', {checkout: mine.id}), 409, 'out-of-stock');
  });
});

describe('cancelling', () => {
  it('goes to the cancel address and leaves the cart', async () => {
    const shop = new Shop();
    await shop.add({product_id: id.vip});
    const path = await cartCheckout(shop, {cancel_url: 'https://shop.example/cart'});
    const answer = await press(shop, `${path}/cancel`);
    expect(answer.status).to.equal(303);
    expect(answer.headers.get('location')).to.equal('https://shop.example/cart');
    expect(await shop.quantities()).to.deep.equal(['vip 1']);
  });

  it('shows a page where there is no such address, and the checkout can not be paid any more', async () => {
    const shop = new Shop();
    const {path} = await shop.checkout({lines});
    expect(words((await press(shop, `${path}/cancel`)).text)).to.include('was cancelled');
    expect(words((await press(shop, `${path}/pay`)).text)).to.include('was cancelled');
    expect((await shop.control<unknown[]>('GET', 'orders')).json).to.have.length(0);
  });

  it('changes nothing about a checkout that is paid', async () => {
    const shop = new Shop();
    const {path} = await shop.checkout({lines});
    await press(shop, `${path}/pay`);
    expect(words((await press(shop, `${path}/cancel`)).text)).to.include('already paid');
    expect((await shop.control<unknown[]>('GET', 'orders')).json).to.have.length(1);
  });
});
