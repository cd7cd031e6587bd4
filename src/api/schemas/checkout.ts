import * as z from 'zod/mini';

/** A checkout that is ready: send the customer to `url`, or hand `token` to PayNow.js. */
export const CheckoutSession = z.object({
  id: z.string(),
  token: z.string(),
  /** As the API gave it: look at its scheme before the customer is sent there. */
  url: z.string(),
});
export type CheckoutSession = z.infer<typeof CheckoutSession>;
