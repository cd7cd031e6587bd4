import {expect} from '@open-wc/testing';
import {base, id, Shop} from './support.js';

const lines = [{product_id: id.vip, quantity: 1}];
const documentOf = (text: string): Document => new DOMParser().parseFromString(text, 'text/html');

describe('the checkout inside a frame of PayNow.js', () => {
  it('runs its own script and no other, and is paid without being left', async () => {
    const shop = new Shop();
    const {path} = await shop.checkout({lines, return_url: 'https://shop.example/'});
    const {text, headers} = await shop.get(`${path}?embed=dark`);
    expect(headers.get('content-security-policy')).to.include(`script-src ${base}/paynow-js/frame.js`);
    const page = documentOf(text);
    expect([...page.scripts].map(({src}) => src)).to.deep.equal([`${base}/paynow-js/frame.js`]);
    expect(page.documentElement.dataset['theme']).to.equal('dark');
    expect([...page.forms].map(({action}) => action)).to.deep.equal([`${base}${path}/pay?embed=dark`]);
    const paid = await shop.call('POST', `${path}/pay?embed=dark`);
    expect(paid.status).to.equal(200);
    const [order] = (await shop.control<{id: string}[]>('GET', 'orders')).json;
    expect(documentOf(paid.text).body.dataset['orderId']).to.equal(order!.id);
  });

  it('is the usual page for any other wish', async () => {
    const shop = new Shop();
    const {path} = await shop.checkout({lines});
    for (const query of ['', '?embed=', '?embed=purple']) {
      const {text, headers} = await shop.get(path + query);
      expect(documentOf(text).scripts).to.have.length(0);
      expect(headers.get('content-security-policy')).to.not.include('script-src');
    }
  });

  it('comes with the two scripts, which any page may load', async () => {
    const shop = new Shop();
    for (const name of ['bundle', 'frame']) {
      const {status, headers} = await shop.get(`/paynow-js/${name}.js`);
      expect([status, headers.get('content-type'), headers.get('access-control-allow-origin')])
        .to.deep.equal([200, 'text/javascript; charset=utf-8', '*']);
    }
    expect((await shop.get('/paynow-js/other.js')).status).to.equal(404);
  });
});
