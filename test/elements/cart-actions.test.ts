import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import '../../src/elements/cart.js';
import type {PaynowCart} from '../../src/elements/cart.js';
import type {ShownLine} from '../../src/store/cart-store.js';
import {inside, mount, once, part, until} from '../support/dom.js';
import {cart, deferred, failure, line, stubShop} from './support.js';
import type {StubShop} from './support.js';

const place = async (lines: ShownLine[] = [line()]): Promise<[PaynowCart, StubShop]> => {
  const stub = stubShop({cart: cart(lines)});
  return [await mount<PaynowCart>(`<paynow-cart mode="inline" store-id="${stub.id}"></paynow-cart>`), stub];
};

const field = (element: PaynowCart): HTMLInputElement => inside<HTMLInputElement>(element, 'input');
const steps = (element: PaynowCart): HTMLButtonElement[] => [
  ...element.shadowRoot!.querySelectorAll<HTMLButtonElement>('[part=quantity] button'),
];
const type = async (element: PaynowCart, text: string): Promise<void> => {
  field(element).focus();
  field(element).select();
  await sendKeys({type: text});
};

describe('paynow-cart, used', () => {
  describe('quantity', () => {
    it('goes one up and one down', async () => {
      const [element, stub] = await place([line({quantity: 2})]);
      const [less, more] = steps(element);
      expect([less!.ariaLabel, more!.ariaLabel, field(element).ariaLabel]).to.deep.equal([
        'One VIP less',
        'One VIP more',
        'Quantity of VIP',
      ]);
      more!.click();
      less!.click();
      expect(stub.calls).to.deep.equal([
        ['setQuantity', 'vip', 3],
        ['setQuantity', 'vip', 1],
      ]);
      await until(() => document.querySelector('[role=status]')?.textContent === 'VIP: 1');
    });

    it('is typed, and sent with Enter', async () => {
      const [element, stub] = await place();
      await type(element, '12');
      expect(stub.calls).to.deep.equal([]);
      await sendKeys({press: 'Enter'});
      expect(stub.calls).to.deep.equal([['setQuantity', 'vip', 12]]);
    });

    it('is typed, and sent when the field is left', async () => {
      const [element, stub] = await place();
      await type(element, '4');
      field(element).blur();
      expect(stub.calls).to.deep.equal([['setQuantity', 'vip', 4]]);
    });

    it('does not change while it is typed, whatever the server says', async () => {
      const [element, stub] = await place();
      await type(element, '1');
      await stub.publish({cart: cart([line({quantity: 7}), line({key: 'other', name: 'Other'})])});
      await sendKeys({type: '5'});
      expect(field(element).value).to.equal('15');
      expect(element.shadowRoot!.activeElement).to.equal(field(element));
      field(element).blur();
      expect(stub.calls).to.deep.equal([['setQuantity', 'vip', 15]]);
    });

    for (const wrong of ['abc', '-3', '2.5', '', '1e3']) {
      it(`goes back to what it was after "${wrong}"`, async () => {
        const [element, stub] = await place([line({quantity: 2})]);
        if (wrong) await type(element, wrong);
        else {
          field(element).focus();
          field(element).select();
          await sendKeys({press: 'Backspace'});
        }
        field(element).blur();
        expect(field(element).value).to.equal('2');
        expect(stub.calls).to.deep.equal([]);
        await stub.publish({cart: cart([line({quantity: 5})])});
        expect(field(element).value).to.equal('5');
      });
    }

    it('stays within what PayNow can count', async () => {
      const [element, stub] = await place();
      await type(element, '99999999999');
      field(element).blur();
      expect(stub.calls).to.deep.equal([['setQuantity', 'vip', 2_147_483_647]]);
      expect(field(element).value).to.equal('2147483647');
    });

    it('shows what the server says when a change was taken back', async () => {
      const [element, stub] = await place([line({quantity: 2})]);
      stub.on('setQuantity', () => {
        throw failure('http', {code: 'not-enough-stock', status: 400});
      });
      steps(element)[1]!.click();
      const {detail} = await once<CustomEvent>(element, 'paynow-error');
      expect(detail.error.code).to.equal('not-enough-stock');
      await stub.publish({cart: cart([line({quantity: 2})])});
      expect(field(element).value).to.equal('2');
    });

    it('removes the line at 0, typed or stepped', async () => {
      const [element, stub] = await place();
      steps(element)[0]!.click();
      await type(element, '0');
      field(element).blur();
      expect(stub.calls).to.deep.equal([
        ['remove', 'vip'],
        ['remove', 'vip'],
      ]);
    });
  });

  describe('remove', () => {
    it('asks the page, removes, and says so', async () => {
      const [element, stub] = await place();
      const answer = deferred();
      stub.on('remove', () => answer.promise);
      const asked = once<CustomEvent>(document, 'paynow-before-remove');
      part(element, 'remove-button').click();
      expect((await asked).detail.line.key).to.equal('vip');
      await until(() => document.querySelector('[role=status]')?.textContent === 'VIP was removed.');
      const gone = once<CustomEvent>(document, 'paynow-remove');
      answer.resolve(undefined);
      expect((await gone).detail.line.key).to.equal('vip');
    });

    it('leaves the line when the page objects', async () => {
      const [element, stub] = await place();
      element.addEventListener('paynow-before-remove', event => event.preventDefault());
      part(element, 'remove-button').click();
      expect(stub.calls).to.deep.equal([]);
    });

    it('gives the focus to the next line, then to the heading', async () => {
      const lines = ['a', 'b', 'c'].map(key => line({key, name: key}));
      const [element, stub] = await place(lines);
      const focusAfter = async (index: number, rest: ShownLine[]): Promise<Element | null> => {
        const button = element.shadowRoot!.querySelectorAll<HTMLElement>('[part=remove-button]')[index]!;
        button.focus();
        button.click();
        await stub.publish({cart: cart(rest)});
        return element.shadowRoot!.activeElement;
      };
      expect((await focusAfter(1, [lines[0]!, lines[2]!]))?.ariaLabel).to.equal('Remove c');
      expect((await focusAfter(1, [lines[0]!]))?.ariaLabel).to.equal('Remove a');
      expect((await focusAfter(0, []))?.localName).to.equal('h2');
    });

    it('keeps the focus at its line when another one goes', async () => {
      const lines = ['a', 'b'].map(key => line({key, name: key}));
      const [element, stub] = await place(lines);
      const second = element.shadowRoot!.querySelectorAll('input')[1]!;
      second.focus();
      await stub.publish({cart: cart([lines[1]!])});
      expect(element.shadowRoot!.activeElement).to.equal(second);
    });
  });

  describe('clear', () => {
    it('asks once, in place, and forgets it when the button is left', async () => {
      const [element, stub] = await place();
      const button = part(element, 'clear-button');
      expect(button.innerText).to.equal('Empty the cart');
      button.focus();
      button.click();
      await element.updateComplete;
      expect(button.innerText).to.equal('Remove everything?');
      button.blur();
      await element.updateComplete;
      expect(button.innerText).to.equal('Empty the cart');
      button.click();
      button.click();
      expect(stub.calls).to.deep.equal([['clear']]);
    });

    it('says that it was done', async () => {
      const [element, stub] = await place();
      stub.on('clear', () => undefined);
      part(element, 'clear-button').click();
      part(element, 'clear-button').click();
      await until(() => document.querySelector('[role=status]')?.textContent === 'The cart was emptied.');
    });
  });

  describe('checkout', () => {
    it('goes to the checkout with the events of the button', async () => {
      const [element, stub] = await place();
      stub.on('checkout', () => ({id: '1', token: 't', url: 'https://checkout.test/t'}));
      element.addEventListener('paynow-checkout', event => event.preventDefault());
      part(element, 'checkout-button').click();
      part(element, 'checkout-button').click();
      expect(element.matches(':state(busy)')).to.equal(false);
      const {detail} = await once<CustomEvent>(document, 'paynow-checkout');
      expect(detail).to.deep.equal({id: '1', token: 't', url: 'https://checkout.test/t'});
      expect(stub.calls.filter(([name]) => name === 'checkout').length).to.equal(1);
      await until(() => !element.matches(':state(busy)'));
    });

    it('says above the button what went wrong', async () => {
      const [element, stub] = await place();
      stub.on('checkout', () => {
        throw failure('http', {status: 400, code: 'promo-code-expired'});
      });
      part(element, 'checkout-button').click();
      await until(() => inside(element, '.message').innerText === 'This code is not valid for this cart.');
    });
  });

  it('keeps the items of two hundred lines when one of them changes', async () => {
    const lines = Array.from({length: 200}, (_, index) => line({key: `k${index}`, name: `Product ${index}`}));
    const [element, stub] = await place(lines);
    const items = [...element.shadowRoot!.querySelectorAll('li[part=line]')];
    const changed: Node[] = [];
    const observer = new MutationObserver(records => changed.push(...records.map(({target}) => target)));
    observer.observe(part(element, 'lines'), {subtree: true, childList: true, characterData: true, attributes: true});
    await stub.publish({cart: cart(lines.map((one, index) => (index === 100 ? {...one, price: 500} : one)))});
    observer.disconnect();
    expect([...element.shadowRoot!.querySelectorAll('li[part=line]')]).to.deep.equal(items);
    expect(changed.length).to.be.greaterThan(0);
    expect(changed.every(node => items[100]!.contains(node))).to.equal(true);
  });
});
