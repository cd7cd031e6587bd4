import {popupPage, sorryPage} from './pages.mjs';
import {createPaynow} from './paynow.mjs';
import {createSeal, randomText} from './signed.mjs';
import {confirmWithSteam, readAssertion, steamAddress} from './steam.mjs';

/** How long somebody may take at Steam, and how long a sign-in lasts on this site. */
const [attemptSeconds, sessionSeconds] = [600, 30 * 86_400];
const attemptsAtOnce = 4;

/** After an hour a page asks again, so that a sign-out reaches the pages that are still open. */
const tokenSeconds = 3600;

const sentences = {
  lost: 'This sign-in took too long or was begun in another browser. Please begin again.',
  refused: 'Steam did not confirm this sign-in. Please try again.',
  trouble: 'Signing in does not work at the moment. Nothing is lost; please try again in a minute.',
};

/** Remembers in this process what was used, for as long as it could be used again. */
const createMemory = () => {
  const used = new Map();
  return async (name, seconds) => {
    const now = Date.now();
    for (const [key, until] of used) {
      // The oldest come first.
      if (until > now) break;
      used.delete(key);
    }
    if (used.has(name)) return false;
    used.set(name, now + seconds * 1000);
    return true;
  };
};

const answer = (status, body, headers = {}) => new Response(body, {
  status, headers: {'cache-control': 'no-store', 'x-content-type-options': 'nosniff', ...headers},
});

const json = (status, value, headers) =>
  answer(status, JSON.stringify(value), {'content-type': 'application/json; charset=utf-8', ...headers});

const cookiesOf = request => new Map((request.headers.get('cookie') ?? '').split(/; */)
  .map(pair => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]));

/**
 * The whole sign-in as one function from a request to a response; null where the address is not one of its four.
 * `settings` come from readSettings. `claim(name, seconds)` says whether a name is used for the first time; without it
 * this process remembers by itself. `log` gets a sentence for the site's owner, never a token, a key or an account.
 */
export const createAuth = (settings, {claim = createMemory(), log = console.error, patience = 8000} = {}) => {
  const {siteUrl, siteOrigin, authUrl, steamUrl, apiKey} = settings;
  const front = `${siteUrl}/`;
  const authOrigin = new URL(authUrl).origin;
  const base = new URL(authUrl).pathname.replace(/\/$/, '');
  const isSecure = authUrl.startsWith('https:');
  const paynow = createPaynow(settings, patience);
  const attempts = createSeal(apiKey, 'attempt');
  const sessions = createSeal(apiKey, 'session');
  // The prefix makes browsers refuse such a cookie from a neighbouring site or an unsafe connection.
  const prefix = isSecure ? '__Host-' : '';
  const sessionCookie = `${prefix}paynow-session`;
  const attemptCookie = id => `${prefix}paynow-steam-${id}`;
  const cookie = (name, value, seconds, sameSite) =>
    `${name}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=${sameSite}${isSecure ? '; Secure' : ''}`;
  // All but the newest, which browsers send last: with too many cookies no server reads the request.
  const endOldAttempts = request => [...cookiesOf(request).keys()].filter(name => name.startsWith(attemptCookie('')))
    .slice(0, 1 - attemptsAtOnce).map(name => cookie(name, '', 0, 'Lax'));
  const noSession = cookie(sessionCookie, '', 0, 'Strict');
  const withCookies = (response, ...cookies) => {
    for (const one of cookies) response.headers.append('set-cookie', one);
    return response;
  };

  /** A place on the site to go back to. What is not plainly one of the site's own addresses becomes its front page. */
  const placeOf = wish => {
    const path = wish.startsWith(`${siteOrigin}/`) ? wish.slice(siteOrigin.length) : wish;
    return /^\/(?!\/)[\x21-\x5b\x5d-\x7e]{0,1500}$/.test(path) ? siteOrigin + path : front;
  };

  const goTo = location => answer(303, null, {location, 'referrer-policy': 'no-referrer'});
  const again = back => `${authUrl}/steam?${new URLSearchParams({return_to: back})}`;
  const sorry = (status, sentence, back = front) => sorryPage(status, sentence, {again: again(back), back});
  const end = ({back, isPopup}, isSignedIn) =>
    isPopup ? popupPage({token: `${authUrl}/token`, origin: siteOrigin, back, isSignedIn}) : goTo(back);

  const start = async (request, query) => {
    // Frames, pictures and scripts of other sites begin no sign-in: only a person who goes here does.
    const dest = request.headers.get('sec-fetch-dest');
    if (dest !== null && dest !== 'document') return answer(403, 'Open this address in a window.');
    const id = randomText(16);
    const attempt = {id, back: placeOf(query.get('return_to') ?? ''), isPopup: query.get('popup') === '1'};
    const callback = `${authUrl}/steam/callback?state=${id}`;
    const sealed = await attempts.seal(attempt, attemptSeconds);
    return withCookies(
      goTo(steamAddress(steamUrl, callback, `${authOrigin}/`)),
      ...endOldAttempts(request),
      cookie(attemptCookie(id), sealed, attemptSeconds, 'Lax'),
    );
  };

  /** The answer to somebody who comes back from Steam with an attempt of this browser. */
  const finish = async (attempt, query) => {
    if (query.get('openid.mode') === 'cancel') return end(attempt, false);
    const returnTo = `${authUrl}/steam/callback?state=${attempt.id}`;
    const {fault, steamId, nonce, fields} = readAssertion(query, {steamUrl, returnTo, now: Date.now()});
    const refuse = why => {
      log(`A sign-in was refused: ${why}.`);
      return sorry(403, sentences.refused, attempt.back);
    };
    if (fault) return refuse(fault);
    // Used up before Steam is asked, so that of two requests at once only one can go on.
    if (!(await claim(nonce, 900))) return refuse('the same assertion came before');
    if (!(await confirmWithSteam(steamUrl, fields, patience))) return refuse('Steam does not confirm it');
    const customer = await paynow.customerOf(steamId);
    const sealed = await sessions.seal({customer}, sessionSeconds);
    return withCookies(end(attempt, true), cookie(sessionCookie, sealed, sessionSeconds, 'Strict'));
  };

  const callback = async (request, query) => {
    const id = /^[\w-]{16}$/.exec(query.get('state') ?? '')?.[0];
    const attempt = id && (await attempts.open(cookiesOf(request).get(attemptCookie(id))));
    if (!attempt || attempt.id !== id) return sorry(403, sentences.lost);
    const response = await finish(attempt, query).catch(error => {
      log(`A sign-in failed: ${error.message}.`);
      return sorry(502, sentences.trouble, attempt.back);
    });
    return withCookies(response, cookie(attemptCookie(id), '', 0, 'Lax'));
  };

  /** Whether a page of the site itself asks, as far as the browser says. */
  const isOwn = ({headers}) => {
    const [origin, site] = [headers.get('origin'), headers.get('sec-fetch-site')];
    if (origin !== null) return origin === siteOrigin || origin === authOrigin;
    return site === null ? undefined : site === 'same-origin';
  };

  // A page of the site on another host, such as www.shop.example beside auth.shop.example, may read the answers.
  const forSite = request => (request.headers.get('origin') === siteOrigin && siteOrigin !== authOrigin
    ? {'access-control-allow-origin': siteOrigin, 'access-control-allow-credentials': 'true', vary: 'Origin'}
    : {vary: 'Origin'});

  const token = async request => {
    if (isOwn(request) === false) return json(403, {error: 'Only pages of the site itself may ask.'});
    const session = await sessions.open(cookiesOf(request).get(sessionCookie));
    if (!session) return answer(204, null, forSite(request));
    try {
      const customerToken = await paynow.tokenOf(session.customer);
      if (!customerToken) return withCookies(answer(204, null, forSite(request)), noSession);
      const expires = Math.min(Date.now() / 1000 + tokenSeconds, session.until);
      const expires_at = new Date(Math.floor(expires) * 1000).toISOString();
      return json(200, {customer_token: customerToken, expires_at}, forSite(request));
    } catch (error) {
      log(`A token could not be made: ${error.message}.`);
      return json(502, {error: 'PayNow does not answer at the moment.'}, forSite(request));
    }
  };

  const signOut = async request => {
    // Browsers always say where a POST comes from, so that silence is no page of the site.
    if (isOwn(request) !== true) return json(403, {error: 'Only pages of the site itself may ask.'});
    return withCookies(answer(204, null, forSite(request)), noSession);
  };

  const routes = {
    '/steam': ['GET', start],
    '/steam/callback': ['GET', callback],
    '/token': ['GET', token],
    '/sign-out': ['POST', signOut],
  };

  return async request => {
    const {pathname, searchParams} = new URL(request.url);
    const name = pathname.startsWith(`${base}/`) ? pathname.slice(base.length) : '';
    if (!Object.hasOwn(routes, name)) return null;
    const [method, run] = routes[name];
    if (request.method !== method) return answer(405, `This address takes ${method}.`, {allow: method});
    return run(request, searchParams);
  };
};
