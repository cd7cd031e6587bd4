import type {PropertyValues} from '@lit/reactive-element';
import {render} from 'lit/html.js';
import {PaynowElement} from './paynow-element.js';

/** An element that is drawn with a template: what `LitElement` is to Lit, on top of our own base. */
export abstract class TemplateElement extends PaynowElement {
  #drawn: ReturnType<typeof render> | undefined;

  /** The template of the element as it is now. */
  protected abstract render(): unknown;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#drawn?.setConnected(true);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#drawn?.setConnected(false);
  }

  protected override update(changed: PropertyValues): void {
    const template = this.render();
    super.update(changed);
    this.#drawn = render(template, this.renderRoot, {host: this, isConnected: this.isConnected});
  }
}
