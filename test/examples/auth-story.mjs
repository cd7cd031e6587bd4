// What honest shoppers and their pages see, the same on each of the servers.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {assertionUrl, Browser} from './browser.mjs';

const scrapjack = '76561198152492642';
const storefront = {'x-paynow-store-id': '522597502741481927'};

/** The tests of a sign-in that goes well. `of()` gives the running server and its fake neighbours. */
export const storyTests = of => {
  const signIn = async (browser, account, query = '') => {
    const {server, control} = of();
    const returnTo = await browser.begin(server, query);
    return browser.ask(await assertionUrl(control, returnTo, account));
  };

  test('the way leads to Steam with a question of OpenID and a cookie that only this attempt needs', async () => {
    const {server, sandbox} = of();
    const {status, location, set, headers} = await new Browser().ask(server.route('steam', 'return_to=%2Fshop'));
    const url = new URL(location);
    const question = Object.fromEntries(url.searchParams);
    assert.deepEqual([status, url.origin + url.pathname], [303, `${sandbox}/openid/login`]);
    const anybody = 'http://specs.openid.net/auth/2.0/identifier_select';
    assert.equal(question['openid.mode'], 'checkid_setup');
    assert.equal(question['openid.ns'], 'http://specs.openid.net/auth/2.0');
    assert.deepEqual([question['openid.identity'], question['openid.claimed_id']], [anybody, anybody]);
    assert.equal(question['openid.realm'], `${server.settings.SITE_URL}/`);
    assert.ok(question['openid.return_to'].startsWith(`${server.route('callback')}`));
    assert.equal(set.length, 1);
    assert.deepEqual(set[0].attributes, {Path: '/', 'Max-Age': '600', HttpOnly: true, SameSite: 'Lax'});
    assert.equal(headers.get('cache-control'), 'no-store');
  });

  test('each attempt is its own, so that two windows do not disturb each other', async () => {
    const {server, control} = of();
    const browser = new Browser();
    const [first, second] = [await browser.begin(server, 'return_to=%2Fone'), await browser.begin(server)];
    assert.notEqual(first, second);
    const {status, location} = await browser.ask(await assertionUrl(control, first, scrapjack));
    assert.deepEqual([status, location], [303, `${server.settings.SITE_URL}/one`]);
    assert.equal((await browser.ask(await assertionUrl(control, second, scrapjack))).status, 303);
  });

  test('who comes back from the page of the fake Steam is signed in and gets a token that buys', async () => {
    const {server, sandbox} = of();
    const browser = new Browser();
    const {location} = await browser.ask(server.route('steam', 'return_to=%2Fshop%3Fa%3D1%23top'));
    assert.match((await browser.ask(location)).text, /Sign in as Scrapjack/);
    const returnTo = new URL(location).searchParams.get('openid.return_to');
    const form = new URLSearchParams({account: scrapjack, return_to: returnTo});
    const chosen = await fetch(`${sandbox}/openid/choice`, {method: 'POST', body: form, redirect: 'manual'});
    const back = await browser.ask(chosen.headers.get('location'));
    assert.deepEqual([back.status, back.location], [303, `${server.settings.SITE_URL}/shop?a=1#top`]);
    const kept = back.set.find(({name}) => name === 'paynow-session');
    assert.deepEqual(kept.attributes, {Path: '/', 'Max-Age': '2592000', HttpOnly: true, SameSite: 'Strict'});
    assert.deepEqual([...browser.cookies.keys()], ['paynow-session'], 'the cookie of the attempt is used up');

    const answer = await browser.ask(server.route('token'), {headers: {'sec-fetch-site': 'same-origin'}});
    assert.equal(answer.status, 200);
    assert.equal(answer.headers.get('cache-control'), 'no-store');
    assert.match(answer.headers.get('content-type'), /^application\/json/);
    const {customer_token, expires_at, ...rest} = JSON.parse(answer.text);
    assert.deepEqual(rest, {});
    const seconds = (Date.parse(expires_at) - Date.now()) / 1000;
    assert.ok(seconds > 3500 && seconds <= 3600, expires_at);
    const customer = await (await fetch(`${sandbox}/v1/store/customer`, {
      headers: {...storefront, authorization: `Customer ${customer_token}`},
    })).json();
    assert.equal(customer.steam_id, scrapjack);
    assert.ok(!kept.value.includes(customer_token));
  });

  test('a customer is looked up, and made only when the store does not know them', async () => {
    const {control, server} = of();
    const callsOf = async account => {
      await control('DELETE', 'log');
      const browser = new Browser();
      assert.equal((await signIn(browser, account)).status, 303);
      await browser.ask(server.route('token'));
      const {requests} = await control('GET', 'log');
      assert.ok(requests.every(({headers}) => headers.authorization === 'APIKey …'));
      return requests.map(({method, path}) => `${method} ${path.replace(/^.*\/customers/, '').replace(/\d+/, 'ID')}`);
    };
    const account = '76561198011112222';
    assert.deepEqual(await callsOf(account), ['GET /lookup', 'POST ', 'POST /ID/tokens']);
    assert.deepEqual(await callsOf(account), ['GET /lookup', 'POST /ID/tokens']);
    const {customers} = await control('GET', 'state');
    assert.equal(customers.filter(one => one.account === account).length, 1);
  });

  test('whoever was made in another window in the same moment is found after all', async () => {
    const {control} = of();
    await control('POST', 'faults', [{kind: 'status', status: 404, match: {method: 'GET', path: '/v1/stores/'}}]);
    const browser = new Browser();
    assert.equal((await signIn(browser, scrapjack)).status, 303);
    assert.ok(browser.session);
  });

  test('who cancels at Steam comes back as before', async () => {
    const {server} = of();
    const browser = new Browser();
    const returnTo = await browser.begin(server, 'return_to=%2Fcart');
    const {status, location} = await browser.ask(`${returnTo}&openid.mode=cancel`);
    assert.deepEqual([status, location], [303, `${server.settings.SITE_URL}/cart`]);
    assert.deepEqual([...browser.cookies.keys()], []);
  });

  test('a pop-up ends with a page that holds no token and speaks to the site only', async () => {
    const {server} = of();
    const browser = new Browser();
    const back = encodeURIComponent('/NONCE/a?"<b>&</script>NONCE');
    const {status, text, headers} = await signIn(browser, scrapjack, `popup=1&return_to=${back}`);
    assert.equal(status, 200);
    const policy = headers.get('content-security-policy');
    const [, nonce] = /script-src 'nonce-([\w-]{20,})'/.exec(policy);
    assert.ok(policy.startsWith("default-src 'none'; ") && policy.includes("frame-ancestors 'none'"));
    assert.ok(text.includes(`<script nonce="${nonce}">`) && !policy.includes('unsafe'));
    const data = JSON.parse(/id="end">(.*?)<\/script>/.exec(text)[1]);
    const {SITE_URL: site} = server.settings;
    const place = `${site}/NONCE/a?"<b>&</script>NONCE`;
    assert.deepEqual(data, {token: server.route('token'), origin: site, back: place, isSignedIn: true});
    assert.ok(!text.includes('<b>'));
    assert.equal(text.split(nonce).length, 3, 'the style and the script have the nonce, and nothing else');
    const again = await signIn(browser, scrapjack, 'popup=1');
    assert.notEqual(/nonce-([\w-]+)/.exec(again.headers.get('content-security-policy'))[1], nonce);
    const canceled = await browser.ask(`${await browser.begin(server, 'popup=1')}&openid.mode=cancel`);
    assert.match(canceled.text, /"isSignedIn":false/);
  });

  test('nobody is signed in: 204, and nothing is asked of PayNow', async () => {
    const {server, control} = of();
    await control('DELETE', 'log');
    const {status, text} = await new Browser().ask(server.route('token'));
    assert.deepEqual([status, text], [204, '']);
    assert.deepEqual((await control('GET', 'log')).requests, []);
  });

  test('a sign-out ends it', async () => {
    const {server} = of();
    const browser = new Browser();
    await signIn(browser, scrapjack);
    const {status} = await browser.ask(server.route('sign-out'), {
      method: 'POST', headers: {origin: server.settings.SITE_URL},
    });
    assert.deepEqual([status, browser.session], [204, undefined]);
    assert.equal((await browser.ask(server.route('token'))).status, 204);
  });

  test('a customer whom the store has no more is signed out', async () => {
    const {server, control} = of();
    const browser = new Browser();
    await signIn(browser, scrapjack);
    await control('POST', 'faults', [{kind: 'status', status: 404, match: {method: 'POST', path: '/v1/stores/'}}]);
    assert.equal((await browser.ask(server.route('token'))).status, 204);
    assert.equal(browser.session, undefined);
  });
};
