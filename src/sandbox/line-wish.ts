import {isObject, onlyKeys} from './call.js';
import {malformed} from './errors.js';
import {isFlakeId} from './ids.js';

/** A line as a request asks for it, checked for form only. `at` stands before the names of its fields in errors. */
export interface LineWish {
  product_id: string;
  quantity: number;
  subscription: boolean;
  trial: boolean;
  gameserver_id?: string;
  custom_variables: Record<string, string>;
  gift_to_customer_id?: string;
  gift_to?: {platform: string; id: string};
  at: string;
  /** What the game server's field is called: the query and the body name it differently. */
  gameserverField: string;
}

const int32 = 2_147_483_647;

const flakeId = (value: unknown, path: string): string => {
  if (value === undefined || value === null) throw malformed(path, `${path} is required.`, 'required');
  if (typeof value === 'string' && isFlakeId(value)) return value;
  throw malformed(path, `${path} is not an id.`, 'flake-id');
};

/** A whole number of 32 bits. Throws a 400 naming `path` for anything else. */
export const wholeNumber = (value: number, path: string): number => {
  if (Number.isInteger(value) && value >= -int32 - 1 && value <= int32) return value;
  throw malformed(path, `${path} has to be a whole number of 32 bits.`, 'int32');
};

const flag = (value: string | null): boolean => value === '1' || value?.toLowerCase() === 'true';

/** Reads the line that `PUT /v1/store/cart/lines` names in its query. */
export const wishOfQuery = (query: URLSearchParams): LineWish & {increment: boolean} => {
  const quantity = query.get('quantity');
  if (quantity !== null && !/^-?\d{1,11}$/.test(quantity)) {
    throw malformed('quantity', 'quantity has to be a whole number of 32 bits.', 'int32');
  }
  const gift = {platform: query.get('gift_to.platform'), id: query.get('gift_to.id')};
  if ((gift.platform === null) !== (gift.id === null)) {
    throw malformed('gift_to', 'gift_to.platform and gift_to.id have to be sent together.', 'required');
  }
  const variables: Record<string, string> = {};
  for (const [key, value] of query) {
    const name = /^custom_variables\[(.+)\]$/.exec(key)?.[1];
    if (name !== undefined) variables[name] = value;
  }
  const server = query.get('gameserver_id');
  const recipient = query.get('gift_to_customer_id');
  return {
    product_id: flakeId(query.get('product_id'), 'product_id'),
    quantity: wholeNumber(Number(quantity ?? 1), 'quantity'),
    increment: flag(query.get('increment')),
    subscription: flag(query.get('subscription')),
    trial: flag(query.get('trial')),
    ...(server !== null && {gameserver_id: flakeId(server, 'gameserver_id')}),
    custom_variables: variables,
    ...(recipient !== null && {gift_to_customer_id: flakeId(recipient, 'gift_to_customer_id')}),
    ...(gift.platform !== null && gift.id !== null && {gift_to: {platform: gift.platform, id: gift.id}}),
    at: '',
    gameserverField: 'gameserver_id',
  };
};

const bodyFields = ['product_id', 'subscription', 'trial', 'gift_to', 'gift_to_customer_id', 'quantity',
  'selected_gameserver_id', 'custom_variables'];

const bodyFlag = (value: unknown, path: string): boolean => {
  if (value === undefined || value === null) return false;
  if (typeof value === 'boolean') return value;
  throw malformed(path, `${path} has to be true or false.`, 'type');
};

const textsOf = (value: unknown, path: string): Record<string, string> => {
  if (value === undefined || value === null) return {};
  if (!isObject(value)) throw malformed(path, `${path} has to be an object.`, 'type');
  return Object.fromEntries(Object.entries(value).map(([key, text]) => {
    if (typeof text !== 'string') throw malformed(`${path}.${key}`, `${path}.${key} has to be a text.`, 'type');
    return [key, text];
  }));
};

/** Reads one line of the body of `POST /v1/checkouts`. `at` is its place, e.g. `lines[0].`. */
export const wishOfBody = (value: unknown, at: string): LineWish => {
  if (!isObject(value)) throw malformed(at.slice(0, -1), 'A line has to be an object.', 'type');
  onlyKeys(value, bodyFields, at);
  const quantity = typeof value['quantity'] === 'number' ? value['quantity'] : Number.NaN;
  if (wholeNumber(quantity, `${at}quantity`) < 1) {
    throw malformed(`${at}quantity`, 'quantity is at least 1.', 'minimum');
  }
  const gift = value['gift_to'] === undefined ? undefined : textsOf(value['gift_to'], `${at}gift_to`);
  if (gift && (gift['platform'] === undefined || gift['id'] === undefined)) {
    throw malformed(`${at}gift_to`, 'gift_to needs platform and id.', 'required');
  }
  const server = value['selected_gameserver_id'];
  const recipient = value['gift_to_customer_id'];
  return {
    product_id: flakeId(value['product_id'], `${at}product_id`),
    quantity,
    subscription: bodyFlag(value['subscription'], `${at}subscription`),
    trial: bodyFlag(value['trial'], `${at}trial`),
    ...(server !== undefined && {gameserver_id: flakeId(server, `${at}selected_gameserver_id`)}),
    custom_variables: textsOf(value['custom_variables'], `${at}custom_variables`),
    ...(recipient !== undefined && {gift_to_customer_id: flakeId(recipient, `${at}gift_to_customer_id`)}),
    ...(gift && {gift_to: {platform: gift['platform'] ?? '', id: gift['id'] ?? ''}}),
    at,
    gameserverField: 'selected_gameserver_id',
  };
};
