// Reads an OpenAPI 3.1 description and finds what in a request or an answer is not as it says.
import {isIP} from 'node:net';
import addFormats from 'ajv-formats';
import {Ajv2020} from 'ajv/dist/2020.js';

const uint64 = 2n ** 64n;
const int64 = 2n ** 63n;

const formats = {
  'flake-id': text => /^\d{1,20}$/.test(text) && BigInt(text) < uint64,
  'steam-id': text => /^\d{17}$/.test(text),
  // The description's own words say "IPv4 or IPv6" of every parameter that has this format.
  ipv4: text => isIP(text) !== 0,
  // Past this a number in JSON is rounded as soon as it is read, so that its last digits prove nothing.
  int64: {
    type: 'number',
    validate: value => Number.isInteger(value) && BigInt(value) < int64 && BigInt(value) >= -int64,
  },
};

/** PayNow's own SDK sends these to every route, though the description lists them for some routes only. */
const everywhere = ['x-paynow-store-id', 'x-paynow-customer-ip', 'x-paynow-customer-countrycode'];
const methods = ['get', 'put', 'post', 'patch', 'delete'];

const formatsIn = value => {
  if (typeof value !== 'object' || value === null) return [];
  const own = typeof value.format === 'string' && 'type' in value ? [value.format] : [];
  return [...own, ...Object.values(value).flatMap(formatsIn)];
};

const patternOf = path => new RegExp(`^${path.replace(/[.]/g, '\\.').replace(/\{\w+\}/g, '([^/]+)')}$`);

const decoded = text => {
  try {
    return decodeURIComponent(text);
  } catch {
    return `${text} (not percent-encoded)`;
  }
};

/** As a strict reader sees it: a plus is a plus. */
const pairsOf = search => search.replace(/^\?/, '').split('&').filter(Boolean)
  .map(pair => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)].map(decoded));

export class Description {
  #ajv = new Ajv2020({strict: false, allErrors: true, verbose: true});
  #document;
  #validators = new Map();

  constructor(document) {
    this.#document = document;
    addFormats(this.#ajv);
    for (const [name, format] of Object.entries(formats)) this.#ajv.addFormat(name, format);
    const strange = [...new Set(formatsIn(document))].filter(name => !this.#ajv.formats[name]);
    if (strange.length) throw new Error(`The description has formats that nobody checks: ${strange.join(', ')}.`);
    this.#ajv.addSchema(document, 'description');
    this.routes = Object.entries(document.paths).flatMap(([path, item]) =>
      methods.filter(method => item[method]).map(method => ({
        name: `${method.toUpperCase()} ${path}`,
        method: method.toUpperCase(),
        pattern: patternOf(path),
        parameters: [...item.parameters ?? [], ...item[method].parameters ?? []],
        operation: item[method],
      })));
    // A literal path wins over one with a parameter in it.
    this.routes.sort((a, b) => a.name.split('{').length - b.name.split('{').length);
  }

  /** The route of a request, or undefined. */
  routeOf(method, path) {
    return this.routes.find(route => route.method === method && route.pattern.test(path));
  }

  route(name) {
    return this.routes.find(route => route.name === name);
  }

  /** The schema that a reference stands for; any other schema is given back as it is. */
  resolve(schema) {
    if (!schema.$ref) return schema;
    return schema.$ref.slice(2).split('/').reduce((node, key) => node[key], this.#document);
  }

  /** What is wrong with a value, as sentences. */
  faultsOf(schema, value, where) {
    const key = JSON.stringify(schema);
    const validate = this.#validators.get(key) ?? this.#ajv.compile(
      JSON.parse(key, (name, inner) => name === '$ref' ? `description${inner}` : inner));
    this.#validators.set(key, validate);
    if (validate(value)) return [];
    return validate.errors.map(({instancePath, message, params, data}) => {
      const place = `${where}${instancePath.replace(/\/\d+(?=\/|$)/g, '/*')}`;
      const extra = params.additionalProperty ? ` (${params.additionalProperty})` : '';
      return `${place} ${message}${extra}${data === null ? ' (it is null)' : ''}`;
    });
  }

  /** What is wrong with a request. `sent` is {path, search, headers, body}; `used` collects what it made use of. */
  requestFaults(route, sent, used = new Set()) {
    return [
      ...this.#pathFaults(route, sent, used), ...this.#queryFaults(route, sent, used),
      ...this.#headerFaults(route, sent, used), ...this.#bodyFaults(route, sent, used),
    ];
  }

  #pathFaults(route, {path}, used) {
    const parts = route.pattern.exec(path).slice(1).map(decoded);
    return route.parameters.filter(parameter => parameter.in === 'path').flatMap(({name, schema}, index) => {
      used.add(name);
      return this.faultsOf(schema, parts[index], `path ${name}`);
    });
  }

  #queryFaults(route, {search}, used) {
    const known = route.parameters.filter(parameter => parameter.in === 'query');
    const rest = new Set(pairsOf(search));
    const take = wanted => [...rest].filter(pair => wanted(pair[0]) && rest.delete(pair));
    const faults = known.flatMap(({name, schema, required, style, description = ''}) => {
      const deep = style === 'deepObject';
      const found = take(key => deep ? key.startsWith(`${name}[`) && key.endsWith(']') : key === name);
      if (!found.length) return required ? [`query ${name} is missing`] : [];
      used.add(name);
      if (deep) {
        const value = Object.fromEntries(found.map(([key, text]) => [key.slice(name.length + 1, -1), text]));
        return this.faultsOf(schema, value, `query ${name}`);
      }
      const {type} = this.resolve(schema);
      if (type !== 'array' && found.length > 1) return [`query ${name} stands there ${found.length} times`];
      // Of some values only the words of the description say how they are written.
      const loud = description.includes('lowercase') && found.some(([, text]) => text !== text.toLowerCase());
      if (loud) return [`query ${name} is not in lower case`];
      const forms = {integer: /^-?\d+$/, boolean: /^(true|false)$/};
      const isJson = text => !!forms[type]?.test(text);
      const values = found.map(([, text]) => isJson(text) ? JSON.parse(text) : text);
      return this.faultsOf(schema, type === 'array' ? values : values[0], `query ${name}`);
    });
    return [...faults, ...[...rest].map(([name]) => `query ${name} is unknown`)];
  }

  #headerFaults(route, {headers, body}, used) {
    const own = route.parameters.filter(parameter => parameter.in === 'header');
    const common = this.routes.flatMap(({parameters}) => parameters).filter(({name}) => everywhere.includes(name));
    const faults = own.filter(({name, required}) => required && !headers.has(name))
      .map(({name}) => `header ${name} is missing`);
    for (const [name, value] of headers) {
      const parameter = own.find(one => one.name === name) ?? common.find(one => one.name === name);
      if (parameter) {
        used.add(name);
        faults.push(...this.faultsOf(parameter.schema, value, `header ${name}`));
      } else if (!['accept', 'authorization', ...body ? ['content-type'] : []].includes(name)) {
        faults.push(`header ${name} is unknown`);
      }
    }
    const {security = []} = route.operation;
    const token = headers.get('authorization');
    if (token !== null && !security.length) faults.push('header authorization is sent to a route without security');
    if (token !== null && !/^Customer \S+$/.test(token)) faults.push('header authorization is not "Customer TOKEN"');
    if (token === null && security.length && !security.some(one => !Object.keys(one).length)) {
      faults.push('header authorization is missing');
    }
    return faults;
  }

  #bodyFaults(route, {headers, body}, used) {
    const {requestBody} = route.operation;
    if (!requestBody) return body ? ['a body is sent to a route that takes none'] : [];
    if (!body) return requestBody.required ? ['the body is missing'] : [];
    const media = requestBody.content[headers.get('content-type')];
    if (!media) return [`content-type ${headers.get('content-type')} is unknown`];
    const value = JSON.parse(body);
    for (const name of Object.keys(value)) used.add(`body ${name}`);
    return this.faultsOf(media.schema, value, 'body');
  }

  /** What is wrong with an answer. `got` is {status, type, text}. A route that nobody describes still has errors. */
  answerFaults(route, {status, type, text}) {
    const responses = route?.operation.responses ?? this.routes[0].operation.responses;
    const response = route && responses[status] || (status >= 400 ? responses.default : undefined);
    if (!response) return [`status ${status} is not described`];
    const media = response.content?.['application/json'];
    if (!media) return text ? [`${status} has a body, but none is described`] : [];
    if (!/^application\/json\b/.test(type)) return [`${status} has the content-type ${type}`];
    const value = JSON.parse(text);
    const faults = this.faultsOf(media.schema, value, `${status}`);
    if (status >= 400 && value.status !== status) faults.push(`${status} says status ${value.status} in its body`);
    return faults;
  }
}
