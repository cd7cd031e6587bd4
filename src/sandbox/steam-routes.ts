import type {Call} from './call.js';
import {isMinecraft} from './customers.js';
import {type Markup, markup} from './markup.js';
import {pageOf} from './page.js';
import {assertionOf, isConfirmed, openId} from './steam.js';

const page = (title: string, body: Markup, status = 200): Response => pageOf({
  title, name: 'Pretend Steam', kind: 'Sandbox sign-in', status,
  foot: 'This is not Steam: it belongs to the sandbox of paynow-elements and asks for no password.',
}, body);

const refused = (why: string): Response =>
  page('No sign-in', markup`<div class="done"><h1>This is no question of OpenID</h1><p>${why}</p></div>`, 400);

/** Whether an address lies in the realm: below it, on the same host. */
const isWithin = (address: string, realm: string): boolean => {
  if (!URL.canParse(address) || !URL.canParse(realm)) return false;
  const [url, area] = [new URL(address), new URL(realm)];
  return url.origin === area.origin && url.pathname.startsWith(area.pathname);
};

/** A SteamID64 that nobody in this world has. It follows from how many there are, so that pages stay the same. */
const newcomer = ({world}: Call): string => String(76_561_198_900_000_000n + BigInt(world.customers.size));

/** `GET /openid/login`: asks who signs in. */
export const steamPage = (call: Call): Response => {
  const {query, world, base} = call;
  const [mode, returnTo, realm] = ['mode', 'return_to', 'realm'].map(name => query.get(`openid.${name}`) ?? '');
  if (query.get('openid.ns') !== openId) return refused(`openid.ns has to be ${openId}.`);
  if (mode !== 'checkid_setup') return refused('openid.mode has to be checkid_setup.');
  if (!returnTo || !realm || !isWithin(returnTo, realm)) return refused('openid.return_to has to be in openid.realm.');
  const anybody = `${openId}/identifier_select`;
  if (query.get('openid.identity') !== anybody || query.get('openid.claimed_id') !== anybody) {
    return refused(`openid.identity and openid.claimed_id have to be ${anybody}.`);
  }
  const known = [...world.customers.values()].filter(({store_id}) => !isMinecraft(world.store(store_id)));
  const button = (account: string, name: string, picture: Markup): Markup => markup`<button name="account"
value="${account}">${picture}<span>Sign in as ${name}<small>${account}</small></span></button>`;
  const buttons = known.map(({id, name, account}) =>
    button(account, name, markup`<img src="${base}/avatars/${id}.svg" alt="" width="44" height="44">`));
  return page('Sign in', markup`<h1>Who are you?</h1>
<p class="for">Signing in to <strong>${new URL(realm).host}</strong></p>
<form method="post" action="${base}/openid/choice"><input type="hidden" name="return_to" value="${returnTo}">
<div class="accounts">${buttons}${button(newcomer(call), 'somebody new', markup`<span class="blank"></span>`)}</div>
<button class="quiet" name="account" value="">Cancel</button></form>`);
};

/** `POST /openid/choice`: goes back with what was chosen. */
export const chooseAccount = async (call: Call): Promise<Response> => {
  const form = new URLSearchParams(await call.request.text());
  const [account, returnTo] = [form.get('account') ?? '', form.get('return_to') ?? ''];
  if (!URL.canParse(returnTo)) return refused('The way back is missing.');
  const params = account === ''
    ? {'openid.ns': openId, 'openid.mode': 'cancel'} : assertionOf(call, account, returnTo);
  const location = new URL(returnTo);
  for (const [name, value] of Object.entries(params)) location.searchParams.append(name, value);
  return new Response(null, {status: 303, headers: {location: location.href}});
};

/** `POST /openid/login`: says whether an assertion is true. */
export const checkAssertion = async (call: Call): Promise<Response> => {
  const params = new URLSearchParams(await call.request.text());
  const isValid = params.get('openid.mode') === 'check_authentication' && isConfirmed(call, params);
  return new Response(`ns:${openId}\nis_valid:${isValid}\n`, {headers: {'content-type': 'text/plain; charset=utf-8'}});
};
