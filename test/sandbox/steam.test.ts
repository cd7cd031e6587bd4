import {expect} from '@open-wc/testing';
import {base, Shop} from './support.js';

const openId = 'http://specs.openid.net/auth/2.0';
const anybody = `${openId}/identifier_select`;
const nobody = {token: null, store: null};
const question = {
  'openid.ns': openId,
  'openid.mode': 'checkid_setup',
  'openid.return_to': 'https://shop.example/back?state=1',
  'openid.realm': 'https://shop.example/',
  'openid.identity': anybody,
  'openid.claimed_id': anybody,
};
type Question = Record<string, string>;

const ask = (shop: Shop, changes: Question = {}) =>
  shop.get(`/openid/login?${new URLSearchParams({...question, ...changes})}`, nobody);
const parsed = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');
const send = (shop: Shop, path: string, form: Question | URLSearchParams) => shop.call('POST', path, {
  ...nobody, body: new URLSearchParams(form).toString(), headers: {'content-type': 'application/x-www-form-urlencoded'},
});

/** Presses the button of this account on the page; gives the address that the browser is sent to. */
const choose = async (shop: Shop, account: string): Promise<URL> => {
  const {headers, status} =
    await send(shop, '/openid/choice', {account, return_to: question['openid.return_to']});
  expect(status).to.equal(303);
  return new URL(headers.get('location') ?? '');
};

const isConfirmed = async (shop: Shop, params: URLSearchParams): Promise<boolean> => {
  const form = new URLSearchParams(params);
  form.set('openid.mode', 'check_authentication');
  const {text} = await send(shop, '/openid/login', form);
  return /^is_valid:true$/m.test(text);
};

describe('the pretend Steam', () => {
  it('shows the accounts that there are, one who is new, and a way out', async () => {
    const {status, text, headers} = await ask(new Shop());
    expect(status).to.equal(200);
    expect(headers.get('content-security-policy')).to.include("default-src 'none'");
    const page = parsed(text);
    const buttons = [...page.querySelectorAll('button')].map(button => button.textContent?.replace(/\s+/g, ' '));
    expect(buttons).to.deep.equal([
      'Sign in as Scrapjack76561198152492642', 'Sign in as Hazmat Hanna76561197960287930',
      'Sign in as somebody new76561198900000004', 'Cancel',
    ]);
    expect(page.querySelector('form')?.action).to.equal(`${base}/openid/choice`);
    expect(page.body.textContent).to.include('shop.example').and.include('This is not Steam');
  });

  it('takes no other question than Steam would', async () => {
    const wrong: Question[] = [
      {'openid.ns': 'http://openid.net/signon/1.1'}, {'openid.mode': 'checkid_immediate'},
      {'openid.return_to': 'https://evil.example/'}, {'openid.realm': 'https://shop.example/other/'},
      {'openid.return_to': 'nonsense'}, {'openid.realm': ''}, {'openid.identity': 'https://me.example/'},
    ];
    for (const changes of wrong) expect((await ask(new Shop(), changes)).status).to.equal(400);
  });

  it('sends back who it is, and confirms exactly that, once', async () => {
    const shop = new Shop();
    const {searchParams, origin, pathname} = await choose(shop, '76561198152492642');
    expect(`${origin}${pathname}`).to.equal('https://shop.example/back');
    expect(searchParams.get('state')).to.equal('1');
    expect(searchParams.get('openid.claimed_id')).to.equal('https://steamcommunity.com/openid/id/76561198152492642');
    expect(searchParams.get('openid.op_endpoint')).to.equal(`${base}/openid/login`);
    expect(searchParams.get('openid.return_to')).to.equal(question['openid.return_to']);
    for (const name of ['claimed_id', 'return_to', 'response_nonce', 'signed', 'sig']) {
      const forged = new URLSearchParams(searchParams);
      forged.set(`openid.${name}`, 'forged');
      expect(await isConfirmed(shop, forged), name).to.equal(false);
    }
    expect(await isConfirmed(shop, searchParams)).to.equal(true);
    expect(await isConfirmed(shop, searchParams)).to.equal(false);
  });

  it('says so when somebody cancels', async () => {
    const {searchParams} = await choose(new Shop(), '');
    expect(Object.fromEntries(searchParams)).to.deep.equal({state: '1', 'openid.ns': openId, 'openid.mode': 'cancel'});
  });

  it('signs for tests what they want', async () => {
    const shop = new Shop();
    const {json} = await shop.control<{params: Question}>('POST', 'steam', {
      account: '76561198152492642', return_to: 'https://a.example/', fields: {mode: 'error', identity: null},
      signed: ['claimed_id'], again: true,
    });
    expect(json.params).to.include({'openid.mode': 'error', 'openid.signed': 'claimed_id'});
    expect(json.params).to.not.have.property('openid.identity');
    const params = new URLSearchParams(json.params);
    expect([await isConfirmed(shop, params), await isConfirmed(shop, params)]).to.deep.equal([true, true]);
    expect((await shop.control('POST', 'steam', {account: '1'})).status).to.equal(400);
    expect((await shop.control('POST', 'steam', {return_to: 'https://a.example/'})).status).to.equal(400);
  });
});
