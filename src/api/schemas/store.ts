import * as z from 'zod/mini';

/** The store itself. Answer of `GET /v1/store`. */
export const Store = z.object({
  /** Decimal digits; too long for a number. */
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  /** Such as `minecraft` or `rust`; tells how customers can sign in. */
  platform: z.string(),
  game: z.string(),
  /** ISO 4217, in lower case; prices are in it unless another one is asked for. */
  currency: z.string(),
  /** False: payments are only rehearsed. */
  live_mode: z.boolean(),
  description: z.nullish(z.string()),
  logo_url: z.nullish(z.string()),
  logo_square_url: z.nullish(z.string()),
  website_url: z.nullish(z.string()),
  support_email: z.nullish(z.string()),
  support_url: z.nullish(z.string()),
});
export type Store = z.infer<typeof Store>;
