import {invalid, malformed, Refusal} from './errors.js';
import {randomHex, uuidOf} from './ids.js';
import type {StoreSeed} from './seeds.js';
import type {WireCustomer} from './wire.js';
import type {Customer, World} from './world.js';

const minecraft: Record<string, {form: RegExp; edition: 'java' | 'bedrock'}> = {
  minecraft: {form: /^\.?\w{3,16}$/, edition: 'java'},
  minecraft_java_name: {form: /^\w{3,16}$/, edition: 'java'},
  minecraft_bedrock_name: {form: /^[A-Za-z][A-Za-z0-9 ]{2,15}$/, edition: 'bedrock'},
  minecraft_uuid: {form: /^[\da-f]{8}-?([\da-f]{4}-?){3}[\da-f]{12}$/i, edition: 'java'},
  xbox_xuid: {form: /^\d{16}$/, edition: 'bedrock'},
};
const byAccount = new Set(['minecraft_uuid', 'xbox_xuid']);
const others = ['steam', 'paynow', 'paynow_name'];

/** A platform as PayNow writes it, whatever its case was. Throws a 400 for one that PayNow does not have. */
export const platformOf = (value: string, path: string): string => {
  const platform = value.toLowerCase();
  if (Object.hasOwn(minecraft, platform) || others.includes(platform)) return platform;
  throw invalid(path, 'invalid-platform', `'${value}' is not a platform.`, 'enum');
};

/** Whether shoppers of this store sign in by their player name alone. */
export const isMinecraft = (store: StoreSeed): boolean => store.platform.startsWith('minecraft');

/** The form of an account on this platform; nothing where the store has no customers on it. */
export const accountForm = (
  store: StoreSeed, platform: string,
): {form: RegExp; edition?: 'java' | 'bedrock'} | undefined => {
  if (isMinecraft(store)) return minecraft[platform];
  return platform === 'steam' ? {form: /^7656119\d{10}$/} : undefined;
};

/**
 * The customer with this account, made if there is none yet. `at` is the path that faults are named with. Throws 400
 * for a platform that the store does not have or an id of the wrong form, 404 for a player who does not exist.
 */
export const findOrCreate = (world: World, store: StoreSeed, platform: string, id: string, at: string): Customer => {
  const kind = accountForm(store, platform);
  if (!kind) {
    throw invalid(`${at}platform`, 'platform-not-supported', `This store has no customers on '${platform}'.`);
  }
  if (!kind.form.test(id)) throw malformed(`${at}id`, `The id is not an account on '${platform}'.`, platform);
  if (world.unknownPlayers.has(id.toLowerCase())) {
    throw new Refusal(404, 'customer-not-found', 'There is no such player.');
  }
  const named = kind.edition !== undefined && !byAccount.has(platform);
  const account = named ? uuidOf(`${kind.edition} ${id}`) : id.toLowerCase();
  const known = [...world.customers.values()].find(customer => customer.store_id === store.id
    && (named
      ? customer.name.toLowerCase() === id.toLowerCase() && customer.edition === kind.edition
      : customer.account === account));
  if (known) return known;
  const customer: Customer = {
    id: world.newId(),
    store_id: store.id,
    name: named ? id : `Player ${account.slice(-4)}`,
    account,
    ...(kind.edition && {edition: kind.edition}),
    created_at: new Date(world.now()).toISOString(),
  };
  world.customers.set(customer.id, customer);
  return customer;
};

/** A customer as others may see them. */
export const wireCustomer = (customer: Customer, base: string): WireCustomer => {
  const {id, store_id, name, account, edition} = customer;
  const avatar_url = `${base}/avatars/${id}.svg`;
  const face = {id: account, name, avatar_url};
  const platform = edition ? 'minecraft' : 'steam';
  return {
    id,
    store_id,
    name,
    profile: {...face, platform},
    ...(edition
      ? {minecraft_uuid: account, minecraft: face, minecraft_platform: edition}
      : {steam_id: account, steam: face}),
  };
};

/** A customer as the owner of the account and the store see it. */
export const wireAccount = (customer: Customer, base: string): WireCustomer & Record<string, unknown> => ({
  ...wireCustomer(customer, base), created_at: customer.created_at, updated_at: null, metadata: {},
});

/** A fresh token of this customer, which lives as long as the world says. */
export const tokenFor = (world: World, {id}: Customer, life = world.tokenLife): string => {
  const token = randomHex(64);
  world.tokens.set(token, {customer_id: id, ...(life !== Infinity && {expires_at: world.now() + life})});
  return token;
};
