/** Registers an element unless its tag is taken: of two copies of the script on a page, the first one wins. */
export const define = (tag: string, element: CustomElementConstructor): void => {
  const {customElements} = globalThis;
  if (customElements && !customElements.get(tag)) customElements.define(tag, element);
};
