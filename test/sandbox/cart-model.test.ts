import {expect} from '@open-wc/testing';
import * as fc from 'fast-check';
import {id, Shop} from './support.js';

/** What makes a line, as a plain query: different entries are different lines. */
const identities: Record<string, string>[] = [
  {product_id: id.vip},
  {product_id: id.vip, gift_to_customer_id: '418830962007216128'},
  {product_id: id.vipPlus},
  {product_id: id.vipPlus, subscription: 'true'},
  {product_id: id.nameColour, 'custom_variables[colour]': 'moss'},
  {product_id: id.nameColour, 'custom_variables[colour]': 'rainbow'},
];
const prices = [499, 499, 999, 999, 299, 499];

const step = fc.record({
  line: fc.integer({min: 0, max: identities.length - 1}),
  quantity: fc.integer({min: -4, max: 9}),
  increment: fc.boolean(),
});

describe('any sequence of sets and increments', () => {
  it('leaves the cart that a plain model has', async () => {
    await fc.assert(fc.asyncProperty(fc.array(step, {maxLength: 25}), async steps => {
      const shop = new Shop();
      const model = new Map<number, number>();
      for (const {line, quantity, increment} of steps) {
        const {status} = await shop.put({...identities[line], quantity, increment});
        if (quantity < 0 && !increment) {
          expect(status).to.equal(400);
          continue;
        }
        expect(status).to.equal(204);
        const next = increment ? (model.get(line) ?? 0) + quantity : quantity;
        if (next > 0) model.set(line, next);
        else model.delete(line);
      }
      const {lines, total} = await shop.cart();
      expect(lines.map(({price, quantity}) => [price, quantity])).to.deep.equal(
        [...model].map(([line, quantity]) => [prices[line], quantity]));
      expect(total).to.equal([...model].reduce((sum, [line, quantity]) => sum + (prices[line] ?? 0) * quantity, 0));
    }), {numRuns: 60});
  });

  it('never sells more than there is, whatever the order', async () => {
    const taken = fc.record({
      line: fc.constantFrom<Record<string, string>>(
        {product_id: id.keyBundle}, {product_id: id.keyBundle, gift_to_customer_id: '418830962007216128'}),
      quantity: fc.integer({min: -2, max: 4}),
      increment: fc.boolean(),
    });
    await fc.assert(fc.asyncProperty(fc.array(taken, {maxLength: 15}), async steps => {
      const shop = new Shop();
      for (const {line, quantity, increment} of steps) await shop.put({...line, quantity, increment});
      const {lines} = await shop.cart();
      expect(lines.reduce((sum, {quantity}) => sum + quantity, 0)).to.be.at.most(3);
    }), {numRuns: 40});
  });

  it('sets twice as it sets once', async () => {
    await fc.assert(fc.asyncProperty(step, async ({line, quantity}) => {
      const shop = new Shop();
      const query = {...identities[line], quantity: Math.abs(quantity)};
      await shop.add(query);
      const once = await shop.cart();
      await shop.add(query);
      expect(await shop.cart()).to.deep.equal(once);
    }), {numRuns: 20});
  });
});
