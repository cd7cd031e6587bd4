import {expect} from '@open-wc/testing';
import {sendKeys, sendMouse, setViewport} from '@web/test-runner-commands';
import '../../src/elements/add-button.js';
import '../../src/elements/options.js';
import type {PaynowAddButton} from '../../src/elements/add-button.js';
import type {PaynowOptionsDialog} from '../../src/elements/options-dialog.js';
import {inside, mount, nextFrame, once, part, settled, until} from '../support/dom.js';
import {colour, control, enter, fault, know, prefix, product, servers, shopWith} from './options-support.js';
import {cart, deferred, failure, line, state, stubShop} from './support.js';
import type {StubShop} from './support.js';

const known = product({single_game_server_only: true, gameservers: servers, custom_variables: [colour, prefix]});
const find = (): PaynowOptionsDialog | null => document.querySelector('paynow-options-dialog');
const adds = ({calls}: StubShop): unknown[] => calls.filter(([name]) => name === 'add').map(([, wish]) => wish);
const message = (element: Element): string => part(element, 'message').textContent!.trim();

const button = (stub: StubShop, attributes = '', around = '', end = ''): Promise<PaynowAddButton> =>
  mount(`${around || '<div>'}<paynow-add-button store-id="${stub.id}" product-id="vip" ${attributes}>
    </paynow-add-button>
    ${end || '</div>'}`).then(place => place.querySelector('paynow-add-button')!);

const open = async (from: PaynowAddButton): Promise<PaynowOptionsDialog> => {
  from.click();
  const dialog = await until(() => find()?.shadowRoot?.querySelector('dialog[open]') && find(), 'the dialog');
  await settled(document.body);
  return dialog;
};
const fields = (dialog: Element) => inside<HTMLElementTagNameMap['paynow-options']>(dialog, 'paynow-options');
const fill = async (dialog: Element): Promise<void> => {
  await enter(fields(dialog), 'server', '2');
  await enter(fields(dialog), 'variable-1', 'abc');
};
const gone = (): Promise<true> => until(() => !find());

describe('the dialog of an add button', () => {
  afterEach(() => find()?.remove());

  it('opens on the press when the product needs a choice, with name, price and what is said already', async () => {
    const stub = shopWith({...known, pricing: {price_original: 200, price_final: 100}});
    const dialog = await open(await button(stub, `custom-variables='{"colour":"rainbow"}' quantity="2"`));
    expect(adds(stub)).to.deep.equal([]);
    expect(part(dialog, 'name').textContent).to.equal('VIP');
    expect(part(dialog, 'price').textContent!.replace(/\s+/g, ' ').trim())
      .to.equal('€2.00 instead of €2.00 €1.00');
    expect(inside(dialog, 'dialog').getAttribute('aria-labelledby')).to.equal('title');
    expect(dialog.shadowRoot!.activeElement).to.equal(part(dialog, 'name'));
    expect(control(fields(dialog), 'variable-0').value).to.equal('rainbow');
    await until(() => inside(dialog, '.total').textContent === '€6.00');
    await enter(fields(dialog), 'variable-0', 'moss');
    await until(() => inside(dialog, '.total').textContent === '€2.00');
  });

  it('adds what was chosen, tells the page as the button, closes, and gives the focus back', async () => {
    const stub = shopWith(known);
    const from = await button(stub);
    const answer = deferred();
    stub.on('add', () => answer.promise);
    const dialog = await open(from);
    await fill(dialog);
    const [before, after] = [once<CustomEvent>(from, 'paynow-before-add'), once<CustomEvent>(from, 'paynow-add')];
    part(dialog, 'button').click();
    const customVariables = {colour: 'ember', prefix: 'abc'};
    const wish = {productId: 'vip', quantity: 1, gameserverId: '2', customVariables};
    expect((await before).detail.line).to.deep.equal(wish);
    expect(dialog.matches(':state(busy)')).to.equal(true);
    part(dialog, 'button').click();
    answer.resolve(line());
    await after;
    await gone();
    expect(adds(stub)).to.deep.equal([wish]);
    expect([document.activeElement, from.matches(':state(added)')]).to.deep.equal([from, true]);
    expect(document.querySelector('[role=status]')!.parentElement).to.equal(document.body);
  });

  it('opens the cart only when it is closed itself', async () => {
    const stub = shopWith(known);
    stub.on('add', () => line());
    const dialog = await open(await button(stub, 'open-cart', '<div><paynow-cart></paynow-cart>', '</div>'));
    await fill(dialog);
    expect(document.querySelector('paynow-cart[open]')).to.equal(null);
    part(dialog, 'button').click();
    await gone();
    await until(() => document.querySelector('paynow-cart[open]'));
    for (const shown of document.querySelectorAll('body > paynow-cart')) shown.remove();
  });

  for (const [way, leave] of [
    ['the close button', async (dialog: Element) => part(dialog, 'close-button').click()],
    ['Escape', async () => sendKeys({press: 'Escape'})],
    ['a press beside it', async () => sendMouse({type: 'click', position: [5, 5]})],
  ] as const) {
    it(`adds nothing when it is left by ${way}`, async () => {
      const stub = shopWith(known);
      const from = await button(stub);
      from.focus();
      const dialog = await open(from);
      await nextFrame();
      await leave(dialog);
      await gone();
      expect([adds(stub), document.activeElement]).to.deep.equal([[], from]);
      expect(document.documentElement.checkVisibility()).to.equal(true);
      expect(getComputedStyle(document.documentElement).overflow).to.equal('visible');
    });
  }

  it('stays for a press that only ends beside it, and holds the page still', async () => {
    const dialog = await open(await button(shopWith(known)));
    expect(getComputedStyle(document.documentElement).overflow).to.equal('hidden');
    const box = inside(dialog, 'dialog');
    box.dispatchEvent(new MouseEvent('click', {clientX: 1, clientY: 1}));
    await nextFrame();
    expect(find()).to.equal(dialog);
  });

  it('says what is missing in the fields, and sends nothing', async () => {
    const stub = shopWith(known);
    const dialog = await open(await button(stub));
    part(dialog, 'button').click();
    await until(() => fault(fields(dialog), 'server') && fault(fields(dialog), 'variable-1'));
    await until(() => fields(dialog).shadowRoot!.activeElement?.id === 'server');
    await until(() => !dialog.matches(':state(busy)'));
    expect(adds(stub)).to.deep.equal([]);
  });

  it('sends with Enter', async () => {
    const stub = shopWith(known);
    stub.on('add', () => line());
    const dialog = await open(await button(stub));
    await fill(dialog);
    control(fields(dialog), 'variable-1').focus();
    await sendKeys({press: 'Enter'});
    await gone();
    expect(adds(stub).length).to.equal(1);
  });

  it('says a refusal at its field, keeps the input, and leaves no notice in the cart', async () => {
    const stub = shopWith(known);
    const code = 'invalid-custom-variable';
    const details = [{code, path: 'custom_variables[prefix]', message: 'raw', validation: ''}];
    const error = failure('http', {status: 400, code, details});
    stub.on('add', () => {
      const notice = {id: 'n1', lineKey: null, name: 'VIP', action: 'add', quantity: 1, error} as const;
      stub.shop.cart.publish(state({cart: cart([]), notices: [notice]}));
      throw error;
    });
    const from = await button(stub);
    const dialog = await open(from);
    await fill(dialog);
    part(dialog, 'button').click();
    expect((await once<CustomEvent>(from, 'paynow-error')).detail.error).to.equal(error);
    await until(() => fault(fields(dialog), 'variable-1'));
    await until(() => !dialog.matches(':state(busy)'));
    expect([control(fields(dialog), 'variable-1').value, message(dialog)]).to.deep.equal(['abc', '']);
    expect(stub.calls.filter(([name]) => name === 'dismiss')).to.deep.equal([['dismiss', 'n1']]);
  });

  it('says in the dialog what is about no field, with the way to sign in', async () => {
    const stub = shopWith(known);
    stub.shop.configure({signInUrl: '/in'});
    stub.on('add', () => { throw failure('auth', {code: 'signed-out'}); });
    const dialog = await open(await button(stub));
    await fill(dialog);
    part(dialog, 'button').click();
    await until(() => message(dialog).includes('sign in'));
    expect(part(dialog, 'message').querySelector('a')!.href).to.contain('/in?return_to=');
  });

  it('closes when the page objects to the line', async () => {
    const stub = shopWith(known);
    const from = await button(stub);
    from.addEventListener('paynow-before-add', event => event.preventDefault());
    const dialog = await open(from);
    await fill(dialog);
    part(dialog, 'button').click();
    await gone();
    expect([adds(stub), from.matches(':state(added)')]).to.deep.equal([[], false]);
  });

  it('lets an addition end that was left alone', async () => {
    const stub = shopWith(known);
    const answer = deferred();
    stub.on('add', () => answer.promise);
    const from = await button(stub);
    const dialog = await open(from);
    await fill(dialog);
    part(dialog, 'button').click();
    await until(() => adds(stub).length);
    await sendKeys({press: 'Escape'});
    await gone();
    answer.reject(failure('network'));
    await once(from, 'paynow-error');
    expect(stub.calls.some(([name]) => name === 'dismiss')).to.equal(false);
  });

  it('opens also when only the shop knew that there is a choice', async () => {
    const stub = stubShop(null);
    stub.on('product', () => known);
    stub.on('add', () => { throw failure('configuration', {code: 'choice-required'}); });
    const dialog = await open(await button(stub));
    know(stub, known);
    await settled(document.body);
    expect(part(dialog, 'name').textContent).to.equal('VIP');
    expect(control(fields(dialog), 'server').value).to.equal('');
  });

  it('does not open when the attributes say everything, or there is nothing to say', async () => {
    for (const [asked, attributes] of [
      [known, `gameserver-id="1" custom-variables='{"colour":"moss","prefix":"ab"}'`],
      [product({single_game_server_only: true, gameservers: servers.slice(1)}), ''],
      [product(), ''],
    ] as const) {
      const stub = shopWith(asked);
      stub.on('add', () => line());
      const from = await button(stub, attributes);
      from.click();
      await once(from, 'paynow-add');
      expect([adds(stub).length, find()]).to.deep.equal([1, null]);
    }
  });

  it('has the look, the language and the direction of the place where its button stands', async () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('.brand{--paynow-accent:rgb(1, 2, 3);font-family:monospace;color-scheme:dark}');
    document.adoptedStyleSheets.push(sheet);
    const from = await button(shopWith(known), '', '<div class="brand" lang="de" dir="rtl">', '</div>');
    await until(() => from.text.addToCart === 'In den Warenkorb');
    const dialog = await open(from);
    document.adoptedStyleSheets.pop();
    const look = getComputedStyle(part(dialog, 'button'));
    expect([look.backgroundColor, look.fontFamily, look.direction, look.colorScheme])
      .to.deep.equal(['rgb(1, 2, 3)', 'monospace', 'rtl', 'dark']);
    expect(part(dialog, 'button').textContent).to.contain('In den Warenkorb');
    expect(fields(dialog).shadowRoot!.textContent).to.contain('Bitte wählen');
  });

  it('is a sheet at the lower edge of a narrow window', async () => {
    await setViewport({width: 375, height: 700});
    const dialog = await open(await button(shopWith(known)));
    const box = (): DOMRect => inside(dialog, 'dialog').getBoundingClientRect();
    await until(() => Math.round(box().bottom) === innerHeight, 'the sheet to come in');
    expect([box().left, box().width]).to.deep.equal([0, 375]);
    await setViewport({width: 800, height: 600});
  });
});

describe('an add button with options in the page', () => {
  const chosen = {productId: 'vip', quantity: 1, gameserverId: '2', customVariables: {colour: 'ember', prefix: 'abc'}};

  for (const [where, around, end] of [
    ['in the same form', '<form>', '</form>'],
    ['in the same product', '<paynow-product product-id="vip">', '</paynow-product>'],
  ] as const) {
    it(`takes what is chosen ${where}`, async () => {
      const stub = shopWith(known);
      stub.on('add', () => line());
      const options = `<paynow-options store-id="${stub.id}" product-id="7"></paynow-options>`;
      const from = await button(stub, 'gift-to-customer-id="5" subscription quantity="4"', `${around}${options}`, end);
      await settled(document.body);
      const beside = from.parentElement!.querySelector('paynow-options')!;
      from.click();
      await until(() => fault(beside, 'server'));
      expect([find(), adds(stub)]).to.deep.equal([null, []]);
      await enter(beside, 'server', '2');
      await enter(beside, 'variable-1', 'abc');
      control(beside, 'variable-1').focus();
      const added = once(from, 'paynow-add');
      await sendKeys({press: 'Enter'});
      await added;
      expect(adds(stub)).to.deep.equal([{...chosen, giftToCustomerId: '5'}]);
    });
  }

  it('says a refusal at the field and not twice', async () => {
    const stub = shopWith(product());
    const details = [{code: 'not-enough-stock', path: 'quantity', message: '', validation: ''}];
    stub.on('add', () => { throw failure('http', {status: 400, code: 'not-enough-stock', details}); });
    const options = `<paynow-options store-id="${stub.id}" product-id="vip"></paynow-options>`;
    const from = await button(stub, '', `<form>${options}`, '</form>');
    await settled(document.body);
    from.click();
    await until(() => fault(from.parentElement!.querySelector('paynow-options')!, 'quantity'));
    await until(() => !from.matches(':state(busy)'));
    expect(message(from)).to.equal('');
  });

  it('minds neither the options of another product nor those of another shop', async () => {
    const stub = shopWith(known);
    const others = `<paynow-options store-id="${stub.id}" product-id="8"></paynow-options>
      <paynow-options store-id="1" product-id="vip"></paynow-options>`;
    const dialog = await open(await button(stub, '', `<form>${others}`, '</form>'));
    expect(part(dialog, 'name').textContent).to.equal('VIP');
    dialog.remove();
  });
});
