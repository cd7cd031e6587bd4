import {ReactiveElement} from '@lit/reactive-element';
import type {PropertyValues} from '@lit/reactive-element';
import {buttonStyles} from './button.styles.js';
import {commonStyles} from './common.styles.js';
import {make} from './make.js';
import {PaynowElement} from './paynow-element.js';
import {plainLabel} from './plain-label.js';
import {property} from './property.js';

/** What came of a press: true when it shall be shown as done, or what there is to say about it; else nothing. */
export type Outcome = boolean | string | Node;

let drawn: DocumentFragment | undefined;

// A page may have hundreds of these, and copying is several times as fast as making each.
const copy = (): DocumentFragment => {
  if (!drawn) {
    drawn = new DocumentFragment();
    drawn.append(make('button', {className: 'main', part: 'button', type: 'button', ariaDisabled: 'false'},
      make('span', {className: 'label'}, new Text(), make('slot', {}), new Text())));
  }
  return drawn.cloneNode(true) as DocumentFragment;
};

const put = (text: Text, words: string): void => void (text.data === words || (text.data = words));
const hostOf = ({currentTarget}: Event): PaynowButton =>
  ((currentTarget as Element).getRootNode() as ShadowRoot).host as PaynowButton;

/**
 * What the buttons for adding and for buying share: how they look, how they wait, and how they say what is wrong.
 *
 * @cssstate added - The last press was confirmed a moment ago.
 */
export abstract class PaynowButton extends PaynowElement {
  static override shadowRootOptions: ShadowRootInit = {...ReactiveElement.shadowRootOptions, delegatesFocus: true};
  static override styles = [commonStyles, buttonStyles];

  /** Keeps the button from being pressed. */
  @property({type: Boolean}) disabled = false;

  // These are no properties, so that an update with changed properties means a change from outside.
  #waiting = 0;
  #timer = 0;
  #isLabelled = false;
  #content = copy();
  #button = this.#content.firstElementChild as HTMLButtonElement;
  #label = this.#button.firstElementChild!.firstChild as Text;
  #note = this.#button.firstElementChild!.lastChild as Text;
  // Most buttons are never pressed: what shows only then is made then.
  #spinner: Element | undefined;
  #message: Element | undefined;

  // One function each for all buttons of a page.
  static #relabel = (event: Event): void => hostOf(event).#readLabel();
  // A pointer or the focus on it: a press is near. What fails to load now is loaded, and reported, with the press.
  static #expect = (event: Event): void => void hostOf(event).warm().catch(() => {});
  static #uses: Partial<HTMLButtonElement> = {
    onclick: event => void hostOf(event).#press(event),
    onpointerenter: PaynowButton.#expect,
    onfocus: PaynowButton.#expect,
  };

  /** The label where the page gives none. */
  protected abstract label: string;
  /** Why a press is of no use now, to stand beside or instead of the label; `' '` when there is nothing to say. */
  protected abstract obstacle: string;
  /** Loads what a press will need. */
  protected abstract warm(): Promise<void>;
  /** Does what the button is for. */
  protected abstract perform(): Promise<Outcome>;

  /** Whether a press is not answered yet. */
  protected get busy(): boolean {
    return this.#waiting > 0;
  }

  /** Presses the button, as a shopper would. */
  override click(): void {
    this.#button.click();
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    this.#label.nextSibling!.addEventListener('slotchange', PaynowButton.#relabel);
    Object.assign(this.#button, PaynowButton.#uses);
    root.append(this.#content);
    this.#readLabel();
    return root;
  }

  protected override update(changed: PropertyValues): void {
    super.update(changed);
    const {busy, obstacle} = this;
    this.#button.disabled = this.disabled;
    this.#button.ariaDisabled = String(busy || !!obstacle);
    const reason = obstacle.trim();
    put(this.#label, this.#isLabelled || reason ? '' : this.label);
    put(this.#note, this.#isLabelled && reason ? ` · ${reason}` : reason);
    if (busy) this.#button.append(this.#spinner ??= make('span', {part: 'spinner'}));
    this.toggleState('busy', busy);
    this.toggleState('added', !busy && this.#timer > 0);
    this.toggleState('failed', !!this.#message?.isConnected);
  }

  /** Puts a sentence below the button, or takes it away. */
  protected say(message: string | Node): void {
    if (!message && !this.#message?.isConnected) return;
    this.#message?.remove();
    if (message) this.#button.after(this.#message = make('p', {part: 'message', role: 'alert'}, message));
    this.requestUpdate();
  }

  /** Shows for a moment that what the button is for was done. */
  showDone(): void {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => {
      this.#timer = 0;
      this.requestUpdate();
    }, 1500);
    this.requestUpdate();
  }

  #readLabel(): void {
    const isLabelled = !!(this.textContent?.trim() || this.firstElementChild);
    if (this.firstElementChild) plainLabel(this);
    if (isLabelled === this.#isLabelled) return;
    this.#isLabelled = isLabelled;
    this.requestUpdate();
  }

  async #press(event: Event): Promise<void> {
    event.preventDefault();
    if (this.obstacle) return;
    this.#wait(1);
    this.say('');
    const outcome = await this.perform().catch(() => this.text.failed);
    this.#wait(-1);
    if (outcome === true) this.showDone();
    this.say(typeof outcome === 'boolean' ? '' : outcome);
  }

  #wait(more: number): void {
    this.#waiting += more;
    this.requestUpdate();
  }
}
