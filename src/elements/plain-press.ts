/**
 * The element with `data-paynow` that a press is meant for, instead of what the browser would do. What is pressed
 * together with a key that opens links elsewhere, or was looked after by the page, stays as it is.
 */
export const pressedAt = (event: Event): HTMLElement | undefined => {
  const target = (event.composedPath() as HTMLElement[]).find(({dataset}) => dataset?.['paynow']);
  const {ctrlKey, metaKey, shiftKey} = event as MouseEvent;
  if (!target || event.defaultPrevented || ctrlKey || metaKey || shiftKey) return undefined;
  event.preventDefault();
  return target;
};
