import {visitorOf} from './auth.js';
import {audienceOf, type Call, storeOf} from './call.js';
import {Refusal} from './errors.js';
import {pictures} from './images/index.js';
import {isTrialEligible} from './line-rules.js';
import {convert} from './money.js';
import {pricingOf, type Audience} from './pricing.js';
import type {StoreSeed} from './seeds.js';
import {wireStock} from './stock.js';
import {wireOptions} from './variables.js';
import type {Customer, Product, World} from './world.js';

const isOnSale = ({removed, enabled_at, enabled_until}: Product, now: number): boolean =>
  !removed
  && (enabled_at === null || Date.parse(enabled_at) <= now)
  && (enabled_until === null || Date.parse(enabled_until) > now);

/** The product with this id, of this store if one is given. Throws 404 for one that is not there or not on sale now. */
export const findProduct = (world: World, id: string, store?: StoreSeed): Product => {
  const product = world.products.get(id);
  if (product && (!store || (product.store_id === store.id && isOnSale(product, world.now())))) return product;
  throw new Refusal(404, 'product-not-found', `There is no product '${id}' in this store.`);
};

/** Address of a product's picture: its own, or the sandbox's picture of the same slug. */
export const imageOf = ({image_url, slug}: Product, base: string): string | undefined => {
  if (image_url !== undefined) return image_url ?? undefined;
  return Object.hasOwn(pictures, slug) ? `${base}/images/${slug}.svg` : undefined;
};

const wireProduct = (
  world: World, product: Product, audience: Audience, base: string, visitor: Customer | undefined,
): object => {
  const store = world.store(product.store_id);
  const money = (amount: number): number => convert(amount, store.currency, audience.currency);
  const image = imageOf(product, base);
  const stock = wireStock(world, product, visitor);
  const created = new Date(world.startedAt - 30 * 86_400_000).toISOString();
  return {
    id: product.id,
    store_id: product.store_id,
    version_id: product.id,
    ...(image !== undefined && {image_url: image}),
    slug: product.slug,
    name: product.name,
    description: product.description,
    enabled_at: product.enabled_at,
    enabled_until: product.enabled_until,
    label: product.label,
    hidden: product.hidden,
    sort_order: product.sort_order,
    price: money(product.price),
    currency: audience.currency,
    single_game_server_only: product.single_game_server_only,
    allow_one_time_purchase: product.allow_one_time_purchase,
    allow_subscription: product.allow_subscription,
    is_gifting_disabled: product.is_gifting_disabled,
    is_gift_cards_disabled: product.is_gift_cards_disabled,
    is_coupons_disabled: product.is_coupons_disabled,
    is_affiliate_links_disabled: product.is_affiliate_links_disabled,
    subscription_interval_value: product.subscription_interval.value,
    subscription_interval_scale: product.subscription_interval.scale,
    remove_after_enabled: product.remove_after !== null,
    remove_after_time_value: product.remove_after?.value ?? 0,
    remove_after_time_scale: product.remove_after?.scale ?? 'day',
    pricing: pricingOf(world, product, audience),
    ...(stock && {stock}),
    trial: {
      enabled: product.trial !== null,
      eligible: isTrialEligible(world, product, visitor),
      period_value: product.trial?.value ?? 0,
      period_scale: product.trial?.scale ?? 'day',
    },
    tags: product.tags.flatMap(slug => store.tags.filter(tag => tag.slug === slug))
      .map(({id, slug, name}) => ({id, slug, name})),
    gameservers: product.gameservers,
    custom_variables: product.variables.map(({identifier, name, description = '', type, value_regex, options}) => ({
      identifier, name, description, type, value_regex: value_regex ?? null,
      options: wireOptions(options, store.currency, audience.currency),
    })),
    deliverable_actions: {grant_giftcard: false},
    metadata: product.metadata,
    created_at: created,
    updated_at: created,
  };
};

/** `GET /v1/store/products`. Several tags narrow the list: a product has to carry all of them. */
export const getProducts = (call: Call): Response => {
  const {world, query, base} = call;
  const store = storeOf(call);
  const visitor = visitorOf(call);
  const audience = audienceOf(call, store);
  const tags = query.getAll('tag');
  const list = [...world.products.values()]
    .filter(product => product.store_id === store.id && !product.hidden && isOnSale(product, world.now()))
    .filter(product => tags.every(tag => product.tags.includes(tag)))
    .sort((a, b) => a.sort_order - b.sort_order);
  return Response.json(list.map(product => wireProduct(world, product, audience, base, visitor)));
};

/** `GET /v1/store/products/{idOrSlug}`. A hidden product is found too: hiding only takes it off the list. */
export const getProduct = (call: Call, idOrSlug: string): Response => {
  const {world, base} = call;
  const store = storeOf(call);
  const visitor = visitorOf(call);
  const audience = audienceOf(call, store);
  const named = [...world.products.values()].find(({slug, store_id}) => slug === idOrSlug && store_id === store.id);
  const product = findProduct(world, named?.id ?? idOrSlug, store);
  return Response.json(wireProduct(world, product, audience, base, visitor));
};
