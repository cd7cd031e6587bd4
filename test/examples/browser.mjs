import {createHmac} from 'node:crypto';

const parse = line => {
  const [pair, ...rest] = line.split('; ');
  const name = pair.slice(0, pair.indexOf('='));
  const attributes = Object.fromEntries(rest.map(part => [part.split('=')[0], part.split('=')[1] ?? true]));
  return {name, value: pair.slice(name.length + 1), attributes};
};

/** Somebody's browser: it keeps cookies, follows nothing by itself, and says where a request comes from as told. */
export class Browser {
  cookies = new Map();

  async ask(url, {method = 'GET', headers = {}} = {}) {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, {
      method, redirect: 'manual', headers: {...(cookie && {cookie}), ...headers},
    });
    const set = response.headers.getSetCookie().map(parse);
    for (const {name, value, attributes} of set) {
      if (attributes['Max-Age'] === '0') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return {status: response.status, headers: response.headers, location: response.headers.get('location'),
      text: await response.text(), set};
  }

  /** Begins a sign-in; says where Steam was to send the browser back. */
  async begin(server, query = '') {
    const {location} = await this.ask(server.route('steam', query));
    return new URL(location).searchParams.get('openid.return_to');
  }

  get session() {
    return [...this.cookies].find(([name]) => name.endsWith('paynow-session'))?.[1];
  }

  clone() {
    const other = new Browser();
    other.cookies = new Map(this.cookies);
    return other;
  }
}

/** What the sign-in puts into cookies, made by hand: with the right key it opens, unless it is over. */
export const sealed = (content, purpose, key) => {
  const body = Buffer.from(JSON.stringify(content)).toString('base64url');
  const own = createHmac('sha256', key).update(`paynow-elements ${purpose}`).digest();
  return `${body}.${createHmac('sha256', own).update(body).digest('base64url')}`;
};

/** The fake PayNow and the fake Steam of one server. */
export const controlOf = url => async (method, route, body) => {
  const response = await fetch(`${url}/__sandbox/${route}`, {
    method, ...(body && {body: JSON.stringify(body), headers: {'content-type': 'application/json'}}),
  });
  if (!response.ok) throw new Error(`${method} ${route}: ${response.status} ${await response.text()}`);
  return response.status === 204 ? undefined : response.json();
};

/** `returnTo` with an assertion of the fake Steam that it confirms, different where `differences` say so. */
export const assertionUrl = async (control, returnTo, account, differences = {}) => {
  const {params} = await control('POST', 'steam', {account, return_to: returnTo, ...differences});
  const url = new URL(returnTo);
  for (const [name, value] of Object.entries(params)) url.searchParams.append(name, value);
  return url;
};
