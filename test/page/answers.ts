import type {Cart, CartLine, Product} from '../../src/api/index.js';
import type {Fault, World} from '../support/sandbox.js';

/** An answer of the API as it comes over the wire, all of it. */
export type Wire = Record<string, unknown>;

const read = async (world: World, token: string, path: string): Promise<Wire> => {
  const headers = {'x-paynow-store-id': world.storeId, authorization: `Customer ${token}`};
  return (await (await fetch(`${world.apiUrl}/v1/store/${path}`, {headers})).json()) as Wire;
};

/** The cart of a customer who has two keys and a coloured name, and the products that the shop lists. */
export const goodAnswers = async (
  world: World,
  token: string,
): Promise<{cart: Wire & Cart; products: (Wire & Product)[]}> => {
  const headers = {'x-paynow-store-id': world.storeId, authorization: `Customer ${token}`};
  const list = (await read(world, token, 'products')) as unknown as (Wire & Product)[];
  const idOf = (slug: string): string => list.find(product => product.slug === slug)!.id;
  for (const query of [
    {product_id: idOf('ember-key'), quantity: '2'},
    {product_id: idOf('name-colour'), quantity: '1', 'custom_variables[colour]': 'ember'},
    {
      product_id: idOf('starter-kit'),
      quantity: '1',
      gameserver_id: list.find(({slug}) => slug === 'starter-kit')!.gameservers[0]!.id,
    },
  ]) {
    const url = `${world.apiUrl}/v1/store/cart/lines?${new URLSearchParams(query)}`;
    await fetch(url, {method: 'PUT', headers});
  }
  return {cart: (await read(world, token, 'cart')) as Wire & Cart, products: list};
};

/** Makes the API answer with this instead of a cart, of products, of a checkout. */
export const answerWith = async (
  world: World,
  {cart, products, checkout}: {cart?: unknown; products?: unknown; checkout?: unknown},
): Promise<void> => {
  const instead = (method: string, path: string, body: unknown): Fault[] =>
    body === undefined ? [] : [{kind: 'status', status: 200, times: -1, match: {method, path}, body}];
  await world.faults([
    ...instead('GET', '/v1/store/cart', cart),
    ...instead('GET', '/v1/store/products', products),
    ...instead('POST', '/v1/store/cart/checkout', checkout),
  ]);
};

/** The same value with every text in it replaced, at any depth; ids, slugs and the like stay what they are. */
export const withTexts = <T>(value: T, text: (old: string, key: string) => string, key = ''): T => {
  const structural = /(^|_)(id|slug|key|identifier|currency|type|scale|at|platform)$|^(id|value)$/;
  if (typeof value === 'string') return (structural.test(key) ? value : text(value, key)) as T;
  if (Array.isArray(value)) return value.map(item => withTexts(item as unknown, text, key)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, withTexts(inner as unknown, text, name)]),
  ) as T;
};

/** Where in a value its parts are, as `['lines', 0, 'name']`. */
export const pathsIn = (value: unknown, before: (string | number)[] = []): (string | number)[][] => {
  if (typeof value !== 'object' || value === null) return [before];
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return [before, ...entries.flatMap(([key, inner]) => pathsIn(inner, [...before, key]))];
};

/** A copy of a value in which one part is another one, or is missing. */
export const withPart = (value: unknown, path: readonly (string | number)[], part: unknown): unknown => {
  const [key, ...rest] = path;
  if (key === undefined) return part;
  const copy = (Array.isArray(value) ? [...(value as unknown[])] : {...(value as object)}) as Record<
    string | number,
    unknown
  >;
  const inner = withPart(copy[key], rest, part);
  if (inner === undefined && !Array.isArray(copy)) delete copy[key];
  else copy[key] = inner;
  return copy;
};

/** A cart with this many lines, each with a key and a product of its own. */
export const longCart = (cart: Wire & Cart, count: number): Wire => {
  const line = cart.lines[0] as CartLine;
  const lines = Array.from({length: count}, (_, index) => ({
    ...line,
    line_key: `line ${index}`,
    product_id: String(10 ** 17 + index),
    slug: `thing-${index}`,
    name: `Thing ${index}`,
  }));
  return {...cart, lines, total: lines.reduce((sum, {price, quantity}) => sum + price * quantity, 0)};
};
