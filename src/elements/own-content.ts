/** Whether the page has put something into an element that is in no named slot and no template. */
export const hasOwnContent = ({childNodes}: Element): boolean => [...childNodes].some(node =>
  node instanceof Element ? !node.slot && node.localName !== 'template' : node instanceof Text && !!node.data.trim());
