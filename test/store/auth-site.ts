/** The merchant's own site, as far as it says who is signed in there. */
export interface AuthSite {
  /** What to configure as `authUrl`. */
  readonly authUrl: string;
  /** Every request that came in. */
  readonly asked: {url: string; init: RequestInit | undefined}[];
  /** What it answers from now on; a function is asked for each answer. */
  answers(answer: Response | (() => Response | Promise<Response>)): void;
}

const real = globalThis.fetch;

/** Stands in for the site until the test is over; all other requests go their way. */
export const authSite = (): AuthSite => {
  const authUrl = '/who-is-signed-in';
  let answer: () => Response | Promise<Response> = () => new Response(null, {status: 204});
  const asked: AuthSite['asked'] = [];
  globalThis.fetch = async (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    if (new URL(url).pathname !== authUrl) return real(input, init);
    asked.push({url, init});
    const gaveUp = new Promise<never>((_, reject) => {
      init?.signal?.addEventListener('abort', () => reject(init.signal?.reason as Error));
    });
    return Promise.race([answer(), gaveUp]);
  };
  return {
    authUrl,
    asked,
    answers: next => { answer = typeof next === 'function' ? next : () => next.clone(); },
  };
};

/** The usual answer. */
export const signedIn = (customer_token: string, expires_at?: unknown): Response =>
  Response.json(expires_at === undefined ? {customer_token} : {customer_token, expires_at});

afterEach(() => {
  globalThis.fetch = real;
});
