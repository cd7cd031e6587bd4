// Other sites, wrong addresses and neighbours that fail, the same on each of the servers.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {assertionUrl, Browser} from './browser.mjs';

const scrapjack = '76561198152492642';
const steam = {method: 'POST', path: '/openid/login'};
const lookUp = {method: 'GET', path: '/v1/stores/'};
const write = {method: 'POST', path: '/v1/stores/'};

const elsewhere = [
  'https://evil.example/', '//evil.example', '/\\evil.example', '\\\\evil.example', '/\t/evil.example',
  'javascript:alert(1)', 'https:evil.example', '/\r\nset-cookie:a=b', 'SITE@evil.example/',
  'SITE.evil.example/', 'SITE//evil.example', ' /shop', 'shop', '', 'data:text/html,x', '/ü',
];

/** The tests of what goes wrong around a sign-in. `of()` gives the running server and its fake neighbours. */
export const troubleTests = of => {
  const signIn = async browser => {
    const {server, control} = of();
    return browser.ask(await assertionUrl(control, await browser.begin(server), scrapjack));
  };

  for (const wish of elsewhere) {
    test(`nobody is led to ${JSON.stringify(wish)}`, async () => {
      const {server} = of();
      const site = server.settings.SITE_URL;
      const browser = new Browser();
      const query = `return_to=${encodeURIComponent(wish.replace('SITE', site))}`;
      const {status, location} = await browser.ask(`${await browser.begin(server, query)}&openid.mode=cancel`);
      assert.deepEqual([status, location], [303, `${site}/`]);
    });
  }

  test('attempts that nobody ends do not pile up, and the last ones go on', async () => {
    const {server, control} = of();
    const browser = new Browser();
    const returns = [];
    for (let attempt = 0; attempt < 7; attempt += 1) returns.push(await browser.begin(server, 'return_to=%2Fcart'));
    assert.equal(browser.cookies.size, 4);
    assert.equal((await browser.ask(`${returns[2]}&openid.mode=cancel`)).status, 403);
    const {status, location} = await browser.ask(await assertionUrl(control, returns[3], scrapjack));
    assert.deepEqual([status, location], [303, `${server.settings.SITE_URL}/cart`]);
    assert.equal((await browser.ask(await assertionUrl(control, returns[6], scrapjack))).status, 303);
  });

  test('places of the site itself are led to, with all that belongs to them', async () => {
    const {server} = of();
    const site = server.settings.SITE_URL;
    for (const [wish, place] of [['/', '/'], [`${site}/a/b?c=d&e=%20f#g`, '/a/b?c=d&e=%20f#g'], ['/a:b@c', '/a:b@c']]) {
      const browser = new Browser();
      const url = `${await browser.begin(server, `return_to=${encodeURIComponent(wish)}`)}&openid.mode=cancel`;
      assert.equal((await browser.ask(url)).location, site + place);
    }
  });

  const asked = (headers, method = 'GET') => async browser => {
    const {server} = of();
    const name = method === 'GET' ? 'token' : 'sign-out';
    return browser.ask(server.route(name), {method, headers});
  };

  test('pages of other sites read no token and end no session', async () => {
    const browser = new Browser();
    await signIn(browser);
    const foreign = [
      {origin: 'https://evil.example'}, {origin: 'null'}, {'sec-fetch-site': 'cross-site'}, {'sec-fetch-site': 'none'},
      {'sec-fetch-site': 'same-site'}, {origin: 'https://evil.example', 'sec-fetch-site': 'same-origin'},
    ];
    for (const headers of foreign) {
      const token = await asked(headers)(browser);
      assert.equal(token.status, 403, JSON.stringify(headers));
      assert.ok(!token.text.includes('customer_token'));
      assert.equal(token.headers.get('access-control-allow-origin'), null);
      assert.equal((await asked(headers, 'POST')(browser)).status, 403);
    }
    assert.equal((await asked({}, 'POST')(browser)).status, 403, 'a POST that says nothing');
    assert.ok(browser.session);
    assert.equal((await asked({'sec-fetch-site': 'same-origin'}, 'POST')(browser)).status, 204);
  });

  test('a frame or a picture begins no sign-in', async () => {
    const {server} = of();
    for (const dest of ['iframe', 'image', 'script', 'empty']) {
      const {status, set} = await new Browser().ask(server.route('steam'), {headers: {'sec-fetch-dest': dest}});
      assert.deepEqual([status, set], [403, []]);
    }
    const {status} = await new Browser().ask(server.route('steam'), {headers: {'sec-fetch-dest': 'document'}});
    assert.equal(status, 303);
  });

  test('each address takes one method', async () => {
    const {server} = of();
    for (const [name, method] of [['steam', 'POST'], ['callback', 'POST'], ['token', 'POST'], ['sign-out', 'GET']]) {
      const {status, headers} = await new Browser().ask(server.route(name), {method});
      assert.deepEqual([status, headers.get('allow')], [405, method === 'GET' ? 'POST' : 'GET']);
    }
  });

  const failures = {
    'Steam fails': {kind: 'status', status: 500, match: steam},
    'Steam wants to be asked elsewhere': {kind: 'status', status: 302, match: steam},
    'a proxy answers for Steam': {kind: 'html', status: 200, match: steam, isRefusal: true},
    'Steam breaks off': {kind: 'drop-before', match: steam},
    'Steam does not answer': {kind: 'hang', match: steam},
    'PayNow fails': {kind: 'status', status: 503, match: lookUp},
    'PayNow refuses the key': {kind: 'status', status: 401, match: lookUp},
    'PayNow wants to be asked elsewhere': {kind: 'status', status: 307, match: lookUp},
    'PayNow answers something else': {kind: 'wrong-shape', match: lookUp},
    'PayNow answers no JSON': {kind: 'html', status: 200, match: lookUp},
    'PayNow breaks off': {kind: 'drop-before', match: lookUp},
    'PayNow makes no customer': {kind: 'status', status: 500, match: write, account: '76561198033334444'},
  };
  for (const [name, {isRefusal = false, account = scrapjack, ...fault}] of Object.entries(failures)) {
    test(`${name}: nobody is signed in, and it is said`, async () => {
      const {server, control} = of();
      const browser = new Browser();
      const url = await assertionUrl(control, await browser.begin(server, 'return_to=%2Fcart'), account);
      await control('POST', 'faults', [fault]);
      const {status, text} = await browser.ask(url);
      await control('DELETE', 'faults');
      assert.equal(status, isRefusal ? 403 : 502);
      assert.ok(text.includes(isRefusal ? 'Steam did not confirm' : 'Nothing is lost; please try again'));
      assert.ok(text.includes(`href="${server.settings.SITE_URL}/cart"`), 'the way back is shown');
      assert.equal(browser.session, undefined);
    });
  }

  const mintFaults = [{kind: 'status', status: 500}, {kind: 'drop-before'}, {kind: 'malformed'}, {kind: 'wrong-shape'}];
  for (const fault of mintFaults) {
    test(`a token that PayNow does not make (${fault.kind}) is a 502, and the session stays`, async () => {
      const {server, control} = of();
      const browser = new Browser();
      await signIn(browser);
      await control('POST', 'faults', [{...fault, match: write}]);
      assert.equal((await browser.ask(server.route('token'))).status, 502);
      assert.equal((await browser.ask(server.route('token'))).status, 200);
    });
  }

  test('the log says what happened, and nothing that is secret', () => {
    const {server} = of();
    const {text} = server.said;
    for (const sentence of [
      'A sign-in was refused: it names two accounts.', 'A sign-in was refused: Steam does not confirm it.',
      'A sign-in failed: Steam answered 500.', 'PayNow answered 401', 'A token could not be made: PayNow answered 500',
    ]) assert.ok(text.includes(sentence), `${sentence} is not in: ${text}`);
    assert.ok(!text.includes(server.settings.PAYNOW_API_KEY));
    assert.ok(!text.includes(scrapjack) || /GET \/paynow-auth\.php/.test(text), text);
  });
};
