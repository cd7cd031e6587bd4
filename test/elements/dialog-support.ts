import '../../src/elements/add-button.js';
import '../../src/elements/options.js';
import type {PaynowAddButton} from '../../src/elements/add-button.js';
import type {PaynowOptionsDialog} from '../../src/elements/options-dialog.js';
import {inside, mount, said, settled, until} from '../support/dom.js';
import {colour, enter, prefix, product, servers} from './options-support.js';
import type {StubShop} from './support.js';

/** A product that asks for a server and two variables. */
export const known = product({single_game_server_only: true, gameservers: servers, custom_variables: [colour, prefix]});

/** The open dialog, when there is one. */
export const find = (): PaynowOptionsDialog | null => document.querySelector('paynow-options-dialog');

/** What the cart was asked to add. */
export const adds = ({calls}: StubShop): unknown[] => calls.filter(([name]) => name === 'add').map(([, wish]) => wish);

/** What an element says below itself. */
export const message = (element: Element): string => said(element, 'message');

/** An add button for `known` or whatever the stub sells, drawn. */
export const button = (stub: StubShop, attributes = '', around = '', end = ''): Promise<PaynowAddButton> =>
  mount(`${around || '<div>'}<paynow-add-button store-id="${stub.id}" product-id="vip" ${attributes}>
    </paynow-add-button>
    ${end || '</div>'}`).then(place => place.querySelector('paynow-add-button')!);

/** Presses the button and waits for the dialog to be there, with everything in it drawn. */
export const open = async (from: PaynowAddButton): Promise<PaynowOptionsDialog> => {
  from.click();
  const dialog = await until(() => find()?.shadowRoot?.querySelector('dialog[open]') && find(), 'the dialog');
  await settled(document.body);
  return dialog;
};

/** The options in the dialog. */
export const fields = (dialog: Element) => inside<HTMLElementTagNameMap['paynow-options']>(dialog, 'paynow-options');

/** Chooses and writes what `known` asks for. */
export const fill = async (dialog: Element): Promise<void> => {
  await enter(fields(dialog), 'server', '2');
  await enter(fields(dialog), 'variable-1', 'abc');
};

/** Waits for the dialog to be closed. */
export const gone = (): Promise<true> => until(() => !find());
