import {expect} from '@open-wc/testing';
import {base, emberfall, expectProblem, id, Shop} from './support.js';

const paths = ['/v1/store', '/v1/store/products', '/v1/store/products/vip', '/v1/store/tags', '/v1/store/navlinks',
  '/v1/store/cart', '/v1/store/customer'];

describe('the sandbox as a server', () => {
  for (const path of paths) {
    it(`answers GET ${path} with JSON that any site may read`, async () => {
      const {status, headers} = await new Shop().get(path);
      expect(status).to.equal(200);
      expect(headers.get('content-type')).to.match(/^application\/json/);
      expect(headers.get('access-control-allow-origin')).to.equal('*');
      expect(headers.get('access-control-expose-headers')).to.equal('Retry-After');
      expect(headers.has('access-control-allow-credentials')).to.equal(false);
    });

    it(`answers a preflight for ${path} without looking at anything else`, async () => {
      const response = await new Shop().fetch(new Request(base + path, {method: 'OPTIONS'}));
      expect(response.status).to.equal(204);
      expect(await response.text()).to.equal('');
      expect(response.headers.get('access-control-allow-origin')).to.equal('*');
      expect(response.headers.get('access-control-allow-methods')).to.include('PUT').and.include('DELETE');
      expect(response.headers.get('access-control-allow-headers')?.split(', ').sort()).to.deep.equal([
        'authorization', 'content-type', 'x-paynow-customer-countrycode', 'x-paynow-customer-ip', 'x-paynow-store-id',
      ]);
      expect(response.headers.has('access-control-allow-credentials')).to.equal(false);
    });
  }

  it('says 404 in the form of PayNow for a path that it does not know', async () => {
    const shop = new Shop();
    expectProblem(await shop.get('/v1/store/nothing'), 404, 'not-found');
    expectProblem(await shop.get('/v2/store'), 404, 'not-found');
    expectProblem(await shop.get('/v1/store/'), 404, 'not-found');
  });

  it('says 405 and what it takes for a method that the path does not have', async () => {
    const shop = new Shop();
    const answer = await shop.call('DELETE', '/v1/store/products');
    expectProblem(answer, 405, 'method-not-allowed');
    expect(answer.headers.get('allow')).to.equal('GET');
    expectProblem(await shop.get('/v1/store/cart/lines'), 405, 'method-not-allowed');
    expect((await shop.post('/v1/store/cart')).headers.get('allow')).to.equal('GET, DELETE');
  });

  it('lets any site read its errors too, each with a trace id of its own', async () => {
    const shop = new Shop();
    const [one, other] = [await shop.get('/v1/nothing'), await shop.get('/v1/nothing')];
    expect(one.headers.get('access-control-allow-origin')).to.equal('*');
    expect(one.json.trace_id).to.not.equal(other.json.trace_id);
  });

  it('needs to be told the store on public routes', async () => {
    const shop = new Shop();
    for (const path of paths.slice(0, 5)) {
      expectProblem(await shop.get(path, {store: null, token: null}), 400, 'store-id-required');
    }
    expectProblem(await shop.get('/v1/store', {store: 'emberfall', token: null}), 400, 'validation-error');
    expectProblem(await shop.get('/v1/store', {store: '411486491630370817', token: null}), 404, 'store-not-found');
  });

  it('does not need to be told the store where a token says it', async () => {
    expect((await new Shop().get('/v1/store/cart', {store: null})).status).to.equal(200);
  });

  it('refuses headers of the wrong form', async () => {
    const shop = new Shop();
    expectProblem(await shop.get('/v1/store', {country: 'de'}), 400,
      'validation-error', 'x-paynow-customer-countrycode');
    expectProblem(await shop.get('/v1/store', {country: 'Germany'}), 400, 'validation-error');
    expectProblem(
      await shop.get('/v1/store/cart', {headers: {'x-paynow-customer-ip': 'localhost'}}), 400, 'validation-error');
    for (const ip of ['203.0.113.7', '2001:db8::7']) {
      expect((await shop.get('/v1/store/cart', {headers: {'x-paynow-customer-ip': ip}})).status).to.equal(200);
    }
  });

  it('keeps the base path in the addresses that it gives', async () => {
    const shop = new Shop();
    expect((await shop.product('vip')).image_url).to.equal(`${base}/images/vip.svg`);
    const {url, token} = await shop.checkout({lines: [{product_id: id.vip, quantity: 1}]});
    expect(url).to.equal(`${base}/checkout/${token}`);
  });

  it('gives addresses of its public URL where it has one, and knows a base path that it was told', async () => {
    const elsewhere = new Shop({publicUrl: 'https://cdn.example/fake'});
    expect((await elsewhere.product('vip')).image_url).to.equal('https://cdn.example/fake/images/vip.svg');
    const shop = new Shop({basePath: '/a/v1/b'});
    const answer = await shop.fetch(new Request('https://fake.example/a/v1/b/v1/store', {
      headers: {'x-paynow-store-id': emberfall},
    }));
    expect(answer.status).to.equal(200);
  });

  it('works at the root of an origin too', async () => {
    const answer = await new Shop().fetch(new Request('https://api.example/v1/store/products/vip', {
      headers: {'x-paynow-store-id': emberfall},
    }));
    expect((await answer.json() as {image_url: string}).image_url).to.equal('https://api.example/images/vip.svg');
  });

  it('shares nothing between two sandboxes', async () => {
    const [one, other] = [new Shop(), new Shop()];
    await one.add({product_id: id.vip});
    expect(await other.quantities()).to.deep.equal([]);
  });
});
