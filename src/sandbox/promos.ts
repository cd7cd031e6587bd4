import {Refusal} from './errors.js';
import type {Checkout, CheckoutLine} from './orders.js';
import type {PromoSeed, StoreSeed} from './seeds.js';
import type {WireValidationError} from './wire.js';
import type {World} from './world.js';

type Rebates = Checkout['rebates'];

/** How a promo was named: by its code, or a coupon by its id. */
export interface PromoWish {
  path: string;
  code?: string;
  id?: string;
}

const faultOf = (world: World, promo: PromoSeed | undefined): [code: string, message: string] | undefined => {
  if (!promo) return ['promo-code-not-found', 'There is no such promo code.'];
  if (promo.expires_at !== undefined && Date.parse(promo.expires_at) <= world.now()) {
    return ['promo-code-expired', 'The promo code has expired.'];
  }
  if (promo.balance !== undefined && promo.balance <= 0) return ['gift-card-empty', 'The gift card is used up.'];
  return undefined;
};

const sumOf = (world: World, lines: CheckoutLine[], promo: PromoSeed): number =>
  lines.reduce((sum, line) => {
    const product = world.products.get(line.product_id);
    const barred = promo.balance === undefined ? product?.is_coupons_disabled : product?.is_gift_cards_disabled;
    return barred === true ? sum : sum + line.unit * line.quantity;
  }, 0);

/**
 * What the promos take off these lines, in minor units of the store: coupons first, then gift cards from what is left.
 * Throws a 400 whose `errors` name every promo that is wrong.
 */
export const rebatesOf = (world: World, store: StoreSeed, lines: CheckoutLine[], wishes: PromoWish[]): Rebates => {
  const errors: WireValidationError[] = [];
  const found = new Map<string, PromoSeed>();
  for (const {path, code, id} of wishes) {
    const promo = world.promos.find(one => one.store_id === store.id
      && (id === undefined ? one.code.toLowerCase() === code?.trim().toLowerCase() : one.id === id));
    const fault = faultOf(world, promo)
      ?? (promo && sumOf(world, lines, promo) === 0
        ? ['promo-code-not-applicable', 'The promo code is not for anything in this checkout.'] as const : undefined);
    if (fault) errors.push({code: fault[0], message: `${fault[1]} (${code ?? id})`, path, validation: 'promo_code'});
    else if (promo) found.set(promo.id, promo);
  }
  const first = errors[0];
  if (first) throw new Refusal(400, first.code, first.message, errors);
  let rest = lines.reduce((sum, line) => sum + line.unit * line.quantity, 0);
  const order = [...found.values()].sort((a, b) => Number(a.balance !== undefined) - Number(b.balance !== undefined));
  return order.map(promo => {
    const sum = sumOf(world, lines, promo);
    const wanted = promo.balance ?? Math.round((sum * (promo.permille ?? 0)) / 1000);
    const amount = Math.min(wanted, sum, rest);
    rest -= amount;
    return {promo_id: promo.id, code: promo.code, amount, gift_card: promo.balance !== undefined};
  });
};
