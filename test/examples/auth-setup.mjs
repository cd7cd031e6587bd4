// Settings: what is missing or wrong is said, and a site with https or with a second host gets what it needs.
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {startSandbox} from '../../tools/sandbox.mjs';
import {controlOf, assertionUrl, Browser} from './browser.mjs';
import {forgeryTests} from './auth-forgery.mjs';
import {storyTests} from './auth-story.mjs';
import {troubleTests} from './auth-trouble.mjs';
import {startServer} from './servers.mjs';

const site = 'https://shop.example';

const safeTests = of => {
  test('on https the cookies are bound to their host and to safe connections', async () => {
    const {safe, control} = of();
    const browser = new Browser();
    const begun = await browser.ask(safe.route('steam'));
    const returnTo = new URL(begun.location).searchParams.get('openid.return_to');
    assert.ok(returnTo.startsWith(`${safe.settings.AUTH_URL}`));
    // The address is the site's; this machine's server is behind it.
    const near = new URL(safe.route('callback'));
    near.search = (await assertionUrl(control, returnTo, '76561198152492642')).search;
    const back = await browser.ask(near);
    assert.deepEqual([back.status, back.location], [303, `${site}/`]);
    for (const {name, attributes} of [...begun.set, ...back.set]) {
      assert.ok(name.startsWith('__Host-paynow-'), name);
      assert.ok(attributes.Secure && attributes.HttpOnly && attributes.Path === '/' && !attributes.Domain);
    }
    const answer = await browser.ask(safe.route('token'), {headers: {origin: site, 'sec-fetch-site': 'same-site'}});
    assert.equal(answer.status, 200);
    assert.equal(answer.headers.get('access-control-allow-origin'), site);
    assert.equal(answer.headers.get('access-control-allow-credentials'), 'true');
    assert.match(answer.headers.get('vary'), /origin/i);
    const foreign = await browser.ask(safe.route('token'), {headers: {origin: 'https://shop.example.evil.example'}});
    assert.deepEqual([foreign.status, foreign.headers.get('access-control-allow-origin')], [403, null]);
  });
};

const mistakes = [
  [{}, ['PAYNOW_STORE_ID is not set: ', 'PAYNOW_API_KEY is not set: ', 'SITE_URL is not set: ']],
  [{PAYNOW_STORE_ID: 'emberfall'}, ['PAYNOW_STORE_ID is "emberfall": write the digits of your store id']],
  [{PAYNOW_API_KEY: 'short'}, ['PAYNOW_API_KEY is no API key: it is one word of at least 16 characters.']],
  [{SITE_URL: 'http://shop.example'}, ['SITE_URL is "http://shop.example": write a whole https address']],
  [{SITE_URL: 'shop.example'}, ['SITE_URL is "shop.example": ']],
  [{SITE_URL: 'https://shop.example/?page=1'}, ['SITE_URL is "https://shop.example/?page=1": ']],
  [{AUTH_URL: 'https://a:b@shop.example'}, ['AUTH_URL is "https://a:b@shop.example": ']],
  [{PAYNOW_API_URL: 'ftp://api.example'}, ['PAYNOW_API_URL is "ftp://api.example": ']],
];
const good = {PAYNOW_STORE_ID: '1', PAYNOW_API_KEY: 'APIKey secret-of-a-shop', SITE_URL: 'https://shop.example/'};

const settingsTests = kind => {
  for (const [wrong, sentences] of mistakes) {
    test(`${JSON.stringify(wrong)}: the log says what to mend, and shoppers see nothing of it`, async () => {
      const {said, shown} = await kind.sayWrong(Object.keys(wrong).length > 0 ? {...good, ...wrong} : {});
      for (const sentence of sentences) assert.ok(said.includes(sentence), said);
      assert.equal(said.split('\n').filter(line => / is (not|no|")/.test(line)).length, sentences.length, said);
      assert.ok(!said.includes('secret-of-a-shop'));
      if (shown) assert.deepEqual(shown, [500, kind.sorry]);
    });
  }

  test('the settings need no tidying: a scheme before the key, a slash at the end', async () => {
    const {said} = await kind.sayWrong(good);
    assert.doesNotMatch(said, / is (not|no|")/);
  });
};

/** All tests of one kind of server. */
export const authTests = kind => {
  const all = {};
  before(async () => {
    all.fake = await startSandbox();
    all.sandbox = `${all.fake.url}/w/auth`;
    all.control = controlOf(all.sandbox);
    all.server = await startServer(kind, all.sandbox);
    const authUrl = `https://auth.shop.example${kind.base}`;
    all.safe = await startServer(kind, all.sandbox, {SITE_URL: site, AUTH_URL: authUrl});
  });
  after(async () => {
    await Promise.all([all.server?.stop(), all.safe?.stop()]);
    await all.fake?.close();
  });
  const of = () => all;
  storyTests(of);
  forgeryTests(of);
  troubleTests(of);
  safeTests(of);
  settingsTests(kind);
};
