import {expect} from '@open-wc/testing';
import {payNow} from '../../src/elements/paynow-js.js';
import type {PayNowJs} from '../../src/elements/paynow-js.js';
import {sandboxWorld} from '../support/sandbox.js';

describe('the script of PayNow.js', function () {
  this.timeout(20_000);
  const reason = (promise: Promise<unknown>): Promise<string> => promise.then(() => 'loaded', ({message}) => message);
  const same = (address: string): string => address;

  it('that does not come is not waited for', async () => {
    const world = await sandboxWorld();
    await world.faults([{kind: 'hang', match: {path: '/paynow-js/bundle.js'}}]);
    const paynowJsUrl = `${world.apiUrl}/paynow-js/bundle.js`;
    expect(await reason(payNow({paynowJsUrl}, same, 50))).to.include('took too long');
    // Browsers ask once for the same address, however many wait for the answer.
    const again = {paynowJsUrl: `${paynowJsUrl}?again`};
    expect(await payNow(again, same, 15_000)).to.equal((globalThis as {PayNow?: unknown}).PayNow);
    Reflect.deleteProperty(globalThis, 'PayNow');
  });

  for (const integrity of ['sha384', 'sha1-abc', 'md5-x', 'sha384-', 'sha256-a b']) {
    it(`pinned with "${integrity}", which browsers would pass over, is not run`, async () => {
      const paynowJsUrl = '/nowhere.js';
      expect(await reason(payNow({paynowJsUrl, paynowJsIntegrity: integrity}, same, 20))).to.include('no hash');
    });
  }

  it('is not asked for at an address that may not be followed', async () => {
    const refuse = (): never => {
      throw new Error('unsafe');
    };
    expect(await reason(payNow({paynowJsUrl: 'http://elsewhere.test/x.js'}, refuse, 20))).to.equal('unsafe');
  });

  it('is brought for each hash by itself: what is pinned is never one that was brought for somebody who asked for less',
    async () => {
      const {apiUrl} = await sandboxWorld();
      const paynowJsUrl = `${apiUrl}/paynow-js/bundle.js`;
      const bytes = await (await fetch(paynowJsUrl)).arrayBuffer();
      const hashOf = async (data: ArrayBuffer): Promise<string> => 'sha384-'
        + btoa(String.fromCharCode(...new Uint8Array(await crypto.subtle.digest('SHA-384', data))));
      const [right, wrong] = [await hashOf(bytes), await hashOf(new ArrayBuffer(1))];
      const load = (paynowJsIntegrity?: string, url = paynowJsUrl): Promise<PayNowJs> =>
        payNow({paynowJsUrl: url, paynowJsIntegrity}, same, 15_000);
      const [open, why] = await Promise.all([load(), reason(load(wrong))]);
      expect(why).to.include('could not be loaded');
      expect(await load()).to.equal(open);
      const pinned = await load(right);
      expect(pinned).not.to.equal(open);
      expect([await load(right), await load()]).to.deep.equal([pinned, pinned]);
      expect(await reason(load(wrong))).to.include('could not be loaded');
      // A script that leaves alone what is there has not brought what was pinned.
      const shy = new Blob(['window.PayNow ??= {checkout: {open() {}}};']);
      const url = URL.createObjectURL(shy);
      expect(await reason(load(await hashOf(await shy.arrayBuffer()), url))).to.include('not pinned like it');
      Reflect.deleteProperty(globalThis, 'PayNow');
    });

  it('of the page is used as it is', async () => {
    const own = {checkout: {open: () => {}}};
    Object.assign(globalThis, {PayNow: own});
    expect(await payNow({}, same, 20)).to.equal(own);
    Reflect.deleteProperty(globalThis, 'PayNow');
  });
});
