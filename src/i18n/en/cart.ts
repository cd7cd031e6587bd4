import {plural} from '../plural.js';

const forms = plural('en');

/** What the cart says. */
export const cart = {
  close: 'Close',
  empty: 'Your cart is empty.',
  loading: 'Loading the cart',
  unconfigured:
    'This cart is not connected to a shop yet: put the id of your PayNow store on the script as data-store-id.',
  signedOut: 'Sign in to see what you put in before.',
  signedOutGuest: 'Sign in to check out. Your items are kept.',
  offline: 'You are offline. Your changes are sent when you are back.',
  retry: 'Try again',
  dismiss: 'Dismiss',
  subtotal: 'Subtotal',
  saving: 'You save',
  total: 'Total',
  each: (price: string) => `${price} each`,
  instead: (price: string) => `instead of ${price}`,
  quantityOf: (name: string) => `Quantity of ${name}`,
  less: (name: string) => `One ${name} less`,
  more: (name: string) => `One ${name} more`,
  remove: 'Remove',
  removeOf: (name: string) => `Remove ${name}`,
  changed: (name: string, quantity: number) => `${name}: ${quantity}`,
  removed: (name: string) => `${name} was removed.`,
  clear: 'Empty the cart',
  clearSure: 'Remove everything?',
  cleared: 'The cart was emptied.',
  server: 'Server',
  subscription: 'Subscription',
  trial: 'Free trial',
  giftFor: (name: string) => `Gift for ${name}`,
  gift: 'Gift',
  thisProduct: 'This product',
  day: forms({one: 'Every day', other: 'Every # days'}),
  week: forms({one: 'Every week', other: 'Every # weeks'}),
  month: forms({one: 'Every month', other: 'Every # months'}),
  year: forms({one: 'Every year', other: 'Every # years'}),
  /** In front of the sentence that says why. */
  'undone.add': (name: string) => `${name} was not added.`,
  'undone.set': (name: string) => `The quantity of ${name} was not changed.`,
  'undone.remove': (name: string) => `${name} was not removed.`,
  'undone.clear': () => 'The cart was not emptied.',
};
