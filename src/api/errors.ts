/**
 * What went wrong, in the few ways that callers treat differently:
 * - `network`: no answer came (offline, blocked, connection lost); whether the server acted is unknown.
 * - `timeout`: no whole answer came in time; whether the server acted is unknown.
 * - `http`: the API answered with an error status other than 401; see `status` and `code`.
 * - `schema`: the API answered, but not in the shape that its description promises.
 * - `auth`: the customer's token is missing, refused (401) or could not be fetched.
 * - `configuration`: an option or argument is wrong; nothing was sent.
 * - `aborted`: the caller gave up; whether the server acted is unknown.
 */
export type PaynowErrorKind = 'network' | 'timeout' | 'http' | 'schema' | 'auth' | 'configuration' | 'aborted';

/** One entry of the API's `errors` list: which part of a request it refuses and why (English, for developers). */
export interface PaynowErrorDetail {
  code: string;
  message: string;
  /** Where in the request, in the API's own notation. */
  path: string;
  /** The rule that the value broke. */
  validation: string;
}

/** Everything about a failure but its sentence. */
export interface PaynowErrorInfo {
  kind: PaynowErrorKind;
  /** HTTP status of the answer. */
  status?: number | undefined;
  /** The API's error code, such as `out-of-stock`; meant for programs. */
  code?: string | undefined;
  /** What PayNow's support asks for. */
  traceId?: string | undefined;
  /** Milliseconds that the API asks to wait before the next try. */
  retryAfter?: number | undefined;
  /** HTTP method of the request that failed. */
  method?: string | undefined;
  /** Path of the request that failed, without its query. */
  path?: string | undefined;
  /** The API's own list of what it refuses. */
  details?: PaynowErrorDetail[] | undefined;
  /** The exception underneath, where there is one. */
  cause?: unknown;
}

/**
 * The one error that this package throws. `message` is English for developers
 * (`PUT /v1/store/cart/lines: 400 out-of-stock: …`) and never meant for shoppers; it carries neither tokens nor what a
 * customer typed.
 */
export class PaynowError extends Error implements PaynowErrorInfo {
  override readonly name = 'PaynowError';
  declare readonly kind: PaynowErrorKind;
  declare readonly status?: number | undefined;
  declare readonly code?: string | undefined;
  declare readonly traceId?: string | undefined;
  declare readonly retryAfter?: number | undefined;
  declare readonly method?: string | undefined;
  declare readonly path?: string | undefined;
  declare readonly details?: PaynowErrorDetail[] | undefined;

  constructor(message: string, info: PaynowErrorInfo) {
    super(message, info);
    Object.assign(this, info);
  }
}

/**
 * Tells a PaynowError from any other value. It looks at the name and not at the class, because a page may hold several
 * copies of this script, each with a class of its own.
 */
export const isPaynowError = (value: unknown): value is PaynowError =>
  typeof value === 'object' &&
  value !== null &&
  (value as {name?: unknown}).name === 'PaynowError' &&
  typeof (value as {kind?: unknown}).kind === 'string';
