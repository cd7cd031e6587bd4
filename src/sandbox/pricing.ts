import {convert} from './money.js';
import type {SaleSeed} from './seeds.js';
import {taxOf} from './tax.js';
import type {WirePricing, WireSale} from './wire.js';
import type {Product, World} from './world.js';

/** For whom a price is worked out. */
export interface Audience {
  currency: string;
  country?: string | undefined;
}

const moment = (world: World, iso: string | undefined, seconds: number | undefined): number | undefined => {
  if (iso !== undefined) return Date.parse(iso);
  return seconds === undefined ? undefined : world.startedAt + seconds * 1000;
};

const runningSale = (world: World, sale: SaleSeed, home: string, currency: string): WireSale | undefined => {
  const begins = moment(world, sale.begins_at, sale.starts_in) ?? world.startedAt - 86_400_000;
  const ends = moment(world, sale.ends_at, sale.ends_in);
  const now = world.now();
  if (now < begins || (ends !== undefined && now >= ends)) return undefined;
  return {
    id: sale.id,
    version_id: sale.id,
    name: sale.name,
    discount_type: sale.type,
    discount_amount: sale.type === 'percent' ? sale.amount : convert(sale.amount, home, currency),
    minimum_order_value: 0,
    begins_at: new Date(begins).toISOString(),
    ...(ends !== undefined && {ends_at: new Date(ends).toISOString()}),
  };
};

/**
 * What one unit of a product costs this customer. Currencies are exchanged first and the sale is taken off after, so
 * that a percentage is right in every currency. Prices hold the tax; the tax is only named.
 */
export const pricingOf = (world: World, product: Product, {currency, country}: Audience): WirePricing => {
  const home = world.store(product.store_id).currency;
  const region = product.regions.find(({countries}) => country !== undefined && countries.includes(country));
  const original = region ? convert(region.price, region.currency, currency) : convert(product.price, home, currency);
  const sale = product.sale ? runningSale(world, product.sale, home, currency) : undefined;
  const rebate = sale?.discount_type === 'percent'
    ? Math.round((original * sale.discount_amount) / 1000)
    : Math.min(original, sale?.discount_amount ?? 0);
  const tax = taxOf(country);
  return {
    ...(sale && {active_sale: sale, sale_value: rebate}),
    ...(tax && {vat_rate: tax}),
    ...(region && {
      regional_pricing: {
        region_id: region.id, currency: region.currency, tax_inclusive: true, base_price: region.price,
      },
    }),
    price_original: original,
    price_final: original - rebate,
  };
};
