import type {PropertyDeclaration, ReactiveElement} from '@lit/reactive-element';

/**
 * Makes a class field a property that redraws the element, and an attribute. Lit's own decorator serves standard
 * decorators as well, which costs more bytes than a whole button.
 */
export const property = (options?: PropertyDeclaration) => (prototype: ReactiveElement, name: string): void =>
  (prototype.constructor as typeof ReactiveElement).createProperty(name, options);
