import type {ReactiveController} from '@lit/reactive-element';
import {announceInside} from './announcer.js';
import {focused} from './deep-focus.js';
import {holdPage} from './hold-page.js';
import type {PaynowElement} from './paynow-element.js';

/** What a drawer controls: it is open or not, and may be no drawer at all at the moment. */
interface DrawerHost extends PaynowElement {
  open: boolean;
  readonly isDrawer: boolean;
}

/** Opens and closes the `<dialog>` of an element as its `open` says: modal, above the page, which stands still. */
export class Drawer implements ReactiveController {
  #host: DrawerHost;
  #dialog: HTMLDialogElement | null = null;
  #opener: HTMLElement | null = null;
  #isPressOutside = false;

  constructor(host: DrawerHost) {
    this.#host = host;
    host.addController(this);
  }

  // Before the dialog is replaced by what stands in the page.
  hostUpdate(): void {
    if (!this.#host.isDrawer) this.hostDisconnected();
  }

  hostUpdated(): void {
    const {open, isDrawer, isConnected, renderRoot} = this.#host;
    const dialog = renderRoot.querySelector('dialog');
    if (this.#dialog && !open) this.#dialog.close();
    else if (!this.#dialog && open && isDrawer && isConnected && dialog) this.#show(dialog);
  }

  hostDisconnected(): void {
    if (!this.#dialog) return;
    this.#dialog.close();
    this.closed();
  }

  /** The dialog is closed, by whichever way: Escape, the page, or the host. */
  closed = (): void => {
    const dialog = this.#dialog;
    if (!dialog) return;
    this.#dialog = null;
    this.#backdrop(dialog)?.hidePopover();
    holdPage(this, false);
    announceInside(dialog, false);
    this.#host.open = false;
    if (this.#opener?.isConnected) this.#opener.focus();
    this.#host.emit('paynow-cart-close', undefined);
  };

  /**
   * A press that begins and ends beside the drawer closes it; one that only ends there was meant for something else.
   */
  press = (event: Event): void => {
    const isOutside =
      event.target === this.#dialog && this.#dialog !== null && this.#isBeside(event as MouseEvent, this.#dialog);
    if (event.type === 'click' && isOutside && this.#isPressOutside) this.#host.open = false;
    this.#isPressOutside = isOutside;
  };

  #backdrop(dialog: HTMLDialogElement): HTMLElement | null {
    return dialog.previousElementSibling as HTMLElement | null;
  }

  #isBeside({clientX, clientY}: MouseEvent, dialog: HTMLDialogElement): boolean {
    const {left, right, top, bottom} = dialog.getBoundingClientRect();
    return clientX < left || clientX > right || clientY < top || clientY > bottom;
  }

  #show(dialog: HTMLDialogElement): void {
    this.#dialog = dialog;
    this.#opener = focused();
    holdPage(this, true);
    // Parts reach no `::backdrop`, so what dims the page is an element of its own below the dialog.
    this.#backdrop(dialog)?.showPopover();
    dialog.showModal();
    // Firefox would begin at the close button, as a heading is not reached with Tab.
    dialog.querySelector('h2')?.focus();
    announceInside(dialog, true);
    this.#host.emit('paynow-cart-open', undefined);
  }
}
