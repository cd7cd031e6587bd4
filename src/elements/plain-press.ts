/** What looks after a press, and after what the shopper says to being measured. */
interface Acts {
  press(target: HTMLElement): Promise<void>;
  consent(event: CustomEventInit): Promise<void>;
}

/**
 * Looks after presses of elements with `data-paynow`, from now on, instead of the browser. One that comes before what
 * it needs is loaded waits for that; where that fails, the browser does what it does on a page without script. What is
 * pressed together with a key that opens or saves links, or was looked after by the page or another copy of the
 * script, stays as it is.
 */
export const watchPresses = (load: () => Promise<Acts | undefined>): void => {
  addEventListener('click', event => {
    const target = (event.composedPath() as HTMLElement[]).find(({dataset}) => dataset?.['paynow']);
    if (!target || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    load().then(acts => acts!.press(target)).catch(() => {
      const name = target.dataset['paynow'];
      // Without the mark no copy of the script takes this for a press that is to be looked after.
      target.dataset['paynow'] = '';
      target.click();
      target.dataset['paynow'] = name;
    });
  });
  // The shopper may agree before what measures is here. Captured, as it may be said without bubbling.
  addEventListener('paynow-consent', event => load().then(acts => acts!.consent(event)).catch(() => {}), true);
};
