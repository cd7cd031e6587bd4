import {expect} from '@open-wc/testing';
import '../../src/elements/buy-button.js';
import '../../src/elements/options.js';
import type {PaynowBuyButton} from '../../src/elements/buy-button.js';
import {getShop} from '../../src/store/registry.js';
import {inside, mount, once, part, said, settled, until} from '../support/dom.js';
import {sandboxWorld} from '../support/sandbox.js';
import type {World} from '../support/sandbox.js';
import {colour, control, enter, fault, prefix, product, shopWith} from './options-support.js';
import {dialogOf, shown} from './sign-in-support.js';
import {cart, deferred, failure, line} from './support.js';
import type {StubShop} from './support.js';

const session = {id: '1', token: 't', url: 'https://pay.example/1'};
const message = (element: Element): string => said(element, 'message');

interface Bought {stub: StubShop; button: PaynowBuyButton; bought: unknown[][]; answer: ReturnType<typeof deferred>}

const place = async (attributes = '', known = product(), around = '<div>', end = '</div>'): Promise<Bought> => {
  const stub = shopWith(known);
  const answer = deferred();
  const bought: unknown[][] = [];
  Object.assign(stub.shop.cart, {
    buy: (...args: unknown[]) => {
      bought.push(args);
      return answer.promise;
    },
  });
  const outer = await mount(`${around}<paynow-buy-button store-id="${stub.id}" product-id="vip" ${attributes}
    ></paynow-buy-button>${end}`);
  return {stub, bought, answer, button: outer.querySelector('paynow-buy-button')!};
};

describe('paynow-buy-button', () => {
  it('buys the line past the cart, with codes and addresses, and hands the session to the page', async () => {
    const {button, bought, answer} = await place('quantity="2" promo-codes="A, B" gift-to-customer-id="4"');
    expect(inside(button, '.label').textContent).to.equal('Buy now');
    const before = once<CustomEvent>(document, 'paynow-before-checkout');
    button.click();
    const {detail} = await before;
    const wish = {productId: 'vip', quantity: 2, giftToCustomerId: '4'};
    expect([detail.cart, detail.lines]).to.deep.equal([null, [wish]]);
    expect(detail.options.promoCodes).to.deep.equal(['A', 'B']);
    expect(button.matches(':state(busy)')).to.equal(true);
    button.addEventListener('paynow-checkout', event => event.preventDefault());
    const ready = once<CustomEvent>(document, 'paynow-checkout');
    answer.resolve(session);
    expect((await ready).detail).to.equal(session);
    await until(() => !button.matches(':state(busy)'));
    expect(bought).to.deep.equal([[[wish], detail.options]]);
    expect(detail.options.returnUrl).to.equal(location.href);
  });

  it('stays when the page objects', async () => {
    const {button, bought} = await place();
    button.addEventListener('paynow-before-checkout', event => event.preventDefault());
    button.click();
    await once(button, 'paynow-before-checkout');
    await until(() => !button.matches(':state(busy)'));
    expect([bought, message(button)]).to.deep.equal([[], '']);
  });

  it('follows no address that is not safe', async () => {
    const {button, answer} = await place();
    answer.resolve({...session, url: 'javascript:alert(1)'});
    button.click();
    await until(() => message(button).includes('not safe'));
    expect(button.matches(':state(failed)')).to.equal(true);
  });

  it('needs a customer: the page hears of it first, then a dialog asks, and who closes it stays', async () => {
    const {button, answer} = await place();
    button.shop.configure({signInUrl: '/in'});
    answer.promise.catch(() => {});
    answer.reject(failure('auth', {code: 'signed-out'}));
    const needed = once<CustomEvent>(button, 'paynow-auth-required');
    button.click();
    expect((await needed).detail.reason).to.equal('signed-out');
    const dialog = await dialogOf();
    expect((await shown<HTMLAnchorElement>(dialog, 'button')).href).to.contain('/in?return_to=');
    part(dialog, 'close-button').click();
    await until(() => !button.matches(':state(busy)'));
    expect([message(button), dialog.isConnected]).to.deep.equal(['', false]);
  });

  it('says what is wrong in its attributes, in its own name', async () => {
    const {button} = await place('quantity="0"');
    const {detail} = await once<CustomEvent>(button, 'paynow-error').catch(() => ({detail: null}));
    expect(detail.error.message).to.contain('<paynow-buy-button> quantity="0"');
    await until(() => message(button).includes('whole number'));
  });

  it('does nothing for what is sold out', async () => {
    const none = {available_to_purchase: false, customer_available: null};
    const {button, bought} = await place('', product({stock: none}));
    button.click();
    expect([bought, button.matches(':state(sold-out)')]).to.deep.equal([[], true]);
  });

  it('asks in the dialog what is open, and says a refusal there', async () => {
    const {button, bought, answer} = await place('', product({custom_variables: [colour, prefix]}));
    button.click();
    const dialog = await until(() => document.querySelector('paynow-options-dialog'));
    await settled(document.body);
    expect(part(dialog, 'button').textContent).to.contain('Buy now');
    await enter(dialog.shadowRoot!.querySelector('paynow-options')!, 'variable-1', 'abc');
    const path = 'lines[0].custom_variables[prefix]';
    const details = [{code: 'invalid-custom-variable', path, message: '', validation: ''}];
    answer.promise.catch(() => {});
    answer.reject(failure('http', {status: 400, details}));
    part(dialog, 'button').click();
    await until(() => fault(dialog.shadowRoot!.querySelector('paynow-options')!, 'variable-1'));
    const customVariables = {colour: 'ember', prefix: 'abc'};
    expect(bought[0]![0]).to.deep.equal([{productId: 'vip', quantity: 1, customVariables}]);
    dialog.remove();
  });

  it('takes the options beside it, and minds no trial in the cart', async () => {
    const trial = {enabled: true, eligible: true, period_value: 1, period_scale: 'week'};
    const stub = shopWith(product({allow_subscription: true, trial}));
    const bought: unknown[] = [];
    Object.assign(stub.shop.cart, {buy: (lines: unknown) => {
      bought.push(lines);
      return new Promise(() => {});
    }});
    const ids = `store-id="${stub.id}" product-id="vip"`;
    const form = await mount(`<form><paynow-options ${ids}></paynow-options>
      <paynow-buy-button ${ids}></paynow-buy-button></form>`);
    await stub.publish({cart: cart([line({trial: true})])});
    const options = form.querySelector('paynow-options')!;
    await enter(options, 'trial', true);
    expect(control(options, 'trial').checked).to.equal(true);
    form.querySelector('paynow-buy-button')!.click();
    await until(() => bought.length);
    expect(bought).to.deep.equal([[{productId: 'vip', quantity: 1, subscription: true, trial: true}]]);
  });
});

describe('buying past the cart', () => {
  let world: World;
  const shop = () => {
    const own = getShop(world.storeId);
    own.configure({apiUrl: world.apiUrl});
    return own;
  };
  beforeEach(async () => {
    world = await sandboxWorld();
    shop().configure({customerToken: await world.token(), currency: undefined, promoCodes: undefined});
  });
  const posts = async () => (await world.log()).filter(({method}) => method === 'POST');

  it('makes one session of two presses, and leaves the cart alone', async () => {
    const wish = [{productId: 'name-colour', customVariables: {colour: 'ember'}, quantity: 2}];
    const [one, other] = await Promise.all([shop().cart.buy(wish), shop().cart.buy(wish)]);
    expect(one).to.equal(other);
    expect((await posts()).map(({path, status}) => [path, status])).to.deep.equal([['/v1/checkouts', 200]]);
    const {carts, checkouts} = await world.state();
    expect([Object.keys(carts).length, checkouts.length]).to.deep.equal([0, 1]);
  });

  it('makes a session for each of two different wishes', async () => {
    const wish = (colour: string) => [{productId: 'name-colour', customVariables: {colour}}];
    await Promise.all([shop().cart.buy(wish('ember')), shop().cart.buy(wish('moss'))]);
    expect((await world.state()).checkouts.length).to.equal(2);
  });

  it('repeats no request whose answer was lost', async () => {
    await world.faults([{kind: 'drop-after', match: {method: 'POST'}}]);
    const error = await shop().cart.buy([{productId: 'vip'}]).catch((thrown: unknown) => thrown);
    expect(error).to.include({name: 'PaynowError', kind: 'network'});
    expect((await posts()).length).to.equal(1);
  });

  it('sends nothing that cannot be bought, nor anything without a customer', async () => {
    const open = await shop().cart.buy([{productId: 'chat-prefix'}]).catch((thrown: unknown) => thrown);
    expect(open).to.include({kind: 'configuration', code: 'choice-required'});
    shop().configure({customerToken: () => null});
    const nobody = await shop().cart.buy([{productId: 'vip'}]).catch((thrown: unknown) => thrown);
    expect(nobody).to.include({kind: 'auth'});
    expect((await posts()).length).to.equal(0);
  });

  it('takes the codes of the shop along', async () => {
    shop().configure({promoCodes: 'NO-SUCH-CODE'});
    const error = await shop().cart.buy([{productId: 'vip'}]).catch((thrown: unknown) => thrown);
    expect(error).to.include({kind: 'http', status: 400});
  });
});
