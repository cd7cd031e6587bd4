import {expect} from '@open-wc/testing';
import * as fc from 'fast-check';
import {nextFrame} from '../support/dom.js';
import {pathsIn, withPart} from './answers.js';
import {lines, stage} from './stage.js';
import type {Stage} from './stage.js';

const wrongParts = [
  undefined,
  null,
  0,
  -1,
  1.5,
  1e300,
  2 ** 63,
  '',
  'x',
  '9223372036854775808',
  true,
  [],
  [null],
  {},
  {a: {}},
];

/** The page goes on: it shows something, threw nothing, and is whole again after a good answer. */
const expectAlive = async (on: Stage): Promise<void> => {
  for (const tag of ['paynow-cart', 'paynow-cart-button']) {
    expect(on.page.find(tag).shadowRoot!.childElementCount, tag).to.be.greaterThan(0);
  }
  const {status, error, cart} = on.page.shop().cart.state;
  expect(status).to.equal('ready');
  if (error) expect(error).to.include({kind: 'schema'});
  expect(cart).to.not.equal(null);
};

describe('an answer of another shape', function () {
  this.timeout(120_000);

  it('is survived wherever in a cart a part is missing or something else', async () => {
    const on = await stage();
    const paths = pathsIn(on.good.cart).filter(path => path.length > 0);
    for (const path of paths) {
      const part = wrongParts[paths.indexOf(path) % wrongParts.length];
      await on.cart({json: withPart(on.good.cart, path, undefined)});
      await expectAlive(on);
      await on.cart({json: withPart(on.good.cart, path, part)});
      await expectAlive(on);
    }
    await on.cart({json: on.good.cart});
    expect(lines(on)).to.equal(3);
    expect(on.page.shop().cart.state.error).to.equal(null);
    expect(on.page.problems).to.deep.equal([]);
    expect(paths.length).to.be.greaterThan(60);
  });

  it('is survived with several wrong parts at once, in carts and in products', async () => {
    const on = await stage();
    const [cartPaths, productPaths] = [pathsIn(on.good.cart), pathsIn(on.good.products.slice(0, 3))];
    const wrong = (paths: (string | number)[][]) =>
      fc.array(fc.tuple(fc.constantFrom(...paths.filter(path => path.length)), fc.constantFrom(...wrongParts)), {
        maxLength: 4,
      });
    await fc.assert(
      fc.asyncProperty(wrong(cartPaths), wrong(productPaths), async (cartParts, productParts) => {
        const put = (value: unknown, parts: [(string | number)[], unknown][]): unknown =>
          parts.reduce((whole, [path, part]) => {
            try {
              return withPart(whole, path, part);
            } catch {
              // An earlier part has taken the place of this one.
              return whole;
            }
          }, value);
        await on.products({json: put(on.good.products, productParts)});
        await on.cart({json: put(on.good.cart, cartParts)});
        await expectAlive(on);
      }),
      {numRuns: 60},
    );
    await on.products({json: on.good.products});
    await on.cart({json: on.good.cart});
    expect(lines(on)).to.equal(3);
    // A product that cannot be read is left out, and that is said on the console for the author of the page.
    expect(on.page.problems.filter(problem => !/items? (is|are) left out/.test(problem))).to.deep.equal([]);
  });

  it('with more in it than anybody knows changes nothing', async () => {
    const on = await stage();
    const more = {
      ...on.good.cart,
      future: {a: [1]},
      lines: on.good.cart.lines.map(line => ({...line, future: 'x', toString: 'y'})),
    };
    await on.cart({json: more});
    expect(lines(on)).to.equal(3);
    expect(on.page.shop().cart.state.cart).to.not.have.property('future');
  });

  const bodies: [string, string][] = [
    ['an exact number that no double holds', '9007199254740993'],
    ['beyond 64 bits', '9223372036854775808'],
    ['beyond a double', '1e400'],
    ['far below zero', '-9223372036854775809'],
    ['a fraction', '0.1'],
  ];
  for (const [name, number] of bodies) {
    it(`with a total ${name} is refused, and the cart shows what it knew`, async () => {
      const on = await stage();
      await on.cart(JSON.stringify({...on.good.cart, total: -77}).replace('"total":-77', `"total":${number}`));
      expect(on.page.shop().cart.state.error).to.include({kind: 'schema'});
      expect(lines(on)).to.equal(3);
      expect(on.page.problems).to.deep.equal([]);
    });
  }

  it('with quantities and prices that make no sense is drawn without a fault', async () => {
    const on = await stage();
    const {
      lines: [line],
    } = on.good.cart;
    const odd = [
      [0, 1],
      [-5, -199],
      [2 ** 31, 199],
      [1, 0],
      [Number.MAX_SAFE_INTEGER, 1],
      [2, Number.MIN_SAFE_INTEGER],
    ] as const;
    const json = {
      ...on.good.cart,
      lines: odd.map(([quantity, price], index) => ({
        ...line,
        line_key: `k${index}`,
        product_id: `${index}`,
        quantity,
        price,
      })),
    };
    await on.cart({json});
    expect(lines(on)).to.equal(odd.length);
    expect(on.page.problems).to.deep.equal([]);
  });

  it('with currencies that are none shows the amounts all the same', async () => {
    const on = await stage();
    for (const currency of ['', 'x', 'zzz', 'EURO', '€', '123', 'constructor', 'x'.repeat(5000)]) {
      await on.cart({json: {...on.good.cart, currency}});
      await on.products({json: on.good.products.map(product => ({...product, currency}))});
      await nextFrame();
      expect(lines(on), currency.slice(0, 20)).to.equal(3);
    }
    expect(on.page.problems).to.deep.equal([]);
  });

  it('with two lines alike draws both', async () => {
    const on = await stage();
    const {
      lines: [line],
    } = on.good.cart;
    await on.cart({json: {...on.good.cart, lines: [line, line, line]}});
    expect(lines(on)).to.equal(3);
    expect(on.page.problems).to.deep.equal([]);
  });
});
