import {ReactiveElement} from '@lit/reactive-element';
import {property} from './property.js';
import {ProductElement} from './product-element.js';

/** An element about a product that takes part in a form like the browser's own controls. */
export abstract class FormElement extends ProductElement {
  static readonly formAssociated = true;
  static override shadowRootOptions: ShadowRootInit = {...ReactiveElement.shadowRootOptions, delegatesFocus: true};

  /** Name of the value in the form. */
  @property({reflect: true}) name?: string | null;
  /** Keeps anything from being changed. */
  @property({type: Boolean, reflect: true}) disabled = false;

  protected isBarred = false;

  /** The form that the element is in. */
  get form(): HTMLFormElement | null {
    return this.internals.form;
  }

  /** What is wrong, for scripts. */
  get validity(): ValidityState {
    return this.internals.validity;
  }

  /** The first thing that is wrong, for shoppers. */
  get validationMessage(): string {
    return this.internals.validationMessage;
  }

  /** Whether the form looks at the element at all: not when it is disabled. */
  get willValidate(): boolean {
    return this.internals.willValidate;
  }

  /** Tells the form what the value is and what is wrong with it. */
  protected abstract settleForm(): void;

  /** Whether the value is good; says nothing on the screen. */
  checkValidity(): boolean {
    this.settleForm();
    return this.internals.checkValidity();
  }

  /** The element, or a fieldset around it, was disabled or enabled. */
  formDisabledCallback(isDisabled: boolean): void {
    this.isBarred = isDisabled;
    this.requestUpdate();
  }
}
