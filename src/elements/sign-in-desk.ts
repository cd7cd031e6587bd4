import {html} from 'lit/html.js';
import {PaynowError} from '../api/errors.js';
import type {PlatformAccount} from '../api/index.js';
import {warnOnce} from '../store/registry.js';
import type {Shop} from '../store/shop.js';
import {announce} from './announcer.js';
import type {PaynowElement} from './paynow-element.js';
import {sentenceNow} from './sentence.js';
import {nameMistake, signInForm} from './sign-in-form.js';
import {wayOf} from './sign-in-way.js';
import type {SignInWay} from './sign-in-way.js';
import {followSignIn, openSignIn} from './sign-in-window.js';
import {toError} from './to-error.js';

const missing = (): PaynowError => new PaynowError(
  'Nobody can sign in here: browsers may claim names in stores for Minecraft only. '
  + 'Set sign-in-url to the page of your site that signs shoppers in, or give the page a customer-token or an '
  + 'auth-url.',
  {kind: 'configuration', code: 'sign-in-missing'});

/** Where shoppers sign in, whichever way their shop has for that, drawn by the element around it. */
export class SignInDesk {
  #host: PaynowElement & {readonly popUp: boolean};
  #shop: Shop | undefined;
  #key = '';
  #way: SignInWay | undefined;
  #account: PlatformAccount = {platform: 'minecraft_java_name', id: ''};
  #beside: Window | null = null;
  #life = new AbortController();
  #note = '';

  /** Why signing in did not work. */
  error: PaynowError | string | undefined;
  isBusy = false;
  /** Whether somebody has begun to sign in here. */
  isUsed = false;
  /** Runs when the shopper leaves the page to sign in. */
  leave: () => void = () => {};

  constructor(host: PaynowElement & {readonly popUp: boolean}) {
    this.#host = host;
  }

  /** Finds out how shoppers sign in, unless that is known. */
  prepare(): void {
    const {shop} = this.#host;
    const {signInUrl, apiUrl} = shop.config;
    // The way back is to where the page is now, which may have changed its address.
    const key = JSON.stringify([shop.id, signInUrl, apiUrl, signInUrl && location.href]);
    if (key === this.#key) return;
    this.#key = key;
    this.#shop = shop;
    this.#way = this.error = undefined;
    void this.#prepare(shop, key);
  }

  /** Waits for nothing any more. */
  stop(): void {
    this.#life.abort();
    this.#life = new AbortController();
    this.#beside = null;
    this.isBusy = this.isUsed = false;
    this.#note = '';
  }

  render() {
    const {error} = this;
    if (!this.#way) return error instanceof Error ? this.failure(error, () => this.#again()) : this.ghost();
    const {text} = this.#host;
    if (this.#way.kind === 'none') return html`<p part="error" role="alert">${text.signInMissing}</p>`;
    if (this.#way.kind === 'page') return this.#page(this.#way.address);
    return signInForm({
      account: this.#account, error: this.#said, isBusy: this.isBusy,
      put: news => this.#put(news), submit: () => void this.#signIn(),
    }, text);
  }

  /** What keeps the place for as long as nothing is known. */
  ghost() {
    return html`<div class="ghost" role="img" aria-label=${this.#host.text.signInLoading}><i></i><i></i></div>`;
  }

  /** Says why nothing is known, with a way to try again where that may help. */
  failure(error: PaynowError | undefined, again: () => void) {
    const {text} = this.#host;
    const unset = new PaynowError('', {kind: 'configuration', code: 'unconfigured'});
    return html`<p part="error" role="alert">${sentenceNow(error ?? unset, this.#host)}</p>
      ${error ? html`<button type="button" class="quiet" @click=${again}>${text.retry}</button>` : ''}`;
  }

  get #said(): string {
    const {error} = this;
    if (!error || typeof error === 'string') return error ?? '';
    return error.code === 'customer-not-found' ? this.#host.text.noPlayer : sentenceNow(error, this.#host);
  }

  #page(address: string) {
    const {text, popUp} = this.#host;
    // In a frame other sites do not show their sign-in.
    const isBeside = popUp || window !== window.top;
    const note = this.#note || (isBeside ? text.signInBeside : text.signInElsewhere);
    return html`<div part="form"><p class="note">${note}</p>
      <p part="error" role="alert">${this.#said}</p>
      ${isBeside && this.#note !== text.signInBlocked
        ? html`<button type="button" class="main" part="button" @click=${() => void this.#openBeside(address)}><span>${
          text.signIn}</span></button>`
        : html`<a class="main" part="button" href=${address} @click=${() => this.leave()}>${text.signInGoOn}</a>`}
    </div>`;
  }

  #put(news: Partial<PlatformAccount>): void {
    this.#account = {...this.#account, ...news};
    this.error = undefined;
    this.#host.requestUpdate();
  }

  #again(): void {
    this.#key = '';
    this.#host.requestUpdate();
  }

  async #prepare(shop: Shop, key: string): Promise<void> {
    try {
      const way = await wayOf(shop);
      if (key !== this.#key) return;
      this.#way = way;
      if (way.kind === 'none') this.#complain(missing());
    } catch (thrown) {
      if (key === this.#key) this.#complain(toError(thrown));
    }
    this.#host.requestUpdate();
  }

  async #signIn(): Promise<void> {
    if (this.isBusy) return;
    const {platform, id} = this.#account;
    const mistake = nameMistake(this.#account, this.#host.text);
    if (mistake) {
      this.error = mistake;
      this.#host.requestUpdate();
      await this.#host.updateComplete;
      this.#host.renderRoot.querySelector<HTMLElement>('#name')?.focus();
      return;
    }
    await this.#attempt(shop => shop.session.signIn({platform, id: id.trim()}));
  }

  async #openBeside(address: string): Promise<void> {
    const {text} = this.#host;
    if (this.#beside && !this.#beside.closed) return this.#beside.focus();
    const beside = openSignIn(address);
    this.#beside = beside;
    announce(this.#note = beside ? text.signInWaits : text.signInBlocked);
    this.#host.requestUpdate();
    const {signal} = this.#life;
    if (beside) await this.#attempt(shop => followSignIn(beside, address, shop, signal));
    if (!signal.aborted && beside) this.#note = '';
    this.#host.requestUpdate();
  }

  async #attempt(act: (shop: Shop) => Promise<unknown>): Promise<void> {
    this.error = undefined;
    this.isBusy = this.isUsed = true;
    this.#host.requestUpdate();
    try {
      await act(this.#shop!);
    } catch (thrown) {
      this.#complain(toError(thrown));
    }
    this.isBusy = false;
    this.#host.requestUpdate();
  }

  #complain(error: PaynowError): void {
    if (error.kind === 'aborted') return;
    this.error = error;
    if (error.kind === 'configuration') warnOnce(error.message);
    this.#host.emit('paynow-error', {error});
  }
}
