// What forgers, other sites and broken neighbours try, the same on each of the servers.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {assertionUrl, Browser, sealed} from './browser.mjs';

const scrapjack = '76561198152492642';
const hanna = '76561197960287930';
const idOf = account => `https://steamcommunity.com/openid/id/${account}`;
const signs = ['op_endpoint', 'claimed_id', 'identity', 'return_to', 'response_nonce', 'assoc_handle'];
const nonceAt = minutes => `${new Date(Date.now() + minutes * 60_000).toISOString().slice(0, 19)}Zabc`;
const both = id => ({claimed_id: id, identity: id});

/** Assertions that the fake Steam itself would confirm, and that must not be taken all the same. */
const confirmed = {
  'of another provider': {fields: {op_endpoint: 'https://steamcommunity.example/openid/login'}},
  'for another site': {fields: {return_to: 'https://other.example/auth/steam/callback?state=abc'}},
  'that names two accounts': {fields: {identity: idOf(hanna)}},
  'without an account': {fields: {claimed_id: null, identity: null}},
  'of an account on plain http': {fields: both(`http://steamcommunity.com/openid/id/${scrapjack}`)},
  'of an account of another host': {fields: both(`https://steamcommunity.com.example/openid/id/${scrapjack}`)},
  'of an account with a dot that is none': {fields: both(`https://steamcommunityXcom/openid/id/${scrapjack}`)},
  'of too short an account': {fields: both(idOf('7656119815249264'))},
  'of too long an account': {fields: both(`${idOf(scrapjack)}0`)},
  'of an account with more behind it': {fields: both(`${idOf(scrapjack)}/x`)},
  'of an account with a new line behind it': {fields: both(`${idOf(scrapjack)}\n`)},
  'of an older OpenID': {fields: {ns: 'http://openid.net/signon/1.1'}},
  'that was set up only': {fields: {mode: 'setup_needed'}},
  'that is an error': {fields: {mode: 'error'}},
  'without a mode': {fields: {mode: null}},
  'that is six minutes old': {fields: {response_nonce: nonceAt(-6)}},
  'from the future': {fields: {response_nonce: nonceAt(5)}},
  'without a moment': {fields: {response_nonce: 'abc'}},
  'with a moment that is none': {fields: {response_nonce: '2026-99-99T99:99:99Zabc'}},
  'with a handle that is missing': {fields: {assoc_handle: null}},
  ...Object.fromEntries(signs.map(name =>
    [`that leaves ${name} unsigned`, {signed: ['signed', ...signs.filter(one => one !== name)]}])),
};

/** What is done to a true assertion on its way through the browser. */
const changed = {
  'with another account': query => ['claimed_id', 'identity'].forEach(name => query.set(`openid.${name}`, idOf(hanna))),
  'with another nonce': query => query.set('openid.response_nonce', nonceAt(0)),
  'with another signature': query => query.set('openid.sig', 'A'.repeat(40)),
  'without a signature': query => query.delete('openid.sig'),
  'with one parameter twice': query => query.append('openid.claimed_id', idOf(hanna)),
  'with the mode twice': query => query.append('openid.mode', 'id_res'),
  'with names in the manner of PHP': query => {
    const pairs = [...query];
    for (const [name, value] of pairs) {
      query.delete(name);
      query.append(name.replace('.', '_'), value);
    }
  },
};

/** The tests of a sign-in that must not happen. `of()` gives the running server and its fake neighbours. */
export const forgeryTests = of => {
  const refused = async (browser, url, sentence = 'Steam did not confirm this sign-in.') => {
    const {status, text, location} = await browser.ask(url);
    assert.deepEqual([status, location], [403, null]);
    assert.ok(text.includes(sentence), text);
    assert.equal(browser.session, undefined);
  };

  for (const [name, differences] of Object.entries(confirmed)) {
    test(`an assertion ${name} is refused, though Steam would confirm it`, async () => {
      const {server, control} = of();
      const browser = new Browser();
      const returnTo = await browser.begin(server);
      await refused(browser, await assertionUrl(control, returnTo, scrapjack, differences));
    });
  }

  for (const [name, change] of Object.entries(changed)) {
    test(`an assertion ${name} is refused`, async () => {
      const {server, control} = of();
      const browser = new Browser();
      const url = await assertionUrl(control, await browser.begin(server), scrapjack);
      const state = url.searchParams.get('state');
      change(url.searchParams);
      url.searchParams.set('state', state);
      await refused(browser, url);
    });
  }

  test('an assertion for another attempt of the same browser is refused', async () => {
    const {server, control} = of();
    const browser = new Browser();
    const [first, second] = [await browser.begin(server), await browser.begin(server)];
    const url = await assertionUrl(control, first, scrapjack);
    url.searchParams.set('state', new URL(second).searchParams.get('state'));
    await refused(browser, url);
  });

  test('an assertion is good once, whatever cookies are put back', async () => {
    const {server, control} = of();
    const browser = new Browser();
    const url = await assertionUrl(control, await browser.begin(server), scrapjack, {again: true});
    const thief = browser.clone();
    assert.equal((await browser.ask(url)).status, 303);
    await refused(thief, url);
  });

  test('of the same assertion ten times at once, one goes through', async () => {
    const {server, control} = of();
    const browser = new Browser();
    const url = await assertionUrl(control, await browser.begin(server), scrapjack, {again: true});
    const tries = Array.from({length: 10}, () => browser.clone().ask(url));
    const statuses = (await Promise.all(tries)).map(({status}) => status);
    assert.deepEqual(statuses.toSorted(), [303, ...Array(9).fill(403)]);
  });

  test('what another browser began is not finished here', async () => {
    const {server, control} = of();
    const url = await assertionUrl(control, await new Browser().begin(server), scrapjack);
    const other = new Browser();
    await other.begin(server);
    await refused(other, url, 'begun in another browser');
    await refused(new Browser(), server.route('callback'), 'begun in another browser');
  });

  test('an attempt that is over, was made by others or was meant for something else is refused', async () => {
    const {server, control} = of();
    const key = server.settings.PAYNOW_API_KEY;
    const browser = new Browser();
    const returnTo = await browser.begin(server);
    const [name] = browser.cookies.keys();
    const until = Math.floor(Date.now() / 1000) + 600;
    const id = new URL(returnTo).searchParams.get('state');
    const attempt = {id, back: `${server.settings.SITE_URL}/`, isPopup: false, until};
    const take = async value => {
      browser.cookies.set(name, value);
      return browser.ask(await assertionUrl(control, returnTo, scrapjack));
    };
    for (const value of [
      sealed({...attempt, until: until - 601}, 'attempt', key),
      sealed(attempt, 'attempt', 'another-api-key-of-a-store'),
      sealed(attempt, 'session', key),
      sealed({...attempt, id: 'A'.repeat(16)}, 'attempt', key),
      'nonsense', '', `${sealed(attempt, 'attempt', key)}x`,
    ]) {
      assert.equal((await take(value)).status, 403, value);
      assert.equal(browser.session, undefined);
    }
    assert.equal((await take(sealed(attempt, 'attempt', key))).status, 303, 'the right one is taken');
  });

  test('a session that is over, was made by others or was meant for something else is none', async () => {
    const {server} = of();
    const key = server.settings.PAYNOW_API_KEY;
    const session = {customer: '523911840266719232', until: Math.floor(Date.now() / 1000) + 60};
    const statusWith = async value => {
      const browser = new Browser();
      browser.cookies.set('paynow-session', value);
      return (await browser.ask(server.route('token'))).status;
    };
    const good = sealed(session, 'session', key);
    assert.equal(await statusWith(good), 200);
    assert.equal(await statusWith(sealed({...session, until: session.until - 61}, 'session', key)), 204);
    assert.equal(await statusWith(sealed(session, 'session', 'another-api-key-of-a-store')), 204);
    assert.equal(await statusWith(sealed(session, 'attempt', key)), 204);
    const other = Buffer.from(JSON.stringify({...session, customer: '524806117395202048'})).toString('base64url');
    assert.equal(await statusWith(good.replace(/^[^.]+/, other)), 204);
  });
};
