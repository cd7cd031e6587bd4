import * as z from 'zod/mini';

const ProblemDetail = z.object({
  code: z.string(),
  message: z.string(),
  path: z.string(),
  validation: z.string(),
});

/**
 * How the API says that something went wrong. The status is read from HTTP. What is missing or odd in the optional
 * parts is let go: a half-readable reason is better than none.
 */
export const Problem = z.object({
  code: z.string(),
  message: z.string(),
  trace_id: z.catch(z.nullish(z.string()), undefined),
  errors: z.catch(z.nullish(z.array(ProblemDetail)), undefined),
});
export type Problem = z.infer<typeof Problem>;
