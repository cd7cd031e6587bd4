import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {focused} from '../../src/elements/deep-focus.js';
import {until} from '../support/dom.js';
import {stateOf} from './index.js';
import {findAll, gone, see} from './shopper.js';
import {clear, show} from './stage.js';

/** What the focus is on, as a screen reader names it. */
const focusName = (): string => {
  const element = focused();
  if (!element || element === document.body) return 'page';
  const {ariaLabel, id} = element;
  const root = element.getRootNode() as ShadowRoot;
  const label = root.querySelector(`label[for="${id}"]`) ?? element.closest('label');
  const text = ariaLabel ?? (element as HTMLInputElement).labels?.[0]?.textContent ?? label?.textContent
    ?? root.querySelector(`[id="${element.getAttribute('aria-labelledby')}"]`)?.textContent ?? (element.textContent
    || (root.host as HTMLElement | undefined)?.innerText) ?? '';
  const words = text.trim() || (root.host as HTMLElement | undefined)?.textContent || '';
  return `${element.matches('h1, h2') ? 'heading ' : ''}${words.replaceAll(/\s+/g, ' ').trim()}`;
};

/** Presses keys one after the other, and waits after each until the focus is on what the script says. */
const follow = async (script: readonly (readonly [keys: string, name: string])[]): Promise<void> => {
  for (const [keys, name] of script) {
    await sendKeys({press: keys});
    await until(() => focusName() === name, `the focus on “${name}” after ${keys}`).catch((error: unknown) => {
      throw new Error(`After ${keys} the focus is on “${focusName()}” and not on “${name}”.`, {cause: error});
    });
  }
};

/** What is said to screen readers from now on, in order. */
const listen = (): string[] => {
  const said: string[] = [];
  const hear = (): void => {
    const text = document.querySelector('[aria-live=polite]')?.textContent;
    if (text && said.at(-1) !== text) said.push(text);
  };
  new MutationObserver(hear).observe(document.body, {subtree: true, childList: true, characterData: true});
  return said;
};

const start = async (): Promise<void> => {
  const place = document.querySelector<HTMLElement>('h1')!;
  place.tabIndex = -1;
  place.focus();
};

const scripts: Readonly<Record<string, readonly (readonly [keys: string, name: string])[]>> = {
  'cart-lines': [
    ['Tab', 'One Ember Key less'], ['Tab', 'Quantity of Ember Key'], ['Tab', 'One Ember Key more'],
    ['Tab', 'Remove Ember Key'], ['Tab', 'One VIP less'], ['Tab', 'Quantity of VIP'], ['Tab', 'One VIP more'],
    ['Tab', 'Remove VIP'], ['Tab', 'Empty the cart'], ['Tab', 'Have a promo code?'], ['Tab', 'Checkout'],
    ['Shift+Tab', 'Have a promo code?'], ['Enter', 'Promo code or gift card'], ['Tab', 'Add'], ['Tab', 'Checkout'],
  ],
  'add-idle': [['Tab', 'Add to cart'], ['Enter', 'Add to cart'], ['Space', 'Add to cart']],
  'add-sold-out': [['Tab', 'Sold out'], ['Enter', 'Sold out']],
  'nav-idle': [
    ['Tab', 'All products'], ['Tab', 'Featured'], ['Enter', 'Featured'], ['Tab', 'Ranks'], ['Tab', 'Monthly'],
  ],
  'options-modes': [['Tab', 'Once €9.99'], ['ArrowDown', 'Every month €9.99']],
  'options-server': [['Tab', 'Server']],
  'sign-in-name': [
    ['Tab', 'Minecraft Java'], ['ArrowDown', 'Minecraft Bedrock'], ['Tab', 'Your player name'], ['Tab', 'Sign in'],
    ['Enter', 'Your player name'],
  ],
  'promo-codes': [
    ['Tab', 'Promo code or gift card'], ['Tab', 'Add'], ['Tab', 'Remove code EMBER10'], ['Tab', 'Remove code GIFT-25'],
    ['Shift+Tab', 'Remove code EMBER10'], ['Enter', 'Remove code GIFT-25'], ['Enter', 'Promo code or gift card'],
  ],
  'customer-both': [
    ['Tab', 'Sign out'], ['Enter', 'Sign in'], ['Enter', 'heading Sign in'],
    ['Tab', 'Close'], ['Escape', 'Sign in'],
  ],
  'product-card-sale': [['Tab', 'Frost Key'], ['Tab', 'Add to cart']],
  'products-more': [['Tab', 'Add to cart']],
  'currency-idle': [['Tab', 'Currency']],
};

describe('keys', function () {
  this.timeout(60_000);
  after(() => clear());

  for (const [name, script] of Object.entries(scripts)) {
    it(`lead through ${name}`, async () => {
      await show(stateOf(name));
      await start();
      await follow(script);
    });
  }

  it('pass over what is disabled', async () => {
    const {markup, ...state} = stateOf('add-disabled');
    await show({...state, markup: `${markup}<paynow-add-button product-id="vip">Next</paynow-add-button>`});
    await start();
    await follow([['Tab', 'Next']]);
  });

  it('open the drawer, go round in it, and lead back', async () => {
    await show({...stateOf('drawer-closed'), cart: [['ember-key', 2]]});
    await see('paynow-cart-button >> [part=badge]:not(:empty)');
    await start();
    await follow([
      ['Tab', 'Cart, 2 items'], ['Enter', 'heading Cart'], ['Tab', 'Close'], ['Tab', 'One Ember Key less'],
      ['Escape', 'Cart, 2 items'], ['Space', 'heading Cart'], ['Tab', 'Close'], ['Enter', 'Cart, 2 items'],
    ]);
  });

  it('remove lines, and the focus goes to the next, then to the heading', async () => {
    const said = listen();
    await show(stateOf('cart-lines'));
    findAll('paynow-cart >> [part=remove-button]')[0]!.focus();
    await follow([['Enter', 'Remove VIP']]);
    await until(() => said.includes('Ember Key was removed.') && said.includes('Total €4.99'), 'what is said');
    await follow([['Enter', 'heading Cart']]);
    await see('paynow-cart:state(empty)');
    expect(document.querySelectorAll('[aria-live]').length).to.equal(1);
  });

  it('choose in the dialog, whose mistakes get the focus, and lead back to the button', async () => {
    await show(stateOf('options-dialog-open'));
    await until(() => focusName() === 'heading Fox Companion', 'the heading of the dialog');
    await follow([
      ['Tab', 'Close'], ['Tab', 'Coat'], ['Tab', 'Name'], ['Enter', 'Name'], ['Escape', 'Add to cart'],
    ]);
  });

  it('answer the question of a link', async () => {
    await show(stateOf('link-dialog-open'));
    await until(() => focusName().startsWith('heading Add '), 'the question');
    await sendKeys({press: 'Escape'});
    await gone('paynow-link-dialog');
  });
});

describe('the one region that is read out', function () {
  this.timeout(60_000);
  after(() => clear());

  it('tells of what was added, of the new total, and of what was refused', async () => {
    const said = listen();
    await show(stateOf('add-added'));
    await until(() => said.includes('Added to cart'), 'what is said of an add');
    await show(stateOf('cart-refused'));
    expect((await see('paynow-cart >> [part=line] >> [part=notice]')).role ?? 'alert').to.equal('alert');
    await show(stateOf('cart-lines'));
    findAll('paynow-cart >> [part=quantity] button')[1]!.click();
    await until(() => said.includes('Ember Key: 3') && said.includes('Total €10.96'), 'the total');
  });

  it('is the only one, and within an open dialog for as long as that is open', async () => {
    for (const name of ['cart-offline', 'cart-thanks', 'sign-in-waits', 'drawer-refused', 'options-dialog-refused']) {
      await show(stateOf(name));
      const regions = findAll('[role=status], [role=log], [aria-live], output');
      expect(regions.filter(region => !region.matches('output')).length, name).to.be.at.most(1);
    }
  });
});
