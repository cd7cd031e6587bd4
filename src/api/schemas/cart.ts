import * as z from 'zod/mini';
import {Customer} from './customer.js';
import {integer} from './integer.js';
import {CustomVariableOption, GameServer, Pricing} from './product.js';

/** What the shopper chose or typed for one variable of a line. */
export const CartLineVariable = z.object({
  identifier: z.string(),
  name: z.string(),
  /** `dropdown`, `text` or `number`; PayNow may add more. */
  type: z.string(),
  value: z.string(),
  selected_option: z.nullish(CustomVariableOption),
});
export type CartLineVariable = z.infer<typeof CartLineVariable>;

/** One line of a cart. No route takes its `line_key`: to change it, all that makes it has to be sent again. */
export const CartLine = z.object({
  line_key: z.string(),
  /** Decimal digits; too long for a number. */
  product_id: z.string(),
  name: z.string(),
  slug: z.string(),
  image_url: z.nullish(z.string()),
  /** Of one unit, in the smallest unit of the cart's currency. */
  price: integer,
  pricing: Pricing,
  quantity: integer,
  subscription: z.boolean(),
  trial: z.boolean(),
  selected_gameserver_id: z.nullish(z.string()),
  selected_gameserver: z.nullish(GameServer),
  custom_variables: z.array(CartLineVariable),
  gift_to_customer_id: z.nullish(z.string()),
  gift_to_customer: z.nullish(Customer),
});
export type CartLine = z.infer<typeof CartLine>;

/** The cart of one customer; there is no anonymous one. Answer of `GET /v1/store/cart`. */
export const Cart = z.object({
  store_id: z.string(),
  customer_id: z.string(),
  lines: z.array(CartLine),
  /** Of the whole cart, in the smallest unit of `currency`. */
  total: integer,
  /** ISO 4217, in lower case. */
  currency: z.string(),
});
export type Cart = z.infer<typeof Cart>;
