/** The request headers that PayNow takes; a page that sends any other one is stopped by the browser. */
const requestHeaders =
  'authorization, content-type, x-paynow-store-id, x-paynow-customer-countrycode, x-paynow-customer-ip';

/** Lets any site read the answer. Credentials are never allowed: nothing here uses cookies. */
export const allowAnySite = (response: Response): Response => {
  response.headers.set('access-control-allow-origin', '*');
  response.headers.set('access-control-expose-headers', 'Retry-After');
  return response;
};

/** The answer to a preflight. No max-age: each test sees its own preflights. */
export const preflight = (): Response =>
  allowAnySite(
    new Response(null, {
      status: 204,
      headers: {
        'access-control-allow-methods': 'GET, POST, PUT, DELETE, OPTIONS',
        'access-control-allow-headers': requestHeaders,
      },
    }),
  );
