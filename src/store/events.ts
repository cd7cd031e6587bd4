import type {CheckoutSession, Customer} from '../api/index.js';
import type {PaynowError} from '../api/errors.js';
import type {ShownCart, ShownLine} from './cart-store.js';

/** A line that could not be brought into the customer's cart after signing in, and why. */
export interface SkippedLine {
  readonly line: ShownLine;
  readonly error: PaynowError;
}

/** Facts that belong to a shop and not to one element: each fires once on `document`. */
export interface ShopEventMap {
  'paynow-cart-change': CustomEvent<{storeId: string; cart: ShownCart | null; previous: ShownCart | null}>;
  'paynow-sign-in': CustomEvent<{storeId: string; customer: Customer | null}>;
  'paynow-sign-out': CustomEvent<{storeId: string; customer: Customer | null}>;
  'paynow-cart-merge': CustomEvent<{merged: readonly ShownLine[]; skipped: readonly SkippedLine[]}>;
  'paynow-purchase': CustomEvent<{checkoutId: string; orderId: string}>;
}

/** What the elements dispatch; all bubble and cross shadow roots. */
export interface ElementEventMap {
  'paynow-before-add': CustomEvent<{line: LineRequest}>;
  'paynow-add': CustomEvent<{line: LineRequest; cart?: ShownCart}>;
  'paynow-before-remove': CustomEvent<{line: ShownLine; cart?: ShownCart}>;
  'paynow-remove': CustomEvent<{line: ShownLine; cart?: ShownCart}>;
  /** `lines` when they are bought past the cart. */
  'paynow-before-checkout': CustomEvent<{
    cart: ShownCart | null;
    options: CheckoutOptions;
    lines?: readonly LineRequest[];
  }>;
  'paynow-checkout': CustomEvent<CheckoutSession>;
  'paynow-cart-open': CustomEvent<undefined>;
  'paynow-cart-close': CustomEvent<undefined>;
  'paynow-auth-required': CustomEvent<{storeId: string; reason: string}>;
  'paynow-error': CustomEvent<{error: PaynowError}>;
}

/** What makes a line of the cart: the product and everything chosen for it. */
export interface LineRequest {
  /** Id (digits in a string) or slug of the product. */
  readonly productId: string;
  /** How many; 1 when left out. */
  readonly quantity?: number | undefined;
  readonly subscription?: boolean | undefined;
  readonly trial?: boolean | undefined;
  readonly gameserverId?: string | undefined;
  /** One value for each identifier of a custom variable. */
  readonly customVariables?: Readonly<Record<string, string>> | undefined;
  readonly giftToCustomerId?: string | undefined;
  readonly giftTo?: {readonly platform: string; readonly id: string} | undefined;
}

/** What a checkout takes along; what is left out comes from the configuration. */
export interface CheckoutOptions {
  readonly promoCodes?: readonly string[] | undefined;
  readonly affiliateCode?: string | undefined;
  readonly couponId?: string | undefined;
  readonly returnUrl?: string | undefined;
  readonly cancelUrl?: string | undefined;
  readonly autoRedirect?: boolean | undefined;
}

/** Says a fact of a shop to the page; does nothing where there is no document. */
export const announceFact = <Name extends keyof ShopEventMap>(
  name: Name,
  detail: ShopEventMap[Name]['detail'],
): void => {
  if (typeof document === 'object')
    document.dispatchEvent(new CustomEvent(name, {detail, bubbles: true, composed: true}));
};

declare global {
  interface HTMLElementEventMap extends ElementEventMap {}
  interface DocumentEventMap extends ShopEventMap, ElementEventMap {}
}
