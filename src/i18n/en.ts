import {account} from './en/account.js';
import {add} from './en/add.js';
import {cart} from './en/cart.js';
import {catalog} from './en/catalog.js';
import {checkout} from './en/checkout.js';
import {count} from './en/count.js';
import {errors} from './en/errors.js';
import {limits} from './en/limits.js';
import {link} from './en/link.js';
import {options} from './en/options.js';
import {pay} from './en/pay.js';
import {promo} from './en/promo.js';
import {shop} from './en/shop.js';
import {thanks} from './en/thanks.js';

/** All English texts: the pattern for every other language. English comes in pieces, each loaded with what shows it. */
export const en = {
  ...account, ...add, ...count, ...cart, ...catalog, ...checkout, ...errors, ...limits, ...link, ...options, ...pay,
  ...promo, ...shop, ...thanks,
};

/** What every language has to say. Texts with a number or a name in them are functions, and choose the plural form. */
export type Messages = typeof en;
