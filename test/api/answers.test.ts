import {expect} from '@open-wc/testing';
import * as fc from 'fast-check';
import * as api from '../../src/api/index.js';
import type {Client, PaynowError} from '../../src/api/index.js';
import {aCart, aLine, answered, aProduct, aSession, aStore, failure} from './support.js';

interface Subject {
  good: Record<string, unknown>;
  read: (client: Client) => Promise<unknown>;
  optional: string[];
}

const line = aLine({
  custom_variables: [{identifier: 'sign', name: 'Sign', type: 'text', value: 'Hi'}],
  gift_to_customer_id: '8', gift_to_customer: {id: '8', profile: {id: 'u', platform: 'steam', name: 'Anna'}},
  pricing: {price_original: 2, price_final: 1, vat_rate: {vat_abbreviation: 'DPH', percentage: 21.5}},
});

/** One good answer a route; `optional` are the paths that may be null or missing. */
const subjects: Record<string, Subject> = {
  store: {good: aStore, read: client => api.getStore(client), optional: []},
  product: {
    good: aProduct(), read: client => api.getProduct(client, {idOrSlug: 'vip'}),
    optional: ['pricing', 'stock', 'stock.customer_available'],
  },
  cart: {
    good: aCart({lines: [line]}), read: client => api.getCart(client),
    optional: [
      'lines.0.gift_to_customer_id', 'lines.0.gift_to_customer', 'lines.0.gift_to_customer.profile',
      'lines.0.pricing.vat_rate',
    ],
  },
  checkout: {good: aSession, read: client => api.createCartCheckout(client), optional: []},
  customer: {good: {id: '1', name: 'Anna'}, read: client => api.getCustomer(client), optional: ['name']},
  token: {
    good: {customer_token: 't'}, optional: [],
    read: client => api.authenticateCustomer(client, {platform: 'minecraft', id: 'x'}),
  },
};

/** Fields that some answer may have, though the good ones above have not. */
const absent = ['name', 'description', 'label', 'image_url', 'value_regex', 'avatar_url', 'selected_option', 'logo_url',
  'logo_square_url', 'website_url', 'support_email', 'support_url', 'selected_gameserver', 'selected_gameserver_id',
  'vat_rate', 'profile', 'gift_to_customer', 'gift_to_customer_id'];

type Node = Record<string, unknown>;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

/** Every object in the answer with the path to it. */
const nodesOf = (value: unknown, path = ''): [string, Node][] => isNode(value)
  ? [[path, value], ...Object.entries(value).flatMap(([key, inner]) => nodesOf(inner, path ? `${path}.${key}` : key))]
  : [];

const fieldsOf = (value: unknown): string[] => nodesOf(value).flatMap(([path, node]) =>
  Array.isArray(node) ? [] : Object.keys(node).map(key => path ? `${path}.${key}` : key));

/** A copy in which the field at the path is changed by `edit`. */
const edited = (value: Node, path: string | string[], edit: (node: Node, key: string) => void): Node => {
  const copy = structuredClone(value);
  const keys = typeof path === 'string' ? path.split('.') : [...path];
  const last = keys.pop()!;
  edit(keys.reduce<Node>((node, key) => node[key] as Node, copy), last);
  return copy;
};

const drop = (node: Node, key: string): void => void delete node[key];
const put = (value: unknown) => (node: Node, key: string): void => void (node[key] = value);

for (const [name, {good, read, optional}] of Object.entries(subjects)) {
  const fields = fieldsOf(good);
  const refused = async (answer: unknown): Promise<PaynowError> => {
    const error = await failure(read(answered(answer).client));
    expect(error.kind).to.equal('schema');
    return error;
  };

  describe(`the answer ${name}`, () => {
    it('comes through as it is', async () => {
      expect(await read(answered(good).client)).to.deep.equal(good);
    });

    it('loses fields that nobody knows, wherever they are', async () => {
      const objects = nodesOf(good).filter(([, node]) => !Array.isArray(node)).map(([path]) => path);
      await fc.assert(fc.asyncProperty(
        fc.constantFrom(...objects),
        fc.string({minLength: 1}).filter(key => !fields.some(field => field.split('.').pop() === key)),
        fc.jsonValue(),
        async (path, key, value) => {
          fc.pre(!absent.includes(key));
          const more = edited(good, [...path.split('.').filter(Boolean), key], (node, last) => Object.defineProperty(
            node, last, {value, enumerable: true, configurable: true, writable: true}));
          expect(await read(answered(more).client)).to.deep.equal(good);
        },
      ), {numRuns: 60});
    });

    it('has names in its fields\' paths that the tests know', () => {
      for (const path of optional) expect(fields).to.include(path);
    });

    for (const path of fields) {
      if (optional.includes(path)) {
        it(`may be without ${path}`, async () => {
          const without = edited(good, path, drop);
          expect(await read(answered(without).client)).to.deep.equal(without);
          const empty = edited(good, path, put(null));
          expect(await read(answered(empty).client)).to.deep.equal(empty);
        });
      } else {
        it(`is refused without ${path}, and the message says so`, async () => {
          expect((await refused(edited(good, path, drop))).message).to.contain(`: ${path}: `);
          expect((await refused(edited(good, path, put(null)))).message).to.contain(`: ${path}: `);
        });
      }
    }

    it('is refused with a value of another kind', async () => {
      await fc.assert(fc.asyncProperty(fc.constantFrom(...fields), fc.jsonValue(), async (path, value) => {
        const before = path.split('.').reduce<unknown>((node, key) => (node as Node)[key], good);
        fc.pre(value !== null && typeof value !== typeof before);
        await refused(edited(good, path, put(value)));
      }), {numRuns: 100});
    });

    it('is refused when it is something else altogether', async () => {
      for (const value of [null, [], [good], 'cart', 7, true, {}]) await refused(value);
    });
  });
}
