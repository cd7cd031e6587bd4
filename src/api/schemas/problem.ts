import * as z from 'zod/mini';

/** Which parts of a request the API refuses. */
export const ProblemDetails = z.array(z.object({
  code: z.string(),
  message: z.string(),
  path: z.string(),
  validation: z.string(),
}));
export type ProblemDetails = z.infer<typeof ProblemDetails>;

/** How the API says that something went wrong. The status is read from HTTP. */
export const Problem = z.object({
  code: z.string(),
  message: z.string(),
  trace_id: z.nullish(z.string()),
  /** ProblemDetails, read by themselves: a list in another shape must not cost the code and the message. */
  errors: z.optional(z.unknown()),
});
export type Problem = z.infer<typeof Problem>;
