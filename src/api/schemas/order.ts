import * as z from 'zod/mini';

/** A purchase. `status` is `created` until the payment is through, then `completed`; more values may come. */
export const Order = z.object({
  /** Decimal digits; too long for a number. */
  id: z.string(),
  /** For people: shorter than the id. */
  pretty_id: z.string(),
  status: z.string(),
  /** The checkout session that it came from; a renewal has none. */
  checkout_id: z.nullish(z.string()),
});
export type Order = z.infer<typeof Order>;
