import {PaynowError} from '../api/errors.js';
import type {Product} from '../api/index.js';
import type {LineRequest} from '../store/events.js';
import type {CheckoutTab} from './checkout-tab.js';
import {optionsFor} from './choice-link.js';
import {lineOf} from './line-request.js';
import type {PaynowOptions} from './options.js';
import type {Outcome} from './paynow-button.js';
import type {ProductButton} from './product-button.js';
import {toError} from './to-error.js';

/** What a press of a button does with the line that it stands for. */
export interface Press {
  readonly button: ProductButton;
  /** Whether the line is bought past the cart. */
  readonly isDirect: boolean;
  /** What the dialog's own button says. */
  readonly label: string;
  /** Called in the very press of the dialog's button: what it opens comes along to `act`. */
  readonly open?: () => CheckoutTab;
  /**
   * Does it; `isAsked` when the dialog has asked for the line.
   * @returns whether it is to be shown as done, or what there is to say.
   */
  readonly act: (line: LineRequest, isAsked: boolean, tab?: CheckoutTab) => Promise<Outcome>;
  /** Says what was thrown. */
  readonly say: (button: ProductButton, thrown: unknown) => Promise<string | Node>;
}

/** Whether a line leaves open what the product asks for. */
export const asks = (
  product: Product | undefined, {gameserverId, customVariables}: LineRequest,
): boolean => !!product && (
  (product.single_game_server_only && !gameserverId && product.gameservers.filter(({enabled}) => enabled).length > 1)
  || product.custom_variables.some(({identifier}) => !new Map(Object.entries(customVariables ?? {})).get(identifier)));

// Without the dialog, which may fail to load, the shop refuses the line and says why.
const ask = async (press: Press, line: LineRequest): Promise<boolean> => {
  try {
    (await import('./options-dialog.js')).askFor(press, line);
    return true;
  } catch {
    return false;
  }
};

const chosenIn = async (
  options: PaynowOptions, line: LineRequest, isDirect: boolean,
): Promise<LineRequest | undefined> => {
  const {productId, giftTo, giftToCustomerId} = line;
  const choice = await options.complete(isDirect);
  return choice && {productId, ...giftTo ? {giftTo} : {}, ...giftToCustomerId ? {giftToCustomerId} : {}, ...choice};
};

/**
 * Does what a button is for, with the line from the options that belong to it, else from its attributes. When these
 * leave open what the product asks for, a dialog asks the shopper, and does the rest.
 */
export const press = async (how: Press): Promise<Outcome> => {
  const {button, isDirect, act, say} = how;
  const {shop} = button;
  const options = optionsFor<PaynowOptions>(button);
  let line: LineRequest | undefined;
  try {
    line = lineOf(button);
    if (!shop.id) {
      throw new PaynowError('No shop is connected: write data-store-id on the script tag.', {
        kind: 'configuration', code: 'unconfigured',
      });
    }
    const {productId} = line;
    if (options) line = await chosenIn(options, line, isDirect);
    else if (asks(shop.catalog.peek(productId)?.product, line) && await ask(how, line)) return false;
    return !!line && await act(line, false);
  } catch (thrown) {
    const error = toError(thrown);
    if (!options && line && error.code === 'choice-required' && await ask(how, line)) return false;
    const isSaid = await options?.refuse(error);
    const message = await say(button, thrown);
    return isSaid ? false : message;
  }
};
