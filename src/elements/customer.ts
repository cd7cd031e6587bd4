import {html} from 'lit/html.js';
import type {PropertyValues} from '@lit/reactive-element';
import {PaynowError} from '../api/errors.js';
import type {Customer} from '../api/index.js';
import {account} from '../i18n/en/account.js';
import {add} from '../i18n/en/add.js';
import {supply} from '../i18n/messages.js';
import {announce} from './announcer.js';
import {customerStyles} from './customer.styles.js';
import {focused} from './deep-focus.js';
import {define} from './define.js';
import {property} from './property.js';
import {isPicture} from './safe-url.js';
import {sentenceNow} from './sentence.js';
import {TemplateElement} from './template-element.js';
import {nameOf, Who} from './who.js';

supply('', {...add, ...account});

/**
 * Who is signed in, with a button to sign out; a button to sign in as long as nobody is.
 *
 * @slot signed-out - What stands here as long as nobody is signed in; a button to sign in by default.
 * @csspart avatar - The picture of the customer, or the first letter of the name.
 * @csspart name - The name of the customer.
 * @csspart sign-out-button - Signs out, in all tabs of the site.
 * @csspart sign-in-button - Signs in.
 * @csspart error - Says why nobody knows who is signed in.
 * @csspart retry-button - Looks once more who is signed in.
 * @cssstate busy - It is being found out who is signed in.
 * @cssstate failed - It could not be found out.
 * @cssstate signed-out - Nobody is signed in.
 * @fires paynow-auth-required - Somebody wants to sign in; cancel it when the page signs them in itself.
 * @fires paynow-error - It could not be found out who is signed in.
 */
export class PaynowCustomer extends TemplateElement {
  static override styles = customerStyles;

  /** `name`, `avatar` or `both`. */
  @property() show: 'name' | 'avatar' | 'both' = 'both';

  #who = new Who(this);
  #told: PaynowError | undefined;
  #broken = '';
  #isLeaving = false;
  #isHindered = false;

  protected override update(changed: PropertyValues): void {
    const {status, error} = this.#who;
    this.toggleState('busy', status === 'loading');
    this.toggleState('failed', status === 'failed');
    this.toggleState('signed-out', status === 'signed-out');
    super.update(changed);
    if (error && error !== this.#told) this.emit('paynow-error', {error});
    this.#told = error;
  }

  // The button that was pressed is gone.
  protected override updated(): void {
    if (!this.#isLeaving || this.#who.status !== 'signed-out') return;
    this.#isLeaving = false;
    announce(this.text.signedOutNow);
    this.renderRoot.querySelector<HTMLElement>('[part=sign-in-button]')?.focus();
  }

  protected override render() {
    const {text} = this;
    const {status, customer, error} = this.#who;
    const unset = new PaynowError('', {kind: 'configuration', code: 'unconfigured'});
    return html`<slot name="signed-out" ?hidden=${status !== 'signed-out'}><button type="button" class="main"
        part="sign-in-button" aria-haspopup="dialog" @click=${this.#signIn}>${text.signIn}</button></slot>
      ${status === 'loading'
        ? html`<div class="ghost" role="img" aria-label=${text.signInLoading}><i></i><i></i></div>` : ''}
      ${status === 'unconfigured' || status === 'failed'
        ? html`<span part="error" role="alert">${sentenceNow(error ?? unset, this)}</span>` : ''}
      ${this.#isHindered ? html`<span part="error" role="alert">${text.failed}</span>` : ''}
      ${status === 'failed' ? html`<button type="button" part="retry-button"
        @click=${() => void this.#who.ask()}>${text.retry}</button>` : ''}
      ${status === 'signed-in' && customer ? this.#shown(customer) : ''}`;
  }

  #shown(customer: Customer) {
    const {text, show} = this;
    const name = nameOf(customer, text.someone);
    return html`${show === 'name' ? '' : this.#avatar(customer, name)}
      ${show === 'avatar' ? '' : html`<bdi part="name">${name}</bdi>`}
      <button type="button" part="sign-out-button" @click=${this.#signOut}>${text.signOut}</button>`;
  }

  #avatar({profile}: Customer, name: string) {
    const url = profile?.avatar_url;
    const alt = this.show === 'avatar' ? name : '';
    const fallBack = (): void => {
      this.#broken = url ?? '';
      this.requestUpdate();
    };
    return isPicture(url) && url !== this.#broken
      ? html`<div part="avatar"><img src=${url} alt=${alt} width="36" height="36" decoding="async"
          referrerpolicy="no-referrer" @error=${fallBack}></div>`
      : html`<div part="avatar" role="img" aria-label=${alt || name} aria-hidden=${alt ? 'false' : 'true'}>${
          [...name][0] ?? ''}</div>`;
  }

  async #signIn(): Promise<void> {
    await this.#attempt(async () => {
      if (!await (await import('./sign-in-ask.js')).askToSignIn(this)) return;
      await this.updateComplete;
      // The button that was pressed is gone, unless the page has taken the focus elsewhere.
      if (focused() === document.body)
        this.renderRoot.querySelector<HTMLElement>('[part=sign-out-button]')?.focus();
    });
  }

  async #signOut(): Promise<void> {
    this.#isLeaving = true;
    await this.#attempt(() => this.shop.session.signOut());
    if (this.#isHindered) this.#isLeaving = false;
  }

  // What signs in and out may not come over a bad network. Nobody should believe that they are signed out then.
  async #attempt(act: () => Promise<void>): Promise<void> {
    this.#isHindered = false;
    try {
      await act();
    } catch {
      this.#isHindered = true;
    }
    this.requestUpdate();
  }
}

define('paynow-customer', PaynowCustomer);

declare global {
  interface HTMLElementTagNameMap {
    'paynow-customer': PaynowCustomer;
  }
}
