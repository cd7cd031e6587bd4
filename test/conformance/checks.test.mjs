// The checks themselves, on a small description of our own: each kind of fault has to be found.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {Description} from '../../conformance/description.mjs';
import {examplesOf} from '../../conformance/examples.mjs';

const json = schema => ({content: {'application/json': {schema}}});
const reference = name => ({$ref: `#/components/schemas/${name}`});

const description = new Description({
  openapi: '3.1.1',
  paths: {
    '/v1/shelf/{slug}': {
      get: {
        parameters: [
          {name: 'slug', in: 'path', required: true, schema: {type: 'string'}},
          {name: 'tag', in: 'query', schema: {type: 'array', items: {type: 'string', maxLength: 3}}},
          {name: 'unit', in: 'query', description: 'The lowercase unit.', schema: {type: 'string'}},
          {name: 'amount', in: 'query', required: true, schema: {type: 'integer', format: 'int32'}},
          {
            name: 'extra', in: 'query', style: 'deepObject',
            schema: {type: 'object', additionalProperties: {type: 'string', maxLength: 3}},
          },
          {name: 'x-shelf', in: 'header', required: true, schema: {type: 'string', format: 'flake-id'}},
        ],
        security: [{Customer: []}],
        responses: {200: json(reference('Shelf')), 204: {}, default: json(reference('Trouble'))},
      },
      post: {
        requestBody: json({
          type: 'object', required: ['id'], properties: {id: reference('Id')}, additionalProperties: false,
        }),
        responses: {200: json(reference('Shelf')), default: json(reference('Trouble'))},
      },
    },
    '/v1/shelf/top': {get: {security: [{}, {Customer: []}], responses: {default: json(reference('Trouble'))}}},
  },
  components: {
    schemas: {
      Id: {type: 'string', format: 'flake-id'},
      Shelf: {
        type: 'object', required: ['id', 'books'], additionalProperties: false,
        properties: {
          id: reference('Id'),
          sum: {type: 'integer', format: 'int64'},
          kind: {type: 'string', enum: ['wide', 'high']},
          books: {
            type: 'array',
            items: {
              type: 'object', required: ['id'], properties: {id: reference('Id'), title: {type: ['null', 'string']}},
            },
          },
        },
      },
      Trouble: {type: 'object', required: ['status'], properties: {status: {type: 'integer', format: 'int32'}}},
    },
  },
});

const get = description.route('GET /v1/shelf/{slug}');
const post = description.route('POST /v1/shelf/{slug}');

const asked = (search, headers = {}, body = '', route = get) => description.requestFaults(route, {
  path: '/v1/shelf/a%20b', search, body,
  headers: new Headers({...route === get && {'x-shelf': '1', authorization: 'Customer t'}, ...headers}),
});

const told = (status, value, type = 'application/json; charset=utf-8') =>
  description.answerFaults(get, {status, type, text: value === undefined ? '' : JSON.stringify(value)});

test('a good request has no faults, and tells what it used', () => {
  const used = new Set();
  const search = '?amount=-5&tag=a&tag=b&extra%5Bx%5D=%C3%AB&unit=kg';
  const headers = new Headers({'x-shelf': '1', authorization: 'Customer t', accept: '*/*'});
  assert.deepEqual(description.requestFaults(get, {path: '/v1/shelf/x', search, headers, body: ''}, used), []);
  assert.deepEqual([...used].sort(), ['amount', 'extra', 'slug', 'tag', 'unit', 'x-shelf']);
});

const asJson = {'content-type': 'application/json'};

const requestFaults = [
  ['query amount is missing', ''],
  ['query amount must be integer', '?amount=1e3'],
  ['query amount must match format "int32"', '?amount=2147483648'],
  ['query amount stands there 2 times', '?amount=1&amount=2'],
  ['query unit is not in lower case', '?amount=1&unit=KG'],
  ['query colour is unknown', '?amount=1&colour=red'],
  ['query extra is unknown', '?amount=1&extra=red'],
  ['query extra/x must NOT have more than 3 characters', '?amount=1&extra[x]=1234'],
  // A plus is no space, so "a+b c" has five characters.
  ['query tag/* must NOT have more than 3 characters', '?amount=1&tag=a+bc'],
  ['header x-shelf must match format "flake-id"', '?amount=1', {'x-shelf': '18446744073709551616'}],
  ['header x-other is unknown', '?amount=1', {'x-other': '1'}],
  ['header authorization is not "Customer TOKEN"', '?amount=1', {authorization: 'Bearer t'}],
  ['header content-type is unknown', '?amount=1', asJson],
  ['a body is sent to a route that takes none', '?amount=1', {}, '{}'],
  ["body must have required property 'id'", '', asJson, '{}', post],
  ['body must NOT have additional properties (more)', '', asJson, '{"id":"1","more":2}', post],
  ['body/id must match format "flake-id"', '', asJson, '{"id":"a"}', post],
  ['content-type text/plain is unknown', '', {'content-type': 'text/plain'}, '{"id":"1"}', post],
  ['header authorization is sent to a route without security', '', {authorization: 'Customer t'}, '', post],
];
for (const [sentence, search, headers, body, route] of requestFaults) {
  test(`request: ${sentence}`, () => assert.deepEqual(asked(search, headers, body, route), [sentence]));
}

test('request: missing headers', () => {
  const sent = {path: '/v1/shelf/x', search: '?amount=1', headers: new Headers(), body: ''};
  const faults = description.requestFaults(get, sent);
  assert.deepEqual(faults, ['header x-shelf is missing', 'header authorization is missing']);
});

test('a route without parameters in its path comes first', () => {
  assert.equal(description.routeOf('GET', '/v1/shelf/top').name, 'GET /v1/shelf/top');
  assert.equal(description.routeOf('GET', '/v1/shelf/other').name, 'GET /v1/shelf/{slug}');
  assert.equal(description.routeOf('PUT', '/v1/shelf/top'), undefined);
});

test('good answers have no faults', () => {
  assert.deepEqual(told(200, {id: '1', books: [{id: '2', title: null}], sum: Number.MAX_SAFE_INTEGER}), []);
  assert.deepEqual(told(204), []);
  assert.deepEqual(told(404, {status: 404}), []);
});

const answerFaults = [
  ["200 must have required property 'books'", 200, {id: '1'}],
  ['200 must NOT have additional properties (more)', 200, {id: '1', books: [], more: 1}],
  ['200/kind must be string (it is null)', 200, {id: '1', books: [], kind: null}],
  ['200/books/*/id must be string', 200, {id: '1', books: [{id: 7}]}],
  ['200/sum must match format "int64"', 200, {id: '1', books: [], sum: 2 ** 63}],
  ['204 has a body, but none is described', 204, {}],
  ['302 is not described', 302, {}],
  ['404 says status 400 in its body', 404, {status: 400}],
  ['404 has the content-type text/html', 404, {status: 404}, 'text/html'],
];
for (const [sentence, status, value, type] of answerFaults) {
  test(`answer: ${sentence}`, () => {
    const faults = told(status, value, type).map(fault => fault.replace(/^status /, ''));
    assert.ok(faults.includes(sentence), faults.join('\n'));
  });
}

test('a format that nobody checks is no silent yes', () => {
  const schemas = {A: {type: 'string', format: 'colour'}};
  assert.throws(() => new Description({paths: {}, components: {schemas}}), /colour/);
});

test('examples go from the least to the most, and are allowed', () => {
  const schema = reference('Shelf');
  const examples = examplesOf(description, schema);
  for (const [name, value, allowed] of examples) {
    assert.equal(description.faultsOf(schema, value, '').length === 0, allowed, name);
  }
  const byName = Object.fromEntries(examples);
  assert.deepEqual(byName.least, {id: '411486491630370816', books: []});
  assert.deepEqual(Object.keys(byName.most), ['id', 'sum', 'kind', 'books']);
  assert.equal(byName['null'].books[0].title, null);
  assert.equal(byName['null'].kind, 'high');
  assert.equal('title' in byName['without books.0.title'].books[0], false);
  assert.equal(byName['null books.0.title'].books[0].title, null);
  assert.equal(byName['null kind'], undefined);
});
