import {expect} from '@open-wc/testing';
import {sandboxWorld} from '../support/sandbox.js';
import type {World} from '../support/sandbox.js';
import {drawn, openPage, ready, scriptTag, soon} from './pages.js';
import type {Page} from './pages.js';

const kinds = {
  module: ['/dist/paynow.js', 'type="module"'], classic: ['/dist/paynow.classic.js', 'defer'],
} as const;
type Kind = keyof typeof kinds;
const each = Object.keys(kinds) as Kind[];

const tagOf = (kind: Kind, world: World, settings: Record<string, string>): string =>
  scriptTag(world, settings, ...kinds[kind]);

const button = '<paynow-add-button product-id="ember-key"></paynow-add-button>';

/** Has a script of the page call `configure`, whichever script brings it, and waits until it has. */
const configureIn = async (page: Page, kind: Kind, settings: object): Promise<void> => {
  const script = page.document.createElement('script');
  const call = `configure(${JSON.stringify(settings)}); document.body.dataset.configured = 'yes';`;
  script.type = 'module';
  script.textContent = kind === 'classic' ? `window.PayNowElements.${call}`
    : `import {configure} from '/dist/paynow.js'; ${call}`;
  page.document.body.append(script);
  await soon(() => page.document.body.dataset['configured']);
  delete page.document.body.dataset['configured'];
};

const pushed = ({window}: Page): (string | undefined)[] =>
  ((window as {dataLayer?: {event?: string}[]}).dataLayer ?? []).map(({event}) => event);

const partner = (world: World): unknown =>
  JSON.parse(localStorage.getItem(`paynow.${world.storeId}.affiliate`) ?? '{}').code;

for (const kind of each) {
  describe(`settings of a page with the ${kind} script`, function () {
    this.timeout(60_000);

    it('that a script of the page makes later count: it measures from then on', async () => {
      const world = await sandboxWorld();
      const page = await openPage(tagOf(kind, world, {'customer-token': await world.token()}) + button);
      await drawn(page, 'paynow-add-button');
      await configureIn(page, kind, {analytics: 'ga4'});
      // The press comes as soon as what measures is there, which holds the layer from then on or never.
      await soon(async () => {
        page.find('paynow-add-button').click();
        await ready(page.shop());
        return pushed(page).includes('add_to_cart');
      });
      expect(page.problems).to.deep.equal([]);
    });

    it('on a tag without a store are read, and stay as the page has changed them when its hash changes', async () => {
      const world = await sandboxWorld();
      const [src, how] = kinds[kind];
      const tag = `<script ${how} src="${src}" data-affiliate-parameter="via" data-analytics="ga4"></script>`;
      const store = `<paynow-store store-id="${world.storeId}" api-url="${world.apiUrl}"
        customer-token="${await world.token()}"></paynow-store>`;
      const page = await openPage(tag + store + button, {mark: '&via=ASH&ref=LUMEN'});
      await drawn(page, 'paynow-add-button', 'paynow-store');
      await soon(() => partner(world) === 'ASH');
      expect(page.shop().config).to.include({analytics: 'ga4', affiliateParameter: 'via'});
      await configureIn(page, kind, {affiliateParameter: 'ref'});
      await soon(() => partner(world) === 'LUMEN');
      page.window.location.hash = 'paynow-add=vip';
      await soon(() => page.document.querySelector('paynow-link-dialog'));
      expect(page.window.location.hash).to.equal('');
      expect(page.shop().config.affiliateParameter).to.equal('ref');
      expect(page.problems).to.deep.equal([]);
    });

    it('include texts that stand below the script, or come when all else is done', async () => {
      const world = await sandboxWorld();
      const texts = (lang: string, label: string): string =>
        `<script type="application/json" data-paynow-texts="${lang}">{"addToCart": "${label}"}</script>`;
      const [src] = kinds[kind];
      const page = await openPage(
        `${scriptTag(world, {}, src, `async ${kind === 'module' ? 'type="module"' : ''}`)}${button}
        <div lang="de">${button}</div>${texts('en', 'Take it')}`);
      await drawn(page, 'paynow-add-button');
      const label = (index: number): string =>
        page.part(page.document.querySelectorAll('paynow-add-button')[index]!, 'button').innerText.trim();
      await soon(() => label(0) === 'Take it');
      const later = page.document.createRange().createContextualFragment(texts('de', 'Nimm es'));
      page.document.body.append(later);
      await soon(() => label(1) === 'Nimm es');
      expect([label(0), page.problems]).to.deep.equal(['Take it', []]);
    });
  });
}
