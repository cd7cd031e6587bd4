import {bodyOf, type Call, onlyKeys} from './call.js';
import {accountForm, findOrCreate, isMinecraft, tokenFor, wireAccount} from './customers.js';
import {malformed, Refusal} from './errors.js';
import {isFlakeId} from './ids.js';
import type {StoreSeed} from './seeds.js';
import type {Customer} from './world.js';

/** What a customer can be found by: the name of the query parameter, and the platform that it means. */
const platforms: Record<string, string> = {steam_id: 'steam', minecraft_uuid: 'minecraft_uuid', xbox_xuid: 'xbox_xuid'};

/** The store in the path, when the secret key that was sent is good for it. Throws 401 or 403 otherwise. */
const ownStore = ({world, request}: Call, storeId: string): StoreSeed => {
  const key = /^apikey +(\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
  const good = key === undefined ? undefined : world.apiKeys.get(key);
  if (good === undefined) throw new Refusal(401, 'invalid-api-key', "The header authorization is 'APIKey' and a key.");
  if (!isFlakeId(storeId)) throw malformed('storeId', `'${storeId}' is not a store id.`, 'flake-id');
  if (good !== storeId) throw new Refusal(403, 'forbidden', 'The API key belongs to another store.');
  return world.store(storeId);
};

const noCustomer = (): Refusal => new Refusal(404, 'customer-not-found', 'The store has no such customer.');

const ownCustomer = (call: Call, storeId: string, id: string): Customer => {
  const store = ownStore(call, storeId);
  const customer = call.world.customers.get(id);
  if (customer?.store_id !== store.id) throw noCustomer();
  return customer;
};

/** Whether a customer is the one that a parameter of the look-up means. Throws 400 for an account of the wrong form. */
const isMeant = (store: StoreSeed, name: string, value: string): ((customer: Customer) => boolean) => {
  const platform = platforms[name];
  if (platform !== undefined) {
    if (!accountForm(store, platform)?.form.test(value)) throw malformed(name, `'${value}' is no account here.`, name);
    return ({account}) => account === value.toLowerCase();
  }
  const hasName = (customer: Customer): boolean => customer.name.toLowerCase() === value.toLowerCase();
  switch (name) {
    case 'id': return ({id}) => id === value;
    case 'name': return hasName;
    case 'minecraft_java_name': return customer => customer.edition === 'java' && hasName(customer);
    case 'minecraft_bedrock_name': return customer => customer.edition === 'bedrock' && hasName(customer);
    default: throw malformed(name, `Nobody can be looked up by '${name}'.`, 'additionalProperties');
  }
};

/** `GET /v1/stores/STORE/customers/lookup` */
export const lookUpCustomer = (call: Call, storeId: string): Response => {
  const store = ownStore(call, storeId);
  const [first, second] = [...call.query];
  if (!first || second) throw malformed('$', 'Look up by exactly one parameter.', 'required');
  const meant = isMeant(store, ...first);
  const found = [...call.world.customers.values()].find(customer => customer.store_id === store.id && meant(customer));
  if (!found) throw noCustomer();
  return Response.json(wireAccount(found, call.base));
};

/** `POST /v1/stores/STORE/customers`: a customer who is there already is refused. */
export const createCustomer = async (call: Call, storeId: string): Promise<Response> => {
  const {world, base} = call;
  const store = ownStore(call, storeId);
  const body = await bodyOf(call);
  onlyKeys(body, [...Object.keys(platforms), 'minecraft_platform', 'name', 'metadata']);
  const [field, platform] = Object.entries(platforms).find(([name]) => typeof body[name] === 'string') ?? [];
  if (field === undefined || platform === undefined) {
    throw malformed(isMinecraft(store) ? 'minecraft_uuid' : 'steam_id', 'Say whose account it is.', 'required');
  }
  const before = world.customers.size;
  const customer = findOrCreate(world, store, platform, String(body[field]), '');
  if (world.customers.size === before) throw new Refusal(409, 'customer-exists', 'There is such a customer already.');
  if (typeof body['name'] === 'string') customer.name = body['name'];
  return Response.json(wireAccount(customer, base));
};

/** `GET /v1/stores/STORE/customers/ID` */
export const readCustomer = (call: Call, storeId: string, id: string): Response =>
  Response.json(wireAccount(ownCustomer(call, storeId, id), call.base));

/** `POST /v1/stores/STORE/customers/ID/tokens` */
export const createToken = (call: Call, storeId: string, id: string): Response =>
  Response.json({token: tokenFor(call.world, ownCustomer(call, storeId, id))});

/** `DELETE /v1/stores/STORE/customers/ID/tokens`: every token of the customer is unknown from now on. */
export const invalidateTokens = (call: Call, storeId: string, id: string): Response => {
  const {world} = call;
  const customer = ownCustomer(call, storeId, id);
  for (const [token, {customer_id}] of world.tokens) if (customer_id === customer.id) world.tokens.delete(token);
  return new Response(null, {status: 204});
};
