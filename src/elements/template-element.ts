import type {PropertyValues} from '@lit/reactive-element';
import {render} from 'lit/html.js';
import {PaynowElement} from './paynow-element.js';

/** An element that is drawn with a template: what `LitElement` is to Lit, on top of our own base. */
export abstract class TemplateElement extends PaynowElement {
  /** The template of the element as it is now. */
  protected abstract render(): unknown;

  protected override update(changed: PropertyValues): void {
    const template = this.render();
    super.update(changed);
    render(template, this.renderRoot, {host: this});
  }
}
