/**
 * Makes an element with these properties and children. Buttons and counters are drawn with this: it keeps the template
 * engine, a third of what a page with add buttons would load, out of the way until a cart is opened.
 */
export const make = <Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Partial<Omit<HTMLElementTagNameMap[Tag], 'part'>> & {part?: string},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] => {
  const made = Object.assign(document.createElement(tag), properties) as HTMLElementTagNameMap[Tag];
  made.append(...children);
  return made;
};
