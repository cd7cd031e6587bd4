import {expect} from '@open-wc/testing';
import {followSignIn} from '../../src/elements/sign-in-window.js';
import {signInAddress} from '../../src/elements/sign-in-address.js';
import type {Config} from '../../src/store/config.js';
import {turn, until} from '../support/dom.js';
import {place} from './sign-in-support.js';

const frame = async (): Promise<Window> => {
  const made = document.createElement('iframe');
  document.body.append(made);
  await turn();
  return made.contentWindow!;
};

const opened = async (config: Config = {}) => {
  const {world, shop} = await place('<p></p>', {signInUrl: '/in', ...config});
  const beside = await frame();
  const life = new AbortController();
  const done = followSignIn(beside, signInAddress(shop)!, shop, life.signal);
  await turn();
  const say = (data: unknown, source: Window | null = beside, origin = location.origin): boolean =>
    dispatchEvent(new MessageEvent('message', {data, source, origin}));
  return {world, shop, done, say, life};
};

describe('the window in which shoppers sign in', function () {
  this.timeout(30_000);
  afterEach(() => document.querySelectorAll('body > iframe').forEach(made => made.remove()));

  it('is believed when it reports from the page of the shop', async () => {
    const {world, shop, done, say} = await opened();
    say({type: 'paynow-sign-in', customer_token: await world.token(), expires_at: Date.now() + 3_600_000});
    await done;
    expect(shop.session.state.customer?.name).to.equal('AshWalker');
  });

  it('is the only one that is listened to, at that origin, in that form, for that store', async () => {
    const {world, shop, say, life, done} = await opened();
    const customer_token = await world.token();
    const message = {type: 'paynow-sign-in', customer_token};
    say(message, await frame());
    say(message, window);
    say(message, null);
    say(message, undefined, 'https://evil.test');
    say({...message, type: 'sign-in'});
    say({...message, store_id: '1'});
    say({...message, customer_token: 7});
    for (const odd of [null, 'paynow-sign-in', 7, [], {}]) say(odd);
    for (let turns = 0; turns < 20; turns++) await turn();
    expect(shop.session.state.status).to.equal('unknown');
    life.abort();
    await done;
    expect(await world.log()).to.deep.equal([]);
  });

  it('may bring a token that is none: nobody is signed in, and the error does not quote it', async () => {
    const {shop, done, say} = await opened();
    say({type: 'paynow-sign-in', customer_token: 'forged-token'});
    const error: unknown = await done.catch((thrown: unknown) => thrown);
    expect(error).to.include({name: 'PaynowError', kind: 'auth'});
    expect(JSON.stringify(error) + String(error)).to.not.contain('forged-token');
    expect(shop.session.state.customer).to.equal(null);
    expect(JSON.stringify({...localStorage})).to.not.contain('forged-token');
  });

  it('may bring a token that ends: a fresh one is asked for a minute before', async () => {
    const fresh: string[] = [];
    const {world, shop, done, say} = await opened({customerToken: () => fresh[0]});
    const [first, second] = [await world.token(), await world.token()];
    say({type: 'paynow-sign-in', customer_token: first, expires_at: Date.now() + 3_600_000});
    await done;
    fresh.push(second);
    const {session} = await shop.engine();
    const {now} = Date;
    try {
      Date.now = () => now() + 3_600_000 - 90_000;
      expect(await session.token()).to.equal(first);
      Date.now = () => now() + 3_600_000 - 59_000;
      expect(await session.token()).to.equal(second);
    } finally {
      Date.now = now;
    }
    expect((await world.log()).filter(({status}) => status === 401)).to.deep.equal([]);
    expect(shop.session.state.status).to.equal('signed-in');
  });

  it('that only comes back lets the site be asked who is signed in', async () => {
    const tokens: string[] = [];
    const {world, shop, done, say} = await opened({customerToken: () => tokens[0]});
    tokens.push(await world.token());
    say({type: 'paynow-sign-in'});
    await done;
    await until(() => shop.session.state.customer?.name === 'AshWalker');
  });
});
