import {expect} from '@open-wc/testing';
import * as api from '../../src/api/index.js';
import {Product} from '../../src/api/schemas/product.js';
import {longListOf} from '../../src/api/shape.js';
import {turn} from '../support/dom.js';
import {aCart, aLine, answered, aProduct, failure, wired} from './support.js';

const raw = (value: unknown, ...swaps: [string, string][]): string =>
  swaps.reduce((text, [from, to]) => text.replaceAll(from, to), JSON.stringify(value));

describe('a hostile answer', () => {
  for (const total of ['9007199254740993', '1e400', '-9007199254740992', '0.5', '1e-7', '"1499"']) {
    it(`a total of ${total} is refused: it is no exact number`, async () => {
      const {client} = wired(() => new Response(raw(aCart({total: -77}), ['-77', total])));
      const error = await failure(api.getCart(client));
      expect(error.kind).to.equal('schema');
      expect(error.message).to.match(/^GET \/v1\/store\/cart: unexpected answer: total: (int|number) expected$/);
    });
  }

  it('the largest exact numbers are fine', async () => {
    const total = Number.MAX_SAFE_INTEGER;
    expect((await api.getCart(answered(aCart({total})).client)).total).to.equal(total);
  });

  it('an id that is a number is refused: it was rounded already', async () => {
    const {client} = wired(() => new Response(raw(aCart({customer_id: 'X'}), ['"X"', '411486491630370816'])));
    expect((await failure(api.getCart(client))).message).to.contain('customer_id: string expected');
  });

  it('tells three problems at most, and how many more there are', async () => {
    const lines = Array.from({length: 500}, () => aLine({price: 0.5}));
    const error = await failure(api.getCart(answered(aCart({lines})).client));
    expect(error.message).to.equal('GET /v1/store/cart: unexpected answer: ' +
      'lines.0.price: int expected, lines.1.price: int expected, lines.2.price: int expected and 497 more');
  });

  it('long names and values never come into a message', async () => {
    const long = 'x'.repeat(100_000);
    const odd = {...aCart(), [long]: long, total: long, lines: [{...aLine(), name: {[long]: long}}]};
    const error = await failure(api.getCart(answered(odd).client));
    expect(error.message.length).to.be.below(300);
    expect(JSON.stringify(error)).not.to.contain('xxx');
  });

  it('long names in good places come through whole', async () => {
    const name = '🧱'.repeat(50_000);
    const {lines} = await api.getCart(answered(aCart({lines: [aLine({name})]})).client);
    expect(lines[0]?.name).to.equal(name);
  });

  it('does not reach the prototype of anything', async () => {
    const evil = '"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}';
    const text = raw(aCart(), ['"lines"', `${evil},"lines"`]);
    const cart = await api.getCart(wired(() => new Response(text)).client);
    expect(({} as Record<string, unknown>)['polluted']).to.equal(undefined);
    expect((cart as unknown as Record<string, unknown>)['polluted']).to.equal(undefined);
  });

  it('5,000 lines are read in a moment', async () => {
    const lines = Array.from({length: 5000}, (_, index) => aLine({line_key: `k${index}`}));
    const {client} = answered(aCart({lines}));
    const before = performance.now();
    const cart = await api.getCart(client);
    expect(cart.lines).to.have.length(5000);
    expect(performance.now() - before).to.be.below(1500);
  });

  it('5,000 wrong lines are refused in a moment', async () => {
    const lines = Array.from({length: 5000}, () => ({}));
    const {client} = answered({...aCart(), lines});
    const before = performance.now();
    expect((await failure(api.getCart(client))).message).to.contain('lines.0.line_key: string expected');
    expect(performance.now() - before).to.be.below(1500);
  });
});

describe('a list of products', () => {
  it('is used without the odd ones, and one warning tells of them all', async () => {
    const warnings: api.PaynowError[] = [];
    const list = [aProduct(), {...aProduct(), price: '5'}, null, aProduct({id: '2'}), {}, 7];
    const {client} = answered(list, {onWarning: warning => warnings.push(warning)});
    const products = await api.getProducts(client);
    expect(products.map(({id}) => id)).to.deep.equal(['411486491630370817', '2']);
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.include({kind: 'schema', method: 'GET', path: '/v1/store/products'});
    expect(warnings[0]?.message)
      .to.match(/: 4 of 6 items are left out: 1\.price: number expected; 2\.all: object expected; 4\./);
    expect(warnings[0]?.message.length).to.be.below(500);
  });

  it('leaves the page its turn while many are read', async () => {
    const refuse = (): never => {
      throw new Error('None is wrong.');
    };
    let isRead = false;
    const reading = longListOf(Product, refuse)(Array(20_000).fill(aProduct()), refuse).then(products => {
      isRead = true;
      return products;
    });
    await turn();
    expect(isRead).to.equal(false);
    expect(await reading).to.have.length(20_000);
  });

  it('is used in silence when nobody wants to hear of it', async () => {
    expect(await api.getProducts(answered([aProduct(), 7]).client)).to.have.length(1);
  });

  it('is refused when no product is good', async () => {
    const warnings: unknown[] = [];
    const {client} = answered([{}, 7], {onWarning: warning => warnings.push(warning)});
    expect((await failure(api.getProducts(client))).kind).to.equal('schema');
    expect(warnings).to.have.length(0);
  });

  it('may be empty', async () => {
    expect(await api.getProducts(answered([]).client)).to.deep.equal([]);
  });

  for (const value of [null, {}, {products: []}, 'x']) {
    it(`is refused when it is ${JSON.stringify(value)}`, async () => {
      const error = await failure(api.getProducts(answered(value).client));
      expect(error.message).to.equal('GET /v1/store/products: unexpected answer: all: array expected');
    });
  }
});
