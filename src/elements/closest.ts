/**
 * The nearest element that matches, from the element itself outward as the page is drawn: through slots and the hosts
 * of shadow roots. It reads plain attributes, so elements need not be upgraded to be found.
 */
export const closest = (from: Element, selector: string): Element | null => {
  let node: Node | null = from;
  while (node) {
    if (node instanceof Element && node.matches(selector)) return node;
    node = (node as Element).assignedSlot ?? node.parentNode ?? (node as ShadowRoot).host ?? null;
  }
  return null;
};
