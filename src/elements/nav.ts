import {html, nothing} from 'lit/html.js';
import {PaynowError} from '../api/errors.js';
import type {Navlink} from '../api/index.js';
import {cart} from '../i18n/en/cart.js';
import {shop} from '../i18n/en/shop.js';
import {supply} from '../i18n/messages.js';
import {afterPaint} from './after-paint.js';
import {define} from './define.js';
import {navStyles} from './nav.styles.js';
import {hasOwnContent} from './own-content.js';
import {property} from './property.js';
import {sentenceNow} from './sentence.js';
import {TemplateElement} from './template-element.js';
import {toError} from './to-error.js';

supply('', {...cart, ...shop});

const parameter = 'paynow-tag';
const inOrder = (links: readonly Navlink[]): Navlink[] => [...links].sort((a, b) => a.order - b.order);

/** The address of this page with a category chosen; it is what a link opens in a tab of its own. */
const addressOf = (tag: string): string => {
  const url = new URL(location.href);
  if (tag) url.searchParams.set(parameter, tag);
  else url.searchParams.delete(parameter);
  url.hash = '';
  return url.href;
};

/**
 * The categories of the store, as a tree of links. A press sets `current` and fires `change`; nothing is loaded. Let a
 * list follow with `nav.addEventListener('change', () => { products.tag = nav.current; })`. A link that is opened in
 * another tab leads to this page with `?paynow-tag=` and the category, with which `current` begins there.
 *
 * @slot - What stands here as long as the categories are not known.
 * @csspart nav - The whole.
 * @csspart list - A list of categories; those within a category have one of their own.
 * @csspart item - A category with those within it.
 * @csspart link - The link to a category.
 * @csspart all - The link to everything.
 * @csspart error - Says that the categories could not be read.
 * @csspart retry-button - Reads them once more.
 * @cssstate busy - The categories are being read.
 * @cssstate empty - The store has no categories.
 * @cssstate failed - The categories could not be read.
 * @fires paynow-error - The categories could not be read.
 */
export class PaynowNav extends TemplateElement {
  static override styles = navStyles;

  /** Slug of the tag that is chosen; empty for everything. */
  @property({reflect: true}) current?: string | null;

  #links: readonly Navlink[] | undefined;
  #error: PaynowError | undefined;
  #asked = '';

  override connectedCallback(): void {
    super.connectedCallback();
    this.current ??= new URL(location.href).searchParams.get(parameter);
  }

  protected override render() {
    this.#meet();
    const {text} = this;
    const [links, error] = [this.#links, this.#error];
    this.toggleState('busy', !links && !error);
    this.toggleState('empty', links?.length === 0);
    this.toggleState('failed', !!error);
    const isOwn = hasOwnContent(this);
    return [
      html`<slot ?hidden=${!!links || !isOwn} @slotchange=${() => this.requestUpdate()}></slot>`,
      links
        ? this.#tree(links)
        : isOwn
          ? ''
          : error
            ? this.#failure(error)
            : html`<div class="ghost" role="img" aria-label=${text.linksLoading}><i></i><i></i><i></i></div>`,
    ];
  }

  #tree(links: readonly Navlink[]) {
    return links.length
      ? html`<nav part="nav" aria-label=${this.text.categories}>
          <ul part="list" role="list">
            <li part="item">${this.#link('', this.text.everything, 'link all')}</li>
            ${inOrder(links).map(link => this.#branch(link))}
          </ul>
        </nav>`
      : '';
  }

  #branch(branch: Navlink): unknown {
    const {tag_slug: tag, name, children} = branch;
    return html`<li part="item">
      ${this.#link(tag, name, 'link')}
      ${
        children.length
          ? html`<ul part="list" role="list">
              ${inOrder(children).map(link => this.#branch(link))}
            </ul>`
          : ''
      }
    </li>`;
  }

  #link(tag: string, name: string, parts: string) {
    const isCurrent = (this.current ?? '') === tag;
    return html`<a
      part=${parts}
      href=${addressOf(tag)}
      aria-current=${isCurrent ? 'true' : nothing}
      @click=${(event: MouseEvent) => this.#choose(event, tag)}
      >${name}</a
    >`;
  }

  #failure(error: PaynowError) {
    return html`<p part="error">
      ${sentenceNow(error, this)}
      ${
        error.kind === 'configuration'
          ? ''
          : html`<button type="button" part="retry-button" @click=${() => void this.#ask()}>${this.text.retry}</button>`
      }
    </p>`;
  }

  // A press with a key that opens a tab or a window does so, and a page that has taken the press already keeps it.
  #choose(event: MouseEvent, tag: string): void {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    if ((this.current ?? '') === tag) return;
    this.current = tag;
    this.dispatchEvent(new Event('change', {bubbles: true, composed: true}));
  }

  #meet(): void {
    const {
      id,
      config: {apiUrl},
    } = this.shop;
    const asked = `${id} ${apiUrl}`;
    if (asked === this.#asked) return;
    this.#asked = asked;
    this.#links = undefined;
    this.#error = id
      ? undefined
      : new PaynowError('<paynow-nav> belongs to no shop yet.', {
          kind: 'configuration',
          code: 'unconfigured',
        });
    if (id) void afterPaint().then(() => this.#ask());
  }

  async #ask(): Promise<void> {
    const asked = this.#asked;
    try {
      const links = await this.shop.catalog.navlinks();
      if (asked !== this.#asked) return;
      this.#links = links;
      this.#error = undefined;
    } catch (thrown) {
      if (asked !== this.#asked) return;
      this.#error = toError(thrown);
      this.emit('paynow-error', {error: this.#error});
    }
    this.requestUpdate();
  }
}

define('paynow-nav', PaynowNav);

declare global {
  interface HTMLElementTagNameMap {
    'paynow-nav': PaynowNav;
  }
}
