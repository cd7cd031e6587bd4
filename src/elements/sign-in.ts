import {html} from 'lit/html.js';
import type {PropertyValues} from '@lit/reactive-element';
import {account as accountTexts} from '../i18n/en/account.js';
import {add} from '../i18n/en/add.js';
import {supply} from '../i18n/messages.js';
import {announce} from './announcer.js';
import {crossIcon} from './cart-icons.js';
import {focused} from './deep-focus.js';
import {define} from './define.js';
import {ModalDialog} from './modal-dialog.js';
import {property} from './property.js';
import {SignInDesk} from './sign-in-desk.js';
import {signInStyles} from './sign-in.styles.js';
import {TemplateElement} from './template-element.js';
import {nameOf, Who} from './who.js';

supply('', {...add, ...accountTexts});

// A name may be written from the other side than the sentence around it.
const isolated = (name: string): string => `\u2068${name}\u2069`;

/**
 * Signs shoppers in: by the name of a player in stores for Minecraft, else in the page that `sign-in-url` names. Where
 * signing in is needed, the elements open such a dialog by themselves: there is no need to write one.
 *
 * @slot signed-out - What stands above the form as long as nobody is signed in.
 * @slot signed-in - What stands here once somebody is; "Signed in as" with the name by default.
 * @csspart form - What there is to fill in.
 * @csspart input - Where the name of the player is written.
 * @csspart button - Signs in, or goes to where that is done.
 * @csspart error - Says what is wrong.
 * @csspart open-button - Opens the dialog.
 * @csspart dialog - The dialog; a sheet at the lower edge of narrow windows.
 * @csspart header - The heading and the close button.
 * @csspart close-button - Closes the dialog.
 * @cssstate busy - Somebody is being signed in.
 * @cssstate failed - Signing in did not work, or nobody knows who is signed in.
 * @cssstate signed-out - Nobody is signed in.
 * @fires paynow-error - Signing in did not work, or the shop has no way to sign in.
 */
export class PaynowSignIn extends TemplateElement {
  static override styles = signInStyles;

  /** `inline` shows the form in the page, `dialog` a button that opens it. */
  @property({reflect: true}) mode: 'inline' | 'dialog' = 'inline';
  /** Opens the page that `sign-in-url` names in a window of its own, which reports back, instead of going there. */
  @property({attribute: 'pop-up', type: Boolean}) popUp = false;

  /** Whether only the dialog is wanted, and nothing in the page. */
  isBare = false;

  #who = new Who(this);
  #desk = new SignInDesk(this);
  #dialog = new ModalDialog(this, () => this.#closed());
  #waiting: ((isSignedIn: boolean) => void)[] = [];

  /**
   * Opens the dialog.
   * @param leave runs when the shopper leaves the page to sign in.
   * @returns whether somebody is signed in once it is closed.
   */
  async ask(leave: () => void = () => {}): Promise<boolean> {
    if (this.mode !== 'dialog') this.mode = 'dialog';
    this.#desk.leave = leave;
    await this.updateComplete;
    if (this.#who.status === 'signed-in') return true;
    this.#dialog.open();
    this.requestUpdate();
    return new Promise(resolve => void this.#waiting.push(resolve));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#desk.stop();
    this.#closed();
  }

  protected override update(changed: PropertyValues): void {
    const {status} = this.#who;
    if (status === 'signed-out' && (this.mode === 'inline' || this.#dialog.isOpen)) this.#desk.prepare();
    this.toggleState('busy', this.#desk.isBusy);
    this.toggleState('failed', status === 'failed' || !!this.#desk.error);
    this.toggleState('signed-out', status === 'signed-out');
    super.update(changed);
  }

  protected override updated(): void {
    if (this.#who.status !== 'signed-in') return;
    const {isUsed} = this.#desk;
    if (isUsed) announce(this.text.signedInAs(this.#name));
    this.#desk.stop();
    // Closing draws once more, which an update that has just ended is no place for.
    void this.updateComplete.then(() => {
      if (this.#dialog.isOpen) this.#dialog.close();
      // What had the focus is gone, unless the page has taken it elsewhere.
      if (isUsed && focused() === document.body) this.renderRoot.querySelector<HTMLElement>('.done')?.focus();
    });
  }

  protected override render() {
    const {status} = this.#who;
    const isOut = status === 'signed-out';
    const own = html`<slot name="signed-out" ?hidden=${!isOut}></slot>${this.#content()}`;
    const isHidden = status !== 'signed-in' || this.isBare;
    const done = html`<div class="done" tabindex="-1" ?hidden=${isHidden}><slot name="signed-in"><p>${
      this.text.signedInAs(isolated(this.#name))}</p></slot></div>`;
    return this.mode === 'dialog' ? [done, this.#opener(), this.#frame(own)] : [done, own];
  }

  get #name(): string {
    const {customer} = this.#who;
    return customer ? nameOf(customer, this.text.someone) : '';
  }

  #content() {
    const {status, error} = this.#who;
    if (status === 'signed-in') return '';
    if (status === 'signed-out') return this.#desk.render();
    if (status === 'loading') return this.#desk.ghost();
    return this.#desk.failure(error, () => void this.#who.ask());
  }

  #opener() {
    if (this.isBare || this.#who.status === 'signed-in') return '';
    return html`<button type="button" class="main" part="open-button" aria-haspopup="dialog"
      @click=${() => void this.ask()}>${this.text.signIn}</button>`;
  }

  #frame(content: unknown) {
    const {text} = this;
    const {press, closed, close} = this.#dialog;
    return html`<dialog part="dialog" aria-labelledby="title" @pointerdown=${press} @click=${press} @close=${closed}>
      <div class="head" part="header">
        <h2 id="title" tabindex="-1" autofocus>${text.signInTitle}</h2>
        <button type="button" class="round" part="close-button" aria-label=${text.close}
          @click=${close}>${crossIcon}</button>
      </div>
      <div class="content">${content}</div>
    </dialog>`;
  }

  #closed(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    this.#desk.stop();
    for (const resolve of waiting) resolve(this.#who.status === 'signed-in');
  }
}

define('paynow-sign-in', PaynowSignIn);

declare global {
  interface HTMLElementTagNameMap {
    'paynow-sign-in': PaynowSignIn;
  }
}
