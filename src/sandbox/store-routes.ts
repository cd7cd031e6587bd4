import {customerOf, visitorOf} from './auth.js';
import {audienceOf, bodyOf, type Call, onlyKeys, storeOf} from './call.js';
import {findOrCreate, isMinecraft, platformOf, tokenFor, wireAccount} from './customers.js';
import {malformed, Refusal} from './errors.js';
import type {NavSeed, StoreSeed} from './seeds.js';

const born = '2025-03-14T09:00:00.000Z';

/** `GET /v1/store` */
export const getStore = (call: Call): Response => {
  const store = storeOf(call);
  visitorOf(call);
  audienceOf(call, store);
  const {id, slug, name, platform, currency} = store;
  return Response.json({
    id,
    slug,
    name,
    platform,
    game: platform,
    currency,
    creator_currency: currency,
    description: store.description ?? null,
    website_url: store.website_url ?? null,
    support_email: store.support_email ?? null,
    support_url: null,
    integration_type: null,
    live_mode: store.live_mode ?? false,
    logo_url: `${call.base}/images/${slug}.svg`,
    logo_square_url: `${call.base}/images/${slug}.svg`,
    created_at: store.created_at ?? born,
    updated_at: null,
  });
};

/** `GET /v1/store/tags` */
export const getTags = (call: Call): Response => {
  const store = storeOf(call);
  visitorOf(call);
  return Response.json(store.tags.map(({id, slug, name, description, enabled}) => ({
    id, store_id: store.id, slug, name, description: description ?? null, image_url: null, enabled: enabled ?? true,
    created_at: store.created_at ?? born, updated_at: null,
  })));
};

const navTree = (store: StoreSeed, seeds: readonly NavSeed[], above: readonly string[]): object[] =>
  seeds.flatMap(({tag: slug, children = []}, order) => {
    const tag = store.tags.find(one => one.slug === slug);
    if (!tag || tag.enabled === false) return [];
    const query = [...above, slug];
    return [{
      node_id: query.join('.'),
      parent_node_id: above.length > 0 ? above.join('.') : null,
      tag_id: tag.id,
      tag_slug: slug,
      tag_query: query,
      name: tag.name,
      order,
      children: navTree(store, children, query),
    }];
  });

/** `GET /v1/store/navlinks` */
export const getNavlinks = (call: Call): Response => {
  const store = storeOf(call);
  visitorOf(call);
  return Response.json(navTree(store, store.navlinks, []));
};

/** `POST /v1/store/customer/auth`: only Minecraft players may sign in by their name alone. */
export const signIn = async (call: Call): Promise<Response> => {
  const {world} = call;
  const store = storeOf(call);
  audienceOf(call, store);
  const body = await bodyOf(call);
  onlyKeys(body, ['platform', 'id']);
  const {platform, id} = body;
  if (typeof platform !== 'string') throw malformed('platform', 'platform is required.', 'required');
  if (typeof id !== 'string' || id === '') throw malformed('id', 'id is required.', 'required');
  if (!isMinecraft(store)) {
    throw new Refusal(403, 'auth-not-supported', 'Customers of this store are signed in by its own server.');
  }
  const customer = findOrCreate(world, store, platformOf(platform, 'platform'), id, '');
  return Response.json({customer_token: tokenFor(world, customer)});
};

/** `GET /v1/store/customer` */
export const getCustomer = (call: Call): Response => {
  const {customer} = customerOf(call);
  return Response.json(wireAccount(customer, call.base));
};
