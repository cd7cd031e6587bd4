// Gives the client every answer that the description allows, and sees whether it can read it.
import {examplesOf} from './examples.mjs';
import {baseUrl} from './inspector.mjs';

const line = {productId: '1'};

const readersOf = api => ({
  'GET /v1/store/cart': client => api.getCart(client),
  'DELETE /v1/store/cart': client => api.clearCart(client),
  'PUT /v1/store/cart/lines': client => api.putCartLine(client, line),
  'POST /v1/store/cart/checkout': client => api.createCartCheckout(client),
  'POST /v1/checkouts': client => api.createCheckout(client, {lines: [line]}),
  'POST /v1/store/customer/auth': client => api.authenticateCustomer(client, {platform: 'minecraft', id: 'Notch'}),
  'GET /v1/store/customer': client => api.getCustomer(client),
  'GET /v1/store/customer/orders': client => api.getOrders(client),
  'GET /v1/store/navlinks': client => api.getNavlinks(client),
  'GET /v1/store/products': client => api.getProducts(client),
  'GET /v1/store/products/{idOrSlug}': client => api.getProduct(client, {idOrSlug: 'vip'}),
  'GET /v1/store': client => api.getStore(client),
  'GET /v1/store/tags': client => api.getTags(client),
});

/** The client that is always given this answer; what it cannot use is an error, also in lists. */
const given = (api, status, value) => api.createClient({
  storeId: '1', token: 'token', baseUrl,
  fetch: async () => status === 204 ? new Response(null, {status}) : new Response(JSON.stringify(value), {status}),
  onWarning: error => {
    throw error;
  },
});

const readGood = async ({api}, inspector, description, name, read) => {
  const [status, response] = Object.entries(description.route(name).operation.responses)
    .find(([code]) => code.startsWith('2'));
  const schema = response.content?.['application/json'].schema;
  for (const [kind, value, allowed] of schema ? examplesOf(description, schema) : [['empty', undefined, false]]) {
    inspector.count(name).examples++;
    const own = allowed ? description.faultsOf(schema, value, kind) : [];
    if (own.length) inspector.fault(name, `example "${kind}" is wrong itself: ${own}`);
    await read(given(api, Number(status), value)).catch(error =>
      inspector.fault(name, `example "${kind}" is not understood: ${error.message}`));
  }
};

const readErrors = async ({api}, inspector, description, name, read) => {
  const {schema} = description.route(name).operation.responses.default.content['application/json'];
  for (const [kind, value] of examplesOf(description, schema)) {
    inspector.count(name).examples++;
    const error = await read(given(api, 400, value)).catch(reason => reason);
    const {kind: sort, status, code, traceId, details} = error ?? {};
    const good = sort === 'http' && status === 400 && code === value.code
      && (traceId ?? null) === (value.trace_id ?? null) && (details?.length ?? 0) === (value.errors?.length ?? 0);
    if (!good) inspector.fault(name, `error "${kind}" is not understood: ${error}`);
  }
};

/** Reads examples of every route that the client has, and names those routes. */
export const readExamples = async (sources, inspector, description) => {
  const readers = readersOf(sources.api);
  for (const [name, read] of Object.entries(readers)) {
    if (!description.route(name)) {
      inspector.fault(name, 'the description has no such route');
      continue;
    }
    await readGood(sources, inspector, description, name, read);
    await readErrors(sources, inspector, description, name, read);
  }
  return Object.keys(readers);
};
