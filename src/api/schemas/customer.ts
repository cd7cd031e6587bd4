import * as z from 'zod/mini';

/** How a customer appears on the platform that they play on. */
export const CustomerProfile = z.object({
  id: z.string(),
  /** Such as `steam` or `minecraft`; PayNow may add more. */
  platform: z.string(),
  name: z.string(),
  avatar_url: z.nullish(z.string()),
});
export type CustomerProfile = z.infer<typeof CustomerProfile>;

/** A customer of a store: the one who is signed in, or the one who receives a gift. */
export const Customer = z.object({
  /** Decimal digits; too long for a number. */
  id: z.string(),
  name: z.nullish(z.string()),
  profile: z.nullish(CustomerProfile),
});
export type Customer = z.infer<typeof Customer>;

/** Answer of `POST /v1/store/customer/auth`. */
export const CustomerToken = z.object({
  /** The bare token, without the word `Customer`. */
  customer_token: z.string(),
});
export type CustomerToken = z.infer<typeof CustomerToken>;
