import type {PaynowError} from '../api/errors.js';
import type {Cart} from '../api/index.js';

/** What is known of the server's cart. */
export class CartCopy {
  /** The cart as it was read last; null before, and while nobody is signed in. */
  server: Cart | null = null;
  /** The cart as it was on another page, to be shown until it has been read. */
  warm?: Cart | null;
  /** When it was asked for, in milliseconds since 1970. */
  readAt = 0;
  /** Why it could not be read. */
  error: PaynowError | null = null;
  /** Id of the customer whose cart it is or was. */
  customer: string | null = null;
  /** Whether there is known to be no customer. */
  signedOut = false;

  /** The cart to show. */
  get shown(): Cart | null {
    return this.server ?? this.warm ?? null;
  }

  /** A cart was read. */
  take(cart: Cart, at: number): void {
    this.server = cart;
    this.readAt = at;
    this.error = null;
    this.signedOut = false;
    this.customer = cart.customer_id;
  }

  /** Nobody is signed in. */
  leave(): void {
    this.signedOut = true;
    this.server = this.error = this.warm = null;
  }

  /** Somebody else may be signed in. */
  forget(): void {
    this.server = this.customer = this.error = this.warm = null;
  }
}
