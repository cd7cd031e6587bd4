import * as z from 'zod/mini';
import {integer} from './integer.js';

/** What one unit costs this customer; integers in the smallest unit of the product's or cart's `currency`. */
export const Pricing = z.object({
  price_original: integer,
  /** What is paid; the original is struck through when it is higher. */
  price_final: integer,
  /** Which tax the price contains or will get. */
  vat_rate: z.nullish(z.object({
    /** Local short name, such as `DPH`. */
    vat_abbreviation: z.string(),
    /** 21 means 21 %. */
    percentage: z.number(),
  })),
  /** The sale that makes the difference, if one is running. */
  active_sale: z.nullish(z.object({
    name: z.string(),
    /** ISO 8601; null or missing for a sale without an end. */
    ends_at: z.nullish(z.string()),
  })),
});
export type Pricing = z.infer<typeof Pricing>;

/** Whether and how often this customer may still buy. */
export const Stock = z.object({
  available_to_purchase: z.boolean(),
  /** Null or missing means without limit. */
  customer_available: z.nullish(integer),
});
export type Stock = z.infer<typeof Stock>;

/** A free trial of a subscription. It is on offer when it is both enabled and eligible. */
export const Trial = z.object({
  enabled: z.boolean(),
  eligible: z.boolean(),
  period_value: integer,
  /** `day`, `week`, `month` or `year`; PayNow may add more. */
  period_scale: z.string(),
});
export type Trial = z.infer<typeof Trial>;

/** A server of the game, on which a product can be delivered. */
export const GameServer = z.object({
  id: z.string(),
  name: z.string(),
  /** Only enabled ones may be chosen. */
  enabled: z.boolean(),
});
export type GameServer = z.infer<typeof GameServer>;

/** One choice of a dropdown variable. */
export const CustomVariableOption = z.object({
  name: z.string(),
  value: z.string(),
  /** Added to the product's price, in the smallest unit of its currency. */
  price: integer,
  is_default: z.boolean(),
  sort_order: integer,
});
export type CustomVariableOption = z.infer<typeof CustomVariableOption>;

/** Something that the shopper fills in or chooses for a product. */
export const CustomVariable = z.object({
  identifier: z.string(),
  name: z.string(),
  description: z.string(),
  /** `dropdown`, `text` or `number`; PayNow may add more. */
  type: z.string(),
  /** RE2 syntax, which JavaScript cannot always compile. */
  value_regex: z.nullish(z.string()),
  options: z.array(CustomVariableOption),
});
export type CustomVariable = z.infer<typeof CustomVariable>;

/** A tag as it stands on a product. */
export const ProductTag = z.object({
  id: z.string(),
  slug: z.string(),
  name: z.string(),
});
export type ProductTag = z.infer<typeof ProductTag>;

/** A product of the store; with a customer token it carries what this customer may still buy. */
export const Product = z.object({
  /** Decimal digits; too long for a number. */
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  /** HTML written by the merchant: clean it before it is shown. */
  description: z.string(),
  label: z.nullish(z.string()),
  image_url: z.nullish(z.string()),
  hidden: z.boolean(),
  sort_order: integer,
  /** The dashboard's base price; show `pricing.price_final` where there is one. Smallest unit of `currency`. */
  price: integer,
  /** ISO 4217, in lower case. */
  currency: z.string(),
  pricing: z.nullish(Pricing),
  stock: z.nullish(Stock),
  trial: Trial,
  allow_one_time_purchase: z.boolean(),
  allow_subscription: z.boolean(),
  subscription_interval_value: integer,
  /** `day`, `week`, `month` or `year`; PayNow may add more. */
  subscription_interval_scale: z.string(),
  is_gifting_disabled: z.boolean(),
  /** Coupons take nothing off it. */
  is_coupons_disabled: z.boolean(),
  /** Gift cards cannot pay for it. */
  is_gift_cards_disabled: z.boolean(),
  /** True: one of the enabled game servers has to be chosen. */
  single_game_server_only: z.boolean(),
  gameservers: z.array(GameServer),
  custom_variables: z.array(CustomVariable),
  tags: z.array(ProductTag),
  /** Free-form texts of the merchant by key. An object that lets everything through needs no further code of zod. */
  metadata: z.nullish(z.catchall(z.object({}), z.unknown())),
});
export type Product = z.infer<typeof Product>;
