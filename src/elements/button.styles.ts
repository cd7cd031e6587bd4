import {css} from '@lit/reactive-element';

/** How the buttons for adding, buying and paying stand on the page, wait, and say what is wrong. */
export const buttonStyles = css`
  :host {
    display: inline-flex;
    flex-direction: column;
    max-width: 100%;
  }
  button {
    position: relative;
    width: 100%;
    min-height: 44px;
    padding: 0.5em 1.25em;
  }
  button:disabled,
  :host(:is(:state(sold-out), :state(empty))) button {
    background: color-mix(in srgb, var(--paynow-text, CanvasText) 12%, var(--paynow-surface, Canvas));
    color: color-mix(in srgb, var(--paynow-text, CanvasText) 72%, var(--paynow-surface, Canvas));
    box-shadow: none;
    opacity: 1;
    scale: none;
    cursor: not-allowed;
    @media (forced-colors: active) {
      color: GrayText;
    }
  }
  ::slotted(a) {
    color: inherit;
    text-decoration: none;
  }
  :host(:is(:state(busy), :state(added))) .label {
    opacity: 0;
  }
  [part='spinner'],
  :host(:state(added)) button::after {
    position: absolute;
    inset: 0;
    box-sizing: border-box;
    width: 1.2em;
    height: 1.2em;
    margin: auto;
    border: 0.15em solid;
    border-inline-end: 0.15em dotted #0000;
    border-radius: 50%;
    display: none;
  }
  :host(:state(busy)) [part='spinner'] {
    display: block;
    animation: turn 0.8s linear infinite;
  }
  :host(:state(added)) button::after {
    content: '' / '';
    inset-block-end: 0.2em;
    width: 0.5em;
    height: 0.9em;
    border: solid;
    border-width: 0 0.15em 0.15em 0;
    border-radius: 0;
    rotate: 45deg;
    display: block;
  }
  [part='message'] {
    box-sizing: border-box;
    position: relative;
    width: 0;
    min-width: max(100%, 176px);
    margin: 0.5em 0 0;
    padding: 0.5em 0.75em;
    border-inline-start: 3px solid var(--paynow-danger, #d92d20);
    border-start-end-radius: calc(var(--_radius) / 2);
    border-end-end-radius: calc(var(--_radius) / 2);
    background: color-mix(in srgb, var(--paynow-danger, #d92d20) 8%, var(--paynow-surface, Canvas));
    color: var(--paynow-text, CanvasText);
    font-size: 0.875em;
    overflow-wrap: anywhere;
  }
  a {
    color: inherit;
  }
  @keyframes turn {
    to {
      rotate: 1turn;
    }
  }
`;
