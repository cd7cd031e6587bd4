import {make} from './make.js';

/** How long PayNow.js is given to close, in milliseconds, before it is helped, and before it is given up. */
const patience = [600, 1200] as const;

const dialogStyle = {
  position: 'fixed', inset: '0', boxSizing: 'border-box', width: '100%', height: '100%', maxWidth: 'none',
  maxHeight: 'none', margin: '0', padding: '0', border: '0', background: 'transparent', overflow: 'auto',
};
// PayNow.js takes no smaller place; what is larger than the window can be scrolled.
const placeStyle = {width: '100%', minWidth: '800px', height: '100%', minHeight: '760px'};
const buttonStyle = {
  position: 'fixed', insetBlockStart: '12px', insetInlineEnd: '12px', zIndex: '1', display: 'grid',
  placeItems: 'center', width: '44px', height: '44px', margin: '0', padding: '0', border: '1px solid #8888',
  borderRadius: '50%', background: 'light-dark(#fff, #26282e)', color: 'light-dark(#15171c, #f1f2f4)',
  font: '28px/1 system-ui, sans-serif', cursor: 'pointer',
};

/**
 * The dialog in which PayNow.js draws: above every other dialog, with the page behind it out of reach, and never left
 * standing when PayNow.js does not close.
 */
export class OverlayStage {
  readonly dialog: HTMLDialogElement;
  readonly place = make('div', {});
  /** Whether it was closed from here: by the shopper, or because all is done. */
  isLeft = false;
  /** Called when PayNow.js was asked to close and has not done so. */
  gaveUp: () => void = () => {};
  #observer: MutationObserver;
  #askToClose: () => void;
  #timers: number[] = [];

  constructor(label: string, close: string, askToClose: () => void) {
    this.#askToClose = askToClose;
    const button = make('button', {
      type: 'button', textContent: '×', ariaLabel: close, title: close, onclick: () => this.close(),
    });
    this.dialog = make('dialog', {ariaLabel: label, oncancel: event => {
      event.preventDefault();
      this.close();
    }}, button, this.place);
    for (const [element, style] of [
      [this.dialog, dialogStyle], [this.place, placeStyle], [button, buttonStyle],
    ] as const) Object.assign(element.style, style);
    // Its own button for closing is in its frame; what shows here is that the place is not dimmed any more.
    this.#observer = new MutationObserver(() => {
      if (this.place.style.backgroundColor === 'transparent') this.#wait();
    });
  }

  /** Whether nothing was drawn in the place. */
  get isEmpty(): boolean {
    return !this.place.firstElementChild;
  }

  /** From now on it can be seen when PayNow.js closes by itself. */
  set isReady(_: boolean) {
    this.#observer.observe(this.place, {attributes: true, attributeFilter: ['style']});
  }

  /** Says what a frame in it is, as screen readers list frames by their titles, unless PayNow.js has said it. */
  nameFrames(): void {
    for (const frame of this.place.querySelectorAll('iframe')) frame.title ||= this.dialog.ariaLabel ?? '';
  }

  show(): void {
    document.body.append(this.dialog);
    this.dialog.showModal();
  }

  /** Has PayNow.js closed. */
  close(): void {
    this.isLeft = true;
    this.#wait();
    this.#askToClose();
  }

  /** Helps PayNow.js to its end: it waits for that of a transition, which does not come where the page has none. */
  help(): void {
    this.place.dispatchEvent(new Event('transitionend'));
  }

  /** Takes the dialog away; the focus goes back to where it was. */
  remove(): void {
    this.#observer.disconnect();
    for (const timer of this.#timers) clearTimeout(timer);
    if (this.dialog.open) this.dialog.close();
    this.dialog.remove();
  }

  #wait(): void {
    if (this.#timers.length) return;
    this.#timers = [
      window.setTimeout(() => this.help(), patience[0]),
      window.setTimeout(() => this.gaveUp(), patience[1]),
    ];
  }
}
