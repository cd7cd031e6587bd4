import type {PaynowAddButton} from '../../src/elements/add-button.js';
import {mount, said as saidIn} from '../support/dom.js';
import type {StubShop} from './support.js';

/** An add button in that shop, drawn. */
export const place = (stub: StubShop, attributes = 'product-id="vip"', label = ''): Promise<PaynowAddButton> =>
  mount<PaynowAddButton>(`<paynow-add-button store-id="${stub.id}" ${attributes}>${label}</paynow-add-button>`);

/** What the button says below itself. */
export const said = (button: Element): string => saidIn(button, 'message');

/** What the cart was asked to add. */
export const adds = ({calls}: StubShop): unknown[] => calls.filter(([name]) => name === 'add').map(([, wish]) => wish);
