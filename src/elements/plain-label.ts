/**
 * Makes the links in an element plain words. In a button they are the label of a page without script; with it, a link
 * within a button would take the shopper away, and screen readers could not tell the two apart.
 */
export const plainLabel = (element: Element): void => {
  for (const link of element.querySelectorAll('a[href]')) link.removeAttribute('href');
};
