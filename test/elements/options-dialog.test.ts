import {expect} from '@open-wc/testing';
import {sendKeys, sendMouse, setViewport} from '@web/test-runner-commands';
import '../../src/elements/add-button.js';
import {inside, nextFrame, once, part, settled, until} from '../support/dom.js';
import {adds, button, fields, fill, find, gone, known, message, open} from './dialog-support.js';
import {control, enter, fault, know, product, servers, shopWith} from './options-support.js';
import {dialogOf, shown} from './sign-in-support.js';
import {cart, deferred, failure, line, state, stubShop} from './support.js';

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

  it('asks above the dialog who they are when that is needed, and says so when they do not tell', async () => {
    const stub = shopWith(known);
    stub.shop.configure({signInUrl: '/in'});
    stub.on('add', () => { throw failure('auth', {code: 'signed-out'}); });
    const dialog = await open(await button(stub));
    await fill(dialog);
    part(dialog, 'button').click();
    const above = await dialogOf();
    expect((await shown<HTMLAnchorElement>(above, 'button')).href).to.contain('/in?return_to=');
    part(above, 'close-button').click();
    await until(() => message(dialog) === 'Please sign in first.');
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
    sheet.replaceSync(`.brand{--paynow-accent:rgb(1, 2, 3);--paynow-button-shadow:0 0 9px red;font-family:monospace;
      color-scheme:dark}`);
    document.adoptedStyleSheets.push(sheet);
    const from = await button(shopWith(known), '', '<div class="brand" lang="de" dir="rtl">', '</div>');
    await until(() => from.text.addToCart === 'In den Warenkorb');
    const dialog = await open(from);
    document.adoptedStyleSheets.pop();
    const look = getComputedStyle(part(dialog, 'button'));
    expect([look.backgroundColor, look.fontFamily, look.direction, look.colorScheme])
      .to.deep.equal(['rgb(1, 2, 3)', 'monospace', 'rtl', 'dark']);
    expect(look.boxShadow).to.contain('9px').and.equal(getComputedStyle(part(from, 'button')).boxShadow);
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
