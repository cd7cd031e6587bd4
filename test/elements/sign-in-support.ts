import type {Config} from '../../src/store/config.js';
import {reassign, registry} from '../../src/store/registry.js';
import {Shop} from '../../src/store/shop.js';
import type {PaynowSignIn} from '../../src/elements/sign-in.js';
import {mount, part, settled, until} from '../support/dom.js';
import {sandboxWorld} from '../support/sandbox.js';
import type {World} from '../support/sandbox.js';

/** The store for Rust, whose customers sign in with Steam: no browser may claim a name there. */
export const rustStore = '522597502741481927';

/** A page with a shop of its own in a fresh world. */
export interface Place<E extends Element> {
  readonly world: World;
  readonly shop: Shop;
  readonly element: E;
  /** The facts that fired on the document, in order. */
  readonly facts: CustomEvent[];
}

let listening: AbortController | undefined;

/** Makes a world and a shop in it, and draws markup in which `STORE` stands for its id. */
export const place = async <E extends Element = PaynowSignIn>(
  markup: string, config: Config = {}, prepare: (world: World) => Promise<unknown> = async () => {},
): Promise<Place<E>> => {
  const world = await sandboxWorld();
  await prepare(world);
  const id = config.storeId ?? world.storeId;
  const shop = new Shop(id, () => ({}));
  shop.configure({storeId: id, apiUrl: world.apiUrl, ...config});
  registry.shops.set(id, shop);
  reassign();
  const facts: CustomEvent[] = [];
  listening?.abort();
  listening = new AbortController();
  for (const fact of ['sign-in', 'sign-out', 'cart-merge'] as const)
    document.addEventListener(`paynow-${fact}`, event => facts.push(event), {signal: listening.signal});
  const element = await mount<E>(markup.replaceAll('STORE', id));
  return {world, shop, element, facts};
};

/** What stands in the element for a shopper to read, shadow roots and slots taken as they are. */
export const textOf = (element: HTMLElement): string =>
  (element.shadowRoot as unknown as {textContent: string}).textContent.replaceAll(/\s+/g, ' ').trim();

/** Waits until a part is there, and hands it over. */
export const shown = <E extends HTMLElement = HTMLElement>(element: Element, name: string): Promise<E> =>
  until(() => element.shadowRoot?.querySelector<E>(`[part~="${name}"]`), `the ${name}`, 15_000);

/** Writes a name into the form and sends it. */
export const signInAs = async (element: PaynowSignIn, name: string, edition = 0): Promise<void> => {
  const input = await shown<HTMLInputElement>(element, 'input');
  const radio = element.shadowRoot!.querySelectorAll<HTMLInputElement>('[type=radio]')[edition]!;
  radio.click();
  input.value = name;
  input.dispatchEvent(new Event('input', {bubbles: true}));
  await settled(document.body);
  part(element, 'button').click();
};

/** The dialog that the elements have opened by themselves. */
export const dialogOf = (): Promise<PaynowSignIn> => until(() => {
  const found = [...document.querySelectorAll('paynow-sign-in')].find(({isBare}) => isBare);
  return found?.shadowRoot?.querySelector('dialog[open]') && found;
}, 'the dialog', 15_000);

afterEach(() => {
  listening?.abort();
  for (const made of document.querySelectorAll('body > paynow-sign-in')) made.remove();
  localStorage.clear();
  sessionStorage.clear();
});
