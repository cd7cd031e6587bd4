import type {ReactiveController} from '@lit/reactive-element';
import {announceInside} from './announcer.js';
import {focused} from './deep-focus.js';
import {holdPage} from './hold-page.js';
import type {PaynowElement} from './paynow-element.js';

/** The one modal `<dialog>` of an element: the page stands still behind it, and the focus returns to where it was. */
export class ModalDialog implements ReactiveController {
  #host: PaynowElement;
  #onClose: () => void;
  #dialog: HTMLDialogElement | null = null;
  #opener: HTMLElement | null = null;
  #isPressOutside = false;

  constructor(host: PaynowElement, onClose: () => void) {
    this.#host = host;
    this.#onClose = onClose;
    host.addController(this);
  }

  /** Whether it is open. */
  get isOpen(): boolean {
    return this.#dialog !== null;
  }

  /** Opens the dialog that the host has drawn. */
  open(): void {
    const dialog = this.#host.renderRoot.querySelector('dialog');
    if (this.#dialog || !dialog || !this.#host.isConnected) return;
    this.#dialog = dialog;
    this.#opener = focused();
    holdPage(this, true);
    dialog.showModal();
    announceInside(dialog, true);
  }

  /** Closes it. */
  close = (): void => {
    this.#dialog?.close();
    this.closed();
  };

  /** It is closed, by whichever way: Escape, a press, or the page that has taken the host away. */
  closed = (): void => {
    const dialog = this.#dialog;
    if (!dialog) return;
    this.#dialog = null;
    holdPage(this, false);
    announceInside(dialog, false);
    if (this.#opener?.isConnected) this.#opener.focus();
    this.#onClose();
    this.#host.requestUpdate();
  };

  hostDisconnected(): void {
    this.close();
  }

  /**
   * A press that begins and ends beside the dialog closes it; one that only ends there was meant for something else.
   */
  press = (event: MouseEvent): void => {
    const dialog = this.#dialog;
    if (!dialog) return;
    const {left, right, top, bottom} = dialog.getBoundingClientRect();
    const {clientX: x, clientY: y, target, type} = event;
    const isOutside = target === dialog && (x < left || x > right || y < top || y > bottom);
    if (type === 'click' && isOutside && this.#isPressOutside) this.close();
    this.#isPressOutside = isOutside;
  };
}
