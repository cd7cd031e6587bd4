import {malformed, Refusal} from './errors.js';
import {isFlakeId} from './ids.js';
import {currencyOf} from './money.js';
import type {Audience} from './pricing.js';
import type {StoreSeed} from './seeds.js';
import type {World} from './world.js';

/** One request on its way through the sandbox. */
export interface Call {
  world: World;
  request: Request;
  /** The path without the base path, e.g. `/v1/store/cart`. */
  path: string;
  query: URLSearchParams;
  /** Address that links to the sandbox itself start with, without a slash at the end. */
  base: string;
}

/** The store named by the header that the public routes require. */
export const storeOf = ({world, request}: Call): StoreSeed => {
  const id = request.headers.get('x-paynow-store-id');
  if (id === null || id === '') {
    throw new Refusal(400, 'store-id-required', 'Send the store id in the header x-paynow-store-id.');
  }
  if (!isFlakeId(id)) throw malformed('x-paynow-store-id', `'${id}' is not a store id.`, 'flake-id');
  return world.store(id);
};

/** Who looks at the prices: the query's currency and the header's country. Throws a 400 for a wrong form of either. */
export const audienceOf = ({request, query}: Call, store: StoreSeed): Audience => {
  const country = request.headers.get('x-paynow-customer-countrycode') ?? undefined;
  if (country !== undefined && !/^[A-Z]{2}$/.test(country)) {
    throw malformed('x-paynow-customer-countrycode', `'${country}' is not an ISO 3166-1 alpha-2 code.`, 'pattern');
  }
  const ip = request.headers.get('x-paynow-customer-ip');
  if (ip !== null && !/^(\d{1,3}(\.\d{1,3}){3}|[\da-f:]*:[\da-f:.]+)$/i.test(ip)) {
    throw malformed('x-paynow-customer-ip', 'The header x-paynow-customer-ip is not an IP address.', 'ip');
  }
  return {currency: currencyOf(query.get('currency'), store.currency), country};
};

/** The JSON object in the body; an empty body is an empty one. Throws 415 for another type, 400 for no object. */
export const bodyOf = async ({request}: Call): Promise<Record<string, unknown>> => {
  const text = await request.text();
  if (text === '') return {};
  const type = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (!/^(application|text)\/json$|^application\/[\w.-]+\+json$/.test(type)) {
    throw new Refusal(415, 'unsupported-media-type', `Send JSON as application/json, not as '${type}'.`);
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw malformed('$', 'The body is not JSON.', 'json');
  }
  if (!isObject(value)) throw malformed('$', 'The body has to be a JSON object.', 'type');
  return value;
};

/** Whether a value is a JSON object, not an array and not null. */
export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Refuses keys that PayNow does not know: a field in the wrong spelling would otherwise vanish without a word. */
export const onlyKeys = (value: Record<string, unknown>, known: readonly string[], at = ''): void => {
  for (const key of Object.keys(value)) {
    if (known.includes(key)) continue;
    throw malformed(`${at}${key}`, `There is no field '${key}' here.`, 'additionalProperties');
  }
};
