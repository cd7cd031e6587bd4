// The client and the sandbox against PayNow's own description; `node conformance/run.mjs` prints the same as a table.
import assert from 'node:assert/strict';
import {before, test} from 'node:test';
import {inspect} from '../../conformance/inspect.mjs';
import {readDescription} from '../../conformance/source.mjs';

const routes = [
  'GET /v1/store/cart', 'DELETE /v1/store/cart', 'PUT /v1/store/cart/lines', 'POST /v1/store/cart/checkout',
  'POST /v1/checkouts', 'POST /v1/store/customer/auth', 'GET /v1/store/customer', 'GET /v1/store/customer/orders',
  'GET /v1/store/navlinks', 'GET /v1/store/products', 'GET /v1/store/products/{idOrSlug}',
  'GET /v1/store', 'GET /v1/store/tags',
];

let result;
before(async () => {
  result = await inspect(await readDescription());
});

const faultsOf = name => [...result.inspector.faults.keys()].filter(fault => fault.startsWith(`${name}: `));

for (const name of routes) {
  test(`${name} is as the description says`, () => {
    assert.deepEqual(faultsOf(name), []);
    const {requests, good, refused, examples} = result.inspector.count(name);
    assert.ok(Math.min(requests, good, refused, examples) > 0, 'something of it was not looked at');
  });
}

test('these are all the routes that the client has', () => {
  assert.deepEqual([...result.routes].sort(), [...routes].sort());
});

test('nothing else went wrong', () => {
  const others = [...result.inspector.faults.keys()]
    .filter(fault => !routes.some(name => fault.startsWith(`${name}: `)));
  assert.deepEqual(others, []);
});
