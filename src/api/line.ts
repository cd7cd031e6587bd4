import * as more from './check-more.js';
import * as check from './check.js';

/** An account on a platform, such as `{platform: 'steam', id: '76561198152492642'}`. */
export interface PlatformAccount {
  /** One of the API's: `steam`, `minecraft`, `minecraft_java_name`, `minecraft_bedrock_name`, `minecraft_uuid`,
   * `paynow`, `paynow_name`, `xbox_xuid`. */
  platform: string;
  /** The account's id or, where the platform says so, its name. */
  id: string;
}

/** What makes a line: two that differ in any of this stand in the cart side by side. */
export interface LineOptions {
  /** A string of digits. */
  productId: string;
  subscription?: boolean | undefined;
  /** A trial is a subscription that begins free of charge. */
  trial?: boolean | undefined;
  /** A string of digits; needed where the product is delivered on one server only. */
  gameserverId?: string | undefined;
  /** Values by the variables' identifiers. */
  customVariables?: Record<string, string> | undefined;
  /** The one who receives the line as a gift; not together with `giftTo`. */
  giftToCustomerId?: string | undefined;
  /** The one who receives the line as a gift; not together with `giftToCustomerId`. */
  giftTo?: PlatformAccount | undefined;
}

const variables: check.Check<Record<string, string>> = (name, value) => {
  for (const [identifier, chosen] of Object.entries(more.record(name, value))) {
    if (!/^[\w-]+$/.test(identifier)) throw check.wrong(name, 'identifiers have letters, digits, _ and - only');
    if (typeof chosen !== 'string') throw check.wrong(`${name}.${identifier}`, 'has to be a string');
  }
  return value as Record<string, string>;
};

export const account: check.Check<PlatformAccount> = (name, value) => {
  const {platform, id} = more.record(name, value);
  return {platform: more.platform(`${name}.platform`, platform), id: check.filled(`${name}.id`, id)};
};

/** Gives back what is good, in the same names; throws a PaynowError `configuration` at the first that is not. */
export const checkLine = (options: LineOptions): LineOptions => {
  const line = {
    productId: check.id('productId', options.productId),
    subscription: check.maybe(more.flag, 'subscription', options.subscription),
    trial: check.maybe(more.flag, 'trial', options.trial),
    gameserverId: check.maybe(check.id, 'gameserverId', options.gameserverId),
    customVariables: check.maybe(variables, 'customVariables', options.customVariables),
    giftToCustomerId: check.maybe(check.id, 'giftToCustomerId', options.giftToCustomerId),
    giftTo: check.maybe(account, 'giftTo', options.giftTo),
  };
  if (line.giftTo && line.giftToCustomerId) throw check.wrong('giftTo', 'give either it or giftToCustomerId');
  return line;
};
